import type { IndexNode, Scope } from '../rules/model.ts';
import { figureCode } from './definitions766.ts';
import { both } from './shape.ts';

const everybody: Scope[] = ['province', 'ministry', 'commune'];
const replaced = ['3.1', '3.2', '3.3'];
const renamed: Record<string, IndexNode['name']> = {
  '1.4': both(
    'Tỷ lệ hồ sơ đồng bộ đúng thời gian lên Cổng Dịch vụ công quốc gia',
    'Dossiers synchronised in time with the national portal',
  ),
  '4.1': both(
    'Tỷ lệ hồ sơ có kết quả điện tử có giá trị pháp lý',
    'Dossiers with an electronic result of legal validity',
  ),
  '4.3': both(
    'Tỷ lệ hồ sơ được cắt giảm, thay thế giấy tờ bằng dữ liệu',
    'Dossiers with documents cut or replaced by data',
  ),
  '4.4': both(
    'Tỷ lệ hồ sơ thay thế toàn bộ giấy tờ bằng dữ liệu',
    'Dossiers with all documents replaced by data',
  ),
};
const added = (code: string, parent: string, name: IndexNode['name'], scopes: Scope[]): IndexNode => ({
  code,
  parent,
  name,
  max: 0,
  source: { kind: 'figure', figure: figureCode(code) },
  zero: { rule: 'unknown' },
  scopes,
});

const news: IndexNode[] = [
  added('3.P1', 'onlineServices', both('Dịch vụ công chủ động: thủ tục', 'Proactive services: procedures'), [
    'province',
    'ministry',
  ]),
  added('3.P2', 'onlineServices', both('Dịch vụ công chủ động: hồ sơ', 'Proactive services: dossiers'), [
    'province',
    'ministry',
  ]),
  added(
    '5.5',
    'satisfaction',
    both('Hài lòng về cắt giảm, đơn giản hóa thủ tục', 'Satisfaction with simplification'),
    everybody,
  ),
];

/** A node of 2025 as 2026 words it: 3.F counts in place of 3.1 to 3.3, which are only shown. */
function reworded(node: IndexNode): IndexNode {
  const name = renamed[node.code] ?? node.name;
  if (replaced.includes(node.code)) {
    const { points: _, ...shown } = node;
    return { ...shown, name, max: 0 };
  }
  if (node.code !== '3.F') return { ...node, name };
  const { alternativeOf: _, ...counts } = node;
  return {
    ...counts,
    points: 'max * ratio',
    note: both(
      'Công thức chưa được kiểm chứng bằng điểm công bố.',
      'The formula is listed, not reproduced from published scores.',
    ),
  };
}

/** The nodes of the wording of 2026, from those of 2025; the new rows have no points yet. */
export const nodesOf2026 = (nodes: readonly IndexNode[]): IndexNode[] => [...nodes.map(reworded), ...news];
