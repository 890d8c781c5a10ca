import { type Actor, type Classification, systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { type FileMeta, uploadFile } from './contract/files.ts';
import type { Cell, DocumentModel } from './report/model.ts';

const units = [
  'Bộ Khoa học và Công nghệ',
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Văn phòng Chính phủ',
  'Bộ Công an',
  'UBND thành phố Huế',
];
const duties = [
  'Rà soát, sửa đổi các quy định còn vướng mắc, tạo hành lang pháp lý cho hoạt động khoa học, công nghệ và chuyển đổi số',
  'Kết nối cơ sở dữ liệu chuyên ngành với Cơ sở dữ liệu tổng hợp quốc gia, bảo đảm “đúng, đủ, sạch, sống, thống nhất, dùng chung”',
  'Cắt giảm thời gian giải quyết thủ tục hành chính, hoàn thành tái cấu trúc quy trình tại Trung tâm Phục vụ hành chính công',
  'Bố trí tối thiểu 3 % tổng chi ngân sách hằng năm cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
];
const results = [
  'Nghị định được ban hành',
  'Cơ sở dữ liệu đã kết nối, chia sẻ',
  'Quyết định công bố thủ tục',
  'Báo cáo kết quả phân bổ',
];
const states = [
  'Đang thực hiện, trong hạn',
  'Quá hạn 23 ngày',
  'Hoàn thành đúng hạn',
  'Chưa thực hiện, có nguy cơ chậm',
];

const sampleRow = (i: number): Cell[] => [
  i + 1,
  duties[i % duties.length]!,
  results[i % results.length]!,
  { day: `2025-${String((i % 12) + 1).padStart(2, '0')}-28` },
  units[i % units.length]!,
  { number: ((i * 37) % 1001) / 10, decimals: 1, suffix: ' %' },
  [
    { text: states[i % states.length]!, bold: i % 4 === 1 },
    { text: `\nNhiệm vụ ${i + 1}`, href: `https://lienthong.example/tasks/${i + 1}` },
  ],
];

/** A session report of `rows` invented tasks, in the layout of the late list. */
export const sampleReport = (rows: number, changes: Partial<DocumentModel> = {}): DocumentModel => ({
  lang: 'vi',
  heading: {
    superior: 'Ủy ban nhân dân thành phố Huế',
    agency: 'Sở Khoa học và Công nghệ',
    number: '128/BC-SKHCN',
    place: 'Huế',
    date: '2025-11-17',
  },
  title: 'Báo cáo',
  subtitle: 'Tình hình thực hiện các nhiệm vụ được giao tại Nghị quyết số 03/NQ-CP',
  asOf: new Date('2025-11-17T08:00:00+07:00'),
  sections: [
    {
      heading: 'I. Tình hình chung',
      paragraphs: [
        [
          'Tổng số nhiệm vụ được giao: ',
          { text: '139', bold: true },
          '; đã hoàn thành 113 nhiệm vụ (113/139 = 81,29 %), trong đó 102 nhiệm vụ đúng hạn.',
        ],
        'Mỗi nhiệm vụ giao cho nhiều cơ quan được tính một lần ở từng cơ quan, vì vậy tổng theo cơ quan lớn hơn tổng số nhiệm vụ.',
      ],
    },
    {
      heading: 'II. Danh mục nhiệm vụ',
      table: {
        columns: [
          { title: 'STT', width: 0.5, align: 'center' },
          { title: 'Nhiệm vụ', width: 3.2 },
          { title: 'Kết quả yêu cầu', width: 1.7 },
          { title: 'Thời hạn', width: 1.1, align: 'center' },
          { title: 'Cơ quan chủ trì', width: 1.6 },
          { title: 'Tiến độ', width: 0.9, align: 'right' },
          { title: 'Kết quả đến nay', width: 1.9 },
        ],
        groups: [
          { before: 0, text: 'A. Nhiệm vụ của bộ, ngành' },
          { before: 6, text: 'B. Nhiệm vụ của địa phương' },
        ],
        rows: Array.from({ length: rows }, (_, i) => sampleRow(i)),
      },
      notes: ['Ghi chú: thời hạn in theo văn bản giao nhiệm vụ; tiến độ do cơ quan chủ trì báo cáo.'],
    },
  ],
  recipients: ['Văn phòng UBND thành phố (để báo cáo);', 'Các sở, ban, ngành;', 'Lưu: VT, CĐS.'],
  signature: { title: 'Giám đốc', name: 'Nguyễn Thị Ngọc Ánh' },
  hash: 'a3f5c1d2e4b6978801234567890abcdef0123456789abcdef0123456789abcde',
  verifyUrl: 'https://lienthong.example/reports/0199a-verify',
  ...changes,
});

const pdfBytes = (body: string): Buffer => Buffer.from(`%PDF-1.7\n${body}\nstartxref\n0\n%%EOF\n`, 'latin1');

/** The smallest honest file of a kind, and bad ones: what tests, demo and journeys upload. */
export const sampleFiles = {
  pdf: {
    name: 'quyết định 12.pdf',
    bytes: pdfBytes('1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>'),
  },
  encryptedPdf: { name: 'mật.pdf', bytes: pdfBytes('trailer<</Root 1 0 R/Encrypt 5 0 R>>') },
  csv: { name: 'số liệu.csv', bytes: Buffer.from('STT,Tên\r\n1,Huế\r\n') },
  program: { name: 'báo cáo.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]) },
} as const;

/** Uploads a file for a unit, as the given actor. */
export async function sampleFile(
  app: App,
  file: { unitId: string; classification?: Classification; name?: string; bytes?: Uint8Array },
  actor: Actor = systemActor,
): Promise<FileMeta> {
  const {
    unitId,
    classification = 'internal',
    name = sampleFiles.pdf.name,
    bytes = sampleFiles.pdf.bytes,
  } = file;
  return app.call(
    uploadFile,
    { unitId, name, classification, content: Buffer.from(bytes).toString('base64') },
    { actor },
  );
}
