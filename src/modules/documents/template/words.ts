import type { SlipFacts, SlipKey } from '../rules/slip.ts';

/** Words every slip may use, with what they look like; the sample is what a preview shows. */
const common = {
  code: 'H57.11-251117-0008',
  procedure: 'Đăng ký khai sinh',
  procedureCode: '1.001193',
  applicant: 'Nguyễn Thị Ánh Nguyệt',
  personalId: '046190000123',
  address: '12 Lê Lợi, phường Thuận Hóa, thành phố Huế',
  phone: '0914 000 123',
  email: 'anh.nguyet@example.vn',
  representative: 'Trần Văn Bình',
  receptionUnit: 'Trung tâm Phục vụ hành chính công phường Thuận Hóa',
  decisionUnit: 'Ủy ban nhân dân phường Thuận Hóa',
  returnPlace: 'Trung tâm Phục vụ hành chính công phường Thuận Hóa',
  officer: 'Lê Thị Minh Châu',
  receivedAt: '08 giờ 15 phút, ngày 17/11/2025',
  dueAt: '17 giờ 00 phút, ngày 18/11/2025',
  timeLimit: '01 ngày làm việc',
  today: '17/11/2025',
} as const;

const own: Record<SlipKey, Readonly<Record<string, string>>> = {
  receipt: {
    fee: '8.000 đồng',
    returnWay: 'Nhận trực tiếp tại quầy',
    channel: 'Nộp trực tiếp',
    secret: 'K7PM-2QXD',
    dueExplained: 'Tiếp nhận trước 15 giờ nên tính ngay trong ngày; hạn 1 ngày làm việc.',
    remark: '',
  },
  supplement: { answerBy: '08/12/2025', reason: 'Thành phần hồ sơ chưa đầy đủ' },
  refusal: { reason: 'Không thuộc thẩm quyền giải quyết', legalBasis: 'Điều 7 Luật Hộ tịch' },
  apology: {
    firstDueAt: '17 giờ 00 phút, ngày 18/11/2025',
    reason: 'Phải xác minh tại nơi cư trú trước đây',
  },
  stop: { reason: 'Người nộp đề nghị dừng giải quyết', askedBy: 'Nguyễn Thị Ánh Nguyệt', fee: '' },
  control: { step: 'Thẩm định hồ sơ' },
  draft: { answerBy: '18/11/2025' },
  result: {
    resultName: 'Giấy khai sinh',
    resultNumber: '125/2025',
    signer: 'Phạm Quốc Hưng',
    signerTitle: 'Chủ tịch',
    signedAt: '18/11/2025',
    basis: 'Theo Quyết định bổ nhiệm số 12/QĐ-UBND ngày 01/7/2025',
  },
};

type Rows = SlipFacts['tables'][string];
const components: Rows = [
  { no: '1', name: 'Tờ khai đăng ký khai sinh', originals: '1', copies: '0', note: 'Điện tử' },
  { no: '2', name: 'Giấy chứng sinh', originals: '1', copies: '0', note: 'Đã số hóa' },
];
const tables: Record<SlipKey, Readonly<Record<string, Rows>>> = {
  receipt: { components },
  supplement: {
    points: [
      { no: '1', what: 'Giấy chứng sinh', why: 'Ảnh chụp không đọc được', how: 'Chụp lại rõ bốn góc' },
    ],
  },
  refusal: {},
  apology: {},
  stop: {},
  control: {
    handovers: [
      {
        no: '1',
        step: 'Tiếp nhận',
        giver: 'Lê Thị Minh Châu',
        taker: 'Hoàng Văn Nam',
        at: '08 giờ 20 phút, ngày 17/11/2025',
        state: 'Đúng hạn',
        remark: '',
      },
    ],
  },
  draft: { fields: [{ label: 'Họ, chữ đệm, tên', value: 'NGUYỄN BẢO AN' }] },
  result: { fields: [{ label: 'Họ, chữ đệm, tên', value: 'NGUYỄN BẢO AN' }] },
};

/** The words a slip of this kind may use, each with a sample. */
export const wordsOf = (key: SlipKey): Readonly<Record<string, string>> => ({ ...common, ...own[key] });

/** The tables a slip of this kind may draw, each with sample rows. */
export const tablesOf = (key: SlipKey): Readonly<Record<string, Rows>> => tables[key];

/** Facts for a preview: every word and table with its sample. */
export const sampleFacts = (key: SlipKey, madeAt: Date): SlipFacts => ({
  heading: {
    superior: 'Ủy ban nhân dân phường Thuận Hóa',
    agency: 'Trung tâm Phục vụ hành chính công',
    number: '0008/TNHS',
    place: 'Huế',
    date: '2025-11-17',
  },
  words: wordsOf(key),
  tables: tablesOf(key),
  trackUrl: 'https://lienthong.example/track/H57.11-251117-0008',
  trackLabel: 'Tra cứu hồ sơ:',
  madeAt,
});
