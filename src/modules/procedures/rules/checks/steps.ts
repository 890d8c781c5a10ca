import { ranksOf } from '../effective.ts';
import type { ProcedureContent } from '../model.ts';
import { longestWay, planHours } from '../plan.ts';
import { rowsOf } from './limits.ts';
import type { Check, Finding } from './model.ts';

const stepSum: Check = {
  name: 'stepSum',
  severity: 'block',
  title: { vi: 'Tổng thời gian các bước khác thời hạn', en: 'The steps do not add up to the limit' },
  remedy: {
    vi: 'Chia lại thời gian các bước cho bằng thời hạn giải quyết (8 giờ một ngày làm việc).',
    en: 'Divide the limit among the steps so that they add up (8 hours a working day).',
  },
  find: (content): Finding[] => {
    if (content.steps.length === 0) return [];
    const sum = longestWay(content.steps);
    const rows = rowsOf(content).filter(({ row }) => row.limit && !row.caseKind);
    const longest = Math.max(0, ...rows.map(({ row }) => planHours(row.limit!)));
    if (rows.length > 0 && sum !== longest)
      return [
        {
          path: 'steps',
          vi: `Các bước cộng lại ${sum} giờ, thời hạn là ${longest} giờ làm việc.`,
          en: `The steps add up to ${sum} hours, the limit is ${longest} working hours.`,
        },
      ];
    return rows
      .filter(({ row }) => planHours(row.limit!) !== sum)
      .map(({ path, row, vi, en }) => ({
        path: `${path}.limit`,
        severity: 'warn',
        vi: `${vi}: thời hạn ${planHours(row.limit!)} giờ ngắn hơn các bước cộng lại (${sum} giờ).`,
        en: `${en}: the limit of ${planHours(row.limit!)} hours is shorter than the steps (${sum} hours).`,
      }));
  },
};

const returnWithoutTime: Check = {
  name: 'returnWithoutTime',
  severity: 'block',
  title: { vi: 'Bước trả kết quả có thời gian', en: 'The step “return” has a time' },
  remedy: {
    vi: 'Bỏ thời gian của bước trả kết quả: kết quả có hạn đến khi ký xong.',
    en: 'Remove it: returning the result has no time of its own.',
  },
  find: (content) =>
    content.steps.flatMap((step, i): Finding[] =>
      step.role === 'return' && step.limit
        ? [
            {
              path: `steps.${i}.limit`,
              vi: `Bước “${step.name.vi}” không tính thời gian.`,
              en: `The step “${step.name.en ?? step.name.vi}” takes no time.`,
            },
          ]
        : [],
    ),
};

const doubled = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key, i) => keys.indexOf(key) !== i)),
];

function planFaults({ steps }: ProcedureContent): Finding[] {
  const known = new Set(steps.map((step) => step.key));
  const ranks = ranksOf(steps);
  const nowhere = steps.flatMap((step, i) =>
    step.next
      .filter((way) => !known.has(way.to))
      .map((way) => ({
        path: `steps.${i}.next`,
        vi: `Bước “${step.name.vi}” dẫn tới bước “${way.to}” không có.`,
        en: `The step “${step.name.en ?? step.name.vi}” leads to “${way.to}”, which does not exist.`,
      })),
  );
  const unreached = steps.flatMap((step, i) =>
    ranks.has(step.key)
      ? []
      : [
          {
            path: `steps.${i}`,
            vi: `Không có đường nào tới bước “${step.name.vi}”.`,
            en: `No way leads to the step “${step.name.en ?? step.name.vi}”.`,
          },
        ],
  );
  const twice = doubled(steps.map((step) => step.key)).map((key) => ({
    path: 'steps',
    vi: `Mã bước “${key}” trùng nhau.`,
    en: `The step key “${key}” is used twice.`,
  }));
  return [...twice, ...nowhere, ...unreached];
}

/** Steps from which no way leads to an end. */
function endless({ steps }: ProcedureContent): Finding[] {
  const ends = new Set(steps.filter((step) => step.next.length === 0).map((step) => step.key));
  for (let grown = true; grown;) {
    const more = steps.filter((step) => !ends.has(step.key) && step.next.some((way) => ends.has(way.to)));
    grown = more.length > 0;
    for (const step of more) ends.add(step.key);
  }
  return steps.flatMap((step, i) =>
    ends.has(step.key)
      ? []
      : [
          {
            path: `steps.${i}`,
            vi: `Từ bước “${step.name.vi}” không có đường tới bước cuối.`,
            en: `No way leads from the step “${step.name.en ?? step.name.vi}” to an end.`,
          },
        ],
  );
}

const stepsReachable: Check = {
  name: 'stepsReachable',
  severity: 'block',
  title: { vi: 'Sơ đồ các bước chưa thông', en: 'The plan of steps does not connect' },
  remedy: {
    vi: 'Nối các bước: mỗi bước có đường tới, và có đường ra đến bước cuối.',
    en: 'Connect them: each step has a way to it and a way on to an end.',
  },
  find: (content) =>
    content.steps.length === 0
      ? [{ path: 'steps', vi: 'Chưa có bước nào.', en: 'There are no steps.' }]
      : [...planFaults(content), ...endless(content)],
};

export const stepChecks: readonly Check[] = [stepsReachable, stepSum, returnWithoutTime];
