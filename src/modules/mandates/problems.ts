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
