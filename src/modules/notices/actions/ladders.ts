import { may, type Actor } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { openContext } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { addDays, dayOf, instantOf } from '../../../kit/day.ts';
import { fieldProblem, notAllowed, Problem } from '../../../kit/problems.ts';
import type { listLadders, previewLadder, setLadder } from '../contract.ts';
import { workingDayFrom } from '../rules/hours.ts';
import type { Ladder } from '../rules/ladder.ts';
import { insertLadder, type LadderRow, listLadders as listRows } from '../store/ladder.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster } from './roster.ts';
import { type Reached, reach, sourcesOf } from './sweep.ts';

const shown = (l: Ladder & Partial<LadderRow>) => ({
  version: l.version,
  validFrom: l.validFrom,
  rungs: l.rungs.map((r) => ({ ...r, channels: [...r.channels] })),
  hours: {
    ...l.hours,
    weekdays: [...l.hours.weekdays],
    holidays: [...l.hours.holidays],
    extraWorkdays: [...l.hours.extraWorkdays],
  },
  catchUpDays: l.catchUpDays,
  quietDays: l.quietDays,
  note: l.note ?? '',
  ...(l.setBy ? { setBy: l.setBy } : {}),
  ...(l.setAt ? { setAt: l.setAt.toISOString() } : {}),
});

export async function listLaddersAction(ctx: Context): Promise<ReplyOf<typeof listLadders>> {
  return {
    inForce: shown(await ladderInForce(ctx.tx, ctx.today)),
    versions: (await listRows(ctx.tx)).map(shown),
  };
}

/** One ladder reminds the whole installation: whoever changes it must be responsible for all of it. */
const mayForAll = (actor: Actor): boolean =>
  actor.tokenScope !== 'read' &&
  actor.grants.some(
    (g) => g.units === 'all' && (g.permissions.has('notice.settings') || g.permissions.has('*')),
  );

function assertSound(input: ParsedOf<typeof setLadder>, today: string): void {
  if (input.validFrom < today)
    throw fieldProblem(
      'validFrom',
      'Ngày hiệu lực phải từ hôm nay trở đi: những lần nhắc trước đã gửi theo bản cũ.',
      'The first day must not lie in the past: earlier reminders left under the old version.',
    );
  if (input.hours.end <= input.hours.start)
    throw fieldProblem(
      'hours.end',
      'Giờ kết thúc phải sau giờ bắt đầu.',
      'The end must be later than the start.',
    );
  const codes = input.rungs.map((r) => r.code);
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  if (twice >= 0)
    throw fieldProblem(
      `rungs.${twice}.code`,
      `Mã bậc “${codes[twice]}” bị trùng.`,
      `The rung “${codes[twice]}” is there twice.`,
    );
  const daysless = input.rungs.findIndex((r) => r.when.days === undefined && r.when.kind !== 'cutoffIn');
  if (daysless >= 0)
    throw fieldProblem(`rungs.${daysless}.when.days`, 'Cần số ngày.', 'The number of days is needed.');
}

export async function setLadderAction(
  ctx: Context,
  input: ParsedOf<typeof setLadder>,
): Promise<{ version: number }> {
  if (!mayForAll(ctx.actor)) throw new Problem(notAllowed);
  assertSound(input, ctx.today);
  const version = await insertLadder(ctx.tx, {
    ...input,
    rungs: input.rungs,
    setBy: ctx.actor.name,
    setAt: ctx.now,
  });
  ctx.emit({ unitId: 'notices', stream: 'ladder', kind: 'ladder.set', payload: { version, ...input } });
  return { version };
}

/** Subjects looked through for one rung; beyond that the answer says that there are more. */
const MOST = 2000;

function tally(reached: readonly Reached[], unitName: (id: string) => { vi: string; en: string }) {
  const people = new Map<string, { name: string; unitName: { vi: string; en: string }; count: number }>();
  for (const { recipients, matter } of reached)
    for (const r of recipients) {
      const known = people.get(r.key) ?? { name: r.name, unitName: unitName(matter.unitId), count: 0 };
      people.set(r.key, { ...known, count: known.count + 1 });
    }
  return [...people.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi'));
}

export async function previewLadderAction(
  ctx: Context,
  input: ParsedOf<typeof previewLadder>,
): Promise<ReplyOf<typeof previewLadder>> {
  const wished = input.on ?? addDays(ctx.today, 1);
  const ladder = await ladderInForce(ctx.tx, wished);
  const on = workingDayFrom(ladder.hours, wished);
  const then = openContext(ctx.app, ctx.tx, {
    actor: ctx.actor,
    requestId: ctx.requestId,
    now: instantOf(on, ladder.hours.start),
  });
  const sees = (r: { unitId: string; ownerUnitId: string }): boolean =>
    may(ctx.actor, 'notice.settings', r.unitId) || may(ctx.actor, 'notice.settings', r.ownerUnitId);
  const rungs: ReplyOf<typeof previewLadder>['rungs'] = [];
  for (const rung of ladder.rungs) {
    const reached: Reached[] = [];
    let more = false;
    let unitName = (id: string) => ({ vi: id, en: id });
    for (const { source, cycleDays } of await sourcesOf(then, rung, ladder)) {
      const found = await source(then, undefined, MOST + 1);
      more ||= found.length > MOST;
      const page = found.slice(0, MOST).filter(sees);
      const roster = await loadRoster(then, page);
      unitName = (id) => roster.unitName(id);
      reached.push(...reach(then, rung, ladder, page, cycleDays, roster));
    }
    const fired = reached.filter((r) => r.verdict === 'fire');
    rungs.push({
      rung: { ...rung, channels: [...rung.channels] },
      count: fired.filter((r) => r.recipients.length > 0).length,
      stopped: reached.length - fired.length,
      nobody: fired.filter((r) => r.recipients.length === 0).length,
      more,
      recipients: tally(fired, unitName).slice(0, 20),
    });
  }
  return { on: dayOf(then.now), rungs };
}
