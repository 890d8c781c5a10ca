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

/** The answers of a case's form that are days of birth, with whose they are. */
export async function birthFields(
  ctx: Context,
  row: Pick<CaseRow, 'state'>,
): Promise<{ key: string; role: string }[]> {
  const version = await pinnedVersion(ctx.tx, row.state);
  const fields = version.content.form?.sections.flatMap((section) => section.fields) ?? [];
  return fields.flatMap(({ key, term }) =>
    term.startsWith(BIRTH) ? [{ key, role: term.slice(BIRTH.length) }] : [],
  );
}

/** What a granted case tells: its result, and the days of birth that stand in it. */
async function factsIn(ctx: Context, row: CaseRow): Promise<{ facts: LifeFact[]; personKey: string | null }> {
  const { state } = row;
  const content = await findContent(ctx.tx, row.id, state.content.version);
  const births = (await birthFields(ctx, row)).flatMap(({ key, role }): LifeFact[] => {
    const day = content?.values[key];
    return isDay(day) ? [{ kind: 'birthDay', what: role, day }] : [];
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
