import { problemKind } from '../../kit/problems.ts';

export const unknownCalendar = problemKind(
  'calendar.unknown',
  404,
  { vi: 'Không có lịch làm việc này', en: 'There is no such calendar' },
  { vi: 'Chọn một lịch trong danh sách.', en: 'Choose a calendar from the list.' },
);

export const idTaken = problemKind(
  'calendar.idTaken',
  409,
  { vi: 'Mã lịch đã được dùng', en: 'The identifier is taken' },
  { vi: 'Chọn mã khác.', en: 'Choose another one.' },
);
