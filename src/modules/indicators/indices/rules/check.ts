import { readFormula } from '../formula.ts';
import { bandFaults, type Fault } from './bands.ts';
import { childrenOf, type IndexNode, type IndexTree, isGroup } from './model.ts';
import { pointsBy } from './points.ts';

const vi = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 4 });
const en = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 });
// Weights are typed with at most four decimals; sums of such numbers agree to far less than this.
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/** What keeps a tree from being saved; empty when it may be. */
export function treeFaults(tree: IndexTree): Fault[] {
  return [
    ...codeFaults(tree),
    ...parentFaults(tree),
    ...sumFaults(tree),
    ...tree.nodes.flatMap((node, i) => formulaFaults(node, i)),
    ...bandFaults(tree.bands, tree.maximum),
    ...rankingFaults(tree),
  ];
}

function codeFaults({ nodes }: IndexTree): Fault[] {
  return nodes.flatMap((node, i) =>
    nodes.findIndex((n) => n.code === node.code) === i
      ? []
      : [
          {
            field: `nodes.${i}.code`,
            text: { vi: `Mã ${node.code} được dùng hai lần.`, en: `Code ${node.code} is used twice.` },
          },
        ],
  );
}

/** Groups above a node, nearest first; undefined when they run in a circle or lead nowhere. */
function above(tree: IndexTree, node: IndexNode): IndexNode[] | undefined {
  const path: IndexNode[] = [];
  let at: IndexNode | undefined = node;
  while (at?.parent !== undefined) {
    const parent: IndexNode | undefined = tree.nodes.find((n) => n.code === at!.parent);
    if (!parent || !isGroup(parent) || path.includes(parent)) return undefined;
    path.push(parent);
    at = parent;
  }
  return path;
}

function parentFaults(tree: IndexTree): Fault[] {
  return tree.nodes.flatMap((node, i) => {
    if (above(tree, node) === undefined)
      return [
        {
          field: `nodes.${i}.parent`,
          text: {
            vi: `Nhóm ${node.parent} của ${node.code} không có, không phải nhóm hoặc tạo vòng lặp.`,
            en: `Group ${node.parent} of ${node.code} does not exist, is no group, or leads back to itself.`,
          },
        },
      ];
    if (isGroup(node) && childrenOf(tree, node.code).length === 0)
      return [
        {
          field: `nodes.${i}.code`,
          text: { vi: `Nhóm ${node.code} chưa có chỉ số nào.`, en: `Group ${node.code} has no indicators.` },
        },
      ];
    return [];
  });
}

function sumFaults(tree: IndexTree): Fault[] {
  const sumOf = (code: string | undefined): number =>
    childrenOf(tree, code).reduce((sum, n) => sum + n.max, 0);
  const fault = (field: string, of: { vi: string; en: string }, max: number, sum: number): Fault => ({
    field,
    text: {
      vi: `${of.vi} ghi ${vi(max)} điểm, nhưng các phần cộng lại là ${vi(sum)} (lệch ${vi(sum - max)}).`,
      en: `${of.en} states ${en(max)} points, but its parts add up to ${en(sum)} (difference ${en(sum - max)}).`,
    },
  });
  const groups = tree.nodes.flatMap((node, i) => {
    const sum = sumOf(node.code);
    if (!isGroup(node) || same(sum, node.max) || childrenOf(tree, node.code).length === 0) return [];
    return [fault(`nodes.${i}.max`, { vi: `Nhóm ${node.code}`, en: `Group ${node.code}` }, node.max, sum)];
  });
  const total = sumOf(undefined);
  return same(total, tree.maximum)
    ? groups
    : [...groups, fault('maximum', { vi: 'Toàn bộ chỉ số', en: 'The whole index' }, tree.maximum, total)];
}

/** A formula must be readable and must be able to give full points, or its maximum is a promise nobody can keep. */
function formulaFaults(node: IndexNode, i: number): Fault[] {
  if (isGroup(node) || node.max === 0) return [];
  const read = readFormula(node.points ?? 'max * ratio');
  if (!read.ok) return [{ field: `nodes.${i}.points`, text: read.problem }];
  const reached = Math.max(
    ...Array.from({ length: 101 }, (_, percent) => pointsBy(node, percent / 100, percent, 100) ?? 0),
  );
  if (same(reached, node.max)) return [];
  return [
    {
      field: `nodes.${i}.points`,
      text: {
        vi: `Công thức của ${node.code} cho nhiều nhất ${vi(reached)} điểm, không đạt mức tối đa ${vi(node.max)}.`,
        en: `The formula of ${node.code} gives at most ${en(reached)} points and never its maximum of ${en(node.max)}.`,
      },
    },
  ];
}

function rankingFaults(tree: IndexTree): Fault[] {
  const basis = tree.ranking?.basis;
  if (basis === undefined || tree.nodes.some((n) => n.code === basis && n.source.kind === 'figure'))
    return [];
  return [
    {
      field: 'ranking.basis',
      text: {
        vi: `Xếp hạng dựa trên số hồ sơ của ${basis}, nhưng không có chỉ số tự động mã đó.`,
        en: `The ranking rests on the records of ${basis}, but there is no automatic indicator of that code.`,
      },
    },
  ];
}
