import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import { prepared, type Tx } from '../../../kit/db.ts';
import type { CaseContent } from '../rules/content.ts';
import { visibleCases } from './visible.ts';

export interface ContentRow {
  caseId: string;
  version: number;
  content: CaseContent;
}

export const listContents = (tx: Tx, ids: readonly string[]): Promise<ContentRow[]> =>
  tx.rows(
    prepared(
      sql`select case_id, version, content - 'applicant' - 'representative' - 'coApplicants' as content from cases.content where case_id = any(${ids}::uuid[])`,
    ),
  );

/** Which of the cases are ordinary ones, whose number is for everybody. */
export const listOrdinary = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ id: string }>(
        prepared(
          sql`select id from cases.case_file where id = any(${ids}::uuid[]) and classification in ('public', 'internal')`,
        ),
      )
    ).map(({ id }) => id),
  );

/** What names a case, for those who may see it. */
export interface CaseName {
  id: string;
  code: string | null;
  applicantName: string;
}

export const listCaseNames = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<CaseName[]> =>
  tx.rows(
    sql`select f.id, f.code, f.applicant_name from cases.case_file f where f.id = any(${ids}::uuid[]) and ${visibleCases(actor)}`,
  );

/** All cases in the order of their ids, a batch at a time. */
export const listCaseIds = async (tx: Tx, after: string | undefined, limit: number): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      sql`select id from cases.case_file ${after ? sql`where id > ${after}::uuid` : sql``} order by id limit ${limit}`,
    )
  ).map(({ id }) => id);
