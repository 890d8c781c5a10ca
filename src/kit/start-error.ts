/**
 * Something outside the program keeps it from starting: a setting, a folder, a port. The text says what is wrong and
 * what to do, first in Vietnamese, then in English; whoever catches it prints the message without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly vi: string;
  readonly en: string;

  constructor(text: { vi: string; en: string }, options?: ErrorOptions) {
    super(`${text.vi}\n${text.en}`, options);
    this.vi = text.vi;
    this.en = text.en;
  }
}

const remedies: Record<string, { vi: string; en: string }> = {
  EADDRINUSE: {
    vi: 'Cổng này đang có chương trình khác dùng. Chọn cổng khác, ví dụ PORT=5858 npm start.',
    en: 'Another program uses this port. Choose another, for example PORT=5858 npm start.',
  },
  EACCES: {
    vi: 'Không được phép dùng cổng hoặc thư mục này. Đổi PORT (lớn hơn 1024) hoặc LIENTHONG_DATA.',
    en: 'This port or folder may not be used. Change PORT (above 1024) or LIENTHONG_DATA.',
  },
  ENOSPC: {
    vi: 'Đĩa đã đầy. Giải phóng chỗ rồi chạy lại; không có dữ liệu nào bị mất.',
    en: 'The disk is full. Free some space and start again; nothing was lost.',
  },
  ECONNREFUSED: {
    vi: 'Không nối được PostgreSQL ở DATABASE_URL. Kiểm tra địa chỉ và máy chủ.',
    en: 'PostgreSQL at DATABASE_URL does not answer. Check the address and the server.',
  },
  '28P01': {
    vi: 'PostgreSQL từ chối mật khẩu trong DATABASE_URL.',
    en: 'PostgreSQL refused the password in DATABASE_URL.',
  },
  '42501': {
    vi: 'Người dùng trong DATABASE_URL không đủ quyền. Cần: create trên cơ sở dữ liệu và vai trò lienthong_app (grant lienthong_app to … with admin option), xem docs/guides/database.md.',
    en: 'The user of DATABASE_URL lacks rights. It needs create on the database and the role lienthong_app (grant lienthong_app to … with admin option), see docs/guides/database.md.',
  },
  '3D000': {
    vi: 'Cơ sở dữ liệu trong DATABASE_URL chưa có; tạo bằng createdb.',
    en: 'The database of DATABASE_URL does not exist; create it with createdb.',
  },
};

/** The code of an error or of what caused it. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return code ?? (cause === undefined ? undefined : codeOf(cause));
}

/** Says of anything that stopped the start what it is and, where known, the remedy. */
export function explainStart(error: unknown): string {
  const remedy = remedies[codeOf(error) ?? ''];
  const message = error instanceof Error ? error.message : String(error);
  if (remedy) return `${message}\n${remedy.vi}\n${remedy.en}`;
  return error instanceof Error ? (error.stack ?? message) : message;
}
