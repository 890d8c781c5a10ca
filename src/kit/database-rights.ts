import type pg from 'pg';

import { StartError } from './start-error.ts';

/** The role that sessions run as, and what searches without diacritics need. */
const ROLE = 'lienthong_app';
const EXTENSIONS = ['unaccent', 'pg_trgm'];

interface Standing {
  user: string;
  database: string;
  roleMissing: boolean;
  /** The user may hand the role on to itself, as the first migration does. */
  roleHeld: boolean;
  mayCreateRole: boolean;
  mayCreateSchemas: boolean;
  /** Extensions that are neither there nor to be created by this user. */
  extensionsMissing: string[];
  /** Extensions whose files the server does not have at all. */
  notInstalled: string[];
}

const question = `
  select current_user as "user", current_database() as "database",
    not exists (select from pg_roles where rolname = $1) as "roleMissing",
    me.rolsuper or (me.rolcreaterole and current_setting('server_version_num')::int < 160000)
      or exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid where r.rolname = $1 and m.member = me.oid and m.admin_option) as "roleHeld",
    me.rolsuper or me.rolcreaterole as "mayCreateRole",
    has_database_privilege(current_database(), 'create') as "mayCreateSchemas",
    array(select e from unnest($2::text[]) e where not exists (select from pg_extension x where x.extname = e)
      and not (me.rolsuper or (has_database_privilege(current_database(), 'create')
        and exists (select from pg_available_extension_versions v where v.name = e and v.trusted)))) as "extensionsMissing",
    array(select e from unnest($2::text[]) e where not exists (select from pg_available_extensions a where a.name = e)) as "notInstalled"
  from pg_roles me where me.rolname = current_user`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What an administrator of the server runs once for a user who may not do it, as `psql` takes it. */
function statementsFor(s: Standing): string[] {
  const user = quoted(s.user);
  const roleOpen = s.roleMissing ? !s.mayCreateRole : !s.roleHeld;
  return [
    ...(s.mayCreateSchemas ? [] : [`grant create on database ${quoted(s.database)} to ${user};`]),
    ...(roleOpen && s.roleMissing ? [`create role ${ROLE} nologin;`] : []),
    ...(roleOpen ? [`grant ${ROLE} to ${user} with admin option;`] : []),
    ...s.extensionsMissing.map((name) => `create extension if not exists ${name} with schema public;`),
  ];
}

/**
 * Looks before the first migration whether the user of the database may do what it does: make the role of the sessions,
 * the extensions and schemas.
 * @throws StartError with the very statements that an administrator has to run once
 */
export async function assertDatabaseRights(client: pg.ClientBase): Promise<void> {
  const found = (await client.query<Standing>(question, [ROLE, EXTENSIONS])).rows[0]!;
  const { user, database } = found;
  if (found.notInstalled.length > 0) {
    const names = found.notInstalled.join(', ');
    throw new StartError({
      vi: `Máy chủ PostgreSQL thiếu phần mở rộng ${names}. Cài gói contrib của PostgreSQL (ví dụ postgresql-contrib) rồi chạy lại.`,
      en: `The PostgreSQL server lacks the extensions ${names}. Install PostgreSQL's contrib package (for example postgresql-contrib) and start again.`,
    });
  }
  const statements = statementsFor(found);
  if (statements.length === 0) return;
  const sql = statements.map((line) => `  ${line}`).join('\n');
  throw new StartError({
    vi: `Người dùng ${user} trong DATABASE_URL chưa đủ quyền trên cơ sở dữ liệu ${database}. Người quản trị PostgreSQL chạy một lần, trong cơ sở dữ liệu đó:\n${sql}\nrồi chạy lại Liên thông. Chưa có gì bị thay đổi.`,
    en: `The user ${user} of DATABASE_URL lacks rights in the database ${database}. An administrator of PostgreSQL runs these statements once, in that database:\n${sql}\nand then starts Lienthong again. Nothing was changed.`,
  });
}
