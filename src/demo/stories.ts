/** Invented progress of the assignments, entered step by step through the same endpoints that officials use. */
import { addDays, type Day, instantOf } from '../kit/day.ts';
import {
  acceptClaim,
  answerDifficulty,
  askExtension,
  checkReport,
  confirmClaim,
  grantExtension,
  listDifficulties,
  listReports,
  refuseExtension,
  returnClaim,
  submitReport,
} from '../modules/directives/contract.ts';
import { coordinatorOf, headOf, people } from './accounts.ts';
import { type Chance, chanceOf } from './chance.ts';
import { plot, type Turn } from './plot.ts';
import type { Happening, Lead, Stage } from './stage.ts';
import * as words from './wording.ts';

export interface Plotted {
  directive: string;
  ref: string;
  lead: Lead;
  from: Day;
  until: Day;
  /** Who checks: the standing office of the unit that owns the directive. */
  office: string;
  /** One of very many assignments of a task: only how it ended is told. */
  brief: boolean;
  money: boolean;
}

/** A working moment on that day, or on the Monday after a weekend. */
function workingMoment(c: Chance, day: Day): Date {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const on = weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
  const clock = `${String(c.between(8, 16)).padStart(2, '0')}:${String(c.between(0, 59)).padStart(2, '0')}`;
  return instantOf(on, clock);
}

/** The report sent by a happening of this story, also after an interruption. */
const reportOf = (stage: Stage, key: string, assignmentId: string): Promise<string | undefined> =>
  stage.recall(`report ${key}`, async () => {
    const { items } = await stage.call(listReports, { id: assignmentId });
    return items.findLast((r) => r.state === 'submitted' || r.state === 'confirmed')?.id;
  });

interface Telling extends Plotted {
  c: Chance;
  key: string;
}

const moneyOf = (t: Telling): object => {
  if (!t.money) return {};
  const moneyAllocated = t.c.between(3, 90) * 100_000_000;
  return { moneyAllocated, moneyPaid: Math.round((moneyAllocated * t.c.between(10, 85)) / 100) };
};

const paper = (t: Telling, date: Day): { number: string; date: Day } => ({
  number: `MH-${String(t.c.between(1, 999)).padStart(3, '0')}/BC`,
  date,
});

type Step = [on: Day, run: (stage: Stage) => Promise<unknown>];

function progress(t: Telling, turn: Turn & { what: 'progress' }): Step[] {
  const { c, lead, key } = t;
  const difficulties = turn.difficulty
    ? [
        c.next() < 0.7
          ? { kind: 'difficulty' as const, body: c.pick(words.difficultyWords) }
          : { kind: 'proposal' as const, body: c.pick(words.proposalWords) },
      ]
    : [];
  const content = turn.nothing
    ? { nothing: true, result: words.nothingWords }
    : {
        result: c.pick(words.progressWords),
        ...(lead.recurring ? {} : { progress: turn.progress }),
        ...moneyOf(t),
        ...(c.next() < 0.4 ? { evidence: [{ ...paper(t, turn.on), title: words.productWords[1] }] } : {}),
      };
  const sent: Step = [
    turn.on,
    async (stage) => {
      const made = await stage.call(
        submitReport,
        { id: lead.id, ...content, difficulties },
        coordinatorOf(lead.unitId),
      );
      stage.note(`report ${key} ${turn.on}`, made.id);
    },
  ];
  const check = (decision: 'confirm' | 'accept', by: string) => async (stage: Stage) => {
    const id = await reportOf(stage, `${key} ${turn.on}`, lead.id);
    if (id) await stage.call(checkReport, { id, decision }, by);
  };
  const confirmed = addDays(turn.on, c.between(1, 3));
  const checks: Step[] = [
    [confirmed, check('confirm', headOf(lead.unitId))],
    [addDays(confirmed, c.between(1, 5)), check('accept', t.office)],
  ];
  return [sent, ...checks, ...answer(t, turn)];
}

function answer(t: Telling, turn: Turn & { what: 'progress' }): Step[] {
  if (!turn.answeredOn) return [];
  const text = t.c.pick(words.answerWords);
  return [
    [
      addDays(turn.answeredOn, 1),
      async (stage) => {
        const { items } = await stage.call(listDifficulties, { assignmentId: t.lead.id, state: 'open' });
        if (items[0]) await stage.call(answerDifficulty, { id: items[0].id, answer: text }, t.office);
      },
    ],
  ];
}

function claim(t: Telling, turn: Turn & { what: 'claim' }): Step[] {
  const { c, lead } = t;
  const product = { ...paper(t, turn.doneOn), title: c.pick(words.productWords) };
  const id = lead.id;
  const input = { id, result: c.pick(words.doneWords), product, ...moneyOf(t) };
  const reason = c.pick(words.returnWords);
  const steps: Step[] = [[turn.on, (s) => s.call(submitReport, input, coordinatorOf(lead.unitId))]];
  if (turn.confirmedOn)
    steps.push([turn.confirmedOn, (s) => s.call(confirmClaim, { id }, headOf(lead.unitId))]);
  if (turn.acceptedOn) steps.push([turn.acceptedOn, (s) => s.call(acceptClaim, { id }, t.office)]);
  if (turn.returnedOn) steps.push([turn.returnedOn, (s) => s.call(returnClaim, { id, reason }, t.office)]);
  return steps;
}

function extension(t: Telling, turn: Turn & { what: 'extension' }): Step[] {
  const { c, lead } = t;
  const id = lead.id;
  const reason = c.pick(words.extensionWords);
  const document = `MH-${c.between(100, 999)}/VPCP ${words.MARK}`;
  const asked: Step = [
    turn.on,
    (s) => s.call(askExtension, { id, until: turn.until, reason }, coordinatorOf(lead.unitId)),
  ];
  if (!turn.decidedOn) return [asked];
  const decide = (s: Stage): Promise<unknown> =>
    turn.granted
      ? s.call(grantExtension, { id, document }, people.leader)
      : s.call(
          refuseExtension,
          { id, reason: `${words.MARK} Nhiệm vụ năm 2025, không lùi thời hạn.` },
          people.leader,
        );
  return [asked, [turn.decidedOn, decide]];
}

function stepsOf(t: Telling, turn: Turn): Step[] {
  switch (turn.what) {
    case 'progress':
      return progress(t, turn);
    case 'claim':
      return claim(t, turn);
    case 'extension':
      return extension(t, turn);
  }
}

/** The happenings of one assignment; never two of them at one moment, so that their order is certain. */
export function storyOf(p: Plotted): Happening[] {
  const key = `${p.directive} ${p.ref} ${p.lead.unitId}`;
  const c = chanceOf(key);
  const frame = {
    from: p.from,
    ...(p.lead.due ? { due: p.lead.due } : {}),
    recurring: p.lead.recurring,
    until: p.until,
  };
  const told = { ...p, c, key };
  const made: Happening[] = [];
  for (const turn of plot(c, frame, p.brief)) {
    let after = 0;
    stepsOf(told, turn).forEach(([on, run], i) => {
      const at = new Date(Math.max(workingMoment(c, on).getTime(), after + 60_000));
      after = at.getTime();
      made.push({ at, key: `story ${key} ${turn.on} ${i}`, run: async (stage) => void (await run(stage)) });
    });
  }
  return made;
}
