import type { Succession } from '../rules/model.ts';
import { succession } from './statement.ts';
import type { Statement } from './statement.ts';

type Row = [id: string, vi: string, en: string, aliases?: string[], from?: string];

const day = '2025-02-03';

const rows: Row[] = [
  [
    'party-office',
    'Văn phòng Trung ương Đảng',
    'Office of the Party Central Committee',
    ['Văn phòng Trung ương', 'VPTW'],
  ],
  ['party-organisation', 'Ban Tổ chức Trung ương', 'Central Organisation Commission'],
  [
    'party-inspection',
    'Ủy ban Kiểm tra Trung ương',
    'Central Inspection Commission',
    ['UBKT Trung ương', 'UBKTTW'],
  ],
  ['party-internal-affairs', 'Ban Nội chính Trung ương', 'Central Internal Affairs Commission'],
  ['party-propaganda', 'Ban Tuyên giáo Trung ương', 'Central Propaganda and Education Commission'],
  ['party-mass-mobilisation', 'Ban Dân vận Trung ương', 'Central Mass Mobilisation Commission'],
  ['party-economic', 'Ban Kinh tế Trung ương', 'Central Economic Commission'],
  ['party-external', 'Ban Đối ngoại Trung ương', 'Central External Relations Commission'],
  [
    'party-propaganda-mobilisation',
    'Ban Tuyên giáo và Dân vận Trung ương',
    'Central Propaganda, Education and Mass Mobilisation Commission',
    [],
    day,
  ],
  [
    'party-policy',
    'Ban Chính sách, chiến lược Trung ương',
    'Central Commission for Policies and Strategies',
    [],
    day,
  ],
  [
    'political-academy',
    'Học viện Chính trị quốc gia Hồ Chí Minh',
    'Ho Chi Minh National Academy of Politics',
    ['HVCTQG Hồ Chí Minh'],
  ],
];

const committees: Row[] = [
  ['party-committee-government', 'Đảng ủy Chính phủ', 'Party Committee of the Government', [], day],
  ['party-committee-assembly', 'Đảng ủy Quốc hội', 'Party Committee of the National Assembly', [], day],
  [
    'party-committee-central-bodies',
    'Đảng ủy các cơ quan Đảng Trung ương',
    'Party Committee of the central Party bodies',
    [],
    day,
  ],
  [
    'party-committee-front',
    'Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương',
    'Party Committee of the Fatherland Front and the central mass organisations',
    [],
    day,
  ],
];

const root: Statement = {
  id: 'party',
  level: 'party',
  kind: 'partyCommittee',
  vi: 'Ban Chấp hành Trung ương Đảng',
  en: 'Party Central Committee',
  parent: 'centre',
  aliases: ['Trung ương Đảng', 'Bộ Chính trị', 'Ban Bí thư'],
};

function statements(list: Row[], kind: Statement['kind']): Statement[] {
  return list.map(([id, vi, en, aliases, from]) => ({
    id,
    level: 'party',
    kind,
    vi,
    en,
    parent: 'party',
    aliases: aliases ?? [],
    ...(from !== undefined && { from }),
  }));
}

/** The Party's central bodies before and after the reorganisation of 3 February 2025. */
export const party: readonly Statement[] = [
  root,
  ...statements(rows, 'partyBody'),
  ...statements(committees, 'partyCommittee'),
  {
    id: 'party-committee-hanoi',
    level: 'party',
    kind: 'partyCommittee',
    vi: 'Thành ủy Hà Nội',
    en: 'Hanoi City Party Committee',
    parent: 'party',
    aliases: ['Ban Thường vụ Thành ủy Hà Nội', 'BTV Thành ủy Hà Nội'],
  },
  {
    id: 'party-committee-hue',
    level: 'party',
    kind: 'partyCommittee',
    vi: 'Thành ủy Huế',
    en: 'Hue City Party Committee',
    parent: 'party',
    from: '2025-01-01',
    aliases: ['Ban Thường vụ Thành ủy Huế', 'BTV Thành ủy Huế'],
  },
];

const legalBasis =
  'Quyết định của Bộ Chính trị về sắp xếp các cơ quan tham mưu của Trung ương Đảng, công bố ngày 03/02/2025';

function merge(from: string, to: string): Succession {
  return succession({ on: day, kind: 'merge', from, to: [to], legalBasis });
}

export const party2025: readonly Succession[] = [
  merge('party-propaganda', 'party-propaganda-mobilisation'),
  merge('party-mass-mobilisation', 'party-propaganda-mobilisation'),
  merge('party-economic', 'party-policy'),
  merge('party-external', 'mofa'),
];
