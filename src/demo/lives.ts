/** What really became of some tasks, with the documents that completed them or assigned them again. */
import { addDays, type Day, instantOf } from '../kit/day.ts';
import {
  acceptClaim,
  assignAgain,
  changeDue,
  confirmClaim,
  markSame,
  submitReport,
} from '../modules/directives/contract.ts';
import { coordinatorOf, headOf, people } from './accounts.ts';
import type { Happening, Stage } from './stage.ts';

interface Completion {
  directive: string;
  ref: string;
  /** The document that completed the task, and its day: the day of completion. */
  product: { number?: string; title: string; date: Day; link?: string };
  result: string;
}

const law = (ref: string, number: string, date: Day, title: string): Completion => ({
  directive: '03/NQ-CP',
  ref,
  product: { number, title, date },
  result: `Quốc hội đã thông qua ${title}.`,
});

const completions: readonly Completion[] = [
  {
    directive: '315/TB-VPCP',
    ref: 'TB315-01',
    product: {
      number: '214/NQ-CP',
      date: '2025-07-23',
      title: 'Nghị quyết của Chính phủ về thúc đẩy tạo lập dữ liệu',
    },
    result: 'Chính phủ đã ban hành Nghị quyết số 214/NQ-CP.',
  },
  {
    directive: '103/CĐ-TTg',
    ref: 'CD103-02',
    product: {
      number: '278/2025/NĐ-CP',
      date: '2025-10-22',
      title: 'Nghị định về kết nối, chia sẻ dữ liệu bắt buộc',
    },
    result: 'Chính phủ đã ban hành Nghị định số 278/2025/NĐ-CP.',
  },
  {
    directive: '103/CĐ-TTg',
    ref: 'CD103-03',
    product: {
      number: '2439/QĐ-TTg',
      date: '2025-11-04',
      title: 'Khung kiến trúc, khung quản trị dữ liệu quốc gia và từ điển dữ liệu dùng chung',
    },
    result: 'Thủ tướng Chính phủ đã ban hành Quyết định số 2439/QĐ-TTg.',
  },
  {
    directive: 'Kết luận phiên họp thứ nhất BCĐTW 20/01/2025',
    ref: 'BCD1-01',
    product: {
      date: '2025-05-20',
      title: 'Hệ thống thông tin giám sát, đánh giá việc thực hiện Nghị quyết số 57-NQ/TW',
      link: 'https://www.vietnam.vn/en/van-hanh-he-thong-thong-tin-giam-sat-thuc-hien-nghi-quyet-57-nq-tw',
    },
    result: 'Hệ thống được đưa vào vận hành ngày 20/5/2025.',
  },
  {
    directive: '8602-QĐ/TU',
    ref: 'HN139-00',
    product: {
      number: '8602-QĐ/TU',
      date: '2025-05-15',
      title: 'Kế hoạch hành động cập nhật của Thành ủy Hà Nội',
    },
    result: 'Đã ban hành kế hoạch.',
  },
  {
    directive: '139/KH-UBND',
    ref: 'HN139-01',
    product: {
      number: '139/KH-UBND',
      date: '2025-05-16',
      title: 'Kế hoạch của Ủy ban nhân dân thành phố Hà Nội',
    },
    result: 'Đã ban hành kế hoạch.',
  },
  {
    directive: '139/KH-UBND',
    ref: 'HN139-02',
    product: {
      number: '6 nghị quyết của HĐND thành phố',
      date: '2025-09-29',
      title: 'Sáu nghị quyết về khoa học, công nghệ, đổi mới sáng tạo',
    },
    result: 'Hội đồng nhân dân thành phố đã thông qua sáu nghị quyết.',
  },
  {
    directive: '408/TB-VPCP',
    ref: 'TB408-11',
    product: {
      number: '231/2025/NĐ-CP',
      date: '2025-08-26',
      title: 'Nghị định về tuyển chọn, sử dụng tổng công trình sư, kiến trúc sư trưởng',
    },
    result: 'Chính phủ đã ban hành Nghị định số 231/2025/NĐ-CP.',
  },
  {
    directive: '03/NQ-CP',
    ref: 'NQ03-NV-029',
    product: {
      number: '165/2025/NĐ-CP',
      date: '2025-06-30',
      title: 'Nghị định quy định chi tiết Luật Dữ liệu',
    },
    result: 'Chính phủ đã ban hành Nghị định số 165/2025/NĐ-CP.',
  },
  {
    directive: '03/NQ-CP',
    ref: 'NQ03-NV-044',
    product: {
      number: '1131/QĐ-TTg',
      date: '2025-06-12',
      title: 'Danh mục công nghệ chiến lược và sản phẩm công nghệ chiến lược',
    },
    result: 'Thủ tướng Chính phủ đã ban hành Quyết định số 1131/QĐ-TTg.',
  },
  law('NQ03-NV-010', '80/2025/QH15', '2025-06-24', 'Luật Cán bộ, công chức'),
  law('NQ03-NV-014', '93/2025/QH15', '2025-06-27', 'Luật Khoa học, Công nghệ và Đổi mới sáng tạo'),
  law('NQ03-NV-015', '94/2025/QH15', '2025-06-27', 'Luật Năng lượng nguyên tử'),
  law(
    'NQ03-NV-016',
    '78/2025/QH15',
    '2025-06-18',
    'Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa',
  ),
  law(
    'NQ03-NV-017',
    '70/2025/QH15',
    '2025-06-14',
    'Luật sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và Quy chuẩn kỹ thuật',
  ),
  law('NQ03-NV-018', '89/2025/QH15', '2025-06-25', 'Luật Ngân sách nhà nước'),
  law('NQ03-NV-020', '63/2025/QH15', '2025-02-18', 'Luật Tổ chức Chính phủ'),
  law('NQ03-NV-021', '71/2025/QH15', '2025-06-14', 'Luật Công nghiệp công nghệ số'),
  law('NQ03-NV-022', '73/2025/QH15', '2025-06-16', 'Luật Nhà giáo'),
];

/** Tasks that another document assigned again: the task, and the row of that document which repeats it. */
const again = [
  {
    directive: '103/CĐ-TTg',
    ref: 'CD103-03',
    by: '214/NQ-CP',
    repeatedAs: 'NQ214-01',
    at: instantOf('2025-07-24', '10:00'),
  },
  {
    directive: '03/NQ-CP',
    ref: 'NQ03-NV-047',
    by: '552/TB-VPCP',
    repeatedAs: 'TB552-03',
    at: instantOf('2025-10-14', '10:00'),
  },
  {
    directive: '03/NQ-CP',
    ref: 'NQ03-NV-047',
    by: '624/TB-VPCP',
    repeatedAs: 'TB624-04',
    at: instantOf('2025-11-16', '07:00'),
  },
];

/** The tasks of which only what really happened is told. */
export const livesOf: ReadonlySet<string> = new Set([
  ...completions.map((c) => c.ref),
  ...again.flatMap((a) => [a.ref, a.repeatedAs]),
  'TB624-02',
]);

function completed({ directive, ref, product, result }: Completion): Happening[] {
  const on = (days: number, clock: string) => instantOf(addDays(product.date, days), clock);
  const forEachLead =
    (run: (stage: Stage, id: string, unitId: string) => Promise<unknown>) => async (stage: Stage) => {
      for (const lead of await stage.leads(directive, ref)) await run(stage, lead.id, lead.unitId);
    };
  const claimed = forEachLead((s, id, unitId) =>
    s.call(submitReport, { id, result, product }, coordinatorOf(unitId)),
  );
  const confirmed = forEachLead((s, id, unitId) => s.call(confirmClaim, { id }, headOf(unitId)));
  const accepted = forEachLead((s, id) => s.call(acceptClaim, { id }, people.office));
  return [
    { at: on(2, '10:15'), key: `life ${ref} 1`, run: claimed },
    { at: on(3, '09:30'), key: `life ${ref} 2`, run: confirmed },
    { at: on(5, '15:20'), key: `life ${ref} 3`, run: accepted },
  ];
}

async function assignedAgain(stage: Stage, a: (typeof again)[number]): Promise<void> {
  const id = await stage.task(a.directive, a.ref);
  const directiveId = await stage.directive(a.by);
  await stage.call(assignAgain, { id, directiveId, ref: a.repeatedAs }, people.office);
  const repeated = await stage.task(a.by, a.repeatedAs);
  await stage.call(
    markSame,
    { id: repeated, sameAs: id, reason: `Cùng một nhiệm vụ, được ${a.by} giao lại.` },
    people.office,
  );
}

/** The monitoring tool set: November in the session, before 10 December in the notice of the next day. */
async function movedInTwoDays(stage: Stage): Promise<void> {
  const change = {
    deadlineText: 'trước 10/12/2025',
    document: '624/TB-VPCP ngày 16/11/2025',
    reason: 'Tại phiên họp ngày 15/11/2025 nêu tháng 11/2025; thông báo kết luận ghi trước ngày 10/12/2025.',
  };
  for (const { id } of await stage.leads('624/TB-VPCP', 'TB624-02'))
    await stage.call(changeDue, { id, ...change }, people.office);
}

export function lifeHappenings(): Happening[] {
  return [
    ...completions.flatMap(completed),
    ...again.map((a) => ({
      at: a.at,
      key: `again ${a.repeatedAs}`,
      run: (stage: Stage) => assignedAgain(stage, a),
    })),
    { at: instantOf('2025-11-16', '06:45'), key: 'moved TB624-02', run: movedInTwoDays },
  ];
}
