import { type RawBuilder, sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import { missing } from '../../../kit/problems.ts';
import type { AssignmentState, Product } from '../rules/assignment.ts';
import type { ReportStatus } from '../rules/report.ts';
import type { DirectiveSettings } from './directive.ts';
import { visibleAssignments } from './visible.ts';

export interface ReportContent {
  result: string;
  forecastOn?: string;
  moneyAllocated?: number;
  moneyPaid?: number;
  value?: string;
  numerator?: number;
  denominator?: number;
}
export interface ReportRow {
  unitId: string;
  id: string;
  assignmentId: string;
  period: string;
  no: number;
  state: Exclude<ReportStatus, 'draft' | 'locked'>;
  nothing: boolean;
  claims: boolean;
  progress: number | null;
  content: ReportContent;
  product: Product | null;
  evidence: Partial<Product>[];
  submittedBy: string;
  submittedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  version: number;
}

const columns = sql`r.unit_id, r.id, r.assignment_id, r.period, r.no, r.state, r.nothing, r.claims, r.progress, r.content, r.product, r.evidence,
  r.submitted_by, r.submitted_at, r.decided_at, r.decided_by, r.reason, r.version`;

export function insertReport(tx: Tx, r: ReportRow): void {
  tx.send(sql`insert into directives.report (unit_id, id, assignment_id, period, no, state, nothing, claims, progress, content, product, evidence, submitted_by, submitted_at, version)
    values (${r.unitId}, ${r.id}, ${r.assignmentId}, ${r.period}, ${r.no}, ${r.state}, ${r.nothing}, ${r.claims}, ${r.progress}, ${JSON.stringify(r.content)}, ${r.product ? JSON.stringify(r.product) : null},
      ${JSON.stringify(r.evidence)}, ${r.submittedBy}, ${r.submittedAt}, 1)`);
}

export function updateReport(tx: Tx, r: ReportRow): void {
  tx.send(
    sql`update directives.report set state = ${r.state}, decided_at = ${r.decidedAt}, decided_by = ${r.decidedBy}, reason = ${r.reason}, version = version + 1 where unit_id = ${r.unitId} and id = ${r.id}`,
  );
}

export function listReportRows(tx: Tx, assignmentId: string): Promise<ReportRow[]> {
  return tx.rows(
    sql`select ${columns} from directives.report r where r.assignment_id = ${assignmentId} order by r.submitted_at desc, r.id desc limit 200`,
  );
}

/** The progress that the newest report says that was not returned; 0 where there is none. Reports decided on in this transaction excepted by `but`. */
export async function progressStanding(
  tx: Tx,
  r: Pick<ReportRow, 'unitId' | 'assignmentId'>,
  but: string,
): Promise<number> {
  const found = await tx.maybe<{ progress: number }>(sql`
    select r.progress from directives.report r where r.unit_id = ${r.unitId} and r.assignment_id = ${r.assignmentId} and r.id <> ${but}
      and r.progress is not null and not r.claims and r.state <> 'returned' order by r.submitted_at desc, r.id desc limit 1`);
  return found?.progress ?? 0;
}

/** The claim of an assignment that waits for a decision. */
export function lockOpenClaim(tx: Tx, assignmentId: string): Promise<ReportRow | undefined> {
  return tx.maybe(
    sql`select ${columns} from directives.report r where r.assignment_id = ${assignmentId} and r.claims and r.state in ('submitted', 'confirmed') order by r.submitted_at desc limit 1 for update`,
  );
}

/** A report with the assignment it belongs to; 404 where the actor may not see that. */
export async function lockReport(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<ReportRow & { settings: DirectiveSettings; ownerUnitId: string }> {
  const row = await tx.maybe<ReportRow & { settings: DirectiveSettings; ownerUnitId: string }>(sql`
    select ${columns}, d.settings, d.owner_unit_id from directives.report r join directives.assignment a on a.id = r.assignment_id and a.unit_id = r.unit_id
    join directives.directive d on d.id = a.directive_id where r.id = ${id} and ${visibleAssignments(actor)} for update of r`);
  return row ?? missing();
}

export interface QueueRow extends ReportRow {
  directiveNumber: string;
  ref: string;
  titleVi: string;
  titleEn: string;
  ownerUnitId: string;
  settings: DirectiveSettings;
  assignmentState: AssignmentState;
  assignedOn: string;
}

export interface Waiting {
  confirmUnits: readonly string[] | 'all';
  acceptUnits: readonly string[] | 'all';
}

/** What waits: for a head among `confirmUnits`, or for an office that owns one of `acceptUnits`. */
function waitsFor({ confirmUnits, acceptUnits }: Waiting): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  // Directives are few: found first, they let the oldest reports be read in order until a page is full.
  const under = (which: RawBuilder<unknown>) =>
    sql`a.directive_id = any(array(select s.id from directives.directive s where ${which}))`;
  const confirms = sql`(s.settings->>'confirm')::boolean`;
  if (confirmUnits === 'all' || confirmUnits.length > 0) {
    const unit = confirmUnits === 'all' ? sql`true` : sql`r.unit_id = any(${confirmUnits})`;
    parts.push(sql`r.state = 'submitted' and ${under(confirms)} and ${unit}`);
  }
  if (acceptUnits === 'all' || acceptUnits.length > 0) {
    const owner = acceptUnits === 'all' ? sql`true` : sql`s.owner_unit_id = any(${acceptUnits})`;
    const accepts = sql`(s.settings->>'accept')::boolean and ${owner}`;
    parts.push(sql`${under(sql`${accepts} and not ${confirms}`)}`);
    parts.push(sql`r.state = 'confirmed' and ${under(sql`${accepts} and ${confirms}`)}`);
  }
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

/** Reports that wait, oldest first. */
export function listWaiting(
  tx: Tx,
  actor: Actor,
  f: Waiting & { after?: readonly unknown[] | undefined; limit: number },
): Promise<QueueRow[]> {
  return tx.rows(sql`
    select ${columns}, d.number as directive_number, t.ref, t.title_vi, t.title_en, d.owner_unit_id, d.settings, a.state as assignment_state, a.assigned_on
    from directives.report r join directives.assignment a on a.id = r.assignment_id and a.unit_id = r.unit_id
      join directives.task t on t.id = a.task_id join directives.directive d on d.id = a.directive_id
    where r.state in ('submitted', 'confirmed') and ${visibleAssignments(actor)} and ${waitsFor(f)}
      ${f.after ? sql`and (r.submitted_at, r.id) > (${f.after[0]}::timestamptz, ${f.after[1]}::uuid)` : sql``}
    order by r.submitted_at, r.id limit ${f.limit}`);
}

/** How many reports wait; counting stops at `most`. */
export async function countWaiting(tx: Tx, actor: Actor, f: Waiting & { most: number }): Promise<number> {
  const { n } = await tx.one<{ n: number }>(sql`
    select count(*) as n from (select from directives.report r
      join directives.assignment a on a.id = r.assignment_id and a.unit_id = r.unit_id
    where r.state in ('submitted', 'confirmed') and ${visibleAssignments(actor)} and ${waitsFor(f)} limit ${f.most}) w`);
  return n;
}

export interface UnlockRow {
  unitId: string;
  assignmentId: string;
  period: string;
  until: Date;
  reason: string;
  byAccount: string;
  at: Date;
}
export async function insertUnlock(tx: Tx, u: UnlockRow): Promise<void> {
  await tx.run(
    sql`insert into directives.unlock (unit_id, assignment_id, period, until, reason, by_account, at) values (${u.unitId}, ${u.assignmentId}, ${u.period}, ${u.until}, ${u.reason}, ${u.byAccount}, ${u.at})`,
  );
}
export function listUnlocks(tx: Tx, assignmentId: string): Promise<UnlockRow[]> {
  return tx.rows(
    sql`select unit_id, assignment_id, period, until, reason, by_account, at from directives.unlock where assignment_id = ${assignmentId} order by at`,
  );
}

export async function saveDraftRow(
  tx: Tx,
  accountId: string,
  key: string,
  content: unknown,
  at: Date,
): Promise<void> {
  await tx.run(sql`insert into directives.draft (account_id, key, content, at) values (${accountId}, ${key}, ${JSON.stringify(content)}, ${at})
    on conflict (account_id, key) do update set content = excluded.content, at = excluded.at`);
}
export function findDraft(
  tx: Tx,
  accountId: string,
  key: string,
): Promise<{ content: Record<string, unknown>; at: Date } | undefined> {
  return tx.maybe(
    sql`select content, at from directives.draft where account_id = ${accountId} and key = ${key}`,
  );
}
export function deleteDraft(tx: Tx, accountId: string, key: string): void {
  tx.send(sql`delete from directives.draft where account_id = ${accountId} and key = ${key}`);
}
