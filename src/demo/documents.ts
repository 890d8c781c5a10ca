/** The documents of the demonstration: what they are called, whose they are, and what they follow from. */
import type { InputOf } from '../kit/contract.ts';
import type { enterDirective } from '../modules/directives/contract.ts';
import type { Section } from './sections.ts';
import { appendices } from './sections.ts';

export interface DemoDocument {
  number: string;
  kind: InputOf<typeof enterDirective>['kind'];
  titleVi: string;
  titleEn: string;
  issuedOn: string;
  issuer: string;
  issuerUnitId?: string;
  owner?: string;
  /** File of its tasks in `tasks/`; documents that only stand above others have none. */
  file?: string;
  /** Tasks that came to it later. */
  later?: { file: string; day: string };
  /** The numbers it amends or implements; the first implemented one is also its parent. */
  amends?: string[];
  implements?: string[];
  summary?: string;
  sections?: readonly Section[];
  cycle?: 'halfYear' | 'month';
  /** When it was entered; the morning after its issue unless said otherwise. */
  enteredAt?: [day: string, clock: string];
}

const transcript =
  'Theo bản chép của bên thứ ba, chưa đối chiếu với Công báo; 71/NQ-CP đã sửa đổi, bổ sung một số nội dung.';
const undated = 'Chưa rõ ngày ban hành; tạm tính theo ngày của văn bản cấp trên.';
const fromPress = 'Nội dung theo tin báo chí về văn bản, chưa đối chiếu với bản ký.';

const steering = 'Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06';

export const documents: readonly DemoDocument[] = [
  {
    number: '57-NQ/TW', kind: 'resolution', issuedOn: '2024-12-22', issuer: 'Bộ Chính trị', issuerUnitId: 'party',
    titleVi: 'Nghị quyết của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
    titleEn: 'Resolution of the Politburo on breakthroughs in science, technology, innovation and national digital transformation',
  },
  {
    number: '03/NQ-CP', kind: 'resolution', issuedOn: '2025-01-09', issuer: 'Chính phủ', issuerUnitId: 'government', file: '03-nq-cp',
    titleVi: 'Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW',
    titleEn: 'Action programme of the Government to carry out Resolution 57-NQ/TW',
    implements: ['57-NQ/TW'], summary: transcript, sections: appendices, cycle: 'halfYear',
  },
  {
    number: 'Kết luận phiên họp thứ nhất BCĐTW 20/01/2025', kind: 'conclusion', issuedOn: '2025-01-20', issuer: 'Ban Chỉ đạo Trung ương', issuerUnitId: 'central-steering-committee', file: 'bcdtw-phien-1',
    titleVi: 'Kết luận phiên họp thứ nhất của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
    titleEn: 'Conclusions of the first session of the Central Steering Committee', implements: ['57-NQ/TW'], summary: fromPress,
  },
  {
    number: '71/NQ-CP', kind: 'resolution', issuedOn: '2025-04-01', issuer: 'Chính phủ', issuerUnitId: 'government',
    titleVi: 'Nghị quyết sửa đổi, bổ sung cập nhật Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW',
    titleEn: 'Resolution amending and updating the action programme of the Government on Resolution 57-NQ/TW',
    amends: ['03/NQ-CP'], implements: ['57-NQ/TW'],
  },
  {
    number: '8602-QĐ/TU', kind: 'decision', issuedOn: '2025-05-15', issuer: 'Thành ủy Hà Nội', issuerUnitId: 'party-committee-hanoi', owner: 'province-01', file: '8602-qd-tu',
    titleVi: 'Kế hoạch hành động cập nhật của Thành ủy Hà Nội thực hiện Nghị quyết số 57-NQ/TW',
    titleEn: 'Updated action plan of the Hanoi Party Committee on Resolution 57-NQ/TW', implements: ['57-NQ/TW'], summary: fromPress,
  },
  {
    number: '139/KH-UBND', kind: 'plan', issuedOn: '2025-05-16', issuer: 'Ủy ban nhân dân thành phố Hà Nội', issuerUnitId: 'province-01', owner: 'province-01', file: '139-kh-ubnd', later: { file: '139-kh-ubnd-bo-sung', day: '2025-09-03' },
    titleVi: 'Kế hoạch của Ủy ban nhân dân thành phố Hà Nội thực hiện Nghị quyết số 71/NQ-CP và kế hoạch của Thành ủy',
    titleEn: 'Plan of the Hanoi People’s Committee on Resolution 71/NQ-CP and the plan of the city Party Committee', implements: ['71/NQ-CP', '8602-QĐ/TU'], summary: fromPress,
  },
  {
    number: '01-KH/BCĐTW', kind: 'plan', issuedOn: '2025-06-02', issuer: 'Ban Chỉ đạo Trung ương', issuerUnitId: 'central-steering-committee',
    titleVi: 'Kế hoạch hành động chiến lược triển khai Nghị quyết số 57-NQ/TW', titleEn: 'Strategic action plan on Resolution 57-NQ/TW', implements: ['57-NQ/TW'],
  },
  {
    number: '02-KH/BCĐTW', kind: 'plan', issuedOn: '2025-06-19', issuer: 'Ban Chỉ đạo Trung ương', issuerUnitId: 'central-steering-committee', file: '02-kh-bcdtw',
    titleVi: 'Kế hoạch thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả đáp ứng yêu cầu sắp xếp tổ chức bộ máy của hệ thống chính trị',
    titleEn: 'Plan for connected, synchronous and fast digital transformation in step with the reorganisation of the political system', implements: ['57-NQ/TW'], summary: fromPress,
  },
  {
    number: '98/KH-BCĐ', kind: 'plan', issuedOn: '2025-06-19', issuer: 'Ban Chỉ đạo thành phố Huế', issuerUnitId: 'hue-steering-committee', owner: 'province-46', file: '98-kh-bcd',
    titleVi: 'Kế hoạch của Ban Chỉ đạo thành phố Huế triển khai Kế hoạch số 02-KH/BCĐTW', titleEn: 'Plan of the Hue steering committee on Plan 02-KH/BCĐTW',
    implements: ['02-KH/BCĐTW'], summary: `${undated} ${fromPress}`, cycle: 'month', enteredAt: ['2025-06-20', '10:00'],
  },
  {
    number: '515/KH-BCA-BNN&MT', kind: 'plan', issuedOn: '2025-06-19', issuer: 'Bộ Công an, Bộ Nông nghiệp và Môi trường', file: '515-kh-bca-bnnmt',
    titleVi: 'Kế hoạch chiến dịch 90 ngày làm giàu, làm sạch cơ sở dữ liệu đất đai (01/9–30/11/2025)', titleEn: 'Plan of the 90-day campaign to complete and clean the land database',
    implements: ['02-KH/BCĐTW'], summary: `${undated} Số văn bản có nguồn ghi 515, có nguồn ghi 151.`, enteredAt: ['2025-08-29', '09:00'],
  },
  {
    number: '315/TB-VPCP', kind: 'notice', issuedOn: '2025-06-23', issuer: 'Văn phòng Chính phủ', issuerUnitId: 'government-office', file: '315-tb-vpcp',
    titleVi: 'Thông báo kết luận tại cuộc họp triển khai Kế hoạch số 02-KH/BCĐTW', titleEn: 'Notice of conclusions of the meeting on Plan 02-KH/BCĐTW', implements: ['02-KH/BCĐTW'], summary: fromPress,
  },
  {
    number: '103/CĐ-TTg', kind: 'telegram', issuedOn: '2025-06-30', issuer: 'Thủ tướng Chính phủ', issuerUnitId: 'government', file: '103-cd-ttg',
    titleVi: 'Công điện của Thủ tướng Chính phủ về tăng cường kết nối, chia sẻ dữ liệu giữa các cơ sở dữ liệu quốc gia, cơ sở dữ liệu chuyên ngành',
    titleEn: 'Telegram of the Prime Minister on connecting and sharing data between national and sector databases', implements: ['02-KH/BCĐTW'], summary: fromPress,
  },
  {
    number: 'Kết luận Tổng Bí thư, hội nghị 02/7/2025', kind: 'conclusion', issuedOn: '2025-07-02', issuer: 'Tổng Bí thư', issuerUnitId: 'party', file: 'ket-luan-02-07-2025',
    titleVi: 'Kết luận của Tổng Bí thư tại hội nghị ngày 02/7/2025 về khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số', titleEn: 'Conclusions of the General Secretary at the conference of 2 July 2025', implements: ['57-NQ/TW'], summary: fromPress,
  },
  {
    number: '214/NQ-CP', kind: 'resolution', issuedOn: '2025-07-23', issuer: 'Chính phủ', issuerUnitId: 'government', file: '214-nq-cp',
    titleVi: 'Kế hoạch hành động của Chính phủ thúc đẩy tạo lập dữ liệu phục vụ chuyển đổi số toàn diện', titleEn: 'Action plan of the Government to advance the creation of data for digital transformation', implements: ['02-KH/BCĐTW'], summary: fromPress,
  },
  {
    number: 'Cuộc họp 01/8/2025 của Phó Thủ tướng Nguyễn Chí Dũng', kind: 'meeting', issuedOn: '2025-08-01', issuer: 'Phó Thủ tướng Chính phủ', issuerUnitId: 'government', file: 'hop-01-08-2025',
    titleVi: 'Cuộc họp ngày 01/8/2025 của Phó Thủ tướng Nguyễn Chí Dũng về tiến độ thực hiện Nghị quyết số 71/NQ-CP', titleEn: 'Meeting of the Deputy Prime Minister on 1 August 2025 on progress under Resolution 71/NQ-CP', implements: ['71/NQ-CP'], summary: fromPress,
  },
  {
    number: '408/TB-VPCP', kind: 'notice', issuedOn: '2025-08-08', issuer: 'Văn phòng Chính phủ', issuerUnitId: 'government-office', file: '408-tb-vpcp',
    titleVi: `Thông báo kết luận phiên họp thứ ba (20/7/2025) của ${steering}`, titleEn: 'Notice of conclusions of the third session (20 July 2025) of the Government steering committee', implements: ['71/NQ-CP'], summary: fromPress,
  },
  {
    number: '126/QĐ-BCĐCP', kind: 'decision', issuedOn: '2025-09-11', issuer: 'Ban Chỉ đạo của Chính phủ', issuerUnitId: 'government-steering-committee', file: '126-qd-bcdcp',
    titleVi: 'Kế hoạch hoạt động bốn tháng cuối năm 2025 của Ban Chỉ đạo của Chính phủ', titleEn: 'Plan of the Government steering committee for the last four months of 2025', implements: ['71/NQ-CP'], summary: fromPress,
  },
  {
    number: '552/TB-VPCP', kind: 'notice', issuedOn: '2025-10-13', issuer: 'Văn phòng Chính phủ', issuerUnitId: 'government-office', file: '552-tb-vpcp',
    titleVi: `Thông báo kết luận phiên họp thứ tư (24/9/2025) của ${steering}`, titleEn: 'Notice of conclusions of the fourth session (24 September 2025) of the Government steering committee', implements: ['71/NQ-CP'], summary: fromPress,
  },
  {
    number: '07-TB/CQTTBCĐ', kind: 'notice', issuedOn: '2025-10-15', issuer: 'Cơ quan thường trực Ban Chỉ đạo Trung ương', issuerUnitId: 'party-office', file: '07-tb-cqttbcd',
    titleVi: 'Thông báo kết luận của Tổng Bí thư ngày 15/10/2025 về kết quả quý III và nhiệm vụ quý IV năm 2025', titleEn: 'Notice of the General Secretary’s conclusions of 15 October 2025 on the third and fourth quarters', implements: ['57-NQ/TW'], summary: fromPress,
  },
  {
    number: '278/2025/NĐ-CP', kind: 'decree', issuedOn: '2025-10-22', issuer: 'Chính phủ', issuerUnitId: 'government', file: '278-2025-nd-cp',
    titleVi: 'Nghị định quy định về kết nối, chia sẻ dữ liệu bắt buộc giữa các cơ quan thuộc hệ thống chính trị', titleEn: 'Decree on mandatory connection and sharing of data between agencies of the political system', implements: ['103/CĐ-TTg'],
  },
  {
    number: '33/CT-TTg', kind: 'directive', issuedOn: '2025-11-06', issuer: 'Thủ tướng Chính phủ', issuerUnitId: 'government', file: '33-ct-ttg',
    titleVi: 'Chỉ thị của Thủ tướng Chính phủ về đẩy mạnh phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số', titleEn: 'Directive of the Prime Minister on advancing science, technology, innovation and digital transformation', implements: ['71/NQ-CP'], summary: fromPress,
  },
  {
    number: '624/TB-VPCP', kind: 'notice', issuedOn: '2025-11-16', issuer: 'Văn phòng Chính phủ', issuerUnitId: 'government-office', file: '624-tb-vpcp',
    titleVi: `Thông báo kết luận phiên họp thứ năm (15/11/2025) của ${steering}`, titleEn: 'Notice of conclusions of the fifth session (15 November 2025) of the Government steering committee', implements: ['71/NQ-CP'], summary: fromPress,
    enteredAt: ['2025-11-15', '11:00'],
  },
];
