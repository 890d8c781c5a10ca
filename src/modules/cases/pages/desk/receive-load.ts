import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { getProcedure } from '../../../procedures/contract.ts';
import { holds, readForm } from '../../../procedures/index.ts';
import { findTwins, openDraft } from '../../contract.ts';
import { answersOf } from './receive-asked.ts';

type Procedure = ReplyOf<typeof getProcedure>;
type Version = NonNullable<Procedure['version']>;
export type ChecklistItem = Procedure['checklist'][number];
type Typed = Readonly<Record<string, unknown>>;

/** What an intake stands on: the procedure as it holds here today, and what has been typed so far. */
export interface Intake {
  id: string;
  code: string;
  unitId: string;
  version: Version;
  checklist: readonly ChecklistItem[];
  /** Inputs by name as they stand: refused, sent with “Tiếp tục”, or kept while typing. */
  typed: Typed;
  values: Record<string, unknown>;
  isFresh: boolean;
}

/** The form's values among the inputs of the page: its own, and those that the boxes of the applicant ask for. */
export function valuesIn(version: Version, typed: Typed): Record<string, unknown> {
  const { form } = version.content;
  if (!form) return {};
  const raw = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith('form.') ? [[name.slice('form.'.length), value] as const] : [],
  );
  return readForm(form, Object.fromEntries([...raw, ...answersOf(form, typed)]));
}

/** Papers needed with these values; one whose condition does not hold is left out. */
function needed(version: Version, items: readonly ChecklistItem[], values: Typed): ChecklistItem[] {
  const conditions = new Map(version.content.components.map((one) => [one.key, one.when]));
  return items.filter((item) => holds(conditions.get(item.key), values));
}

/** Loads the procedure and what was typed; undefined where it is not published. */
export async function loadIntake(
  p: PageContext,
  by: { id: string; code: string; unitId: string },
): Promise<Intake | undefined> {
  const found = await p.maybe(getProcedure, { code: by.code, placeId: by.unitId });
  const version = found?.version;
  if (!version || version.state !== 'published') return undefined;
  const kept = p.form ? undefined : await p.maybe(openDraft, { id: by.id });
  const typed: Typed = p.form?.values ?? kept?.content ?? {};
  const values = valuesIn(version, typed);
  const checklist = needed(version, found.checklist, values);
  return { ...by, version, checklist, typed, values, isFresh: Object.keys(typed).length === 0 };
}

/** Open cases of the same person for the same procedure. */
export async function twinsOf(p: PageContext, code: string, personalId: string) {
  if (personalId.trim() === '') return [];
  const { items } = await p.call(findTwins, { personalId: personalId.trim(), procedureCode: code });
  return items;
}
export type Twins = Awaited<ReturnType<typeof twinsOf>>;
