import { systemActor } from '../../../kit/actor.ts';
import type { App } from '../../../kit/app.ts';
import { type Context, openContext } from '../../../kit/context.ts';
import { addDays, type Day, dayOf, diffDays } from '../../../kit/day.ts';
import { newId } from '../../../kit/ids.ts';
import { cutoffOf, periodsBetween } from '../../directives/index.ts';
import { isWorkingTime } from '../rules/hours.ts';
import { aboutRange, type Facts, judge, type Ladder, type Rung, type Verdict } from '../rules/ladder.ts';
import type { Recipient } from '../rules/recipients.ts';
import type { ToldCase } from '../store/case.ts';
import { type Candidate, listCandidates, listCycles, listOwing } from '../store/due.ts';
import { type Firing, insertFirings } from '../store/notice.ts';
import { caseRungs, climbCases } from './case-sweep.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster, type Roster } from './roster.ts';
import { type Matter, tell, tellGap, type Telling, write } from './tell.ts';

/** Subjects in one transaction. */
const BATCH = 200;

/** A subject that has reached a rung, with what becomes of it and who would hear of it. */
export interface Reached {
  candidate: Candidate;
  verdict: Verdict;
  matter: Matter;
  recipients: Recipient[];
}

/** Where a rung finds its subjects, page by page. */
export type Source = (ctx: Context, after: Candidate | undefined, limit: number) => Promise<Candidate[]>;

/** A cycle's own reminder days are no longer than this; periods are looked for that far ahead. */
const AHEAD = 62;

async function periodSources(
  ctx: Context,
  rung: Rung,
  ladder: Ladder,
): Promise<{ source: Source; cycleDays: number }[]> {
  const made: { source: Source; cycleDays: number }[] = [];
  for (const cycle of await listCycles(ctx.tx)) {
    const cycleDays = cycle.cycle.remindDaysBefore;
    const { from, to } = aboutRange(rung, ctx.today, ladder.catchUpDays, cycleDays);
    for (const period of periodsBetween(addDays(from, -400), addDays(ctx.today, AHEAD), cycle.cycle.period)) {
      const cutoff = dayOf(cutoffOf(period, cycle.cycle));
      // A reminder to report is of no use once the cut-off day is over.
      if (cutoff < from || cutoff > to || cutoff < ctx.today) continue;
      made.push({
        cycleDays,
        source: (c, after, limit) =>
          listOwing(c.tx, cycle, period.code, cutoff, { rung: rung.code, today: c.today, after, limit }),
      });
    }
  }
  return made;
}

/** All there is to look through for a rung at this moment. */
export async function sourcesOf(
  ctx: Context,
  rung: Rung,
  ladder: Ladder,
): Promise<{ source: Source; cycleDays: number }[]> {
  const { kind } = rung.when;
  if (kind === 'cutoffIn') return periodSources(ctx, rung, ladder);
  const range = aboutRange(rung, ctx.today, ladder.catchUpDays);
  return [
    {
      cycleDays: 0,
      source: (c, after, limit) =>
        listCandidates(c.tx, kind, { ...range, rung: rung.code, today: c.today, after, limit }),
    },
  ];
}

const factsOf = (c: Candidate, cycleDays: number): Facts => ({
  about: c.about,
  work: c.work,
  lastReportOn: c.lastReportOn ?? undefined,
  extensionAsked: c.extensionAsked && c.subjectKind === 'assignment',
  cycleDays,
  ...(c.waitsFor ? { waitsFor: c.waitsFor } : {}),
});

function matterOf(rung: Rung, c: Candidate, today: Day): Matter {
  const { subjectKind, subjectId, about, assignmentId, taskId, unitId, ownerUnitId, classification } = c;
  const { responsible, caseId } = c;
  const days = Math.abs(diffDays(today, about));
  const params = {
    ...c.params,
    about,
    days,
    past: about < today,
    ...(c.waitsFor ? { waitsFor: c.waitsFor } : {}),
  };
  return {
    kind: rung.when.kind,
    rung: rung.code,
    subjectKind,
    subjectId,
    about,
    assignmentId,
    taskId,
    unitId,
    ownerUnitId,
    classification,
    params,
    asRole: responsible && rung.to === 'owner' ? 'responsible' : rung.to,
    channels: rung.channels,
    ...(responsible && { responsible }),
    ...(caseId && { caseId }),
  };
}

/** Judges a page of subjects and finds their recipients; nothing is written. */
export function reach(
  ctx: Context,
  rung: Rung,
  ladder: Ladder,
  page: readonly Candidate[],
  cycleDays: number,
  roster: Roster,
): Reached[] {
  return page
    .map((candidate) => {
      const verdict = judge(ladder, rung, factsOf(candidate, cycleDays), ctx.now);
      const matter = matterOf(rung, candidate, ctx.today);
      return {
        candidate,
        verdict,
        matter,
        recipients: verdict === 'fire' ? roster.find(rung.to, matter) : [],
      };
    })
    .filter((r) => r.verdict !== 'not');
}

function firingOf({ candidate, verdict, recipients }: Reached): Firing {
  const { subjectKind, subjectId, about, unitId } = candidate;
  const outcome =
    verdict === 'fire'
      ? recipients.length > 0
        ? 'fired'
        : 'noRecipient'
      : (verdict as 'stopped' | 'overtaken');
  return { subjectKind, subjectId, about, unitId, outcome, recipients: recipients.length };
}

const keyOf = (s: { subjectKind: string; subjectId: string; about: Day }): string =>
  `${s.subjectKind}/${s.subjectId}/${s.about}`;

/** Climbs a rung for a page of subjects: claims it, writes the notices and queues the mail, in one transaction. */
async function climb(
  ctx: Context,
  rung: Rung,
  ladder: Ladder,
  reached: readonly Reached[],
  roster: Roster,
): Promise<number> {
  if (reached.length === 0) return 0;
  const won = new Set(
    (await insertFirings(ctx.tx, rung.code, ladder.version, reached.map(firingOf), ctx.today, ctx.now)).map(
      keyOf,
    ),
  );
  const mine = reached.filter((r) => r.verdict === 'fire' && won.has(keyOf(r.candidate)));
  const tellings: Telling[] = mine.map((r) =>
    r.recipients.length > 0
      ? tell(ctx, r.matter, r.recipients, ladder.hours)
      : tellGap(ctx, r.matter, roster, ladder.hours),
  );
  const made = await write(ctx, tellings);
  for (const { matter, recipients } of mine.filter((r) => r.recipients.length > 0))
    ctx.emit({
      unitId: matter.unitId,
      stream: `reminder:${matter.subjectKind}:${matter.subjectId}`,
      kind: 'reminder.sent',
      payload: {
        rung: rung.code,
        about: matter.about,
        to: recipients.map((r) => r.key),
        ladder: ladder.version,
      },
    });
  return made;
}

async function inContext<T>(app: App, now: Date, work: (ctx: Context) => Promise<T>): Promise<T> {
  return app.db.write(async (tx) => {
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const made = await work(ctx);
    await ctx.flush();
    return made;
  });
}

async function sweepRung(app: App, now: Date, ladder: Ladder, rung: Rung): Promise<number> {
  let made = 0;
  for (const { source, cycleDays } of await inContext(app, now, (ctx) => sourcesOf(ctx, rung, ladder))) {
    for (let after: Candidate | undefined, more = true; more;) {
      more = await inContext(app, now, async (ctx) => {
        const page = await source(ctx, after, BATCH);
        const roster = await loadRoster(ctx, page);
        made += await climb(ctx, rung, ladder, reach(ctx, rung, ladder, page, cycleDays, roster), roster);
        after = page.at(-1);
        return page.length === BATCH;
      });
    }
  }
  return made;
}

async function sweepCases(
  app: App,
  now: Date,
  ladder: Ladder,
  rung: (typeof caseRungs)[number],
): Promise<number> {
  let made = 0;
  for (let after: ToldCase | undefined, more = true; more;) {
    const page = await inContext(app, now, (ctx) => climbCases(ctx, ladder, rung, { after, limit: BATCH }));
    made += page.made;
    ({ after } = page);
    more = after !== undefined;
  }
  return made;
}

/**
 * Climbs every rung that has been reached at `now` and not been climbed; how many notices were written. Found from the
 * data alone, so it needs nobody to open a page; may run in several processes at once and be cut off anywhere.
 */
export async function sendReminders(app: App, now: Date): Promise<number> {
  const ladder = await app.db.read((tx) => ladderInForce(tx, dayOf(now)));
  if (!isWorkingTime(ladder.hours, now)) return 0;
  let made = 0;
  for (const rung of ladder.rungs) made += await sweepRung(app, now, ladder, rung);
  for (const rung of caseRungs) made += await sweepCases(app, now, ladder, rung);
  return made;
}
