import type { InputOf, ReplyOf } from '../../../../kit/contract.ts';
import { instantOf, addDays } from '../../../../kit/day.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { listCases, searchCases } from '../../contract.ts';
import type { Handling } from '../../rules/model.ts';
import { unitsOf } from './parts/names.ts';

export const views = ['work', 'mine', 'decision', 'received', 'own'] as const;
export type ListView = (typeof views)[number];
export const times = ['late', 'today', 'unassigned', 'unapologised'] as const;

/** What a saved view keeps of the address. */
export const filterNames = [
  'view',
  'unitId',
  'handling',
  'stepRole',
  'channel',
  'time',
  'procedureCode',
  'day',
] as const;

/** The view in the address; an official begins with what waits for his unit, everybody else with what he handed in. */
export function viewOf(p: PageContext): ListView {
  const asked = views.find((one) => one === p.query['view']);
  if (asked) return asked;
  return p.can('case.view') ? 'work' : 'own';
}

/** The unit of the list: the one in the address, else the first for which this person works on cases. */
export const unitOf = (p: PageContext): string | undefined =>
  p.query['unitId'] || unitsOf(p, 'case.receive', 'case.handle', 'case.sign', 'case.assign', 'case.view')[0];

const timeFilter = (p: PageContext): Partial<InputOf<typeof listCases>> => {
  switch (p.query['time']) {
    case 'late':
      return { dueBefore: p.now.toISOString() };
    case 'today':
      return { dueBefore: instantOf(addDays(p.today, 1)).toISOString() };
    case 'unassigned':
      return { unassigned: true };
    case 'unapologised':
      return { withoutApology: true };
    default:
      return {};
  }
};

const works = ['submitted', 'working', 'waiting', 'ready'] as const;
const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** How a figure that was opened narrows the list: everything below the unit, where cases stand, days on which they are due. */
export const narrowNames = ['subtree', 'work', 'dueFrom', 'dueTo'] as const;
export function narrowOf(p: PageContext) {
  const { dueFrom, dueTo, subtree } = p.query;
  const work = works.find((one) => one === p.query['work']);
  return {
    ...(subtree === '1' && { subtree: true }),
    ...(work && { work }),
    ...(isDay(dueFrom) && { dueFrom }),
    ...(isDay(dueTo) && { dueTo }),
  };
}

function narrowing(p: PageContext): Partial<InputOf<typeof listCases>> {
  const { dueFrom, dueTo, ...more } = narrowOf(p);
  return {
    ...more,
    ...(dueFrom && { dueFrom: instantOf(dueFrom).toISOString() }),
    ...(dueTo && { dueBefore: new Date(instantOf(addDays(dueTo, 1)).getTime() - 1).toISOString() }),
  };
}

type Page = ReplyOf<typeof listCases>;

/** The page of cases that the address asks for; nothing where no unit is known. */
export async function askedFor(
  p: PageContext,
  more: { cursor?: string | undefined; limit?: number } = {},
): Promise<Page> {
  const cursor = more.cursor ?? p.query['cursor'];
  const paging = { ...(cursor && { cursor }), ...(more.limit && { limit: more.limit }) };
  const q = (p.query['q'] ?? '').trim();
  if (q.length >= 2) return p.call(searchCases, { q: q.slice(0, 100), ...paging });
  const view = viewOf(p);
  const unitId = unitOf(p);
  if (view !== 'mine' && view !== 'own' && !unitId) return { items: [] };
  const { handling, stepRole, channel, procedureCode, day } = p.query;
  return p.call(listCases, {
    view,
    ...(unitId && view !== 'mine' && view !== 'own' && { unitId }),
    ...(handling && { handling: [handling as Handling] }),
    ...(stepRole && { stepRole }),
    ...(channel && { channel: channel as 'online' }),
    ...(procedureCode && { procedureCode }),
    ...(day && /^\d{4}-\d\d-\d\d$/.test(day) && { day }),
    ...timeFilter(p),
    ...narrowing(p),
    ...paging,
  });
}

const MOST_EXPORTED = 5000;
/** All cases that the address asks for, up to a number that a spreadsheet opens at once. */
export async function allAskedFor(p: PageContext): Promise<Page['items']> {
  const items: Page['items'] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await askedFor(p, { cursor, limit: 500 });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor && items.length < MOST_EXPORTED);
  return items;
}
