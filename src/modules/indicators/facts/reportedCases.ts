/** Figures of cases, procedures and services that were published in 2025 and that can be misread; as printed. */
import type { InputOf } from '../../../kit/contract.ts';
import type { enterReported } from '../contract/reported.ts';

const hueJuly =
  'https://huengaynay.vn/chinh-tri-xa-hoi/theo-dong-thoi-su/phat-huy-tinh-than-doi-moi-hanh-dong-trong-thuc-hien-nghi-quyet-so-57-nq-tw-155266.html';

export const reportedCases: readonly InputOf<typeof enterReported>[] = [
  {
    code: 'ha-noi-hai-thang',
    bodyName: 'Thành phố Hà Nội',
    source: 'Số liệu 01/7 đến 30/8/2025 (Thời Đại)',
    sourceUrl:
      'https://thoidai.com.vn/pct-ha-noi-truong-viet-dung-thu-do-co-co-so-tro-thanh-trung-tam-doi-moi-sang-tao-hang-dau-khu-vuc-216888.html',
    asOf: '2025-08-30',
    scope: {
      vi: 'Hồ sơ thủ tục hành chính của Hà Nội, 01/7 đến 30/8/2025',
      en: 'Cases of administrative procedures in Hanoi, 1 July to 30 August 2025',
    },
    counts: [
      { label: { vi: 'Tiếp nhận', en: 'Received' }, count: 523_292, role: 'total' },
      { label: { vi: 'Đã giải quyết', en: 'Handled' }, count: 413_036, role: 'ofWhich' },
    ],
    percents: [{ label: { vi: 'Đúng hạn', en: 'On time' }, printed: '97,39 %' }],
  },
  {
    code: '2307-thu-tuc',
    bodyName: 'Thành phố Huế',
    source: 'Sơ kết sáu tháng, tháng 7/2025 (Huế ngày nay)',
    sourceUrl: hueJuly,
    asOf: '2025-07-01',
    scope: {
      vi: 'Thủ tục hành chính thành phố Huế đã công bố',
      en: 'Procedures published by the city of Huế',
    },
    counts: [
      { label: { vi: 'Tổng số thủ tục', en: 'All procedures' }, count: 2307, role: 'total' },
      { label: { vi: 'Cấp sở', en: 'Departments' }, count: 1856, role: 'part' },
      { label: { vi: 'Cấp xã', en: 'Communes' }, count: 436, role: 'part' },
      {
        label: { vi: 'Không nêu cấp (2.307 − 1.856 − 436)', en: 'Level not named (2,307 − 1,856 − 436)' },
        count: 15,
        role: 'derived',
      },
    ],
  },
  {
    code: 'hue-ngay-dau',
    bodyName: 'Thành phố Huế',
    source: 'Sáng 01/7/2025 (Huế ngày nay)',
    sourceUrl: hueJuly,
    asOf: '2025-07-01',
    scope: {
      vi: '40 trung tâm phục vụ hành chính công cấp xã, buổi sáng đầu tiên',
      en: '40 public administration service centres of communes, on the first morning',
    },
    counts: [
      { label: { vi: 'Tiếp nhận', en: 'Received' }, count: 526, role: 'total' },
      { label: { vi: 'Đã giải quyết', en: 'Handled' }, count: 126, role: 'ofWhich' },
      { label: { vi: 'Quảng Điền: tiếp nhận', en: 'Quảng Điền: received' }, count: 83, role: 'ofWhich' },
      { label: { vi: 'Hương An: tiếp nhận', en: 'Hương An: received' }, count: 12, role: 'ofWhich' },
      { label: { vi: 'Hương An: đã giải quyết', en: 'Hương An: handled' }, count: 11, role: 'ofWhich' },
      { label: { vi: 'Phong Thái: tiếp nhận', en: 'Phong Thái: received' }, count: 12, role: 'ofWhich' },
      { label: { vi: 'Phong Thái: đã giải quyết', en: 'Phong Thái: handled' }, count: 11, role: 'ofWhich' },
    ],
  },
  {
    code: '12-tren-16',
    bodyName: 'Thành phố Huế',
    source: 'Báo cáo quý III/2025 (Huế ngày nay)',
    sourceUrl:
      'https://huengaynay.vn/kinh-te/khoa-hoc-cong-nghe/xay-dung-co-so-du-lieu-quoc-gia-tao-nen-tang-chien-luoc-cho-phat-trien-dat-nuoc-158823.html',
    asOf: '2025-09-30',
    scope: {
      vi: 'Dịch vụ dữ liệu kết nối với nền tảng quốc gia',
      en: 'Data services connected to the national platform',
    },
    counts: [
      { label: { vi: 'Dịch vụ dữ liệu', en: 'Data services' }, count: 16, role: 'total' },
      { label: { vi: 'Đã kết nối', en: 'Connected' }, count: 12, role: 'ofWhich' },
    ],
  },
  {
    code: 'hue-s-98-9',
    bodyName: 'Thành phố Huế',
    source: 'Hue-S, tháng 9/2025 (Huế ngày nay)',
    asOf: '2025-09-30',
    scope: {
      vi: 'Phản ánh hiện trường qua ứng dụng Hue-S, 159 đơn vị xử lý',
      en: 'Reports from the public through the application Hue-S, handled by 159 units',
    },
    counts: [
      { label: { vi: 'Phản ánh', en: 'Reports' }, count: 177_000, role: 'total' },
      { label: { vi: 'Đã xác minh, xử lý', en: 'Verified and handled' }, count: 121_000, role: 'ofWhich' },
    ],
    percents: [{ label: { vi: 'Đã xử lý', en: 'Handled' }, printed: '98,9 %' }],
  },
];
