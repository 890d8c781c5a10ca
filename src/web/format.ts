/**
 * How numbers, shares, days, instants, money and sizes are written. Pure: the language and, where needed, today
 * come from the caller. Calendar days are text `YYYY-MM-DD`; instants are `Date` or ISO text.
 */
import type { Lang } from './language.tsx';

/** How a share was rounded; 'cut' is what several published reports do (81.29 printed as 81.2). */
export type Rounding = 'halfUp' | 'cut';

export const nothing = '–';
const locales: Record<Lang, string> = { vi: 'vi-VN', en: 'en-GB' };
const formatters = new Map<string, Intl.NumberFormat>();

/** `1.234,5` in Vietnamese, `1,234.5` in English. Takes decimal text too, as PostgreSQL returns `numeric`. */
export function formatNumber(value: number | bigint | string, lang: Lang, digits?: number): string {
  const key = `${lang}:${digits ?? ''}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const range = digits === undefined ? { maximumFractionDigits: 6 } : fixed(digits);
    formatter = new Intl.NumberFormat(locales[lang], { ...range, roundingMode: 'halfExpand' });
    formatters.set(key, formatter);
  }
  return formatter.format(value as number);
}

function fixed(digits: number) {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/**
 * The share in per cent as exact decimal text with a point (`67.8`), or undefined when the denominator is 0.
 * Computed in whole numbers: 0.285 as a float would round the wrong way.
 */
export function shareText(
  numerator: number,
  denominator: number,
  { digits = 1, rounding = 'halfUp' }: { digits?: number; rounding?: Rounding } = {},
): string | undefined {
  if (denominator === 0) return undefined;
  const scaled = BigInt(numerator) * 100n * 10n ** BigInt(digits);
  const divisor = BigInt(denominator);
  const up = rounding === 'halfUp' && (scaled % divisor) * 2n >= divisor;
  const whole = (scaled / divisor + (up ? 1n : 0n)).toString().padStart(digits + 1, '0');
  return digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}

/** `67,8 %` in Vietnamese, `67.8%` in English; a dash when nothing can be divided. Always show both counts beside it. */
export function formatShare(
  numerator: number,
  denominator: number,
  lang: Lang,
  options: { digits?: number; rounding?: Rounding } = {},
): string {
  const text = shareText(numerator, denominator, options);
  return text === undefined ? nothing : formatPercent(text, lang, options.digits ?? 1);
}

/** A number that already is a percentage. */
export function formatPercent(percent: number | string, lang: Lang, digits?: number): string {
  return `${formatNumber(percent, lang, digits)}${lang === 'vi' ? '\u00a0%' : '%'}`;
}

/** `16/11/2025`; month and quarter precision (`2025-11`, `2025`) stay as coarse as they are. */
export function formatDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

const weekdays: Record<Lang, readonly string[]> = {
  vi: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** `Chủ nhật, 16/11/2025`. */
export function formatDayLong(day: string, lang: Lang): string {
  return `${weekdays[lang][new Date(`${day}T00:00Z`).getUTCDay()]}, ${formatDay(day)}`;
}

/** The calendar day of an instant in Vietnam, as `YYYY-MM-DD`. */
export function dayOf(instant: Date | string): string {
  return inVietnam(instant).slice(0, 10);
}

/** `10:32 16/11/2025`, in the time of Vietnam. */
export function formatInstant(instant: Date | string): string {
  return `${formatTime(instant)} ${formatDay(dayOf(instant))}`;
}

/** `10:32`, in the time of Vietnam. */
export function formatTime(instant: Date | string): string {
  return inVietnam(instant).slice(11, 16);
}

// One zone, seven hours ahead of UTC and without summer time since 1975.
function inVietnam(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString();
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/** `23 ngày`, `1 day`. */
export function formatDays(days: number, lang: Lang): string {
  const count = formatNumber(days, lang);
  return lang === 'vi' ? `${count} ngày` : `${count} ${days === 1 ? 'day' : 'days'}`;
}

/** `trễ 23 ngày`: how late something was when it was closed. */
export function formatLate(days: number, lang: Lang): string {
  return lang === 'vi' ? `trễ ${formatDays(days, lang)}` : `${formatDays(days, lang)} late`;
}

/** Where an open deadline stands: `còn 12 ngày`, `đến hạn hôm nay`, `quá hạn 3 ngày`. */
export function formatDeadline(due: string, today: string, lang: Lang): string {
  const left = daysBetween(today, due);
  if (left === 0) return lang === 'vi' ? 'đến hạn hôm nay' : 'due today';
  if (left < 0)
    return lang === 'vi' ? `quá hạn ${formatDays(-left, lang)}` : `${formatDays(-left, lang)} overdue`;
  return lang === 'vi' ? `còn ${formatDays(left, lang)}` : `${formatDays(left, lang)} left`;
}

/** Integer đồng in full: `1.250.000 đồng`, `1,250,000 VND`. */
export function formatMoney(dong: number | bigint, lang: Lang): string {
  return `${formatNumber(dong, lang)} ${lang === 'vi' ? 'đồng' : 'VND'}`;
}

/** Integer đồng rounded for a glance: `1,3 triệu đồng`, `25,4 tỷ đồng`. Use formatMoney where the sum itself matters. */
export function formatMoneyShort(dong: number | bigint, lang: Lang): string {
  const amount = Number(dong);
  const size = Math.abs(amount);
  if (size < 1_000_000) return formatMoney(dong, lang);
  const [divisor, unit] =
    size < 1_000_000_000 ? [1_000_000, ['triệu đồng', 'm VND']] : [1_000_000_000, ['tỷ đồng', 'bn VND']];
  const text = formatNumber(Math.round((amount / divisor) * 10) / 10, lang);
  return `${text} ${unit[lang === 'vi' ? 0 : 1]}`;
}

/** `1,4 MB`: file sizes in steps of 1024, as desks are used to. */
export function formatBytes(bytes: number, lang: Lang): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3;
  const unit = ['byte', 'KB', 'MB', 'GB'][step];
  const value = bytes / 1024 ** step;
  return `${formatNumber(value, lang, step === 0 || value >= 10 ? 0 : 1)} ${unit}`;
}
