import { parts, type Row766 } from './rows766.ts';
import { both } from './shape.ts';

const { all, above, unknown, ratio0, cases, procedures, received, receivedText } = parts;
const online = 'serviceLevel in ("full", "partial")';

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

export const onlineRows: readonly Row766[] = [...online3, ...payment];
