import { type Module, route } from '../../kit/module.ts';
import * as accounts from './actions/accounts.ts';
import * as grants from './actions/grants.ts';
import * as mine from './actions/mine.ts';
import * as entry from './actions/signIn.ts';
import * as tokens from './actions/tokens.ts';
import { commands } from './commands.ts';
import * as accountContract from './contract/accounts.ts';
import * as mineContract from './contract/mine.ts';
import * as entryContract from './contract/signIn.ts';
import { messages } from './messages.ts';
import { accountPage } from './pages/account.tsx';
import { oneAccountPage } from './pages/admin/account.tsx';
import { accountsPage } from './pages/admin/accounts.tsx';
import { newAccountPage } from './pages/admin/newAccount.tsx';
import { rolesPage } from './pages/admin/roles.tsx';
import {
  providerBackPage,
  providerPage,
  secondFactorPage,
  signInPage,
  signOutPage,
} from './pages/signIn.tsx';
import { accountReplay } from './replay.ts';
import { schedules } from './schedules.ts';

export const identityModule: Module = {
  name: 'identity',
  folder: import.meta.dirname,
  routes: [
    route(entryContract.signIn, entry.signIn),
    route(entryContract.giveCode, entry.giveCode),
    route(entryContract.signOut, entry.signOut),
    route(mineContract.getMe, mine.getMe),
    route(mineContract.updateMe, mine.updateMe),
    route(mineContract.changePassword, mine.changePassword),
    route(mineContract.listSessions, mine.listSessions),
    route(mineContract.endSession, mine.endSession),
    route(mineContract.endOtherSessions, mine.endOtherSessions),
    route(mineContract.getSecondFactor, mine.getSecondFactor),
    route(mineContract.startSecondFactor, mine.startSecondFactor),
    route(mineContract.confirmSecondFactor, mine.confirmSecondFactor),
    route(mineContract.removeSecondFactor, mine.removeSecondFactor),
    route(mineContract.listTokens, tokens.listTokens),
    route(mineContract.createToken, tokens.createToken),
    route(mineContract.endToken, tokens.endToken),
    route(accountContract.listAccounts, accounts.listAccounts),
    route(accountContract.getAccount, accounts.getAccount),
    route(accountContract.createAccount, accounts.createAccount),
    route(accountContract.updateAccount, accounts.updateAccount),
    route(accountContract.changeEmail, accounts.changeEmail),
    route(accountContract.disableAccount, accounts.disableAccount),
    route(accountContract.enableAccount, accounts.enableAccount),
    route(accountContract.unlockAccount, accounts.unlockAccount),
    route(accountContract.resetPassword, accounts.resetPassword),
    route(accountContract.resetSecondFactor, accounts.resetSecondFactor),
    route(accountContract.giveGrant, grants.giveGrant),
    route(accountContract.endGrant, grants.endGrant),
    route(accountContract.listRoles, grants.listRoles),
    route(accountContract.listAccountEvents, accounts.listAccountEvents),
  ],
  pages: [
    signInPage,
    secondFactorPage,
    providerPage,
    providerBackPage,
    signOutPage,
    accountPage,
    accountsPage,
    newAccountPage,
    oneAccountPage,
    rolesPage,
  ],
  nav: [
    {
      key: 'accounts',
      area: 'workbench',
      group: 'manage',
      order: 80,
      href: '/admin/accounts',
      text: { vi: messages.vi.accounts.nav, en: messages.en.accounts.nav },
      permission: 'account.manage',
    },
  ],
  commands,
  schedules,
  replays: [accountReplay],
};
