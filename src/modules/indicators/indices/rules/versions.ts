import type { Day } from '../../../../kit/day.ts';
import type { Fault } from './bands.ts';
import type { IndexTree } from './model.ts';

/** All versions of all indices with their ends worked out: a version holds until the next one of its code begins. */
export function withEnds(trees: readonly IndexTree[]): IndexTree[] {
  const sorted = trees.toSorted((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0,
  );
  return sorted.map((tree, i) => {
    const { validTo: _, ...own } = tree;
    const next = sorted.slice(i + 1).find((other) => other.code === tree.code);
    return next ? { ...own, validTo: next.validFrom } : own;
  });
}

/** The version of an index that holds on a day; the first one for days before all. */
export function treeOn(trees: readonly IndexTree[], code: string, day: Day): IndexTree | undefined {
  const versions = trees.filter((tree) => tree.code === code);
  return versions.findLast((tree) => tree.validFrom <= day) ?? versions[0];
}

/** What keeps a new version from standing beside those there are: published scores must stay as they are. */
export function versionFaults(tree: IndexTree, others: readonly IndexTree[], today: Day): Fault[] {
  const own = others.filter((other) => other.code === tree.code);
  const faults: Fault[] = [];
  if (own.some((other) => other.version === tree.version))
    faults.push({
      field: 'version',
      text: {
        vi: `Phiên bản ${tree.version} đã có; đặt tên khác.`,
        en: `Version ${tree.version} exists already; choose another name.`,
      },
    });
  if (own.length > 0 && tree.validFrom <= today)
    faults.push({
      field: 'validFrom',
      text: {
        vi: 'Phiên bản mới có hiệu lực sau hôm nay, để điểm đã công bố không đổi.',
        en: 'A new version begins after today, so that published scores stay as they are.',
      },
    });
  if (own.some((other) => other.validFrom === tree.validFrom))
    faults.push({
      field: 'validFrom',
      text: {
        vi: 'Đã có phiên bản bắt đầu ngày này; chọn ngày khác.',
        en: 'A version begins on that day already; choose another one.',
      },
    });
  return faults;
}
