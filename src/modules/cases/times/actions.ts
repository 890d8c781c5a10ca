import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays } from '../../../kit/day.ts';
import { listStream, listStreams, type StoredEvent } from '../../../kit/events.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { subtreeOn } from '../../organisations/index.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { stepOf } from '../../procedures/index.ts';
import { eventOf } from '../actions/apply.ts';
import { type Ground, groundOf, loadGround } from '../actions/grounds.ts';
import { withAllFormer } from '../actions/lists.ts';
import { evolve } from '../rules/evolve.ts';
import type { CaseState } from '../rules/model.ts';
import { getCaseRow } from '../store/caseFile.ts';
import type { getCaseTimes, listStepTimes } from './contract.ts';
import { type Heading, phases, staysOf, sumStays, timesOf } from './rules.ts';
import { listEndedOf } from './store.ts';

/** The newest cases that a table is made of, and how many streams are read at once. */
const MOST = 2000;
const BATCH = 250;
const DAYS = 90;

interface Timed {
  version: EffectiveVersion;
  stays: (ReturnType<typeof staysOf>[number] & { minutes: number })[];
}

/** The stays of a case with their working minutes, by the calendar that counts for it; the last one up to now. */
async function timed(ctx: Context, ground: Ground, stored: readonly StoredEvent[]): Promise<Timed> {
  const events = stored.map(eventOf);
  const state = events.reduce<CaseState | undefined>(evolve, undefined)!;
  const { version, time } = await groundOf(ctx, ground, state);
  const minutes = (from: string, to: string) => Math.round(time.minutes(new Date(from), new Date(to)));
  const now = ctx.now.toISOString();
  return {
    version,
    stays: staysOf(events).map((stay) => ({ ...stay, minutes: minutes(stay.from, stay.to ?? now) })),
  };
}

function nameIn(version: EffectiveVersion, { phase, key }: Heading) {
  const name = phase === 'step' ? stepOf(version, key)?.name : undefined;
  return name && { name: { vi: name.vi, ...(name.en && { en: name.en }) } };
}

export async function getCaseTimesAction(
  ctx: Context,
  { id }: ParsedOf<typeof getCaseTimes>,
): Promise<ReplyOf<typeof getCaseTimes>> {
  const row = await getCaseRow(ctx.tx, ctx.actor, id);
  const [events, ground] = await Promise.all([listStream(ctx.tx, `case:${row.id}`), loadGround(ctx.tx)]);
  const { version, stays } = await timed(ctx, ground, events);
  return { items: stays.map((stay) => ({ ...stay, ...nameIn(version, stay) })) };
}

/** All headings of some cases, each with its minutes; the version of the newest gives the names and the order. */
async function sumsOf(ctx: Context, ground: Ground, ids: readonly string[]) {
  const sums: Map<string, number>[] = [];
  const versions = new Map<string, EffectiveVersion>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const streams = ids.slice(at, at + BATCH).map((id) => `case:${id}`);
    const byCase = Map.groupBy(await listStreams(ctx.tx, streams), (event) => event.stream);
    for (const events of byCase.values()) {
      const { version, stays } = await timed(ctx, ground, events);
      sums.push(sumStays(stays.filter((stay) => stay.to !== undefined)));
      versions.set(version.id, version);
    }
  }
  return { sums, versions: [...versions.values()].toSorted((a, b) => b.number - a.number) };
}

/** Rows in the order in which a case goes: the phases, among steps that of the plan. */
function inOrder<T extends Heading>(rows: readonly T[], versions: readonly EffectiveVersion[]): T[] {
  const plan = versions.flatMap((version) => version.content.steps.map((step) => step.key));
  const place = ({ phase, key }: Heading) => phases.indexOf(phase) * 1000 + plan.indexOf(key);
  return rows.toSorted((a, b) => place(a) - place(b) || (a.key < b.key ? -1 : 1));
}

export async function listStepTimesAction(
  ctx: Context,
  input: ParsedOf<typeof listStepTimes>,
): Promise<ReplyOf<typeof listStepTimes>> {
  const { procedureCode, unitId, to = ctx.today } = input;
  const from = input.from ?? addDays(to, 1 - DAYS);
  if (from > to)
    throw fieldProblem('from', 'Ngày đầu phải trước ngày cuối.', 'The first day must come before the last.');
  const ground = await loadGround(ctx.tx);
  const { snapshot } = ground;
  const units = unitId
    ? withAllFormer(snapshot, subtreeOn(snapshot, unitId, ctx.today), ctx.today)
    : undefined;
  const asked = { procedureCode, units, from, before: addDays(to, 1), limit: MOST + 1 };
  const ids = await listEndedOf(ctx.tx, ctx.actor, asked);
  const { sums, versions } = await sumsOf(ctx, ground, ids.slice(0, MOST));
  const rows = inOrder(timesOf(sums), versions).map((row) => {
    const version = versions.find((one) => nameIn(one, row));
    return { ...row, ...(version && nameIn(version, row)) };
  });
  return { from, to, cases: sums.length, isCut: ids.length > MOST, items: rows };
}
