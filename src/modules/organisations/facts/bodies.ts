import type { Statement } from './statement.ts';

type Row = [id: string, vi: string, en: string, short?: string, aliases?: string[]];

const massRows: Row[] = [
  [
    'fatherland-front',
    'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
    'Vietnam Fatherland Front',
    'MTTQ',
    ['MTTQ Việt Nam', 'Mặt trận Tổ quốc Việt Nam', 'Mặt trận Tổ quốc'],
  ],
  [
    'labour-confederation',
    'Tổng Liên đoàn Lao động Việt Nam',
    'Vietnam General Confederation of Labour',
    'TLĐLĐVN',
  ],
  [
    'youth-union',
    'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh',
    'Ho Chi Minh Communist Youth Union',
    'TW Đoàn',
    ['Đoàn TNCS Hồ Chí Minh', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh'],
  ],
  ['women-union', 'Hội Liên hiệp Phụ nữ Việt Nam', "Vietnam Women's Union", 'Hội LHPNVN'],
  ['farmers-union', 'Hội Nông dân Việt Nam', "Vietnam Farmers' Union", 'HNDVN'],
  ['veterans', 'Hội Cựu chiến binh Việt Nam', 'Veterans Association of Vietnam', 'HCCBVN'],
];

const enterpriseRows: Row[] = [
  ['viettel', 'Tập đoàn Công nghiệp - Viễn thông Quân đội', 'Viettel Group', 'Viettel'],
  ['vnpt', 'Tập đoàn Bưu chính Viễn thông Việt Nam', 'Vietnam Posts and Telecommunications Group', 'VNPT'],
  ['fpt', 'Công ty Cổ phần FPT', 'FPT Corporation', 'FPT', ['Tập đoàn FPT']],
  ['cmc', 'Công ty Cổ phần Tập đoàn Công nghệ CMC', 'CMC Corporation', 'CMC', ['Tập đoàn CMC']],
];

function statements(list: Row[], level: Statement['level'], kind: Statement['kind']): Statement[] {
  return list.map(([id, vi, en, short, aliases]) => ({
    id,
    level,
    kind,
    vi,
    en,
    parent: 'centre',
    ...(short !== undefined && { short }),
    aliases: aliases ?? [],
  }));
}

/** The Fatherland Front, the mass organisations, and the companies that documents name. */
export const bodies: readonly Statement[] = [
  ...statements(massRows, 'massBody', 'massOrganisation'),
  ...statements(enterpriseRows, 'other', 'enterprise'),
];
