import type { Text } from '../../../../kit/i18n.ts';
import type { Count } from '../../measures/index.ts';
import type { Scope, ZeroRule } from '../rules/model.ts';
import { both } from './shape.ts';

/** One of the 24 indicators of the index, with how this platform counts it. */
export interface Row766 {
  id: string;
  group: string;
  name: Text;
  max: number;
  scopes: Scope[];
  numeratorText: Text;
  denominatorText: Text;
  numerator: Count;
  denominator: Count;
  points?: string;
  /** Share at which full points are given, where it is not 100 %. */
  full?: number;
  zero: ZeroRule;
  status: 'verified' | 'listed' | 'information';
  unit?: 'days';
  note?: Text;
  conflict?: Text;
  alternativeOf?: string;
  beside?: string[];
}

const all: Scope[] = ['province', 'ministry', 'commune'];
const above: Scope[] = ['province', 'ministry'];
const unknown: ZeroRule = { rule: 'unknown' };
const ratio0: ZeroRule = { rule: 'ratio', value: 0 };
const points = (value: number): ZeroRule => ({ rule: 'points', value });

const cases = (where: string, of?: Count['of']): Count => ({
  fact: 'case',
  where,
  period: 'received',
  ...(of ? { of } : {}),
});
const procedures = (where: string): Count => ({ fact: 'procedure', where, of: 'procedures' });
/** Facts that no part of this installation holds: the figure says so instead of guessing. */
const absent = (fact: string): Count => ({ fact, where: 'true', period: 'day' });

const received = 'received != null';
const online = 'serviceLevel in ("full", "partial")';
const receivedText = both('hồ sơ tiếp nhận trong kỳ', 'dossiers received in the period');

const transparency: Row766[] = [
  {
    id: '1.1',
    group: 'transparency',
    name: both('Tỷ lệ thủ tục hành chính công bố đúng hạn', 'Procedures announced on time'),
    max: 6,
    scopes: all,
    numeratorText: both(
      'thủ tục có quyết định công bố ban hành ít nhất N ngày làm việc trước ngày văn bản có hiệu lực (bộ 20, tỉnh 5)',
      'procedures whose announcement decision is dated at least N working days before the legal basis takes effect (ministry 20, province 5)',
    ),
    denominatorText: both(
      'thủ tục công bố trong kỳ, mỗi thủ tục một lần',
      'procedures announced in the period, each once',
    ),
    numerator: absent('announcement'),
    denominator: absent('announcement'),
    zero: unknown,
    status: 'verified',
    note: both(
      'Danh mục chưa lưu ngày ký quyết định công bố; một quyết định chậm làm thủ tục chậm cả kỳ.',
      'The catalogue does not hold the day of the announcement decision; one late decision makes the procedure late for the whole period.',
    ),
  },
  {
    id: '1.2',
    group: 'transparency',
    name: both(
      'Tỷ lệ thủ tục hành chính được cập nhật, công khai đúng hạn',
      'Procedures updated and published on time',
    ),
    max: 4,
    scopes: all,
    numeratorText: both(
      'thủ tục công khai trong N ngày làm việc sau ngày quyết định (bộ 10, tỉnh 5)',
      'procedures published within N working days after the decision (ministry 10, province 5)',
    ),
    denominatorText: both(
      'thủ tục đã công khai trong kỳ và thủ tục phải công khai trước khi hết kỳ',
      'procedures published in the period and those that had to be by its end',
    ),
    numerator: absent('announcement'),
    denominator: absent('announcement'),
    zero: unknown,
    status: 'verified',
    note: both(
      'Thiếu ngày quyết định, như 1.1. Không tính theo từng thủ tục.',
      'The day of the decision is missing, as for 1.1. Not counted per procedure.',
    ),
    beside: ['local.1.2'],
  },
  {
    id: '1.3',
    group: 'transparency',
    name: both(
      'Tỷ lệ thủ tục hành chính được công khai có đầy đủ nội dung',
      'Procedures published with complete content',
    ),
    max: 2,
    scopes: all,
    numeratorText: both(
      'thủ tục công khai đủ: tên, trình tự, cách thức, thành phần và số bộ hồ sơ, thời hạn, đối tượng, cơ quan',
      'published procedures with name, steps, manner, documents and sets, time limit, subjects and agency',
    ),
    denominatorText: both('thủ tục đang công khai', 'procedures now published'),
    numerator: procedures('contentComplete'),
    denominator: procedures('procedure != null'),
    zero: unknown,
    status: 'verified',
    note: both('Không xét biểu mẫu và mẫu kết quả.', 'Forms and templates of results are not looked at.'),
  },
  {
    id: '1.4',
    group: 'transparency',
    name: both(
      'Tỷ lệ hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia',
      'Dossiers synchronised with the national portal',
    ),
    max: 6,
    scopes: all,
    numeratorText: both(
      'hồ sơ đã đồng bộ có ngày tiếp nhận trong kỳ',
      'synchronised dossiers received in the period',
    ),
    denominatorText: both(
      'số lớn hơn giữa hồ sơ của hệ thống báo cáo quốc gia và hồ sơ mà Cổng nhận được',
      'the larger of dossiers in the national reporting system and dossiers received by the portal',
    ),
    numerator: cases('synced'),
    denominator: absent('nationalReport'),
    zero: { rule: 'previousYear' },
    status: 'verified',
    note: both(
      'Hai tổng số đó do Cổng giữ; chưa có thì lấy tổng năm trước chia 12 (tháng), chia 4 (quý), cả năm (năm); không có nữa thì 0 điểm.',
      'The portal keeps both totals; without them the year before is taken, divided by 12 (month), by 4 (quarter), whole (year); 0 points when there is none.',
    ),
    beside: ['local.1.4'],
  },
];

const progress: Row766[] = [
  {
    id: '2.1',
    group: 'progress',
    name: both('Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn', 'Dossiers handled early, on time or still in time'),
    max: 20,
    scopes: all,
    numeratorText: both(
      'hồ sơ xong trước hoặc đúng giờ hẹn, và hồ sơ đang xử lý chưa quá hẹn',
      'dossiers finished by the appointment, and open ones not past it',
    ),
    denominatorText: both('hồ sơ tiếp nhận và xử lý trong kỳ', 'dossiers received and handled in the period'),
    numerator: cases('national = "onTime"'),
    denominator: cases('national in ("onTime", "overdue")'),
    zero: unknown,
    status: 'verified',
    note: both(
      'Cách tính của Cổng: so giờ, trừ thời gian chờ; quá một lần yêu cầu bổ sung là quá hạn.',
      'As the portal counts: hours are compared, waits taken out; more than one request for a supplement is overdue.',
    ),
    beside: ['local.2.1', 'local.2.1.closed'],
  },
  {
    id: '2.2',
    group: 'progress',
    name: both('Thời gian giải quyết trung bình theo từng thủ tục', 'Average handling time per procedure'),
    max: 0,
    scopes: all,
    numeratorText: both(
      'tổng thời gian xử lý của hồ sơ đã xong',
      'sum of handling times of finished dossiers',
    ),
    denominatorText: both('hồ sơ đã xong', 'finished dossiers'),
    numerator: { fact: 'case', where: 'handlingDays != null', period: 'received', sum: 'handlingDays' },
    denominator: cases('handlingDays != null'),
    zero: unknown,
    status: 'information',
    unit: 'days',
    note: both(
      'Chỉ để xem; có nghĩa khi chọn một thủ tục.',
      'Shown only; it means something for one procedure.',
    ),
  },
];

const online3: Row766[] = [
  {
    id: '3.1',
    group: 'onlineServices',
    name: both(
      'Tỷ lệ thủ tục hành chính cung cấp dịch vụ công trực tuyến',
      'Procedures offered online (partial or full)',
    ),
    max: 2,
    scopes: all,
    numeratorText: both('dịch vụ toàn trình và một phần', 'full and partial services'),
    denominatorText: both('thủ tục thuộc thẩm quyền', 'procedures in the competence'),
    numerator: procedures(online),
    denominator: procedures('procedure != null'),
    full: 0.8,
    zero: unknown,
    status: 'verified',
  },
  {
    id: '3.2',
    group: 'onlineServices',
    name: both('Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ', 'Online services with at least 1 dossier'),
    max: 4,
    scopes: all,
    numeratorText: both(
      'dịch vụ trực tuyến có hồ sơ nộp trực tuyến',
      'online services with a dossier filed online',
    ),
    denominatorText: both('dịch vụ trực tuyến đang cung cấp', 'online services in use'),
    numerator: cases(`channel = "online" and ${online}`, 'procedures'),
    denominator: procedures(online),
    zero: unknown,
    status: 'verified',
    conflict: both(
      'Mô tả đã được cập nhật, khác bản cũ; ở đây theo bản mới.',
      'The description was updated and differs from the older text; the newer one is followed.',
    ),
  },
  {
    id: '3.3',
    group: 'onlineServices',
    name: both('Tỷ lệ hồ sơ nộp trực tuyến', 'Dossiers filed online'),
    max: 6,
    scopes: all,
    numeratorText: both(
      'hồ sơ nộp trực tuyến, có kết quả điện tử nếu thủ tục trả kết quả bằng văn bản',
      'dossiers filed online, with an electronic result where the procedure gives a written one',
    ),
    denominatorText: receivedText,
    numerator: cases('channel = "online" and (not(writtenResult) or electronicResult)'),
    denominator: cases(received),
    full: 0.5,
    zero: unknown,
    status: 'verified',
    note: both('Hồ sơ không ghi kênh tính là trực tiếp.', 'A dossier without a channel counts as direct.'),
  },
  {
    id: '3.F',
    group: 'onlineServices',
    name: both(
      'Tỷ lệ hồ sơ trực tuyến toàn trình trên hồ sơ đủ điều kiện',
      'Full-process dossiers among eligible ones',
    ),
    max: 12,
    scopes: above,
    numeratorText: both('hồ sơ trực tuyến toàn trình', 'full-process online dossiers'),
    denominatorText: both(
      'hồ sơ của thủ tục đủ điều kiện toàn trình',
      'dossiers of procedures eligible for full process',
    ),
    numerator: cases('channel = "online" and serviceLevel = "full"'),
    denominator: cases('serviceLevel = "full"'),
    zero: unknown,
    status: 'listed',
    alternativeOf: '3.1',
    note: both(
      'Phương án năm 2026 thay cho 3.1 đến 3.3; không cộng thêm, nhóm vẫn là 12 điểm.',
      'Alternative of 2026 in place of 3.1 to 3.3; it is not added, the group stays at 12 points.',
    ),
  },
];

const payment: Row766[] = [
  {
    id: '3.5',
    group: 'onlinePayment',
    name: both(
      'Tỷ lệ TTHC có nghĩa vụ tài chính được tích hợp thanh toán trực tuyến',
      'Procedures with fees that can be paid on the portal',
    ),
    max: 2,
    scopes: all,
    numeratorText: both(
      'thủ tục có hồ sơ mang thông tin phí',
      'procedures with dossiers that carry fee data',
    ),
    denominatorText: both('thủ tục có phí trong danh mục', 'procedures with fees in the catalogue'),
    numerator: cases('hasFees and feeTotal > 0', 'procedures'),
    denominator: procedures('hasFees'),
    full: 0.8,
    zero: ratio0,
    status: 'verified',
    note: both(
      'Trần 2 điểm theo mô tả; điểm đã công bố chưa có dòng nào trên 80 %.',
      'The cap of 2 points is stated; no published row above 80 % was seen.',
    ),
  },
  {
    id: '3.5b',
    group: 'onlinePayment',
    name: both('Tỷ lệ TTHC có giao dịch thanh toán trực tuyến', 'Procedures with at least 1 online payment'),
    max: 2,
    scopes: all,
    numeratorText: both(
      'thủ tục có giao dịch trực tuyến thành công',
      'procedures with a successful online payment',
    ),
    denominatorText: both('thủ tục có phí trong danh mục', 'procedures with fees in the catalogue'),
    numerator: cases('paidOnline', 'procedures'),
    denominator: procedures('hasFees'),
    full: 0.8,
    zero: ratio0,
    status: 'verified',
  },
  {
    id: '3.6',
    group: 'onlinePayment',
    name: both('Tỷ lệ hồ sơ thanh toán trực tuyến', 'Dossiers paid online'),
    max: 6,
    scopes: all,
    numeratorText: both('hồ sơ thanh toán trực tuyến', 'dossiers paid online'),
    denominatorText: both(
      'hồ sơ của thủ tục có phí, trừ hồ sơ được miễn toàn bộ',
      'dossiers of procedures with fees, less those whose every fee is 0',
    ),
    numerator: cases('paidOnline and feeTotal > 0'),
    denominator: cases('hasFees and feeTotal > 0'),
    zero: ratio0,
    status: 'verified',
  },
];

export const firstRows: readonly Row766[] = [...transparency, ...progress, ...online3, ...payment];
export const parts = { all, above, unknown, points, cases, procedures, absent, received, receivedText };
