import type { LimitUnit, TimeLimit } from '../../../calendar/contract.ts';
import type { ChannelRow, ProcedureContent } from '../model.ts';
import { foldWords } from '../words.ts';
import type { Check, Finding } from './model.ts';

const channelVi = { desk: 'trực tiếp', online: 'trực tuyến', post: 'qua bưu chính' } as const;
const channelEn = { desk: 'at the desk', online: 'online', post: 'by post' } as const;

export interface NamedRow {
  row: ChannelRow;
  path: string;
  vi: string;
  en: string;
}

/** Each channel row with its path and its names. */
export const rowsOf = (content: ProcedureContent): NamedRow[] =>
  content.channels.map((row, index) => {
    const kind = row.caseKind ? ` (${row.caseKind})` : '';
    return {
      row,
      path: `channels.${index}`,
      vi: `Nộp ${channelVi[row.channel]}${kind}`,
      en: `Filed ${channelEn[row.channel]}${kind}`,
    };
  });

const unitNames: readonly [RegExp, LimitUnit][] = [
  [/^gio lam viec|^working hour/, 'workingHour'],
  [/^ngay lam viec|^working day/, 'workingDay'],
  [/^gio|^hour/, 'hour'],
  [/^ngay|^day/, 'day'],
  [/^thang|^month/, 'month'],
];

/** Every length of time a text names: "03 ngày làm việc" is three working days; a bare number is none. */
export function limitsIn(text: string | undefined): TimeLimit[] {
  const folded = foldWords(text ?? '');
  return [...folded.matchAll(/(\d+)\s+(?=\p{L})/gu)].flatMap(({ 1: value, index, 0: whole }) => {
    const rest = folded.slice(index + whole.length);
    const unit = unitNames.find(([words]) => words.test(rest))?.[1];
    return unit && Number(value) > 0 ? [{ value: Number(value), unit }] : [];
  });
}

const isBareNumber = ({ limit, limitText = '' }: ChannelRow): boolean =>
  !limit && /\d/.test(limitText) && limitsIn(limitText).length === 0;

const timeWithoutUnit: Check = {
  name: 'timeWithoutUnit',
  severity: 'block',
  title: { vi: 'Thời hạn không có đơn vị', en: 'Time limit without a unit' },
  remedy: {
    vi: 'Ghi rõ ngày làm việc, ngày, giờ làm việc hay tháng cho từng cách thức nộp.',
    en: 'State working days, days, working hours or months for each channel.',
  },
  find: (content) =>
    rowsOf(content)
      .filter(({ row }) => isBareNumber(row))
      .map(({ path, row, vi, en }) => ({
        path: `${path}.limit`,
        vi: `${vi}: thời hạn ghi “${row.limitText}”, không có đơn vị.`,
        en: `${en}: the limit reads “${row.limitText}”, without a unit.`,
      })),
};

const noTime: Check = {
  name: 'noTime',
  severity: 'block',
  title: { vi: 'Không có thời hạn', en: 'No time limit' },
  remedy: {
    vi: 'Nhập thời hạn giải quyết của từng cách thức nộp.',
    en: 'Enter the time limit of each channel.',
  },
  find: (content): Finding[] => {
    if (content.channels.length === 0)
      return [
        {
          path: 'channels',
          vi: 'Chưa có cách thức nộp nào, nên chưa có thời hạn.',
          en: 'There is no channel yet, so there is no time limit.',
        },
      ];
    return rowsOf(content)
      .filter(({ row }) => !row.limit && !isBareNumber(row))
      .map(({ path, vi, en, row }) =>
        row.limitText
          ? {
              path: `${path}.limit`,
              vi: `${vi}: thời hạn chỉ ghi bằng lời (“${row.limitText}”), chưa tính được.`,
              en: `${en}: the limit is given in words only (“${row.limitText}”) and cannot be counted.`,
            }
          : { path: `${path}.limit`, vi: `${vi}: không có thời hạn.`, en: `${en}: no time limit.` },
      );
  },
};

const timeContradictsText: Check = {
  name: 'timeContradictsText',
  severity: 'warn',
  title: { vi: 'Thời hạn khác với phần ghi chú', en: 'The limit and its text contradict each other' },
  remedy: {
    vi: 'Đối chiếu quyết định công bố rồi sửa trường thời hạn hoặc phần ghi chú.',
    en: 'Compare with the decision, then correct the limit or the text.',
  },
  find: (content) =>
    rowsOf(content).flatMap(({ row, path, vi, en }): Finding[] => {
      const { limit } = row;
      const said = limitsIn(row.limitText);
      if (!limit || said.length === 0) return [];
      if (said.some((one) => one.value === limit.value && one.unit === limit.unit)) return [];
      return [
        {
          path: `${path}.limitText`,
          vi: `${vi}: trường thời hạn và lời ghi “${row.limitText}” không khớp.`,
          en: `${en}: the limit and its text “${row.limitText}” do not agree.`,
        },
      ];
    }),
};

/** Words that belong to a kind of case: remote places, verification, appraisal on the spot. */
const caseWords =
  /truong hop|vung sau|vung xa|hai dao|dia ban kho khan|cong them|tang them|xac minh|in case of/;

const casesInChannels: Check = {
  name: 'casesInChannels',
  severity: 'warn',
  title: { vi: 'Trường hợp ghi lẫn trong cách thức nộp', en: 'Cases hidden in channels' },
  remedy: {
    vi: 'Tách thành các trường hợp có thời hạn riêng, không ghi trong lời của cách thức nộp.',
    en: 'Make them kinds of case with their own limits instead of words in a channel.',
  },
  find: (content) => {
    const rows = rowsOf(content);
    const hidden = rows
      .filter(
        ({ row }) =>
          !row.caseKind && caseWords.test(foldWords(`${row.limitText ?? ''} ${row.remark?.vi ?? ''}`)),
      )
      .map(({ path, vi, en }) => ({
        path,
        vi: `${vi}: lời ghi nói về một trường hợp riêng.`,
        en: `${en}: the text speaks of a particular case.`,
      }));
    const twice = rows
      .filter(({ row }, at) =>
        rows
          .slice(0, at)
          .some(({ row: other }) => other.channel === row.channel && other.caseKind === row.caseKind),
      )
      .map(({ path, vi, en }) => ({
        path,
        severity: 'block' as const,
        vi: `${vi}: khai hai lần, không biết áp dụng thời hạn nào.`,
        en: `${en}: given twice, so nobody knows which limit applies.`,
      }));
    const known = new Set(content.caseKinds.map((kind) => kind.key));
    const unknown = rows
      .filter(({ row }) => row.caseKind !== undefined && !known.has(row.caseKind))
      .map(({ path, vi, en }) => ({
        path: `${path}.caseKind`,
        severity: 'block' as const,
        vi: `${vi}: trường hợp này chưa được khai.`,
        en: `${en}: this kind of case is not defined.`,
      }));
    return [...hidden, ...twice, ...unknown];
  },
};

export const limitChecks: readonly Check[] = [timeWithoutUnit, noTime, timeContradictsText, casesInChannels];
