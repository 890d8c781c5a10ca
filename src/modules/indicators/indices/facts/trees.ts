import type { Band, IndexNode, IndexTree, Scope } from '../rules/model.ts';
import { figureCode } from './definitions766.ts';
import { groups766, source766 } from './groups766.ts';
import { rows766 } from './moreRows766.ts';
import { nodesOf2026 } from './nodes2026.ts';
import type { Row766 } from './rows766.ts';
import { both } from './shape.ts';
import { qualityTree } from './treeQuality.ts';
import { dtiTrees } from './treesDti.ts';

const everybody: Scope[] = ['province', 'ministry', 'commune'];

const pointsOf = ({ full }: Row766): string =>
  full === undefined ? 'max * ratio' : `min(max, max * ratio / ${full})`;

const nodeOf = (row: Row766): IndexNode => ({
  code: row.id,
  parent: row.group,
  name: row.name,
  max: row.max,
  source: { kind: 'figure', figure: figureCode(row.id) },
  ...(row.max === 0 ? {} : { points: pointsOf(row) }),
  zero: row.zero,
  scopes: row.scopes,
  ...(row.alternativeOf ? { alternativeOf: row.alternativeOf } : {}),
  ...(row.beside ? { beside: row.beside } : {}),
  ...(row.note ? { note: row.note } : {}),
  ...(row.conflict ? { conflict: row.conflict } : {}),
});

const groupNodes: IndexNode[] = groups766.map(({ code, name, max }) => ({
  code,
  name,
  max,
  source: { kind: 'group' },
  zero: { rule: 'unknown' },
  scopes: everybody,
}));

/** 90 and 50 are stated; the steps between are not verified. */
const bands766: Band[] = [
  { code: 'weak', name: both('Yếu', 'Weak'), from: 0, to: 50 },
  { code: 'average', name: both('Trung bình', 'Average'), from: 50, to: 70 },
  { code: 'fair', name: both('Khá', 'Fair'), from: 70, to: 80 },
  { code: 'good', name: both('Tốt', 'Good'), from: 80, to: 90 },
  { code: 'excellent', name: both('Xuất sắc', 'Excellent'), from: 90 },
];

const steps = both(
  'Chỉ hai ngưỡng có nguồn: từ 90 điểm là xuất sắc, dưới 50 là yếu. Các bậc 80 và 70 chưa được xác minh.',
  'Only two limits have a source: 90 and more is excellent, under 50 weak. The steps at 80 and 70 are unverified.',
);

const conflicts2025 = [
  both(
    'Quyết định chia 5 nhóm, Cổng trình bày 6 (dịch vụ trực tuyến và thanh toán trực tuyến tách ra): 18 + 20 + 12 + 10 + 22 + 18 = 100.',
    'The decision has 5 groups, the portal shows 6 (online services and online payment apart): 18 + 20 + 12 + 10 + 22 + 18 = 100.',
  ),
  both(
    'Chỉ số 4.2: văn bản mô tả ghi đủ điểm ở 80 %, điểm đã công bố theo 100 %.',
    'Indicator 4.2: full points at 80 % by the description, at 100 % by the published scores.',
  ),
  both(
    'Nguồn nói 5 trong 24 chỉ số không áp dụng cho cấp xã, nhưng danh sách 24 chỉ số chỉ có 3 chỉ số như vậy (3.F, 4.5a, 4.5b); hai chỉ số dịch vụ chủ động không nằm trong danh sách.',
    'The source says that 5 of 24 do not apply to communes, but the list of 24 holds only 3 such (3.F, 4.5a, 4.5b); the two on proactive services are not in it.',
  ),
  steps,
];

const common = {
  code: '766',
  name: both(
    'Chỉ số phục vụ người dân, doanh nghiệp (766)',
    'Index of service to people and businesses (766)',
  ),
  source: source766,
  maximum: 100,
  levels: ['province', 'ministry', 'commune'] as Scope[],
  outOfScope: 'fullPoints' as const,
  merged: 'counts' as const,
  bands: bands766,
  ranking: { basis: '2.1', floor: 30 },
};

const tree2025: IndexTree = {
  ...common,
  version: '2025',
  validFrom: '2025-01-01',
  validTo: '2026-01-01',
  explanation: both(
    'Tổng 100 điểm. Cấp xã được đủ điểm ở chỉ số không áp dụng cho mình. Số liệu lấy từ sự kiện của hồ sơ và danh mục thủ tục; chỉ số không có nguồn không được cho điểm, và tổng điểm ghi rõ khoảng còn bỏ ngỏ.',
    'One hundred points. A commune gets full points for what does not apply to it. Counts come from the events of cases and from the catalogue; an indicator without a source gets no points, and the total states what is left open.',
  ),
  nodes: [...groupNodes, ...rows766.map(nodeOf)],
  conflicts: conflicts2025,
};

const tree2026: IndexTree = {
  ...common,
  version: '2026',
  validFrom: '2026-01-01',
  explanation: both(
    'Cách ghi của năm 2026: hồ sơ toàn trình thay cho 3.1 đến 3.3, kết quả điện tử phải có giá trị pháp lý, đồng bộ phải đúng thời gian; ba dòng mới chưa có điểm.',
    'Wording of 2026: full-process dossiers in place of 3.1 to 3.3, electronic results must be legally valid, synchronisation must be in time; three new rows without points.',
  ),
  nodes: nodesOf2026(tree2025.nodes),
  conflicts: [
    both(
      'Phương án toàn trình chỉ áp dụng cho tỉnh, bộ: theo quy tắc chung cấp xã được đủ 12 điểm. Nguồn chưa nói điều đó có đúng ý không.',
      'The full-process alternative is for provinces and ministries: by the general rule a commune gets all 12 points. The source does not say whether that is meant.',
    ),
    steps,
  ],
};

/** The indices that the product brings along; an administrator adds versions beside them. */
export const builtInTrees: readonly IndexTree[] = [tree2025, tree2026, ...dtiTrees, qualityTree];
