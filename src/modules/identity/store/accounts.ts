import { sql } from 'kysely';

import type { Day } from '../../../kit/day.ts';
import type { Tx } from '../../../kit/db.ts';
import type { Lang } from '../../../kit/i18n.ts';
import type { RoleGrant } from '../rules/account.ts';

/** An account with what stays inside the module. */
export interface AccountRow {
  id: string;
  email: string;
  name: string;
  lang: Lang | null;
  personId: string | null;
  unitId: string;
  passwordHash: string | null;
  passwordChangedAt: Date | null;
  mustChangePassword: boolean;
  totpSecret: Buffer | null;
  totpStep: number | null;
  totpPending: Buffer | null;
  disabled: boolean;
  createdAt: Date;
}

const columns =
  sql.raw(`a.id, a.email, a.name, a.lang, a.person_id, a.unit_id, a.password_hash, a.password_changed_at,
  a.must_change_password, a.totp_secret, a.totp_step, a.totp_pending, a.disabled, a.created_at`);

export const findAccount = (tx: Tx, id: string): Promise<AccountRow | undefined> =>
  tx.maybe<AccountRow>(sql`select ${columns} from identity.account a where a.id = ${id}`);

export const findAccountByEmail = (tx: Tx, emailKey: string): Promise<AccountRow | undefined> =>
  tx.maybe<AccountRow>(sql`select ${columns} from identity.account a where a.email_key = ${emailKey}`);

/** Takes the row until the end of the transaction. */
export const lockAccount = (tx: Tx, id: string): Promise<AccountRow | undefined> =>
  tx.maybe<AccountRow>(sql`select ${columns} from identity.account a where a.id = ${id} for update`);

export async function insertAccount(tx: Tx, account: AccountRow & { emailKey: string }): Promise<void> {
  const a = account;
  await tx.run(sql`insert into identity.account (id, email, email_key, name, lang, person_id, unit_id, password_hash, password_changed_at, must_change_password, created_at)
    values (${a.id}, ${a.email}, ${a.emailKey}, ${a.name}, ${a.lang}, ${a.personId}, ${a.unitId}, ${a.passwordHash}, ${a.passwordChangedAt}, ${a.mustChangePassword}, ${a.createdAt})`);
}

export async function saveProfile(
  tx: Tx,
  id: string,
  p: { name: string; lang: Lang | null; personId: string | null },
): Promise<void> {
  await tx.run(
    sql`update identity.account set name = ${p.name}, lang = ${p.lang}, person_id = ${p.personId} where id = ${id}`,
  );
}

export async function saveEmail(tx: Tx, id: string, email: string, emailKey: string): Promise<void> {
  await tx.run(sql`update identity.account set email = ${email}, email_key = ${emailKey} where id = ${id}`);
}

export async function savePassword(
  tx: Tx,
  id: string,
  hash: string,
  mustChange: boolean,
  at: Date,
): Promise<void> {
  await tx.run(
    sql`update identity.account set password_hash = ${hash}, password_changed_at = ${at}, must_change_password = ${mustChange} where id = ${id}`,
  );
}

export async function saveDisabled(tx: Tx, id: string, disabled: boolean): Promise<void> {
  await tx.run(sql`update identity.account set disabled = ${disabled} where id = ${id}`);
}

/** The second factor: the secret in force, the last step used, and one waiting to be confirmed. */
export async function saveTotp(
  tx: Tx,
  id: string,
  totp: { secret: Buffer | null; step: number | null; pending: Buffer | null },
): Promise<void> {
  await tx.run(
    sql`update identity.account set totp_secret = ${totp.secret}, totp_step = ${totp.step}, totp_pending = ${totp.pending} where id = ${id}`,
  );
}

export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  macs: readonly string[],
): Promise<void> {
  await tx.run(sql`delete from identity.recovery_code where account_id = ${accountId}`);
  await tx.run(
    sql`insert into identity.recovery_code (account_id, code_mac) select ${accountId}::uuid, unnest(${[...macs]}::text[])`,
  );
}

/** Uses up a recovery code; false when there is none like it. */
export async function useRecoveryCode(tx: Tx, accountId: string, mac: string, at: Date): Promise<boolean> {
  return (
    (await tx.run(
      sql`update identity.recovery_code set used_at = ${at} where account_id = ${accountId} and code_mac = ${mac} and used_at is null`,
    )) === 1
  );
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  return (
    await tx.one<{ n: number }>(
      sql`select count(*) as n from identity.recovery_code where account_id = ${accountId} and used_at is null`,
    )
  ).n;
}

const grantColumns = sql.raw(
  'g.id, g.account_id, g.role, g.unit_id, g.clearance, g.valid_from, g.valid_to, g.paper, g.given_by, g.given_at',
);
export interface GrantRow extends RoleGrant {
  accountId: string;
  givenBy: string;
  givenAt: Date;
}

/** All grants of some accounts, past ones included, in the order in which they were given. */
export const listGrants = (tx: Tx, accountIds: readonly string[]): Promise<GrantRow[]> =>
  tx.rows<GrantRow>(
    sql`select ${grantColumns} from identity.role_grant g where g.account_id = any(${[...accountIds]}::uuid[]) order by g.given_at, g.id`,
  );

export async function insertGrant(tx: Tx, g: GrantRow): Promise<void> {
  await tx.run(sql`insert into identity.role_grant (id, account_id, role, unit_id, clearance, valid_from, valid_to, given_by, given_at, paper)
    values (${g.id}, ${g.accountId}, ${g.role}, ${g.unitId}, ${g.clearance}, ${g.validFrom}, ${g.validTo}, ${g.givenBy}, ${g.givenAt}, ${g.paper})`);
}

export async function saveGrantEnd(tx: Tx, id: string, on: Day): Promise<void> {
  await tx.run(sql`update identity.role_grant set valid_to = ${on} where id = ${id}`);
}

/** Units for which enabled accounts hold a role without a set end, locked against two endings at once. */
export async function lockLastingHolders(
  tx: Tx,
  role: string,
  today: Day,
): Promise<{ accountId: string; grantId: string; unitId: string }[]> {
  await tx.rows(sql`select pg_advisory_xact_lock(5760, hashtext(${role}))`);
  return tx.rows(sql`select g.account_id, g.id as grant_id, g.unit_id from identity.role_grant g join identity.account a on a.id = g.account_id
    where g.role = ${role} and not a.disabled and g.valid_from <= ${today} and g.valid_to is null`);
}

export interface AccountFilter {
  q?: string | undefined;
  state?: 'active' | 'disabled' | undefined;
  role?: string | undefined;
  unitId?: string | undefined;
  today: Day;
  /** Units within which the reader may manage accounts. */
  units: 'all' | readonly string[];
  after?: string | undefined;
  limit: number;
}

const NONE = sql`true`;

/** The accounts that somebody may manage; the same rule as `unitsToManage`, in SQL, so that lists and counts agree. */
const manageable = (f: AccountFilter) =>
  f.units === 'all'
    ? NONE
    : sql`not exists (select from identity.role_grant g where g.account_id = a.id and (g.valid_to is null or g.valid_to >= ${f.today}) and not g.unit_id = any(${[...f.units]}))
        and (a.unit_id = any(${[...f.units]}) or exists (select from identity.role_grant g where g.account_id = a.id and (g.valid_to is null or g.valid_to >= ${f.today})))`;

const holds = (f: AccountFilter) =>
  f.role || f.unitId
    ? sql`exists (select from identity.role_grant g where g.account_id = a.id and (g.valid_to is null or g.valid_to >= ${f.today})
        and ${f.role ? sql`g.role = ${f.role}` : NONE} and ${f.unitId ? sql`g.unit_id = ${f.unitId}` : NONE})`
    : NONE;

/** Accounts by address, one more than asked for when there are more. */
export const listAccounts = (tx: Tx, f: AccountFilter): Promise<(AccountRow & { emailKey: string })[]> =>
  tx.rows(sql`select ${columns}, a.email_key from identity.account a where ${manageable(f)} and ${holds(f)}
    and ${f.q ? sql`kit.fold(a.name || ' ' || a.email) like '%' || replace(replace(replace(kit.fold(${f.q}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'` : NONE}
    and ${f.state ? sql`a.disabled = ${f.state === 'disabled'}` : NONE}
    and ${f.after ? sql`a.email_key > ${f.after}` : NONE}
    order by a.email_key limit ${f.limit + 1}`);
