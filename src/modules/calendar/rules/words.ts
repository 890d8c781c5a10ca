import type { Text } from '../../../kit/i18n.ts';
import type { LimitUnit, PauseReason, TimeLimit, Weekday } from './model.ts';
import { WORKING_DAY } from './run.ts';

const number = (value: number, comma: ',' | '.'): string =>
  String(Math.round(value * 100) / 100).replace('.', comma);

const unitNames: Record<LimitUnit, { vi: string; one: string; many: string }> = {
  workingHour: { vi: 'giờ làm việc', one: 'working hour', many: 'working hours' },
  workingDay: { vi: 'ngày làm việc', one: 'working day', many: 'working days' },
  hour: { vi: 'giờ', one: 'hour', many: 'hours' },
  day: { vi: 'ngày', one: 'day', many: 'days' },
  month: { vi: 'tháng', one: 'month', many: 'months' },
};

/** A limit in words: '3 ngày làm việc'. A limit of no working days is one inside the day. */
export function limitText({ value, unit }: TimeLimit): Text {
  if (value === 0 && (unit === 'workingDay' || unit === 'day'))
    return { vi: 'trong ngày', en: 'the same day' };
  const names = unitNames[unit];
  return {
    vi: `${number(value, ',')} ${names.vi}`,
    en: `${number(value, '.')} ${value === 1 ? names.one : names.many}`,
  };
}

const counted = (parts: readonly [value: number, vi: string, one: string, many: string][]): Text => {
  const shown = parts.filter(([value]) => value > 0);
  return {
    vi: shown.map(([value, vi]) => `${value} ${vi}`).join(' '),
    en: shown.map(([value, , one, many]) => `${value} ${value === 1 ? one : many}`).join(' '),
  };
};

/**
 * Working time in words: '3 ngày 2 giờ làm việc'; minutes only below a day. Negative: how late; a fraction below zero is
 * what fell due when work ended and is looked at before it begins again.
 */
export function leftText(minutes: number): Text {
  const size = Math.abs(Math.round(minutes));
  const days = Math.floor(size / WORKING_DAY);
  const hours = Math.floor((size % WORKING_DAY) / 60);
  const rest = days > 0 ? 0 : size % 60;
  const text = counted([
    [days, 'ngày', 'day', 'days'],
    [hours, 'giờ', 'hour', 'hours'],
    [rest, 'phút', 'minute', 'minutes'],
  ]);
  const vi = `${text.vi || 'dưới 1 phút'} làm việc`;
  const en = text.en ? `${text.en} of work` : 'under 1 working minute';
  return minutes < 0 ? { vi: `quá hạn ${vi}`, en: `${en} overdue` } : { vi, en };
}

export const weekdayNames: Record<Weekday, Text> = {
  mon: { vi: 'thứ Hai', en: 'Monday' },
  tue: { vi: 'thứ Ba', en: 'Tuesday' },
  wed: { vi: 'thứ Tư', en: 'Wednesday' },
  thu: { vi: 'thứ Năm', en: 'Thursday' },
  fri: { vi: 'thứ Sáu', en: 'Friday' },
  sat: { vi: 'thứ Bảy', en: 'Saturday' },
  sun: { vi: 'Chủ nhật', en: 'Sunday' },
};

export const pauseNames: Record<PauseReason, Text> = {
  supplement: { vi: 'chờ bổ sung hồ sơ', en: 'waiting for a supplement' },
  financialDuty: { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for a financial duty' },
  otherAgency: { vi: 'chờ cơ quan khác', en: 'waiting for another agency' },
  forceMajeure: { vi: 'sự kiện bất khả kháng', en: 'force majeure' },
  applicantAnswer: { vi: 'chờ người nộp hồ sơ trả lời', en: 'waiting for the applicant’s answer' },
};

export const channelNames: Record<'online' | 'desk' | 'post' | 'helper', Text> = {
  online: { vi: 'trực tuyến', en: 'online' },
  desk: { vi: 'tại quầy', en: 'at the desk' },
  post: { vi: 'qua bưu chính', en: 'by post' },
  helper: { vi: 'qua nơi hỗ trợ', en: 'through a helper' },
};
