/** Figures that were published in 2017 and 2025 and that can be misread; entered as reported, with their sources. */
import type { InputOf } from '../../../kit/contract.ts';
import type { enterReported } from '../contract/reported.ts';
import { reportedCases } from './reportedCases.ts';

type Fact = InputOf<typeof enterReported>;

const total = (vi: string, en: string, count: number) => ({
  label: { vi, en },
  count,
  as: 'total' as const,
  role: 'total' as const,
});
const government = 'Văn phòng Chính phủ';
const allTasks = {
  vi: 'Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao, 10 tháng đầu năm 2025',
  en: 'Tasks given by the Government and the Prime Minister, first ten months of 2025',
};

export const reportedFacts: readonly Fact[] = [
  {
    code: '944-nhiem-vu',
    bodyName: 'Ban Chỉ đạo của Chính phủ',
    source: 'Phiên họp của Ban Chỉ đạo, 15/11/2025 (Báo Tin tức)',
    sourceUrl:
      'https://baotintuc.vn/thoi-su/thu-tuong-pham-minh-chinh-neu-6-nhiem-vu-tong-quat-phat-trien-khoa-hoc-cong-nghe-trong-thoi-gian-toi-20251115113126040.htm',
    asOf: '2025-11-15',
    scope: {
      vi: 'Nhiệm vụ phía Chính phủ thực hiện Nghị quyết 57',
      en: 'Tasks of the Government side under Resolution 57',
    },
    counts: [
      total('Tổng số nhiệm vụ', 'All tasks', 944),
      { label: { vi: 'Đã hoàn thành', en: 'Completed' }, count: 370, as: 'done', role: 'part' },
      {
        label: { vi: '“Trong hạn” (bản dịch ghi “đúng hạn”)', en: '“In term” (translated as “on time”)' },
        count: 176,
        as: 'inTerm',
        role: 'part',
      },
    ],
    percents: [{ label: { vi: 'Tỷ lệ in kèm', en: 'Percentage printed with it' }, printed: '67 %' }],
  },
  {
    code: '1133-nhiem-vu',
    bodyName: 'Ban Chỉ đạo Trung ương',
    source: 'Báo cáo quý III/2025, 15/10/2025 (Huế ngày nay)',
    sourceUrl:
      'https://huengaynay.vn/kinh-te/khoa-hoc-cong-nghe/xay-dung-co-so-du-lieu-quoc-gia-tao-nen-tang-chien-luoc-cho-phat-trien-dat-nuoc-158823.html',
    asOf: '2025-10-15',
    scope: { vi: 'Nhiệm vụ thực hiện Nghị quyết 57, phía Đảng', en: 'Tasks under Resolution 57, Party side' },
    counts: [total('Tổng số nhiệm vụ', 'All tasks', 1133)],
    percents: [{ label: { vi: 'Đã hoàn thành', en: 'Completed' }, printed: '53 %' }],
  },
  {
    code: 'hue-quy-3',
    bodyName: 'Thành phố Huế',
    source: 'Báo cáo quý III/2025 (Huế ngày nay)',
    sourceUrl:
      'https://huengaynay.vn/kinh-te/khoa-hoc-cong-nghe/xay-dung-co-so-du-lieu-quoc-gia-tao-nen-tang-chien-luoc-cho-phat-trien-dat-nuoc-158823.html',
    asOf: '2025-09-30',
    scope: {
      vi: 'Nhiệm vụ của thành phố Huế, quý III/2025',
      en: 'Tasks of the city of Huế, quarter III/2025',
    },
    counts: [
      total('Tổng số nhiệm vụ', 'All tasks', 139),
      {
        label: { vi: 'Đã hoàn thành', en: 'Completed' },
        count: 113,
        as: 'done',
        percent: '81,2 %',
        role: 'ofWhich',
      },
      {
        label: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
        count: 102,
        as: 'doneOnTime',
        role: 'ofWhich',
      },
      {
        label: { vi: 'Hoàn thành quá hạn (113 − 102)', en: 'Completed late (113 − 102)' },
        count: 11,
        as: 'doneLate',
        role: 'derived',
      },
    ],
    percents: [
      {
        label: { vi: 'Hoàn thành, hai chữ số thập phân', en: 'Completed, to two decimals' },
        printed: '81,29 %',
      },
      {
        label: { vi: '102 đúng hạn, cách đọc thứ nhất', en: '102 on time, first reading' },
        printed: '90,3 %',
      },
      {
        label: { vi: '102 đúng hạn, cách đọc thứ hai', en: '102 on time, second reading' },
        printed: '73,4 %',
      },
    ],
  },
  {
    code: '9831-nhiem-vu',
    bodyName: government,
    source: 'Số liệu đến 20/10/2025 (Thời báo Tài chính Việt Nam)',
    sourceUrl:
      'https://thoibaotaichinhvietnam.vn/thu-tuong-ra-soat-hoan-thanh-cac-cong-viec-toi-cuoi-nam-theo-thu-tu-uu-tien-185478.html',
    asOf: '2025-10-20',
    scope: allTasks,
    counts: [
      total('Tổng số nhiệm vụ', 'All tasks', 9831),
      {
        label: { vi: 'Đã hoàn thành', en: 'Completed' },
        count: 7892,
        as: 'done',
        percent: '80,3 %',
        role: 'part',
      },
      {
        label: { vi: 'Trong hạn', en: 'In term' },
        count: 1602,
        as: 'inTerm',
        percent: '16,47 %',
        role: 'part',
      },
      {
        label: { vi: 'Quá hạn, chưa xong', en: 'Overdue, open' },
        count: 319,
        as: 'overdue',
        percent: '3,23 %',
        role: 'part',
      },
    ],
  },
  {
    code: '9831-bon-ngay-sau',
    bodyName: government,
    source: 'Số liệu đến 24/10/2025 (Việt Nam News)',
    sourceUrl:
      'https://vietnamnews.vn/politics-laws/1728096/tasks-for-remainder-of-2025-must-be-carried-out-with-order-pm.html',
    asOf: '2025-10-24',
    scope: allTasks,
    counts: [
      total('Tổng số nhiệm vụ', 'All tasks', 9831),
      {
        label: { vi: 'Đã hoàn thành', en: 'Completed' },
        count: 8150,
        as: 'done',
        percent: '82,9 %',
        role: 'part',
      },
      {
        label: { vi: 'Trong hạn', en: 'In term' },
        count: 1620,
        as: 'inTerm',
        percent: '16,47 %',
        role: 'part',
      },
      {
        label: { vi: 'Quá hạn, chưa xong', en: 'Overdue, open' },
        count: 61,
        as: 'overdue',
        percent: '0,62 %',
        role: 'part',
      },
    ],
  },
  {
    code: '33-nhiem-vu-cham',
    bodyName: 'Bộ Khoa học và Công nghệ',
    source: 'Rà soát thực hiện Nghị quyết 71/NQ-CP, 31/07/2025 (VietNam.vn)',
    sourceUrl:
      'https://vcdn.vietnam.vn/en/thong-nhat-he-thong-du-lieu-trong-danh-gia-tien-do-thuc-hien-nq-57-va-nq-71',
    asOf: '2025-07-31',
    scope: { vi: 'Nhiệm vụ chậm theo Nghị quyết 71/NQ-CP', en: 'Late tasks under 71/NQ-CP' },
    counts: [
      { label: { vi: 'Tổng số nhiệm vụ chậm', en: 'All late tasks' }, count: 33, role: 'total' },
      {
        label: {
          vi: 'Tám bộ được nêu tên, cộng số nhiệm vụ',
          en: 'Eight ministries named, their counts added',
        },
        count: 24,
        role: 'part',
      },
      {
        label: {
          vi: 'Mười một địa phương, ít nhất mỗi nơi một nhiệm vụ',
          en: 'Eleven provinces, at least one task each',
        },
        count: 11,
        role: 'part',
      },
      {
        label: { vi: 'Đã hoàn thành nhưng chậm', en: 'Completed, but late' },
        count: 12,
        as: 'doneLate',
        role: 'ofWhich',
      },
      {
        label: { vi: 'Chưa hoàn thành, quá hạn', en: 'Open and overdue' },
        count: 21,
        as: 'overdue',
        role: 'ofWhich',
      },
    ],
  },
  {
    code: 'vpcp-2017',
    bodyName: government,
    source: 'Báo cáo 1270/BC-TCTTTg năm 2017',
    sourceUrl:
      'https://thuviennhadat.vn/vbpl/bao-cao-1270-bc-tctttg-2017-ket-qua-thuc-hien-nhiem-vu-cua-chinh-phu-thu-tuong-chinh-phu-giao-371983.html',
    asOf: '2017-12-25',
    scope: {
      vi: 'Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao năm 2017',
      en: 'Tasks given by the Government and the Prime Minister in 2017',
    },
    counts: [
      total('Tổng số nhiệm vụ', 'All tasks', 21_914),
      {
        label: { vi: 'Đã hoàn thành', en: 'Completed' },
        count: 16_051,
        as: 'done',
        percent: '98,62 %',
        role: 'part',
      },
      { label: { vi: 'Trong hạn', en: 'In term' }, count: 5640, as: 'inTerm', role: 'part' },
      {
        label: { vi: 'Quá hạn, chưa xong', en: 'Overdue, open' },
        count: 223,
        as: 'overdue',
        percent: '1,38 %',
        role: 'part',
      },
      {
        label: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
        count: 14_068,
        as: 'doneOnTime',
        role: 'ofWhich',
      },
      {
        label: { vi: 'Hoàn thành quá hạn', en: 'Completed late' },
        count: 1983,
        as: 'doneLate',
        role: 'ofWhich',
      },
    ],
  },
  ...reportedCases,
];
