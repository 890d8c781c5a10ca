import { sql } from 'kysely';

import { prepared, type Tx } from '../../../kit/db.ts';
import { revision } from '../../../kit/revisions.ts';
import type { Day, OfferRule, ProcedureContent } from '../rules/model.ts';

/** What coverage asks of a published procedure: who decides, and its steps. */
export interface StepPlan {
  code: string;
  nameVi: string;
  fieldVi: string;
  competence: ProcedureContent['competence'];
  steps: ProcedureContent['steps'];
}
/** Where a province has laid its own competence or steps over it. */
export interface PlanOverlay {
  code: string;
  provinceId: string;
  competence: ProcedureContent['competence'] | null;
  steps: ProcedureContent['steps'] | null;
}

const onDay = (day: Day) =>
  sql`state = 'published' and valid_from <= ${day} and (valid_to is null or valid_to > ${day})`;

/** Names the state of all that is published, with the papers that databases replace. */
export const getRevision = revision('procedures', sql`select token::text from procedures.revision`);

/** The plans in force on a day. */
export const listPlans = (tx: Tx, day: Day): Promise<StepPlan[]> =>
  tx.rows<StepPlan>(sql`
    select code, name_vi, field_vi, content->'competence' as competence, content->'steps' as steps
    from procedures.version where ${onDay(day)} order by code`);

export const listPlanOverlays = (tx: Tx, day: Day): Promise<PlanOverlay[]> =>
  tx.rows<PlanOverlay>(sql`
    select code, province_id, content->'competence' as competence, content->'steps' as steps from procedures.overlay
    where ${onDay(day)} and (content ? 'competence' or content ? 'steps') order by code, province_id`);

/** A rule by which a procedure is offered unasked, of the national version or of a province's overlay. */
export interface Offering {
  code: string;
  offer: OfferRule;
}

/** Every rule of offers that holds somewhere on a day. */
export const listOffering = (tx: Tx, day: Day): Promise<Offering[]> =>
  tx.rows(
    prepared(sql`select code, content #> '{rules,offer}' as offer from procedures.version where content->'rules' ? 'offer' and ${onDay(day)}
      union all select code, content #> '{rules,offer}' from procedures.overlay where content->'rules' ? 'offer' and ${onDay(day)} order by code`),
  );
