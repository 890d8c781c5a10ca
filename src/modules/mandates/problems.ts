import { problemKind } from '../../kit/problems.ts';

export const overlapping = problemKind(
  'mandates.overlapping',
  409,
  {
    vi: 'Trùng thẩm quyền với một văn bản đang có hiệu lực',
    en: 'Another paper already gives this power',
  },
  {
    vi: 'Kết thúc văn bản kia trước, thu hẹp phạm vi, hoặc chọn thời gian không trùng.',
    en: 'End the other one first, narrow the scope, or choose days that do not meet.',
  },
);

export const alreadyEnded = problemKind(
  'mandates.alreadyEnded',
  409,
  { vi: 'Đã kết thúc từ trước', en: 'It has already ended' },
  {
    vi: 'Mở danh sách để xem ngày kết thúc; muốn tiếp tục thì ghi một văn bản mới.',
    en: 'See the day of its end in the list; to go on, state a new one.',
  },
);

export const unitNotThere = problemKind(
  'mandates.unitNotThere',
  409,
  { vi: 'Cơ quan không tồn tại vào ngày bắt đầu', en: 'The unit does not exist on the first day' },
  {
    vi: 'Chọn ngày khác, hoặc chọn cơ quan kế thừa.',
    en: 'Choose another day, or the successor of the unit.',
  },
);

export const certificateTaken = problemKind(
  'mandates.certificateTaken',
  409,
  { vi: 'Chứng thư này đã được đăng ký', en: 'This certificate is registered already' },
  {
    vi: 'Tìm số hiệu trong danh sách chứng thư số; một chứng thư chỉ thuộc về một người hoặc một cơ quan.',
    en: 'Look for its serial number in the list; a certificate belongs to one person or one unit.',
  },
);

export const certificateRevoked = problemKind(
  'mandates.certificateRevoked',
  409,
  { vi: 'Chứng thư đã bị thu hồi từ trước', en: 'The certificate was revoked before' },
  {
    vi: 'Không cần thu hồi lần nữa; ngày và lý do ghi trên trang của chứng thư.',
    en: 'It need not be revoked again; day and reason stand on its page.',
  },
);

export const dutyStands = problemKind(
  'mandates.certificateDutyStands',
  409,
  {
    vi: 'Cơ quan đã có quy định ký bằng chứng thư số trong thời gian này',
    en: 'The unit signs with certificates on these days already',
  },
  { vi: 'Kết thúc quy định cũ trước.', en: 'End the former one first.' },
);

/** A signature was refused because of its certificate; which fault it is stands in its detail and at the field. */
export const badCertificate = problemKind(
  'mandates.badCertificate',
  409,
  { vi: 'Chưa ký được: chứng thư số không dùng được', en: 'Not signed: the certificate does not do' },
  {
    vi: 'Hồ sơ vẫn “đã duyệt, chờ ký”. Chọn chứng thư số còn hiệu lực của chính mình rồi ký lại.',
    en: 'The case stays approved and waits for its signature. Choose a valid certificate of your own and sign again.',
  },
);

export const secondedAlready = problemKind(
  'mandates.secondedAlready',
  409,
  {
    vi: 'Người này đã được biệt phái trong thời gian này',
    en: 'This person is seconded on these days already',
  },
  {
    vi: 'Kết thúc lần biệt phái kia trước, hoặc chọn thời gian khác.',
    en: 'End the other one first, or choose other days.',
  },
);
