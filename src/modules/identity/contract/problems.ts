import { problemKind } from '../../../kit/problems.ts';

export const wrongSignIn = problemKind(
  'identity.wrongSignIn',
  403,
  { vi: 'Địa chỉ thư hoặc mật khẩu không đúng', en: 'The e-mail address or the password is wrong' },
  {
    vi: 'Kiểm tra lại rồi thử lần nữa; nếu quên mật khẩu, đề nghị quản trị viên đặt lại.',
    en: 'Check both and try again; if the password is forgotten, ask an administrator to reset it.',
  },
);
export const locked = problemKind(
  'identity.locked',
  429,
  { vi: 'Tạm khóa đăng nhập', en: 'Sign-in is locked for a while' },
  {
    vi: 'Sai quá nhiều lần. Chờ hết thời gian khóa, hoặc đề nghị quản trị viên mở khóa.',
    en: 'Too many wrong attempts. Wait until the lock ends, or ask an administrator to unlock.',
  },
);
export const wrongCode = problemKind(
  'identity.wrongCode',
  403,
  { vi: 'Mã xác thực không đúng', en: 'The code is wrong' },
  {
    vi: 'Nhập mã 6 số đang hiện trong ứng dụng xác thực (mỗi mã dùng một lần), hoặc một mã khôi phục.',
    en: 'Enter the 6 digits the authenticator shows now (each code works once), or a recovery code.',
  },
);
export const signInOver = problemKind(
  'identity.signInOver',
  409,
  { vi: 'Lượt đăng nhập đã hết hạn', en: 'This sign-in has expired' },
  { vi: 'Đăng nhập lại từ đầu.', en: 'Start the sign-in again.' },
);
export const wrongPassword = problemKind(
  'identity.wrongPassword',
  403,
  { vi: 'Mật khẩu hiện tại không đúng', en: 'The present password is wrong' },
  { vi: 'Nhập lại mật khẩu đang dùng.', en: 'Enter the password in use again.' },
);
export const inPersonOnly = problemKind(
  'identity.inPersonOnly',
  403,
  { vi: 'Chỉ làm được khi tự đăng nhập', en: 'Only possible after signing in oneself' },
  {
    vi: 'Đăng nhập bằng trình duyệt; mã truy cập không quản lý được mật khẩu, phiên và mã truy cập.',
    en: 'Sign in with a browser; access tokens cannot manage passwords, sessions and tokens.',
  },
);
export const emailTaken = problemKind(
  'identity.emailTaken',
  409,
  { vi: 'Địa chỉ thư đã có tài khoản', en: 'The address already has an account' },
  {
    vi: 'Mở tài khoản đã có, hoặc dùng địa chỉ khác.',
    en: 'Open the account there is, or use another address.',
  },
);
export const lastAdministrator = problemKind(
  'identity.lastAdministrator',
  409,
  { vi: 'Đây là quản trị viên cuối cùng', en: 'This is the last administrator' },
  {
    vi: 'Cấp vai trò quản trị toàn hệ thống cho một người khác trước.',
    en: 'Give another person the administrator role for the whole installation first.',
  },
);
export const ownGrant = problemKind(
  'identity.ownGrant',
  409,
  { vi: 'Không tự cấp vai trò cho mình', en: 'Nobody gives himself a role' },
  { vi: 'Đề nghị một quản trị viên khác cấp.', en: 'Ask another administrator.' },
);
export const tooClear = problemKind(
  'identity.tooClear',
  409,
  {
    vi: 'Vai trò quản trị không xem nội dung hạn chế',
    en: 'The administrator role does not see restricted content',
  },
  {
    vi: 'Chọn mức “nội bộ” hoặc “công khai” cho vai trò quản trị.',
    en: 'Choose “internal” or “public” for the administrator role.',
  },
);
export const noEnrolment = problemKind(
  'identity.noEnrolment',
  409,
  { vi: 'Chưa bắt đầu bật xác thực hai bước', en: 'The second factor is not being set up' },
  { vi: 'Bắt đầu lại và quét mã QR.', en: 'Start again and scan the QR code.' },
);
export const unknownAtProvider = problemKind(
  'identity.unknownAtProvider',
  403,
  {
    vi: 'Tài khoản của nhà cung cấp định danh chưa được gắn với tài khoản nào ở đây',
    en: 'The identity provider’s account belongs to no account here',
  },
  {
    vi: 'Đề nghị quản trị viên tạo tài khoản với đúng địa chỉ thư đã xác minh.',
    en: 'Ask an administrator for an account with the same verified e-mail address.',
  },
);
export const providerFailed = problemKind(
  'identity.providerFailed',
  409,
  {
    vi: 'Không đăng nhập được qua nhà cung cấp định danh',
    en: 'Signing in through the identity provider did not work',
  },
  {
    vi: 'Thử lại từ trang đăng nhập; nếu vẫn lỗi, dùng mật khẩu hoặc báo quản trị viên.',
    en: 'Try again from the sign-in page; if it persists, use a password or tell an administrator.',
  },
);
