import type { Text } from '../../../../kit/i18n.ts';
import type { Band } from './model.ts';

/** Something that keeps a tree from being saved: where it is, and what to do. */
export interface Fault {
  /** Path of the field, such as `bands.1.from`. */
  field: string;
  text: Text;
}

const vi = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 4 });
const en = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 });
const middle = (a: number, b: number): number => (a + b) / 2;

/** Classes must cover 0 to the maximum, each value in exactly one: no gap, no overlap, the last one open. */
export function bandFaults(bands: readonly Band[], maximum: number): Fault[] {
  if (bands.length === 0) return [];
  const sorted = bands.map((band, i) => ({ band, i })).toSorted((a, b) => a.band.from - b.band.from);
  const faults: Fault[] = [];
  const first = sorted[0]!;
  if (first.band.from !== 0) faults.push(gap(`bands.${first.i}.from`, 0, first.band.from));
  sorted.forEach(({ band, i }, at) => {
    const next = sorted[at + 1];
    if (!next) {
      if (band.to !== undefined) faults.push(open(`bands.${i}.to`, maximum));
      return;
    }
    if (band.to === undefined || band.to > next.band.from)
      faults.push(
        overlap(`bands.${i}.to`, next.band.from, Math.min(band.to ?? maximum, next.band.to ?? maximum)),
      );
    else if (band.to < next.band.from) faults.push(gap(`bands.${i}.to`, band.to, next.band.from));
  });
  const last = sorted.at(-1)!;
  if (last.band.from >= maximum)
    faults.push({
      field: `bands.${last.i}.from`,
      text: {
        vi: `Xếp loại bắt đầu từ ${vi(last.band.from)}, nhưng điểm tối đa chỉ là ${vi(maximum)}.`,
        en: `The class begins at ${en(last.band.from)}, but there are only ${en(maximum)} points.`,
      },
    });
  return faults;
}

const gap = (field: string, from: number, to: number): Fault => ({
  field,
  text: {
    vi: `Khoảng trống từ ${vi(from)} đến ${vi(to)}: ${vi(middle(from, to))} không thuộc loại nào. Loại này phải kết thúc đúng nơi loại sau bắt đầu.`,
    en: `Gap from ${en(from)} to ${en(to)}: ${en(middle(from, to))} has no class. A class ends where the next begins.`,
  },
});

const overlap = (field: string, from: number, to: number): Fault => ({
  field,
  text: {
    vi: `Chồng lấn từ ${vi(from)}: ${vi(middle(from, Math.max(from, to)))} thuộc hai loại. Loại này phải kết thúc đúng nơi loại sau bắt đầu.`,
    en: `Overlap from ${en(from)}: ${en(middle(from, Math.max(from, to)))} has two classes. A class ends where the next begins.`,
  },
});

const open = (field: string, maximum: number): Fault => ({
  field,
  text: {
    vi: `Loại cao nhất để trống cận trên, nếu không thì ${vi(maximum)} không thuộc loại nào.`,
    en: `The highest class has no end, or ${en(maximum)} would have no class.`,
  },
});

/** The one class of a value; undefined where the index has no classes. */
export const bandOf = (bands: readonly Band[], value: number): Band | undefined =>
  bands.find((band) => value >= band.from && (band.to === undefined || value < band.to));

/** The classes possible for a value that lies somewhere in a range; one when the range decides nothing. */
export const bandsWithin = (bands: readonly Band[], low: number, high: number): Band[] =>
  bands.filter((band) => band.from <= high && (band.to === undefined || band.to > low));
