import { englishPlace } from '../rules/english.ts';
import type { Succession, VersionFact } from '../rules/model.ts';
import { administrativeCodes, succession } from './statement.ts';
import type { Statement } from './statement.ts';

const cityDay = '2025-01-01';
const communeDay = '2025-07-01';
const departmentDay = '2025-03-01';
const hue = 'province-46';

/** The 40 communes and wards of Huế by code, as they stand since 1 July 2025 (Resolution 1675/NQ-UBTVQH15). */
const communes: Record<string, string> = {
  '19753': 'Phường Phú Xuân',
  '19774': 'Phường Kim Long',
  '19777': 'Phường Vỹ Dạ',
  '19789': 'Phường Thuận Hóa',
  '19804': 'Phường Hương An',
  '19813': 'Phường Thủy Xuân',
  '19815': 'Phường An Cựu',
  '19819': 'Phường Phong Điền',
  '19828': 'Phường Phong Phú',
  '19831': 'Phường Phong Dinh',
  '19858': 'Phường Phong Thái',
  '19867': 'Xã Quảng Điền',
  '19873': 'Phường Phong Quảng',
  '19885': 'Xã Đan Điền',
  '19900': 'Phường Thuận An',
  '19909': 'Phường Dương Nỗ',
  '19918': 'Xã Phú Hồ',
  '19930': 'Phường Mỹ Thượng',
  '19942': 'Xã Phú Vang',
  '19945': 'Xã Phú Vinh',
  '19960': 'Phường Phú Bài',
  '19969': 'Phường Thanh Thủy',
  '19975': 'Phường Hương Thủy',
  '19996': 'Phường Hương Trà',
  '20014': 'Phường Hóa Châu',
  '20017': 'Phường Kim Trà',
  '20035': 'Xã Bình Điền',
  '20044': 'Xã A Lưới 2',
  '20050': 'Xã A Lưới 5',
  '20056': 'Xã A Lưới 1',
  '20071': 'Xã A Lưới 3',
  '20101': 'Xã A Lưới 4',
  '20107': 'Xã Phú Lộc',
  '20122': 'Xã Vinh Lộc',
  '20131': 'Xã Hưng Lộc',
  '20137': 'Xã Chân Mây - Lăng Cô',
  '20140': 'Xã Lộc An',
  '20161': 'Xã Khe Tre',
  '20179': 'Xã Nam Đông',
  '20182': 'Xã Long Quảng',
};

const departments: [id: string, vi: string, en: string, short: string][] = [
  [
    'office',
    'Văn phòng Ủy ban nhân dân thành phố Huế',
    "Office of the Hue City People's Committee",
    'VP UBND TP Huế',
  ],
  ['home-affairs', 'Sở Nội vụ thành phố Huế', 'Hue Department of Home Affairs', 'Sở Nội vụ Huế'],
  ['justice', 'Sở Tư pháp thành phố Huế', 'Hue Department of Justice', 'Sở Tư pháp Huế'],
  ['finance', 'Sở Tài chính thành phố Huế', 'Hue Department of Finance', 'Sở Tài chính Huế'],
  ['industry', 'Sở Công Thương thành phố Huế', 'Hue Department of Industry and Trade', 'Sở Công Thương Huế'],
  [
    'agriculture',
    'Sở Nông nghiệp và Môi trường thành phố Huế',
    'Hue Department of Agriculture and Environment',
    'Sở NN&MT Huế',
  ],
  ['construction', 'Sở Xây dựng thành phố Huế', 'Hue Department of Construction', 'Sở Xây dựng Huế'],
  ['culture', 'Sở Văn hóa và Thể thao thành phố Huế', 'Hue Department of Culture and Sports', 'Sở VH&TT Huế'],
  ['tourism', 'Sở Du lịch thành phố Huế', 'Hue Department of Tourism', 'Sở Du lịch Huế'],
  [
    'science',
    'Sở Khoa học và Công nghệ thành phố Huế',
    'Hue Department of Science and Technology',
    'Sở KH&CN Huế',
  ],
  [
    'education',
    'Sở Giáo dục và Đào tạo thành phố Huế',
    'Hue Department of Education and Training',
    'Sở GD&ĐT Huế',
  ],
  ['health', 'Sở Y tế thành phố Huế', 'Hue Department of Health', 'Sở Y tế Huế'],
  ['inspectorate', 'Thanh tra thành phố Huế', 'Hue City Inspectorate', 'Thanh tra TP Huế'],
  [
    'service-centre',
    'Trung tâm Phục vụ hành chính công thành phố Huế',
    'Hue Public Administration Service Centre',
    'TTPVHCC TP Huế',
  ],
];

const steeringName =
  'Ban Chỉ đạo về khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06 thành phố Huế';

/** Huế: the city (a province until the end of 2024), its steering committee, departments and 40 communes. */
export const hueUnits: readonly Statement[] = [
  {
    id: hue,
    level: 'province',
    kind: 'province',
    vi: 'Tỉnh Thừa Thiên Huế',
    en: 'Thua Thien Hue Province',
    parent: 'centre',
    code: '46',
  },
  {
    id: 'hue-steering-committee',
    level: 'other',
    kind: 'steeringCommittee',
    vi: steeringName,
    en: 'Hue City Steering Committee for Science, Technology, Innovation, Digital Transformation and Scheme 06',
    parent: hue,
    from: cityDay,
    aliases: ['BCĐ về KHCN, ĐMST, CĐS và Đề án 06 thành phố Huế'],
  },
  {
    id: 'hue-peoples-council',
    level: 'other',
    kind: 'peoplesCouncil',
    vi: 'Hội đồng nhân dân thành phố Huế',
    en: "Hue City People's Council",
    parent: hue,
    from: cityDay,
    short: 'HĐND thành phố Huế',
  },
  ...departments.map(([id, vi, en, short]): Statement => ({
    id: `hue-${id}`,
    level: 'department',
    kind: 'department',
    vi,
    en,
    short,
    aliases: vi.endsWith(' thành phố Huế')
      ? [vi.replace(/ thành phố Huế$/u, ''), `${vi.replace(/ thành phố Huế$/u, '')} TP Huế`]
      : [],
    parent: hue,
    from: departmentDay,
  })),
  ...Object.entries(communes).map(([code, vi]): Statement => ({
    id: `commune-${code}`,
    level: 'commune',
    kind: vi.startsWith('Phường') ? 'ward' : 'commune',
    vi,
    en: englishPlace(vi),
    parent: hue,
    from: communeDay,
    code,
  })),
];

/** The city as it is named since 1 January 2025. */
export const hueAsCity: VersionFact = {
  unitId: hue,
  validFrom: cityDay,
  nameVi: 'Thành phố Huế',
  nameEn: 'Hue City',
  shortName: null,
  aliases: [],
  kind: 'centralCity',
  parentId: 'centre',
  code: '46',
  codeSystem: administrativeCodes,
};

export const hueBecomesCity: Succession = succession({
  on: cityDay,
  kind: 'statusChange',
  from: hue,
  to: [hue],
  legalBasis:
    'Nghị quyết 175/2024/QH15 ngày 30/11/2024 về việc thành lập thành phố Huế trực thuộc Trung ương',
});
