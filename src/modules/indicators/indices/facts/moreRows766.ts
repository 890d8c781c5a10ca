import { onlineRows } from './onlineRows766.ts';
import { firstRows, parts, type Row766 } from './rows766.ts';
import { both } from './shape.ts';

const { all, above, unknown, points, cases, procedures, absent, received, receivedText } = parts;

const digitisation: Row766[] = [
  {
    id: '4.1',
    group: 'digitisation',
    name: both('Tỷ lệ hồ sơ có cấp kết quả giải quyết điện tử', 'Dossiers with an electronic result'),
    max: 6,
    scopes: all,
    numeratorText: both('hồ sơ có tệp kết quả điện tử', 'dossiers with a file of the result'),
    denominatorText: both(
      'hồ sơ của thủ tục trả kết quả bằng văn bản',
      'dossiers of procedures that give a written result',
    ),
    numerator: cases('writtenResult and electronicResult'),
    denominator: cases('writtenResult'),
    zero: unknown,
    status: 'verified',
  },
  {
    id: '4.2',
    group: 'digitisation',
    name: both('Tỷ lệ hồ sơ thực hiện số hóa', 'Dossiers with digitised components'),
    max: 4,
    scopes: all,
    numeratorText: both(
      'hồ sơ có tệp ở thành phần hồ sơ và ở kết quả',
      'dossiers with a file at the components and at the result',
    ),
    denominatorText: receivedText,
    numerator: cases('digitisedComponents > 0 and electronicResult'),
    denominator: cases(received),
    zero: unknown,
    status: 'verified',
    conflict: both(
      'Văn bản mô tả ghi đủ điểm ở 80 %, điểm đã công bố theo 100 %; ở đây theo điểm đã công bố.',
      'The description gives full points at 80 %, published scores follow 100 %; the published scores are followed.',
    ),
  },
  {
    id: '4.3',
    group: 'digitisation',
    name: both(
      'Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa',
      'Dossiers that reuse digitised data',
    ),
    max: 2,
    scopes: all,
    numeratorText: both('hồ sơ có ít nhất một giấy tờ dùng lại', 'dossiers with at least 1 reused component'),
    denominatorText: receivedText,
    numerator: cases('reusedComponents > 0'),
    denominator: cases(received),
    full: 0.8,
    zero: unknown,
    status: 'verified',
  },
  {
    id: '4.4',
    group: 'digitisation',
    name: both(
      'Tỷ lệ hồ sơ số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng',
      'Digitised dossiers linked with the personal document store',
    ),
    max: 4,
    scopes: all,
    numeratorText: both(
      'hồ sơ lấy giấy tờ từ kho dữ liệu cá nhân',
      'dossiers with a component from the personal store',
    ),
    denominatorText: receivedText,
    numerator: cases('personalStore'),
    denominator: cases(received),
    zero: unknown,
    status: 'verified',
    note: both('Điểm đã công bố chỉ thấy số 0.', 'Only zeros were seen in published scores.'),
  },
  {
    id: '4.5a',
    group: 'digitisation',
    name: both(
      'Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư',
      'Procedures connected with population data',
    ),
    max: 2,
    scopes: above,
    numeratorText: both(
      'thủ tục có hồ sơ xác thực VNeID hoặc dùng dữ liệu dân cư',
      'procedures with a dossier authenticated with VNeID or using population data',
    ),
    denominatorText: both('thủ tục có đối tượng là công dân', 'procedures whose subjects include citizens'),
    numerator: { fact: 'case', where: 'vneid or populationData', of: 'procedures' },
    denominator: procedures('forCitizens'),
    zero: unknown,
    status: 'verified',
    note: both('Không tính cho cấp xã.', 'Not for communes.'),
  },
  {
    id: '4.5b',
    group: 'digitisation',
    name: both('Tỷ lệ hồ sơ sử dụng thông tin, dữ liệu dân cư', 'Dossiers that use population data'),
    max: 2,
    scopes: above,
    numeratorText: both(
      'hồ sơ xác thực VNeID hoặc dùng dữ liệu dân cư',
      'dossiers authenticated with VNeID or using population data',
    ),
    denominatorText: receivedText,
    numerator: cases('vneid or populationData'),
    denominator: cases(received),
    zero: unknown,
    status: 'verified',
    note: both('Không tính cho cấp xã.', 'Not for communes.'),
  },
  {
    id: '4.6',
    group: 'digitisation',
    name: both(
      'Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính',
      'Communes that offer electronic certified copies',
    ),
    max: 2,
    scopes: all,
    numeratorText: both(
      'xã, phường cung cấp thủ tục 2.000815 trực tuyến với kết quả điện tử',
      'communes that offer procedure 2.000815 online with an electronic result',
    ),
    denominatorText: both('xã, phường có thủ tục 2.000815', 'communes with procedure 2.000815'),
    numerator: {
      fact: 'procedure',
      where:
        'procedure = "2.000815" and level = "commune" and serviceLevel in ("full", "partial") and electronicResult',
      of: 'units',
    },
    denominator: { fact: 'procedure', where: 'procedure = "2.000815" and level = "commune"', of: 'units' },
    zero: unknown,
    status: 'verified',
    note: both('Điểm đã công bố luôn là 0 hoặc 100 %.', 'Published scores are always 0 or 100 %.'),
  },
];

const noFeedback = both(
  'Hệ thống này chưa tiếp nhận phản ánh, kiến nghị: không có nguồn, không suy đoán.',
  'This installation does not take feedback yet: no source, no guess.',
);

const satisfaction: Row766[] = [
  {
    id: '5.1',
    group: 'satisfaction',
    name: both('Tỷ lệ phản ánh, kiến nghị theo phân loại', 'Feedback by class (rules; staff)'),
    max: 0,
    scopes: all,
    numeratorText: both('phản ánh, kiến nghị của loại', 'feedback of the class'),
    denominatorText: both('phản ánh, kiến nghị trong kỳ', 'feedback in the period'),
    numerator: absent('feedback'),
    denominator: absent('feedback'),
    zero: unknown,
    status: 'information',
    note: noFeedback,
  },
  {
    id: '5.2',
    group: 'satisfaction',
    name: both('Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn', 'Feedback handled on time'),
    max: 6,
    scopes: all,
    numeratorText: both(
      'từ chối trong 2, yêu cầu bổ sung trong 5, trả lời trong 15, công khai trong 2 ngày làm việc',
      'refused in 2, supplement asked in 5, answered in 15, published in 2 working days',
    ),
    denominatorText: both(
      'phản ánh, kiến nghị tiếp nhận hoặc xử lý trong kỳ',
      'feedback received or handled in the period',
    ),
    numerator: absent('feedback'),
    denominator: absent('feedback'),
    zero: points(6),
    status: 'verified',
    note: noFeedback,
  },
  {
    id: '5.3',
    group: 'satisfaction',
    name: both('Tỷ lệ hài lòng trong xử lý phản ánh, kiến nghị', 'Satisfaction with feedback handling'),
    max: 6,
    scopes: all,
    numeratorText: both(
      'phản ánh, kiến nghị trừ loại bị chê nhiều hơn khen, quá hạn, gửi lại; mỗi phản ánh một lần trong kỳ',
      'feedback less what was disliked more than liked, overdue or raised again; each once a period',
    ),
    denominatorText: both(
      'phản ánh, kiến nghị tiếp nhận lần đầu trong kỳ',
      'feedback first received in the period',
    ),
    numerator: absent('feedback'),
    denominator: absent('feedback'),
    zero: points(6),
    status: 'verified',
    note: noFeedback,
  },
  {
    id: '5.4',
    group: 'satisfaction',
    name: both('Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC', 'Satisfaction with dossier handling'),
    max: 6,
    scopes: all,
    numeratorText: both(
      'hồ sơ trừ hồ sơ quá hạn và hồ sơ bị chê (phản ánh chưa có nguồn)',
      'dossiers less the overdue and those disliked (complaints have no source yet)',
    ),
    denominatorText: both('hồ sơ tiếp nhận và xử lý', 'dossiers received and handled'),
    numerator: cases('national = "onTime" and (rating = null or rating >= 3)'),
    denominator: cases('national in ("onTime", "overdue")'),
    full: 0.9,
    zero: points(0),
    status: 'verified',
    note: both(
      'Chê là người nộp chấm dưới 3 trên 5. Phản ánh về hồ sơ chưa có nguồn ở đây, nên tỷ lệ là cận trên. Hồ sơ quá hạn mất điểm ở cả 2.1 và ở đây.',
      'A dislike is a rating below 3 of 5. Complaints about dossiers have no source here yet, so the share is an upper bound. An overdue dossier costs points in 2.1 and here.',
    ),
  },
];

/** All 24 indicators, in the order of the decision. */
export const rows766: readonly Row766[] = [...firstRows, ...onlineRows, ...digitisation, ...satisfaction];
