import type { z } from 'zod';

import type { Text } from '../../../kit/i18n.ts';
import type { Board, frozenFigure } from '../contract.ts';

export type FrozenFigure = z.output<typeof frozenFigure>;

/** The note of a shift, and who took it over. */
export interface HandOver {
  unitId: string;
  writtenAt: string;
  byId: string;
  by: string;
  note: string;
  figures: FrozenFigure[];
  hash: string;
  takenAt?: string;
  takenById?: string;
  takenBy?: string;
  remark?: string;
}

export type HandOverEvent =
  | {
      kind: 'handOver.written';
      payload: Omit<HandOver, 'takenAt' | 'takenById' | 'takenBy' | 'remark'>;
    }
  | {
      kind: 'handOver.taken';
      payload: { takenAt: string; takenById: string; takenBy: string; remark: string };
    };

/** JSON with the keys of every object in order: the same text whatever a database does to their order. */
export const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** The note as its events make it. */
export function evolve(state: HandOver | undefined, event: HandOverEvent): HandOver | undefined {
  if (event.kind === 'handOver.written') return { ...event.payload };
  return state && { ...state, ...event.payload };
}

const address = (path: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams(query).toString()}`;

const label = (vi: string, en: string): Text => ({ vi, en });

/** Where the records behind the numbers of a board are listed; for the board itself and for frozen notes. */
export function linksOf(unitId: string, isWhole: boolean, today: string, soonDays: [string, string]) {
  const place = { ...(isWhole ? {} : { unitId, subtree: '1' }) };
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

type Line = readonly [key: string, label: Text, value: number | undefined, href?: string];

/** The numbers of a board as they are kept in a hand-over note; what the writer could not see is not in it. */
export function freeze(board: Board, links: Links): FrozenFigure[] {
  const { late, soon, load, exchange, quality, warnings } = board;
  const panels: [panel: string, lines: Line[]][] = [
    [
      'late',
      [
        ['tasks', label('Nhiệm vụ quá hạn', 'Tasks overdue'), late.counts.tasks, links.lateTasks],
        ['cases', label('Hồ sơ quá hạn', 'Cases overdue'), late.counts.cases, links.lateCases],
        [
          'consultations',
          label('Ý kiến trả lời chậm', 'Answers overdue'),
          late.counts.consultations,
          links.records('consultations'),
        ],
      ],
    ],
    [
      'soon',
      [
        ['tasks', label('Nhiệm vụ sắp đến hạn', 'Tasks soon due'), soon.counts.tasks, links.soonTasks],
        ['cases', label('Hồ sơ sắp đến hạn', 'Cases soon due'), soon.counts.cases, links.soonCases],
        [
          'consultations',
          label('Ý kiến sắp đến hạn', 'Answers soon due'),
          soon.counts.consultations,
          links.records('consultations'),
        ],
      ],
    ],
    [
      'load',
      [
        [
          'submitted',
          label('Hồ sơ chờ tiếp nhận', 'Cases to be accepted'),
          load?.total.submitted,
          links.overview,
        ],
        [
          'working',
          label('Hồ sơ đang giải quyết', 'Cases being handled'),
          load?.total.working,
          links.overview,
        ],
        ['ready', label('Kết quả chờ trả', 'Results to hand over'), load?.total.ready, links.overview],
        [
          'receivedToday',
          label('Tiếp nhận hôm nay', 'Received today'),
          load?.total.receivedToday,
          links.overview,
        ],
        ['endedToday', label('Giải quyết hôm nay', 'Settled today'), load?.total.endedToday, links.overview],
      ],
    ],
    [
      'exchange',
      [
        ['failed', label('Thư gửi hỏng', 'Mail failed'), exchange.mail?.failed, links.failedMail],
        ['waiting', label('Thư chờ gửi', 'Mail waiting'), exchange.mail?.waiting, links.waitingMail],
        [
          'failing',
          label('Bộ phận theo dõi sự kiện bị lỗi', 'Listeners failing'),
          exchange.listeners.filter((one) => one.failing).length,
          links.records('listeners'),
        ],
      ],
    ],
    [
      'quality',
      [
        [
          'gaps',
          label('Bước chưa có người', 'Steps at which nobody stands'),
          quality.gaps?.steps,
          links.gaps,
        ],
        ['silent', label('Đơn vị im lặng', 'Silent units'), quality.silent?.silent, links.records('silent')],
      ],
    ],
    ['warnings', [['total', label('Cảnh báo đang mở', 'Open warnings'), warnings?.total, links.warnings]]],
  ];
  const numbers = panels.flatMap(([panel, lines]) =>
    lines.flatMap(([key, name, value, href]) =>
      value === undefined ? [] : [{ panel, key, label: name, value, ...(href && { href }) }],
    ),
  );
  const shares = board.figures.map((one) => ({
    panel: 'figures',
    key: one.code,
    label: one.name,
    value: one.numerator,
    of: one.denominator,
    href: links.figure(one.code),
  }));
  return [...numbers, ...shares];
}
