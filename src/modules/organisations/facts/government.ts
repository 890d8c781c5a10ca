import type { Statement } from './statement.ts';

type Row = [id: string, vi: string, en: string, short: string, aliases?: string[], from?: string];

const newDay = '2025-03-01';

const ministryRows: Row[] = [
  ['mond', 'Bộ Quốc phòng', 'Ministry of National Defence', 'BQP', ['Bộ QP']],
  ['mops', 'Bộ Công an', 'Ministry of Public Security', 'BCA', ['Bộ CA']],
  ['mofa', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs', 'BNG', ['Bộ NG']],
  ['moha', 'Bộ Nội vụ', 'Ministry of Home Affairs', 'BNV', ['Bộ NV']],
  ['moj', 'Bộ Tư pháp', 'Ministry of Justice', 'BTP', ['Bộ TP']],
  ['mof', 'Bộ Tài chính', 'Ministry of Finance', 'BTC', ['Bộ TC']],
  ['moit', 'Bộ Công Thương', 'Ministry of Industry and Trade', 'BCT', ['Bộ CT']],
  ['moc', 'Bộ Xây dựng', 'Ministry of Construction', 'BXD', ['Bộ XD']],
  [
    'mocst',
    'Bộ Văn hóa, Thể thao và Du lịch',
    'Ministry of Culture, Sports and Tourism',
    'Bộ VHTTDL',
    ['Bộ VH,TT&DL', 'Bộ VH-TT-DL', 'BVHTTDL'],
  ],
  [
    'most',
    'Bộ Khoa học và Công nghệ',
    'Ministry of Science and Technology',
    'Bộ KH&CN',
    ['Bộ KHCN', 'BKHCN'],
  ],
  ['moet', 'Bộ Giáo dục và Đào tạo', 'Ministry of Education and Training', 'Bộ GD&ĐT', ['Bộ GDĐT', 'BGDĐT']],
  ['moh', 'Bộ Y tế', 'Ministry of Health', 'BYT', ['Bộ YT']],
  ['mpi', 'Bộ Kế hoạch và Đầu tư', 'Ministry of Planning and Investment', 'Bộ KH&ĐT', ['Bộ KHĐT', 'BKHĐT']],
  [
    'mard',
    'Bộ Nông nghiệp và Phát triển nông thôn',
    'Ministry of Agriculture and Rural Development',
    'Bộ NN&PTNT',
    ['Bộ NNPTNT', 'BNNPTNT'],
  ],
  ['mot', 'Bộ Giao thông vận tải', 'Ministry of Transport', 'Bộ GTVT', ['BGTVT']],
  [
    'monre',
    'Bộ Tài nguyên và Môi trường',
    'Ministry of Natural Resources and Environment',
    'Bộ TN&MT',
    ['Bộ TNMT', 'BTNMT'],
  ],
  [
    'mic',
    'Bộ Thông tin và Truyền thông',
    'Ministry of Information and Communications',
    'Bộ TT&TT',
    ['Bộ TTTT', 'BTTTT'],
  ],
  [
    'molisa',
    'Bộ Lao động - Thương binh và Xã hội',
    'Ministry of Labour, Invalids and Social Affairs',
    'Bộ LĐTBXH',
    ['Bộ LĐ-TB&XH', 'Bộ LĐTB&XH', 'BLĐTBXH'],
  ],
  [
    'mae',
    'Bộ Nông nghiệp và Môi trường',
    'Ministry of Agriculture and Environment',
    'Bộ NN&MT',
    ['Bộ NNMT', 'BNNMT'],
    newDay,
  ],
  [
    'moemr',
    'Bộ Dân tộc và Tôn giáo',
    'Ministry of Ethnic Minorities and Religions',
    'Bộ DT&TG',
    ['Bộ DTTG', 'BDTTG'],
    newDay,
  ],
];

const ministerialRows: Row[] = [
  ['government-office', 'Văn phòng Chính phủ', 'Office of the Government', 'VPCP'],
  ['inspectorate', 'Thanh tra Chính phủ', 'Government Inspectorate', 'TTCP'],
  ['state-bank', 'Ngân hàng Nhà nước Việt Nam', 'State Bank of Vietnam', 'NHNN', ['Ngân hàng Nhà nước']],
  ['ethnic-committee', 'Ủy ban Dân tộc', 'Committee for Ethnic Minority Affairs', 'UBDT'],
];

const attachedRows: Row[] = [
  ['vtv', 'Đài Truyền hình Việt Nam', 'Vietnam Television', 'VTV'],
  ['vov', 'Đài Tiếng nói Việt Nam', 'Voice of Vietnam', 'VOV'],
  ['vna', 'Thông tấn xã Việt Nam', 'Vietnam News Agency', 'TTXVN'],
  [
    'vast',
    'Viện Hàn lâm Khoa học và Công nghệ Việt Nam',
    'Vietnam Academy of Science and Technology',
    'Viện HLKHCNVN',
    ['Viện Hàn lâm Khoa học và Công nghệ'],
  ],
  [
    'vass',
    'Viện Hàn lâm Khoa học xã hội Việt Nam',
    'Vietnam Academy of Social Sciences',
    'Viện HLKHXHVN',
    ['Viện Hàn lâm Khoa học xã hội'],
  ],
  [
    'social-security',
    'Bảo hiểm xã hội Việt Nam',
    'Vietnam Social Security',
    'BHXH Việt Nam',
    ['Bảo hiểm xã hội', 'BHXH'],
  ],
  [
    'capital-committee',
    'Ủy ban Quản lý vốn nhà nước tại doanh nghiệp',
    'Commission for the Management of State Capital at Enterprises',
    'UBQLV',
  ],
  ['mausoleum', 'Ban Quản lý Lăng Chủ tịch Hồ Chí Minh', 'Ho Chi Minh Mausoleum Management', 'BQL Lăng'],
];

function rows(list: Row[], level: Statement['level'], kind: Statement['kind']): Statement[] {
  return list.map(([id, vi, en, short, aliases, from]) => ({
    id,
    level,
    kind,
    vi,
    en,
    short,
    aliases: aliases ?? [],
    parent: 'government',
    ...(from !== undefined && { from }),
  }));
}

/**
 * The Government's 18 ministries, 4 ministerial agencies and 8 attached agencies before 1 March 2025, and the two
 * ministries founded that day. What became of the others is in `government-2025.ts`.
 */
export const government: readonly Statement[] = [
  ...rows(ministryRows, 'ministry', 'ministry'),
  ...rows(ministerialRows, 'ministry', 'ministerialAgency'),
  ...rows(attachedRows, 'ministry', 'governmentAgency'),
];
