import type { Text } from './i18n.ts';

/** A kind of refusal: its code opens a help page, its status goes to HTTP (RFC 9457), its remedy to the person. */
export interface ProblemKind {
  code: string;
  status: number;
  title: Text;
  remedy: Text;
}

/** One field that stood in the way: `path` is the JSON path of the input (`evidence.0.number`). */
export interface FieldFault {
  path: string;
  message: Text;
}

/** The one error that rules and actions throw on purpose; anything else is a defect and answers 500. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: Text | undefined;
  readonly fields: FieldFault[];
  /** The refusal itself leaves a trace (a counted wrong password): what was written before it is committed. */
  readonly keep: boolean;
  constructor(kind: ProblemKind, more: { detail?: Text; fields?: FieldFault[]; keep?: boolean } = {}) {
    super(`${kind.code}: ${more.detail?.en ?? kind.title.en}`);
    this.name = 'Problem';
    this.kind = kind;
    this.detail = more.detail;
    this.fields = more.fields ?? [];
    this.keep = more.keep ?? false;
  }
}

export const kinds = new Map<string, ProblemKind>();

/** Registers a problem kind so that its help page exists. Codes read `module.words`. */
export function problemKind(code: string, status: number, title: Text, remedy: Text): ProblemKind {
  const kind = { code, status, title, remedy };
  kinds.set(code, kind);
  return kind;
}

export const invalidInput = problemKind(
  'kit.invalidInput',
  422,
  { vi: 'Dữ liệu nhập chưa hợp lệ', en: 'Some of the input is not valid' },
  {
    vi: 'Sửa các trường được đánh dấu rồi gửi lại; những gì đã nhập vẫn được giữ.',
    en: 'Correct the marked fields and send again; what you typed is kept.',
  },
);
export const notFound = problemKind(
  'kit.notFound',
  404,
  { vi: 'Không tìm thấy', en: 'Not found' },
  {
    vi: 'Kiểm tra lại địa chỉ, hoặc đăng nhập bằng tài khoản có quyền xem.',
    en: 'Check the address, or sign in with an account that may see it.',
  },
);
export const signInNeeded = problemKind(
  'kit.signInNeeded',
  401,
  { vi: 'Cần đăng nhập', en: 'Sign-in needed' },
  { vi: 'Đăng nhập rồi thử lại.', en: 'Sign in and try again.' },
);
export const notAllowed = problemKind(
  'kit.notAllowed',
  403,
  { vi: 'Không đủ quyền', en: 'Not allowed' },
  { vi: 'Đề nghị quản trị viên cấp vai trò cần thiết.', en: 'Ask an administrator for the role needed.' },
);
export const badCsrf = problemKind(
  'kit.badCsrf',
  403,
  { vi: 'Biểu mẫu đã hết hạn', en: 'The form has expired' },
  { vi: 'Tải lại trang rồi gửi lại.', en: 'Reload the page and send again.' },
);
export const tooMany = problemKind(
  'kit.tooMany',
  429,
  { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  { vi: 'Chờ một phút rồi thử lại.', en: 'Wait a minute and try again.' },
);
export const defect = problemKind(
  'kit.defect',
  500,
  { vi: 'Lỗi của hệ thống', en: 'A fault of the system' },
  {
    vi: 'Thử lại; nếu vẫn lỗi, báo cho quản trị viên kèm mã yêu cầu.',
    en: 'Try again; if it persists, tell the administrator the request id.',
  },
);

/** Throws the standard 404: what one may not see does not exist for him. */
export function missing(): never {
  throw new Problem(notFound);
}

/** A refusal of one field. */
export function fieldProblem(path: string, vi: string, en: string): Problem {
  return new Problem(invalidInput, { fields: [{ path, message: { vi, en } }] });
}
