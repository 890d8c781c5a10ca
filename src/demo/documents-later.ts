/** The documents of the second half of 2025. */
import { type DemoDocument, fromPress } from './document.ts';

const steering =
  'Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06';

export const laterDocuments: readonly DemoDocument[] = [
  {
    number: 'Kết luận Tổng Bí thư, hội nghị 02/7/2025',
    kind: 'conclusion',
    issuedOn: '2025-07-02',
    issuer: 'Tổng Bí thư',
    issuerUnitId: 'party',
    file: 'ket-luan-02-07-2025',
    titleVi:
      'Kết luận của Tổng Bí thư tại hội nghị ngày 02/7/2025 về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    titleEn: 'Conclusions of the General Secretary at the conference of 2 July 2025',
    implements: ['57-NQ/TW'],
    summary: fromPress,
  },
  {
    number: '214/NQ-CP',
    kind: 'resolution',
    issuedOn: '2025-07-23',
    issuer: 'Chính phủ',
    issuerUnitId: 'government',
    file: '214-nq-cp',
    titleVi: 'Kế hoạch hành động của Chính phủ thúc đẩy tạo lập dữ liệu phục vụ chuyển đổi số toàn diện',
    titleEn: 'Action plan of the Government to advance the creation of data for digital transformation',
    implements: ['02-KH/BCĐTW'],
    summary: fromPress,
  },
  {
    number: 'Cuộc họp 01/8/2025 của Phó Thủ tướng Nguyễn Chí Dũng',
    kind: 'meeting',
    issuedOn: '2025-08-01',
    issuer: 'Phó Thủ tướng Chính phủ',
    issuerUnitId: 'government',
    file: 'hop-01-08-2025',
    titleVi:
      'Cuộc họp ngày 01/8/2025 của Phó Thủ tướng Nguyễn Chí Dũng về tiến độ thực hiện Nghị quyết số 71/NQ-CP',
    titleEn: 'Meeting of the Deputy Prime Minister on 1 August 2025 on progress under Resolution 71/NQ-CP',
    implements: ['71/NQ-CP'],
    summary: fromPress,
  },
  {
    number: '408/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-08-08',
    issuer: 'Văn phòng Chính phủ',
    issuerUnitId: 'government-office',
    file: '408-tb-vpcp',
    titleVi: `Thông báo kết luận phiên họp thứ ba (20/7/2025) của ${steering}`,
    titleEn: 'Notice of conclusions of the third session (20 July 2025) of the Government steering committee',
    implements: ['71/NQ-CP'],
    summary: fromPress,
  },
  {
    number: '126/QĐ-BCĐCP',
    kind: 'decision',
    issuedOn: '2025-09-11',
    issuer: 'Ban Chỉ đạo của Chính phủ',
    issuerUnitId: 'government-steering-committee',
    file: '126-qd-bcdcp',
    titleVi: 'Kế hoạch hoạt động bốn tháng cuối năm 2025 của Ban Chỉ đạo của Chính phủ',
    titleEn: 'Plan of the Government steering committee for the last four months of 2025',
    implements: ['71/NQ-CP'],
    summary: fromPress,
  },
  {
    number: '552/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-10-13',
    issuer: 'Văn phòng Chính phủ',
    issuerUnitId: 'government-office',
    file: '552-tb-vpcp',
    titleVi: `Thông báo kết luận phiên họp thứ tư (24/9/2025) của ${steering}`,
    titleEn:
      'Notice of conclusions of the fourth session (24 September 2025) of the Government steering committee',
    implements: ['71/NQ-CP'],
    summary: fromPress,
  },
  {
    number: '07-TB/CQTTBCĐ',
    kind: 'notice',
    issuedOn: '2025-10-15',
    issuer: 'Cơ quan thường trực Ban Chỉ đạo Trung ương',
    issuerUnitId: 'party-office',
    file: '07-tb-cqttbcd',
    titleVi:
      'Thông báo kết luận của Tổng Bí thư ngày 15/10/2025 về kết quả quý III và nhiệm vụ quý IV năm 2025',
    titleEn:
      'Notice of the General Secretary’s conclusions of 15 October 2025 on the third and fourth quarters',
    implements: ['57-NQ/TW'],
    summary: fromPress,
  },
  {
    number: '278/2025/NĐ-CP',
    kind: 'decree',
    issuedOn: '2025-10-22',
    issuer: 'Chính phủ',
    issuerUnitId: 'government',
    file: '278-2025-nd-cp',
    titleVi:
      'Nghị định quy định về kết nối, chia sẻ dữ liệu bắt buộc giữa các cơ quan thuộc hệ thống chính trị',
    titleEn: 'Decree on mandatory connection and sharing of data between agencies of the political system',
    implements: ['103/CĐ-TTg'],
  },
  {
    number: '33/CT-TTg',
    kind: 'directive',
    issuedOn: '2025-11-06',
    issuer: 'Thủ tướng Chính phủ',
    issuerUnitId: 'government',
    file: '33-ct-ttg',
    titleVi:
      'Chỉ thị của Thủ tướng Chính phủ về đẩy mạnh phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    titleEn:
      'Directive of the Prime Minister on advancing science, technology, innovation and digital transformation',
    implements: ['71/NQ-CP'],
    summary: fromPress,
  },
  {
    number: '624/TB-VPCP',
    kind: 'notice',
    issuedOn: '2025-11-16',
    issuer: 'Văn phòng Chính phủ',
    issuerUnitId: 'government-office',
    file: '624-tb-vpcp',
    titleVi: `Thông báo kết luận phiên họp thứ năm (15/11/2025) của ${steering}`,
    titleEn:
      'Notice of conclusions of the fifth session (15 November 2025) of the Government steering committee',
    implements: ['71/NQ-CP'],
    summary: fromPress,
    enteredAt: ['2025-11-15', '11:00'],
  },
];
