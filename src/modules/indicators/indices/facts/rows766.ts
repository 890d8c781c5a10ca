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
const announcements = (where: string): Count => ({
  fact: 'decision',
  where,
  period: 'day',
  of: 'procedures',
});
/** Facts that no part of this installation holds: the figure says so instead of guessing. */
const absent = (fact: string): Count => ({ fact, where: 'true', period: 'day' });

const received = 'received != null';
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
    numerator: announcements('announced != null and not(announcedLateInYear)'),
    denominator: announcements('announced != null'),
    zero: unknown,
    status: 'verified',
    note: both(
      'Tính cho cơ quan có thẩm quyền giải quyết, theo ngày quyết định nhập khi công bố phiên bản (bộ) hoặc quy định riêng (tỉnh); không nhập ngày thì không đưa vào. Một quyết định chậm làm thủ tục chậm trong cả năm dương lịch. Quyết định bãi bỏ chưa được tính.',
      'Counted for the competent unit, by the day of the decision stated when a version (ministry) or own rules (province) are published; without a day it is left out. One late decision makes the procedure late for the whole calendar year. Decisions that abolish are not counted yet.',
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
    numerator: announcements('announced != null and not(publishedLateInYear)'),
    denominator: announcements('announced != null'),
    zero: unknown,
    status: 'verified',
    note: both(
      'Ngày công khai là ngày công bố trên hệ thống này; quyết định chưa được đưa lên đây thì chưa biết tới. Một lần chậm làm thủ tục chậm trong cả năm dương lịch. Không tính theo từng thủ tục.',
      'The day of publishing is that in this installation; a decision that has not been entered here is not known. One late publishing makes the procedure late for the whole calendar year. Not counted per procedure.',
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

export const firstRows: readonly Row766[] = [...transparency, ...progress];
export const parts = {
  all,
  above,
  unknown,
  ratio0,
  points,
  cases,
  procedures,
  absent,
  received,
  receivedText,
};
