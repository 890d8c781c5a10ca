import type { Context } from '../../../kit/context.ts';
import { dayOf, isDay } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import { applicantKey } from '../secrets.ts';
import type { CaseRow } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import type { LifeFact } from './rules.ts';
import { type FactRow, insertFact } from './store.ts';

const BIRTH = 'person.birthDay@';

/** What a granted case tells: its result, and the days of birth that stand in it. */
async function factsIn(ctx: Context, row: CaseRow): Promise<{ facts: LifeFact[]; personKey: string | null }> {
  const { state } = row;
  const content = await findContent(ctx.tx, row.id, state.content.version);
  const version = await pinnedVersion(ctx.tx, state);
  const fields = version.content.form?.sections.flatMap((section) => section.fields) ?? [];
  const births = fields.flatMap(({ key, term }): LifeFact[] => {
    const day = content?.values[key];
    return term.startsWith(BIRTH) && isDay(day)
      ? [{ kind: 'birthDay', what: term.slice(BIRTH.length), day }]
      : [];
  });
  const granted: LifeFact = { kind: 'granted', what: state.procedureCode, day: dayOf(state.ended!.at) };
  return { facts: [granted, ...births], personKey: applicantKey(ctx, content?.applicant.personalId) };
}

/** Whether a case has ended with what was asked for, and its result holds. */
export const isGranted = ({ state }: CaseRow): boolean =>
  state.ended?.how === 'finished' && state.decision?.outcome === 'granted';

/** Keeps what a granted case tells; the facts that were not known before. */
export async function learn(ctx: Context, row: CaseRow): Promise<FactRow[]> {
  const { facts, personKey } = await factsIn(ctx, row);
  const fresh: FactRow[] = [];
  for (const fact of facts) {
    const { unitId, id: caseId, accountId, secretHash } = row;
    const own = { ...fact, unitId, id: newId(ctx.now), caseId, personKey, accountId, secretHash };
    const made: FactRow = { ...own, authority: null, known: null, person: null };
    if (await insertFact(ctx.tx, made, ctx.now)) fresh.push(made);
  }
  return fresh;
}
