import type { Text } from '../../../kit/i18n.ts';
import type { Board } from '../contract.ts';
import type { FrozenFigure } from './handOver.ts';
import type { Links } from './links.ts';

/** A number that may be frozen; one that the writer could not see has no value. */
interface Line {
  key: string;
  label: Text;
  value: number | undefined;
  href?: string | undefined;
}

const line = (key: string, vi: string, en: string, value: number | undefined, href?: string): Line => ({
  key,
  label: { vi, en },
  value,
  href,
});

const late = ({ late: { counts } }: Board, links: Links): Line[] => [
  line('tasks', 'Nhiệm vụ quá hạn', 'Tasks overdue', counts.tasks, links.lateTasks),
  line('cases', 'Hồ sơ quá hạn', 'Cases overdue', counts.cases, links.lateCases),
  line(
    'consultations',
    'Ý kiến trả lời chậm',
    'Answers overdue',
    counts.consultations,
    links.records('lateAnswers'),
  ),
];

const soon = ({ soon: { counts } }: Board, links: Links): Line[] => [
  line('tasks', 'Nhiệm vụ sắp đến hạn', 'Tasks soon due', counts.tasks, links.soonTasks),
  line('cases', 'Hồ sơ sắp đến hạn', 'Cases soon due', counts.cases, links.soonCases),
  line(
    'consultations',
    'Ý kiến sắp đến hạn',
    'Answers soon due',
    counts.consultations,
    links.records('soonAnswers'),
  ),
];

const load = (board: Board, { load: at }: Links): Line[] => {
  const total = board.load?.total;
  return [
    line('submitted', 'Hồ sơ chờ tiếp nhận', 'Cases to be accepted', total?.submitted, at('submitted')),
    line('working', 'Hồ sơ đang giải quyết', 'Cases being handled', total?.working, at('working')),
    line('ready', 'Kết quả chờ trả', 'Results to hand over', total?.ready, at('ready')),
    line('receivedToday', 'Tiếp nhận hôm nay', 'Received today', total?.receivedToday, at('receivedToday')),
    line('endedToday', 'Giải quyết hôm nay', 'Settled today', total?.endedToday, at('endedToday')),
  ];
};

const exchange = ({ exchange: { mail, listeners } }: Board, links: Links): Line[] => [
  line('failed', 'Thư gửi hỏng', 'Mail failed', mail?.failed, links.failedMail),
  line('waiting', 'Thư chờ gửi', 'Mail waiting', mail?.waiting, links.records('mail')),
  line(
    'failing',
    'Bộ phận theo dõi sự kiện bị lỗi',
    'Listeners failing',
    listeners.filter((one) => one.failing).length,
    links.records('failing'),
  ),
];

const quality = ({ quality: { gaps, silent } }: Board, links: Links): Line[] => [
  line('gaps', 'Bước chưa có người', 'Steps at which nobody stands', gaps?.steps, links.gaps),
  line('silent', 'Đơn vị im lặng', 'Silent units', silent?.silent, links.records('silent')),
];

const warnings = (board: Board, links: Links): Line[] => [
  line('total', 'Cảnh báo đang mở', 'Open warnings', board.warnings?.total, links.warnings),
];

const panels = { late, soon, load, exchange, quality, warnings };

/** The numbers of a board as they are kept in a hand-over note; what the writer could not see is not in it. */
export function freeze(board: Board, links: Links): FrozenFigure[] {
  const numbers = Object.entries(panels).flatMap(([panel, linesOf]) =>
    linesOf(board, links).flatMap(({ value, href, ...named }) =>
      value === undefined ? [] : [{ panel, ...named, value, ...(href && { href }) }],
    ),
  );
  const shares = board.figures.map((one) => ({
    panel: 'figures',
    key: one.code,
    label: one.name,
    value: one.numerator,
    of: one.denominator,
    href: links.figure(one),
  }));
  return [...numbers, ...shares];
}
