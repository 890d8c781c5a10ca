import type { Text } from '../../../../kit/i18n.ts';
import type { IndexNode, IndexTree, Scope } from '../rules/model.ts';
import { both } from './shape.ts';

const source = both(
  'Quyết định số 405/QĐ-BKHCN ngày 03/4/2025: cấu trúc; điểm tối đa của các chỉ số chính cấp tỉnh, cấp bộ theo Quyết định số 922/QĐ-BTTTT ngày 20/5/2022, vì phụ lục năm 2025 chưa đọc được',
  'Decision 405/QĐ-BKHCN of 3 April 2025: structure; maxima of main indicators of provinces and ministries from Decision 922/QĐ-BTTTT of 20 May 2022, as the annex of 2025 could not be read',
);

const evidence = both(
  'Báo cáo thống kê của đơn vị, văn bản hoặc liên kết chứng minh',
  'Statistical report of the unit with the document or link that proves it',
);

const group = (code: string, name: Text, max: number, scopes: Scope[]): IndexNode => ({
  code,
  name,
  max,
  source: { kind: 'group' },
  zero: { rule: 'unknown' },
  scopes,
});

const stated = (
  code: string,
  parent: string,
  name: Text,
  max: number,
  scopes: Scope[],
  note?: Text,
): IndexNode => ({
  code,
  parent,
  name,
  max,
  source: { kind: 'reported', evidence },
  points: 'max * ratio',
  zero: { rule: 'unknown' },
  scopes,
  ...(note ? { note } : {}),
});

const foundation: readonly [string, Text][] = [
  ['awareness', both('Nhận thức số', 'Digital awareness')],
  ['institutions', both('Thể chế số', 'Digital institutions')],
  ['infrastructure', both('Hạ tầng số', 'Digital infrastructure')],
  ['people', both('Nhân lực số', 'Digital people')],
  ['security', both('An toàn thông tin mạng', 'Information security')],
];

const activities: readonly [string, Text, number][] = [
  ['government', both('Hoạt động chính quyền số', 'Digital government'), 200],
  ['economy', both('Hoạt động kinh tế số', 'Digital economy'), 150],
  ['society', both('Hoạt động xã hội số', 'Digital society'), 150],
];

const common = {
  source,
  maximum: 1000,
  outOfScope: 'leftOut' as const,
  merged: 'meanOfPredecessors' as const,
  version: '2025',
  validFrom: '2025-04-03',
  bands: [],
};

const unread = both(
  'Công thức và cách chuẩn hóa của các chỉ số thành phần chưa đọc được: điểm = tỷ lệ × điểm tối đa, tỷ lệ do đơn vị khai và được xác minh.',
  'Formulae and normalisation of the components could not be read: points are ratio times maximum, the ratio stated by the unit and verified.',
);

const province: IndexTree = {
  ...common,
  code: 'dti-province',
  name: both('Chỉ số chuyển đổi số cấp tỉnh (DTI)', 'Digital transformation index of provinces (DTI)'),
  explanation: both(
    'Tám chỉ số chính, 1.000 điểm. Tỉnh sáp nhập được tính bằng trung bình các chỉ số chính của các tỉnh trước đó.',
    'Eight main indicators, 1,000 points. A merged province is scored as the mean of the main indicators of its predecessors.',
  ),
  levels: ['province'],
  nodes: [
    group('foundation', both('Nền tảng chung', 'Foundations'), 500, ['province']),
    ...foundation.map(([code, name]) => stated(code, 'foundation', name, 100, ['province'])),
    group('activity', both('Hoạt động', 'Activities'), 500, ['province']),
    ...activities.map(([code, name, max]) => stated(code, 'activity', name, max, ['province'])),
  ],
  stated: { main: 8, components: 47 },
  conflicts: [
    both(
      'Năm 2022 có 98 chỉ số thành phần, năm 2025 còn 47; điểm tối đa của năm 2025 chưa biết, ở đây dùng điểm của năm 2022.',
      'There were 98 components in 2022 and 47 in 2025; the maxima of 2025 are not known, those of 2022 are used.',
    ),
    unread,
  ],
};

const ministry: IndexTree = {
  ...common,
  code: 'dti-ministry',
  name: both('Chỉ số chuyển đổi số cấp bộ (DTI)', 'Digital transformation index of ministries (DTI)'),
  explanation: both('Sáu chỉ số chính, 1.000 điểm.', 'Six main indicators, 1,000 points.'),
  levels: ['ministry'],
  nodes: [
    group('foundation', both('Nền tảng chung', 'Foundations'), 500, ['ministry']),
    ...foundation.map(([code, name]) => stated(code, 'foundation', name, 100, ['ministry'])),
    group('activity', both('Hoạt động', 'Activities'), 500, ['ministry']),
    stated(
      'transformation',
      'activity',
      both('Hoạt động chuyển đổi số', 'Digital transformation activities'),
      500,
      ['ministry'],
    ),
  ],
  stated: { main: 6, components: 31 },
  conflicts: [
    both(
      'Trước đây 70 chỉ số thành phần, năm 2025 còn 31; điểm tối đa theo năm 2022.',
      'There were 70 components before and 31 in 2025; the maxima are those of 2022.',
    ),
    unread,
  ],
};

const pillars: readonly { code: string; name: Text; short: Text; max: number; count: number }[] = [
  {
    code: 'government',
    name: both('Chính phủ số', 'Digital government'),
    short: both('Chính phủ số', 'Digital government'),
    max: 400,
    count: 4,
  },
  {
    code: 'economy',
    name: both('Kinh tế số', 'Digital economy'),
    short: both('Kinh tế số', 'Digital economy'),
    max: 300,
    count: 3,
  },
  {
    code: 'society',
    name: both('Xã hội số', 'Digital society'),
    short: both('Xã hội số', 'Digital society'),
    max: 300,
    count: 5,
  },
];

const unnamed = both(
  'Nguồn chỉ nêu số lượng chỉ số của trụ cột; tên chưa đọc được, điểm chia đều là giả định.',
  'The source gives only how many indicators the pillar has; their names could not be read, equal shares are an assumption.',
);

const national: IndexTree = {
  ...common,
  code: 'dti-national',
  name: both('Chỉ số chuyển đổi số quốc gia (DTI)', 'National digital transformation index (DTI)'),
  explanation: both(
    'Mười hai chỉ số, 1.000 điểm: chính phủ số 400, kinh tế số 300, xã hội số 300.',
    'Twelve indicators, 1,000 points: digital government 400, economy 300, society 300.',
  ),
  levels: ['ministry'],
  nodes: pillars.flatMap(({ code, name, short, max, count }) => [
    group(code, name, max, ['ministry']),
    ...Array.from({ length: count }, (_, i) =>
      stated(
        `${code}.${i + 1}`,
        code,
        both(
          `${short.vi}: chỉ số thứ ${i + 1} trong ${count}`,
          `${short.en}: indicator ${i + 1} of ${count}`,
        ),
        max / count,
        ['ministry'],
        unnamed,
      ),
    ),
  ]),
  stated: { main: 12 },
  conflicts: [
    both('Trước đây 24 chỉ số, nay 12 (4 + 3 + 5).', 'There were 24 indicators before, now 12 (4 + 3 + 5).'),
    unread,
  ],
};

/** What is known of the digital transformation index; everything in it is stated by the units with evidence. */
export const dtiTrees: readonly IndexTree[] = [national, province, ministry];
