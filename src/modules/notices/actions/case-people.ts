import type { Context } from '../../../kit/context.ts';
import type { CaseState } from '../../cases/contract.ts';
import type { StepRole } from '../../mandates/contract.ts';
import { holdersOf, loadMandates } from '../../mandates/index.ts';
import { loadSnapshot } from '../../organisations/index.ts';
import type { Recipient } from '../rules/recipients.ts';
import { findAccount, listPeople, type ToldCase } from '../store/case.ts';

/** The applicant as he can be reached: by the address in his case, in the app where he has an account. */
export async function applicantOf(
  ctx: Context,
  told: Pick<ToldCase, 'accountId' | 'caseId' | 'email' | 'applicantName' | 'lang'>,
): Promise<Recipient[]> {
  const { accountId, caseId, email, applicantName } = told;
  const account = accountId ? await findAccount(ctx.tx, accountId) : undefined;
  const address = email ?? account?.email;
  if (!account && !address) return [];
  // Mail of one key leaves in one message to one address: another address than the account's has a key of its own.
  const own = account !== undefined && address?.toLowerCase() === account.email.toLowerCase();
  const lang = told.lang ?? account?.lang;
  return [
    {
      key: own ? `account:${accountId}` : `applicant:${caseId}`,
      name: applicantName,
      ...(account && accountId && { accountId }),
      ...(address && { address }),
      ...(lang && { lang }),
    },
  ];
}

/** Everybody who may do a kind of step of a case for a unit today. */
export async function mandatedFor(
  ctx: Context,
  state: Pick<CaseState, 'procedureCode' | 'field'>,
  at: { unitId: string; role: StepRole },
): Promise<Recipient[]> {
  const [book, snapshot] = await Promise.all([loadMandates(ctx.tx), loadSnapshot(ctx.tx)]);
  const { procedureCode, field } = state;
  const holders = holdersOf(book, snapshot, { procedureCode, field, ...at }, ctx.today);
  const people = [...new Set(holders.map((holder) => holder.personId))];
  return people.length > 0 ? listPeople(ctx.tx, people, ctx.today) : [];
}

/** Who works on a case now: the person it is assigned to, else all who may do its step. */
export const workersOf = (ctx: Context, told: ToldCase): Promise<Recipient[]> =>
  told.personId
    ? listPeople(ctx.tx, [told.personId], ctx.today)
    : mandatedFor(ctx, told.state, { unitId: told.atUnitId, role: told.state.step?.role ?? 'appraise' });
