import type { Actor } from '../src/kit/actor.ts';
import type { Endpoint, InputOf } from '../src/kit/contract.ts';
import { dayOf } from '../src/kit/day.ts';
import { getAssignment, listAssignments } from '../src/modules/directives/contract/assignment.ts';
import { listDirectives } from '../src/modules/directives/contract/directive.ts';
import { listQueue } from '../src/modules/directives/contract/report.ts';
import { getTask, listTasks } from '../src/modules/directives/contract/task.ts';
import { board, computeFigure, listFigureRecords } from '../src/modules/indicators/contract/figures.ts';
import { listLate } from '../src/modules/indicators/contract/lists.ts';
import { actorFor, PROVINCE } from './accounts.ts';
import type { Bench } from './installation.ts';
import { type Measure, measuresOf, timesOf } from './measure.ts';
import * as plain from './plain.ts';

/** One question that the program answers, and the plain SQL that asks the tables for the same. */
interface Question {
  name: string;
  conditions: string;
  ask: () => Promise<unknown>;
  plain?: plain.Query;
}

const WITH_PLAIN = 'ratio: to plain SQL over the base tables';

async function placesOf({ app, country }: Bench) {
  const one = async (text: string) => (await app.db.owner.query<{ id: string }>(text)).rows[0]!.id;
  const commune = country.communesOf.get(PROVINCE)![0]!;
  return {
    commune,
    communes: country.communesOf.get(PROVINCE)!,
    ministry: await one(plain.busiest(country.bodies)),
    assignment: await one(plain.assignmentOf(commune)),
    task: await one(plain.taskLedBy(20, 60)),
    spread: await one(plain.taskLedBy(3000, 4000)),
  };
}
type Places = Awaited<ReturnType<typeof placesOf>>;
type Ask = <E extends Endpoint>(endpoint: E, input: InputOf<E>, actor?: Actor) => () => Promise<unknown>;

function listQuestions(ask: Ask, today: string, coordinator: Actor, at: Places): Question[] {
  const open = { work: 'open' as const, limit: 50 };
  return [
    {
      name: 'workList.commune',
      conditions: `open work of a commune, coordinator of its province; ${WITH_PLAIN}`,
      ask: ask(listAssignments, { unitId: at.commune, ...open }, coordinator),
      plain: plain.workList([at.commune]),
    },
    {
      name: 'workList.province',
      conditions: `open work of a province with all its communes; ${WITH_PLAIN}`,
      ask: ask(listAssignments, { unitId: PROVINCE, subtree: true, ...open }, coordinator),
      plain: plain.workList([PROVINCE, ...at.communes]),
    },
    {
      name: 'workList.ministry',
      conditions: `open work of the busiest body of the centre, standing office; ${WITH_PLAIN}`,
      ask: ask(listAssignments, { unitId: at.ministry, ...open }),
      plain: plain.workList([at.ministry]),
    },
    {
      name: 'overdueAssignments',
      conditions: `first page of what is overdue in the country, standing office; ${WITH_PLAIN}`,
      ask: ask(listAssignments, { time: 'overdue', limit: 50 }),
      plain: plain.overdue(today),
    },
    {
      name: 'lateList.country',
      conditions: 'late tasks by agency with their counts, standing office',
      ask: ask(listLate, {}),
    },
    {
      name: 'lateList.province',
      conditions: 'late tasks of a province and its communes',
      ask: ask(listLate, { unitId: PROVINCE }, coordinator),
    },
    {
      name: 'queue',
      conditions: 'first page of what waits for acceptance, standing office',
      ask: ask(listQueue, { limit: 50 }),
    },
    {
      name: 'taskPage.leads34',
      conditions: 'one task with its 34 assignments',
      ask: ask(getTask, { id: at.task }),
    },
    {
      name: 'taskPage.leads3321',
      conditions: 'one task with its 3,321 assignments',
      ask: ask(getTask, { id: at.spread }),
    },
    {
      name: 'assignmentPage',
      conditions: 'one assignment with its history',
      ask: ask(getAssignment, { id: at.assignment }, coordinator),
    },
    {
      name: 'search.tasks',
      conditions: `“ha tang mang”: tasks found without diacritics; ${WITH_PLAIN}`,
      ask: ask(listTasks, { q: 'ha tang mang', limit: 20 }),
      plain: plain.search('ha tang mang'),
    },
    {
      name: 'search.directives',
      conditions: '“nghi quyet do kiem so 3”: directives with their counts',
      ask: ask(listDirectives, { q: 'nghi quyet do kiem so 3', limit: 20 }),
    },
  ];
}

function figureQuestions(ask: Ask, today: string, coordinator: Actor, at: Places): Question[] {
  const code = 'onTimeOfClosedAndOverdue';
  const assignments = { count: 'assignments' as const };
  const province = [PROVINCE, ...at.communes];
  return [
    {
      name: 'rollUp.provinceByUnit',
      conditions: `all figures of a province, a row for each commune, counted by assignment; ${WITH_PLAIN}`,
      ask: ask(board, { unitId: PROVINCE, by: 'unit', ...assignments }, coordinator),
      plain: plain.classes(today, province, true),
    },
    {
      name: 'rollUp.provinceTasks',
      conditions: 'all figures of a province, a row for each commune, counted by task',
      ask: ask(board, { unitId: PROVINCE, by: 'unit' }, coordinator),
    },
    {
      name: 'rollUp.countryByAgency',
      conditions: `all figures, a row for each ministry and province, counted by assignment; ${WITH_PLAIN}`,
      ask: ask(board, { by: 'unit', ...assignments }),
      plain: plain.classes(today, undefined, true),
    },
    {
      name: 'figure.country',
      conditions: `on-time rate of the country, counted by assignment; ${WITH_PLAIN}`,
      ask: ask(computeFigure, { code, ...assignments }),
      plain: plain.classes(today),
    },
    {
      name: 'figure.countryTasks',
      conditions: 'on-time rate of the country, counted by task',
      ask: ask(computeFigure, { code }),
    },
    {
      name: 'figure.province',
      conditions: `on-time rate of a province with its communes; ${WITH_PLAIN}`,
      ask: ask(computeFigure, { code, unitId: PROVINCE, ...assignments }, coordinator),
      plain: plain.classes(today, province),
    },
    {
      name: 'figure.commune',
      conditions: `on-time rate of a commune; ${WITH_PLAIN}`,
      ask: ask(computeFigure, { code, unitId: at.commune, ...assignments }, coordinator),
      plain: plain.classes(today, [at.commune]),
    },
    {
      name: 'figure.pastDay',
      conditions: 'on-time rate of the country as known on 30 September 2025, counted by assignment',
      ask: ask(computeFigure, { code, asOf: '2025-09-30', ...assignments }),
    },
    {
      name: 'records.country',
      conditions: 'first page of the records behind the rate of the country, counted by assignment',
      ask: ask(listFigureRecords, { code, ...assignments, limit: 50 }),
    },
    {
      name: 'records.countryTasks',
      conditions: 'the same, counted by task',
      ask: ask(listFigureRecords, { code, limit: 50 }),
    },
    {
      name: 'records.province',
      conditions: 'first page of the records behind the rate of a province',
      ask: ask(listFigureRecords, { code, unitId: PROVINCE, ...assignments, limit: 50 }, coordinator),
    },
    {
      name: 'records.commune',
      conditions: 'first page of the records behind the rate of a commune',
      ask: ask(listFigureRecords, { code, unitId: at.commune, ...assignments, limit: 50 }, coordinator),
    },
  ];
}

/** Asks every question many times in this process, under the rights of real accounts, in turn with its plain SQL. */
export async function measureQuestions(
  bench: Bench,
  options: { calls: number; only?: string | undefined; say: (line: string) => void },
): Promise<Measure[]> {
  const { app } = bench;
  const coordinator = await actorFor(app, 'coordinator');
  const office = await actorFor(app, 'office');
  const today = dayOf(app.clock.now());
  const ask: Ask =
    (endpoint, input, actor = office) =>
    () =>
      app.call(endpoint, input, { actor });
  const at = await placesOf(bench);
  const questions = [
    ...listQuestions(ask, today, coordinator, at),
    ...figureQuestions(ask, today, coordinator, at),
  ];
  const measures: Measure[] = [];
  for (const { name, conditions, ask: own, plain: query } of questions) {
    if (options.only && !name.startsWith(options.only)) continue;
    const other = query && (() => app.db.owner.query(query.text, query.values));
    const made = measuresOf(
      name,
      await timesOf(own, other, options.calls),
      `in process, one caller; ${conditions}`,
    );
    measures.push(...made);
    options.say(`${name}: ${made.map((m) => `${m.value} ms${m.ratio ? ` (${m.ratio})` : ''}`).join(', ')}`);
  }
  return measures;
}
