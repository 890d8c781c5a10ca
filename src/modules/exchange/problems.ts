import { problemKind } from '../../kit/problems.ts';

export const notConnected = problemKind(
  'exchange.notConnected',
  409,
  {
    vi: 'Chưa kết nối Cổng Dịch vụ công quốc gia',
    en: 'No connection to the national portal is stated',
  },
  {
    vi: 'Quản trị viên đặt PORTAL_URL, PORTAL_ACCOUNT và PORTAL_SECRET rồi khởi động lại.',
    en: 'The administrator sets PORTAL_URL, PORTAL_ACCOUNT and PORTAL_SECRET and starts the program again.',
  },
);

export const notOpen = problemKind(
  'exchange.notOpen',
  409,
  {
    vi: 'Thông điệp này không còn chờ xử lý',
    en: 'Nothing is open about this message any more',
  },
  {
    vi: 'Tải lại hàng đợi: thông điệp đã được Cổng xác nhận, đã bị thay bằng thông điệp sau, hoặc đang được gửi.',
    en: 'Load the queue again: the portal has acknowledged it, a later one took its place, or it is just being sent.',
  },
);

export const alreadyDecided = problemKind(
  'exchange.alreadyDecided',
  409,
  { vi: 'Khác biệt này đã được xử lý', en: 'This conflict is settled already' },
  { vi: 'Tải lại danh sách để xem ai đã quyết định.', en: 'Load the list again to see who decided.' },
);
