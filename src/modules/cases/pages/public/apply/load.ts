import type { ReplyOf } from '../../../../../kit/contract.ts';
import type { PageContext } from '../../../../../kit/page.ts';
import { Problem } from '../../../../../kit/problems.ts';
import type { EffectiveVersion, ProcedureForm } from '../../../../procedures/contract.ts';
import {
  competentPlace,
  type Prefilled,
  prefill,
  readForm,
  withLocks,
} from '../../../../procedures/index.ts';
import { knownOfMe, previewCase } from '../../../contract.ts';
import type { Draft, Flat } from './draft.ts';

export type Preview = ReplyOf<typeof previewCase>;

/** Everything the pages of one application stand on. */
export interface Application {
  draft: Draft;
  version: EffectiveVersion;
  form?: ProcedureForm;
  known: Prefilled;
  /** Typed answers of the procedure's form. */
  values: Record<string, unknown>;
  /** The place that decides who is competent, from the form or chosen by itself. */
  placeUnitId?: string;
  preview: Preview;
  /** Why it could not be handed in as it stands. */
  problem?: Problem;
}

/** `form.x` → `x`. */
export const stripped = (flat: Flat | undefined, prefix: string): Flat =>
  Object.fromEntries(
    Object.entries(flat ?? {}).flatMap(([name, value]) =>
      name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), value]] : [],
    ),
  );

/** Dictionary terms that step 1 has asked for already: nobody types a datum twice inside one case. */
const fromWho = {
  'person.fullName@applicant': 'who.fullName',
  'person.personalId@applicant': 'who.personalId',
  'person.phone@applicant': 'who.phone',
  'person.email@applicant': 'who.email',
} as const;

async function knownIn(p: PageContext, form: ProcedureForm, who: Flat): Promise<Prefilled> {
  const earlier = p.actor.kind === 'account' ? (await p.call(knownOfMe, {})).items : [];
  const known = prefill(
    form,
    undefined,
    Object.fromEntries(earlier.map(({ term, value, caseCode, at }) => [term, { value, caseCode, at }])),
  );
  if (who['who.for'] !== 'self') return known;
  const typed: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const { key, term, required } of form.sections.flatMap(({ fields }) => fields)) {
    const box = fromWho[term as keyof typeof fromWho];
    if (box && who[box]) typed[key] = who[box];
    else if (box && !required) leftOut.push(key);
  }
  const read = readForm(form, typed);
  const origins = Object.entries(known.origins).filter(([key]) => !(key in read));
  return {
    values: { ...known.values, ...read },
    locks: [...known.locks, ...Object.keys(read), ...leftOut],
    origins: Object.fromEntries(origins),
  };
}

const blankForm: ProcedureForm = { sections: [] };

/** Reads the answers of a draft against the form in force, with what is known laid over them. */
export function valuesOf(form: ProcedureForm | undefined, flat: Flat | undefined, known: Prefilled) {
  if (!form) return {};
  return readForm(form, withLocks({ ...known.values, ...stripped(flat, 'form') }, known));
}

/** A preview with the place where there is one; where that is refused, without it, and why. */
async function previewOf(
  p: PageContext,
  input: { procedureCode: string; values: Record<string, unknown>; returnUnitId?: string },
  placeUnitId: string | undefined,
): Promise<{ preview: Preview; problem?: Problem }> {
  const { procedureCode, values } = input;
  if (!placeUnitId) return { preview: await p.call(previewCase, { procedureCode, values }) };
  try {
    return { preview: await p.call(previewCase, { ...input, placeUnitId }) };
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.status >= 500) throw error;
    return { preview: await p.call(previewCase, { procedureCode, values }), problem: error };
  }
}

export async function loadApplication(p: PageContext, draft: Draft): Promise<Application> {
  const procedureCode = p.params['code']!;
  const national = (await p.call(previewCase, { procedureCode })).version;
  const { typed } = draft.content;
  const { form } = national.content;
  const known = await knownIn(p, form ?? blankForm, typed.who ?? {});
  const values = valuesOf(form, typed.form, known);
  const placeUnitId = competentPlace(national.content, values) ?? (typed.give?.['give.place'] || undefined);
  const returnUnitId = typed.give?.['give.returnUnit'];
  const made = await previewOf(
    p,
    { procedureCode, values, ...(returnUnitId && { returnUnitId }) },
    placeUnitId,
  );
  return {
    draft,
    version: made.preview.version,
    ...(form && { form }),
    known,
    values,
    ...(placeUnitId && { placeUnitId }),
    ...made,
  };
}
