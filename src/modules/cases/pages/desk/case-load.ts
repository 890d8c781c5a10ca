import type { z } from 'zod';

import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { formatMoney } from '../../../../web/format.ts';
import { leftText } from '../../../calendar/index.ts';
import { type fileMeta, getFile } from '../../../documents/contract/files.ts';
import { getCase, getPlan } from '../../contract.ts';
import type { Names } from '../../messages/desk-events.ts';
import { type NameBook, namesFor } from './parts/names.ts';
import { sayIn, when } from './parts/words.tsx';

type Case = ReplyOf<typeof getCase>;
type Plan = ReplyOf<typeof getPlan>;
type FileMeta = z.infer<typeof fileMeta>;

/** A case with everything its page shows. */
export interface CaseView {
  c: Case;
  plan: Plan;
  names: NameBook;
  person: (id: string | undefined) => string;
  files: ReadonlyMap<string, FileMeta>;
  say: Names;
}

const textIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

function unitsNamed({ c, plan }: { c: Case; plan: Plan }): string[] {
  const { help, reception, decision, returnTo } = c.places;
  const told = c.timeline.flatMap(({ by, payload }) => [
    ...textIn(by.unitId),
    ...['toUnitId', 'unitId', 'decisionUnitId'].flatMap((key) => textIn(payload[key])),
  ]);
  const asked = c.consultations.flatMap((one) => textIn(one['unitId']));
  const fields = plan.version.content.form?.sections.flatMap((section) => section.fields) ?? [];
  const answered = fields
    .filter(({ type }) => type === 'place' || type === 'unit')
    .flatMap(({ key }) => textIn(c.content?.values[key]));
  return [help, reception, decision, returnTo, c.atUnitId, ...told, ...asked, ...answered].filter(
    (id) => id !== undefined,
  );
}

/** Names for the sentences of the time line. */
function namesOf(p: PageContext, plan: Plan, names: NameBook, person: CaseView['person']): Names {
  const steps = new Map(plan.version.content.steps.map((step) => [step.key, sayIn(p.lang, step.name)]));
  const papers = new Map(plan.version.content.components.map((one) => [one.key, sayIn(p.lang, one.name)]));
  return {
    step: (key) => (key ? (steps.get(key) ?? key) : ''),
    unit: (id) => names.unit(id),
    paper: (key) => papers.get(key) ?? key,
    person,
    at: when,
    money: (dong) => formatMoney(dong, p.lang),
    left: (minutes) => leftText(minutes)[p.lang],
  };
}

/** Loads a case for its page. @throws 404 where the reader may not see it. */
export async function loadCase(p: PageContext, id: string): Promise<CaseView> {
  const [c, plan] = await Promise.all([p.call(getCase, { id }), p.call(getPlan, { id })]);
  const names = await namesFor(p, { units: unitsNamed({ c, plan }) });
  const people = new Map(plan.people.map((one) => [one.id, one.name]));
  const person = (who: string | undefined): string => (who ? (people.get(who) ?? who) : '');
  const ids = [...new Set((c.content?.components ?? []).flatMap((one) => one.fileIds ?? []))];
  const metas = await Promise.all(ids.map((one) => p.maybe(getFile, { id: one })));
  const files = new Map(metas.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return { c, plan, names, person, files, say: namesOf(p, plan, names, person) };
}
