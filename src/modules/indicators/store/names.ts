import { sql } from 'kysely';

import type { Actor } from '../../../kit/actor.ts';
import type { Tx } from '../../../kit/db.ts';
import { visibleDirectives, visibleTasks } from '../../directives/index.ts';

export interface DirectiveName {
  id: string;
  number: string;
  titleVi: string;
  titleEn: string;
  ownerUnitId: string;
  issuedOn: string;
}

/** Number and title, the number once. */
export const directiveTitle = ({ number, titleVi }: Pick<DirectiveName, 'number' | 'titleVi'>): string =>
  titleVi.startsWith(number) ? titleVi : `${number} – ${titleVi}`;

const columns = sql`d.id, d.number, d.title_vi, d.title_en, d.owner_unit_id, d.issued_on`;

export const findDirectiveName = (tx: Tx, actor: Actor, id: string): Promise<DirectiveName | undefined> =>
  tx.maybe(
    sql`select ${columns} from directives.v_directive d where d.id = ${id}::uuid and ${visibleDirectives(actor)}`,
  );

/** Directives for choosing: those one may see, newest first. */
export const listDirectiveNames = (tx: Tx, actor: Actor, limit = 300): Promise<DirectiveName[]> =>
  tx.rows(
    sql`select ${columns} from directives.v_directive d where ${visibleDirectives(actor)} order by d.issued_on desc, d.id limit ${limit}`,
  );

export interface SectionName {
  directiveId: string;
  code: string;
  number: string;
  titleVi: string;
  titleEn: string;
  position: number;
}

/** The sections of one directive, or of all that one may see. */
export const listSectionNames = (tx: Tx, actor: Actor, directiveId?: string): Promise<SectionName[]> =>
  tx.rows(sql`select s.directive_id, s.code, s.number, s.title_vi, s.title_en, s.position from directives.v_section s join directives.v_directive d on d.id = s.directive_id
    where ${visibleDirectives(actor)} and ${directiveId === undefined ? sql`true` : sql`d.id = ${directiveId}::uuid`} order by s.directive_id, s.position`);

/** The fields that tasks name. */
export const listFields = async (tx: Tx, actor: Actor): Promise<string[]> =>
  (
    await tx.rows<{ field: string }>(
      sql`select distinct t.field from directives.v_figure_task t join directives.v_directive d on d.id = t.directive_id where t.field is not null and ${visibleTasks(actor)} order by 1 limit 200`,
    )
  ).map((r) => r.field);
