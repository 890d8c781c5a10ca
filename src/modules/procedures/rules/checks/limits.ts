import type { ChannelRow, ProcedureContent } from '../model.ts';
import type { Check, Finding } from './model.ts';

const channelVi = { desk: 'trực tiếp', online: 'trực tuyến', post: 'bưu chính' } as const;
const channelEn = { desk: 'at the desk', online: 'online', post: 'by post' } as const;

/** Each channel row with its path and its names. */
export const rowsOf = (
  content: ProcedureContent,
): { row: ChannelRow; path: string; vi: string; en: string }[] =>
  content.channels.map((row, index) => {
    const kind = row.caseKind ? ` (${row.caseKind})` : '';
    return {
      row,
      path: `channels.${index}`,
      vi: channelVi[row.channel] + kind,
      en: channelEn[row.channel] + kind,
    };
  });

/** Words that say how long something takes; a bare number says nothing. */
const unitWords = /(giờ|ngày|tuần|tháng|hour|day|week|month)/iu;
const saysNumber = (text: string | undefined): boolean => /\d/.test(text ?? '');
const saysUnit = (text: string | undefined): boolean => unitWords.test(text ?? '');

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
      .filter(({ row }) => !row.limit && saysNumber(row.limitText) && !saysUnit(row.limitText))
      .map(({ path, row, vi, en }): Finding => ({
        path: `${path}.limit`,
        vi: `Nộp ${vi}: thời hạn ghi “${row.limitText}”, không có đơn vị.`,
        en: `Filed ${en}: the limit reads “${row.limitText}”, without a unit.`,
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
  find: (content) => {
    if (content.channels.length === 0)
      return [
        {
          path: 'channels',
          vi: 'Chưa có cách thức nộp nào, nên chưa có thời hạn.',
          en: 'There is no channel yet, so there is no time limit.',
        },
      ];
    return rowsOf(content)
      .filter(({ row }) => !row.limit && !(saysNumber(row.limitText) && !saysUnit(row.limitText)))
      .map(({ path, vi, en, row }): Finding => ({
        path: `${path}.limit`,
        vi: `Nộp ${vi}: ${row.limitText ? `thời hạn chỉ là lời (“${row.limitText}”), chưa tính được.` : 'không có thời hạn.'}`,
        en: `Filed ${en}: ${row.limitText ? `the limit is words only (“${row.limitText}”) and cannot be counted.` : 'no time limit.'}`,
      }));
  },
};

export const limitChecks: readonly Check[] = [timeWithoutUnit, noTime];
