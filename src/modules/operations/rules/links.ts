const address = (path: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams(query).toString()}`;

/** Where the records behind the numbers of a board are listed; for the board itself and for frozen notes. */
export function linksOf(unitId: string, isWhole: boolean, today: string, soonDays: [string, string]) {
  const place: Record<string, string> = isWhole ? {} : { unitId, subtree: '1' };
  const tasks = { ...place, role: 'lead', kind: 'task' };
  const cases = { view: 'decision', unitId, subtree: '1', work: 'working' };
  const yesterday = new Date(Date.parse(`${today}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return {
    lateTasks: address('/assignments', { ...tasks, time: 'overdue' }),
    soonTasks: address('/assignments', { ...tasks, work: 'open', dueFrom: today, dueTo: soonDays[0] }),
    lateCases: address('/cases', { ...cases, dueTo: yesterday }),
    soonCases: address('/cases', { ...cases, dueFrom: today, dueTo: soonDays[1] }),
    overview: address('/cases/overview', { unitId }),
    signing: (unit: string) => address('/cases/signing', { unitId: unit }),
    failedMail: '/notices/sent?state=failed',
    waitingMail: '/notices/sent?state=queued',
    gaps: '/procedures/coverage',
    records: (what: 'consultations' | 'silent' | 'listeners') =>
      address('/operations/records', { what, unitId }),
    warnings: address('/warnings', isWhole ? {} : { unitId }),
    figure: (code: string) =>
      code === 'casesOnTime'
        ? address('/cases/overview', { unitId })
        : address(`/figures/${code}`, {
            ...(isWhole ? {} : { unitId }),
            count: 'assignments',
            role: 'lead',
            kind: 'task',
          }),
  };
}
export type Links = ReturnType<typeof linksOf>;
