import { englishPlace } from '../rules/english.ts';
import type { Succession } from '../rules/model.ts';
import { succession } from './statement.ts';
import type { Statement } from './statement.ts';

const mergerDay = '2025-07-01';
const mergerBasis = 'Nghị quyết 202/2025/QH15 ngày 12/06/2025 về việc sắp xếp đơn vị hành chính cấp tỉnh';

/** Provinces and cities that the merger of 1 July 2025 left as they were, by code. */
const lasting: Record<string, string> = {
  '01': 'Thành phố Hà Nội',
  '04': 'Tỉnh Cao Bằng',
  '11': 'Tỉnh Điện Biên',
  '12': 'Tỉnh Lai Châu',
  '14': 'Tỉnh Sơn La',
  '20': 'Tỉnh Lạng Sơn',
  '22': 'Tỉnh Quảng Ninh',
  '38': 'Tỉnh Thanh Hóa',
  '40': 'Tỉnh Nghệ An',
  '42': 'Tỉnh Hà Tĩnh',
};

type Merger = [code: string, name: string, former: [code: string, name: string][]];

/** The 23 units founded on 1 July 2025 and the 52 from which they were made; codes before and after. */
const mergers: Merger[] = [
  [
    '08',
    'Tỉnh Tuyên Quang',
    [
      ['02', 'Tỉnh Hà Giang'],
      ['08', 'Tỉnh Tuyên Quang'],
    ],
  ],
  [
    '15',
    'Tỉnh Lào Cai',
    [
      ['10', 'Tỉnh Lào Cai'],
      ['15', 'Tỉnh Yên Bái'],
    ],
  ],
  [
    '19',
    'Tỉnh Thái Nguyên',
    [
      ['06', 'Tỉnh Bắc Kạn'],
      ['19', 'Tỉnh Thái Nguyên'],
    ],
  ],
  [
    '25',
    'Tỉnh Phú Thọ',
    [
      ['17', 'Tỉnh Hòa Bình'],
      ['25', 'Tỉnh Phú Thọ'],
      ['26', 'Tỉnh Vĩnh Phúc'],
    ],
  ],
  [
    '24',
    'Tỉnh Bắc Ninh',
    [
      ['24', 'Tỉnh Bắc Giang'],
      ['27', 'Tỉnh Bắc Ninh'],
    ],
  ],
  [
    '33',
    'Tỉnh Hưng Yên',
    [
      ['33', 'Tỉnh Hưng Yên'],
      ['34', 'Tỉnh Thái Bình'],
    ],
  ],
  [
    '31',
    'Thành phố Hải Phòng',
    [
      ['30', 'Tỉnh Hải Dương'],
      ['31', 'Thành phố Hải Phòng'],
    ],
  ],
  [
    '37',
    'Tỉnh Ninh Bình',
    [
      ['35', 'Tỉnh Hà Nam'],
      ['36', 'Tỉnh Nam Định'],
      ['37', 'Tỉnh Ninh Bình'],
    ],
  ],
  [
    '44',
    'Tỉnh Quảng Trị',
    [
      ['44', 'Tỉnh Quảng Bình'],
      ['45', 'Tỉnh Quảng Trị'],
    ],
  ],
  [
    '48',
    'Thành phố Đà Nẵng',
    [
      ['48', 'Thành phố Đà Nẵng'],
      ['49', 'Tỉnh Quảng Nam'],
    ],
  ],
  [
    '51',
    'Tỉnh Quảng Ngãi',
    [
      ['51', 'Tỉnh Quảng Ngãi'],
      ['62', 'Tỉnh Kon Tum'],
    ],
  ],
  [
    '52',
    'Tỉnh Gia Lai',
    [
      ['52', 'Tỉnh Bình Định'],
      ['64', 'Tỉnh Gia Lai'],
    ],
  ],
  [
    '56',
    'Tỉnh Khánh Hòa',
    [
      ['56', 'Tỉnh Khánh Hòa'],
      ['58', 'Tỉnh Ninh Thuận'],
    ],
  ],
  [
    '68',
    'Tỉnh Lâm Đồng',
    [
      ['60', 'Tỉnh Bình Thuận'],
      ['67', 'Tỉnh Đắk Nông'],
      ['68', 'Tỉnh Lâm Đồng'],
    ],
  ],
  [
    '66',
    'Tỉnh Đắk Lắk',
    [
      ['54', 'Tỉnh Phú Yên'],
      ['66', 'Tỉnh Đắk Lắk'],
    ],
  ],
  [
    '79',
    'Thành phố Hồ Chí Minh',
    [
      ['74', 'Tỉnh Bình Dương'],
      ['77', 'Tỉnh Bà Rịa - Vũng Tàu'],
      ['79', 'Thành phố Hồ Chí Minh'],
    ],
  ],
  [
    '75',
    'Tỉnh Đồng Nai',
    [
      ['70', 'Tỉnh Bình Phước'],
      ['75', 'Tỉnh Đồng Nai'],
    ],
  ],
  [
    '80',
    'Tỉnh Tây Ninh',
    [
      ['72', 'Tỉnh Tây Ninh'],
      ['80', 'Tỉnh Long An'],
    ],
  ],
  [
    '92',
    'Thành phố Cần Thơ',
    [
      ['92', 'Thành phố Cần Thơ'],
      ['93', 'Tỉnh Hậu Giang'],
      ['94', 'Tỉnh Sóc Trăng'],
    ],
  ],
  [
    '86',
    'Tỉnh Vĩnh Long',
    [
      ['83', 'Tỉnh Bến Tre'],
      ['84', 'Tỉnh Trà Vinh'],
      ['86', 'Tỉnh Vĩnh Long'],
    ],
  ],
  [
    '82',
    'Tỉnh Đồng Tháp',
    [
      ['82', 'Tỉnh Tiền Giang'],
      ['87', 'Tỉnh Đồng Tháp'],
    ],
  ],
  [
    '96',
    'Tỉnh Cà Mau',
    [
      ['95', 'Tỉnh Bạc Liêu'],
      ['96', 'Tỉnh Cà Mau'],
    ],
  ],
  [
    '91',
    'Tỉnh An Giang',
    [
      ['89', 'Tỉnh An Giang'],
      ['91', 'Tỉnh Kiên Giang'],
    ],
  ],
];

function place(id: string, code: string, vi: string, from?: string): Statement {
  return {
    id,
    level: 'province',
    kind: vi.startsWith('Thành phố') ? 'centralCity' : 'province',
    vi,
    en: englishPlace(vi),
    parent: 'centre',
    code,
    ...(code === '79' && { short: 'TP.HCM', aliases: ['TP HCM', 'TPHCM', 'Tp. Hồ Chí Minh'] }),
    ...(from !== undefined && { from }),
  };
}

function formerId(code: string): string {
  return `province-${code}-before-2025-07`;
}

/** The 63 provinces and cities before 1 July 2025 (Huế is in `hue.ts`) and the 23 founded that day. */
export const provinces: readonly Statement[] = [
  ...Object.entries(lasting).map(([code, name]) => place(`province-${code}`, code, name)),
  ...mergers.flatMap(([, , former]) => former.map(([code, name]) => place(formerId(code), code, name))),
  ...mergers.map(([code, name]) => place(`province-${code}`, code, name, mergerDay)),
];

export const provinceMergers: readonly Succession[] = mergers.flatMap(([code, , former]) =>
  former.map(([oldCode]) =>
    succession({
      on: mergerDay,
      kind: 'merge',
      from: formerId(oldCode),
      to: [`province-${code}`],
      legalBasis: mergerBasis,
    }),
  ),
);
