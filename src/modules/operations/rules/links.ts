import { addDays } from '../../../kit/day.ts';

/** Numbers of a board whose records have no list of their own elsewhere. */
export const recordKinds = [
  'lateAnswers',
  'soonAnswers',
  'received',
  'ended',
  'signing',
  'gaps',
  'silent',
  'mail',
  'laterMail',
  'jobs',
  'failedJobs',
  'listeners',
  'failing',
] as const;
export type RecordKind = (typeof recordKinds)[number];

const address = (path: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams(query).toString()}`;

/** Cases of a unit, alone or with all below it. */
const casesOf = (unitId: string, subtree: boolean, more: Record<string, string>): string =>
  address('/cases', { view: 'decision', unitId, ...(subtree && { subtree: '1' }), ...more });

type LoadName = 'submitted' | 'working' | 'overdue' | 'waiting' | 'ready' | 'receivedToday' | 'endedToday';

/** What lies at one place, or came and went there today. */
function loadLink(name: LoadName, unitId: string, { subtree, today }: { subtree: boolean; today: string }) {
  if (name === 'overdue') return casesOf(unitId, subtree, { work: 'working', dueTo: addDays(today, -1) });
  if (name !== 'receivedToday' && name !== 'endedToday') return casesOf(unitId, subtree, { work: name });
  const what: RecordKind = name === 'receivedToday' ? 'received' : 'ended';
  return address('/operations/records', { what, unitId, day: today, ...(!subtree && { own: '1' }) });
}

/** What is late at a place and everything below it. */
export const lateOf = (kind: 'tasks' | 'cases', unitId: string, today: string): string =>
  kind === 'cases'
    ? loadLink('overdue', unitId, { subtree: true, today })
    : address('/assignments', { unitId, subtree: '1', role: 'lead', kind: 'task', time: 'overdue' });

/** Where the records behind the numbers of a board are listed; for the board itself and for frozen notes. */
export function linksOf(unitId: string, isWhole: boolean, today: string, soonDays: [string, string]) {
  const own: Record<string, string> = isWhole ? {} : { unitId };
  const place: Record<string, string> = isWhole ? {} : { unitId, subtree: '1' };
  const lead = { role: 'lead', kind: 'task' };
  return {
    lateTasks: address('/assignments', { ...place, ...lead, time: 'overdue' }),
    soonTasks: address('/assignments', {
      ...place,
      ...lead,
      work: 'open',
      dueFrom: today,
      dueTo: soonDays[0],
    }),
    lateCases: loadLink('overdue', unitId, { subtree: true, today }),
    /** What is late at a place and everything below it. */
    late: (kind: 'tasks' | 'cases', unit: string) => lateOf(kind, unit, today),
    soonCases: casesOf(unitId, true, { work: 'working', dueFrom: today, dueTo: soonDays[1] }),
    load: (name: LoadName, unit = unitId, subtree = true) => loadLink(name, unit, { subtree, today }),
    overview: address('/cases/overview', { unitId }),
    signing: (units: readonly string[]) =>
      units.length === 1
        ? address('/cases/signing', { unitId: units[0]! })
        : address('/operations/records', { what: 'signing', unitId }),
    failedMail: '/notices/sent?state=failed',
    gaps: isWhole ? '/procedures/coverage' : address('/operations/records', { what: 'gaps', unitId }),
    records: (what: RecordKind) => address('/operations/records', { what, unitId }),
    warnings: address('/warnings', own),
    warningsOf: (severity: string) => address('/warnings', { ...own, severity }),
    figure: ({ code, month }: { code: string; month?: string | undefined }) =>
      month
        ? `${address(`/measures/${code}`, { unitId, period: month })}#records`
        : address(`/figures/${code}`, { ...own, count: 'assignments', ...lead }),
  };
}
export type Links = ReturnType<typeof linksOf>;
