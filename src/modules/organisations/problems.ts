import { problemKind } from '../../kit/problems.ts';

export const unitNotLiving = problemKind(
  'organisations.unitNotLiving',
  409,
  { vi: 'Cơ quan không tồn tại vào ngày đó', en: 'The unit does not exist on that day' },
  {
    vi: 'Chọn ngày khác, hoặc chọn cơ quan kế thừa.',
    en: 'Choose another day, or the successor of the unit.',
  },
);

export const ruleMissing = problemKind(
  'organisations.ruleMissing',
  409,
  { vi: 'Chưa nêu quy tắc kế thừa khi chia tách', en: 'A split without a rule of succession' },
  {
    vi: 'Nêu cơ quan tiếp nhận mặc định, hoặc cơ quan tiếp nhận từng lĩnh vực và phần còn lại.',
    en: 'Name the unit that takes over by default, or one for each subject and one for the rest.',
  },
);

export const wouldCircle = problemKind(
  'organisations.wouldCircle',
  409,
  { vi: 'Cơ quan không thể trực thuộc chính nó', en: 'A unit cannot be placed below itself' },
  { vi: 'Chọn cơ quan cấp trên khác.', en: 'Choose another parent.' },
);

export const codeTaken = problemKind(
  'organisations.codeTaken',
  409,
  { vi: 'Mã đang được cơ quan khác dùng', en: 'Another unit bears this code' },
  {
    vi: 'Kiểm tra lại mã, hoặc chọn ngày sau khi cơ quan kia kết thúc.',
    en: 'Check the code, or choose a later day.',
  },
);

export const idTaken = problemKind(
  'organisations.idTaken',
  409,
  { vi: 'Định danh đã được dùng', en: 'The identifier is taken' },
  { vi: 'Chọn định danh khác hoặc để trống.', en: 'Choose another identifier or leave it empty.' },
);

export const alreadyHeld = problemKind(
  'organisations.alreadyHeld',
  409,
  { vi: 'Chức vụ đang có người giữ', en: 'The position is held by someone' },
  {
    vi: 'Kết thúc bổ nhiệm hiện tại trước, hoặc chọn ngày bắt đầu sau đó.',
    en: 'End the present appointment first, or choose a later first day.',
  },
);

export const emailTaken = problemKind(
  'organisations.emailTaken',
  409,
  { vi: 'Thư điện tử đã thuộc về người khác', en: 'The e-mail address belongs to another person' },
  {
    vi: 'Kiểm tra lại địa chỉ, hoặc dùng người đã có.',
    en: 'Check the address, or use the person already there.',
  },
);

export const importFaulty = problemKind(
  'organisations.importFaulty',
  409,
  { vi: 'Tệp còn lỗi, chưa nhập gì', en: 'The files still have faults; nothing was imported' },
  {
    vi: 'Xem lỗi theo dòng và cột trong bản xem trước, sửa tệp rồi tải lên lại.',
    en: 'See the faults by line and column in the preview, correct the files and upload them again.',
  },
);

export const importDone = problemKind(
  'organisations.importDone',
  409,
  { vi: 'Lần nhập này đã thực hiện', en: 'This import has already been applied' },
  { vi: 'Mở cây tổ chức để xem kết quả.', en: 'Open the organisation chart to see the result.' },
);
