import { defineMessages } from '../../../kit/i18n.ts';

export const messages = defineMessages(
  {
    api: 'Giao diện lập trình (API)',
    apiIntro:
      'Mọi màn hình và lệnh đều dùng chính các điểm cuối dưới đây. Tạo khóa truy cập ở trang Tài khoản hoặc bằng lệnh:',
    download: 'Tải mô tả OpenAPI 3.1',
    permission: 'Quyền cần có',
    fields: 'Trường',
    everyone: 'mọi người',
    signedIn: 'người đã đăng nhập',
  },
  {
    api: 'Programming interface (API)',
    apiIntro:
      'Every screen and command uses the very endpoints below. Make a token on the Account page or with the command:',
    download: 'Download the OpenAPI 3.1 description',
    permission: 'Permission needed',
    fields: 'Fields',
    everyone: 'everyone',
    signedIn: 'anyone signed in',
  },
);
