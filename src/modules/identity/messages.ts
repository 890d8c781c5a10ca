import { defineMessages } from '../../kit/i18n.ts';

export const messages = defineMessages(
  {
    signIn: {
      title: 'Đăng nhập', lead: 'Dành cho cán bộ được cấp tài khoản. Thông tin công khai xem được mà không cần đăng nhập.',
      email: 'Thư điện tử', password: 'Mật khẩu', send: 'Đăng nhập',
      provider: 'Đăng nhập bằng tài khoản định danh của cơ quan', or: 'hoặc',
      failed: 'Chưa đăng nhập được', forgotten: 'Quên mật khẩu: đề nghị quản trị viên của đơn vị đặt lại.',
    },
    code: {
      title: 'Xác thực hai bước', label: 'Mã xác thực', hint: 'Mã 6 số trong ứng dụng xác thực, hoặc một mã khôi phục.', send: 'Tiếp tục', again: 'Đăng nhập lại từ đầu',
    },
    signOut: { title: 'Đăng xuất', ask: 'Kết thúc phiên làm việc trên thiết bị này?', send: 'Đăng xuất', done: 'Đã đăng xuất.' },
    account: {
      title: 'Tài khoản của tôi', saved: 'Đã lưu.', save: 'Lưu', name: 'Họ và tên', email: 'Thư điện tử', language: 'Ngôn ngữ', languages: { vi: 'Tiếng Việt', en: 'English' },
      profile: 'Thông tin', roles: 'Vai trò của tôi', noRoles: 'Chưa có vai trò nào; đề nghị quản trị viên cấp.',
      mustChange: 'Mật khẩu ban đầu do người khác đặt. Hãy đổi mật khẩu để bắt đầu làm việc.',
    },
    password: {
      title: 'Mật khẩu', current: 'Mật khẩu hiện tại', next: 'Mật khẩu mới', again: 'Nhập lại mật khẩu mới',
      hint: 'Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất.', send: 'Đổi mật khẩu', done: 'Đã đổi mật khẩu; các phiên khác đã kết thúc.', none: 'Tài khoản này đăng nhập qua nhà cung cấp định danh, không có mật khẩu riêng.',
    },
    factor: {
      title: 'Xác thực hai bước', on: 'Đang bật', off: 'Đang tắt', left: (n: number) => `Còn ${n} mã khôi phục chưa dùng.`,
      why: 'Khi đăng nhập cần thêm mã 6 số từ ứng dụng trên điện thoại.',
      password: 'Mật khẩu, để xác nhận', start: 'Bật xác thực hai bước', replace: 'Chuyển sang điện thoại khác',
      scan: 'Quét mã QR bằng ứng dụng xác thực, rồi nhập mã 6 số đang hiện.', qr: 'Mã QR cho ứng dụng xác thực', typed: 'Nếu không quét được, nhập khóa này:',
      code: 'Mã 6 số', confirm: 'Xác nhận và bật', stop: 'Tắt xác thực hai bước', stopped: 'Đã tắt xác thực hai bước.',
      codesTitle: 'Đã bật. Cất giữ các mã khôi phục này', codesLead: 'Mỗi mã dùng được một lần khi không có điện thoại. Các mã chỉ hiện lần này.',
    },
    sessions: {
      title: 'Phiên đăng nhập', device: 'Thiết bị', ip: 'Địa chỉ mạng', started: 'Bắt đầu', seen: 'Hoạt động gần nhất', current: 'Phiên này', unknownDevice: 'Không rõ thiết bị',
      end: 'Kết thúc', endOthers: 'Kết thúc mọi phiên khác', ended: 'Đã kết thúc.', none: 'Không có phiên nào.',
    },
    tokens: {
      title: 'Mã truy cập API', lead: 'Cho phép chương trình gọi API thay bạn, với quyền không vượt quá quyền của bạn.',
      name: 'Tên mã', nameHint: 'Ví dụ: phần mềm văn phòng của Sở', scope: 'Phạm vi', scopes: { read: 'Chỉ đọc', write: 'Đọc và ghi' }, days: 'Số ngày hiệu lực',
      create: 'Tạo mã', madeTitle: 'Mã truy cập mới', madeLead: 'Sao chép ngay; mã chỉ hiện lần này.',
      expires: 'Hết hạn', used: 'Dùng gần nhất', never: 'Chưa dùng', end: 'Thu hồi', ended: 'Đã thu hồi.', none: 'Chưa có mã nào.',
    },
    accounts: {
      title: 'Tài khoản', nav: 'Tài khoản và vai trò', search: 'Tên hoặc thư điện tử', role: 'Vai trò', state: 'Tình trạng', any: 'Tất cả',
      states: { active: 'Đang hoạt động', disabled: 'Đã ngừng' }, create: 'Tạo tài khoản', none: 'Không có tài khoản nào khớp.',
      roles: 'Vai trò', factor: 'Hai bước', yes: 'Có', no: 'Không', rolesTable: 'Bảng vai trò và quyền', permission: 'Quyền', given: 'có',
    },
    create: {
      title: 'Tạo tài khoản', unit: 'Đơn vị', unitHint: 'Tên hoặc mã đơn vị; * là toàn hệ thống.', send: 'Tạo tài khoản',
      way: 'Mật khẩu ban đầu', ways: { generate: 'Hệ thống tạo, hiện một lần', none: 'Không có; chỉ đăng nhập qua nhà cung cấp định danh' },
      made: 'Đã tạo tài khoản.',
    },
    one: {
      facts: 'Thông tin', created: 'Tạo lúc', locked: (until: string) => `Khóa đăng nhập đến ${until}`, firstPassword: 'Chưa đổi mật khẩu ban đầu',
      passwordTitle: 'Mật khẩu ban đầu', passwordLead: 'Đọc hoặc trao tận tay cho người dùng; mật khẩu chỉ hiện lần này và phải đổi khi đăng nhập.',
      grants: 'Vai trò', noGrants: 'Chưa có vai trò nào.', role: 'Vai trò', unit: 'Đơn vị', clearance: 'Mức độ mật được xem', clearances: { public: 'Công khai', internal: 'Nội bộ', restricted: 'Hạn chế' },
      from: 'Từ ngày', to: 'Đến hết ngày', paper: 'Văn bản', paperHint: 'Số, ký hiệu quyết định phân công', open: 'chưa định', givenBy: 'Người cấp', over: 'đã hết', coming: 'chưa đến',
      give: 'Cấp vai trò', gave: 'Đã cấp vai trò.', end: 'Kết thúc', ended: 'Đã kết thúc vai trò.', endAsk: 'Kết thúc vai trò này ngay?',
      actions: 'Thao tác', disable: 'Ngừng tài khoản', disableAsk: 'Ngừng tài khoản này? Mọi phiên và mã truy cập kết thúc ngay.', enable: 'Cho hoạt động lại', unlock: 'Mở khóa đăng nhập',
      resetPassword: 'Đặt lại mật khẩu', resetPasswordAsk: 'Đặt lại mật khẩu? Mọi phiên kết thúc.', resetFactor: 'Tắt xác thực hai bước', resetFactorAsk: 'Tắt xác thực hai bước của người này? Chỉ làm khi đã chắc đó là chính chủ.', done: 'Đã thực hiện.',
      events: 'Nhật ký', noEvents: 'Chưa có gì.', older: 'Cũ hơn',
    },
    event: {
      created: 'Tạo tài khoản', updated: 'Sửa thông tin', disabled: 'Ngừng tài khoản', enabled: 'Cho hoạt động lại', unlocked: 'Mở khóa đăng nhập',
      passwordChanged: 'Đổi mật khẩu', passwordReset: 'Đặt lại mật khẩu', secondFactorOn: 'Bật xác thực hai bước', secondFactorOff: 'Tắt xác thực hai bước',
      signedIn: 'Đăng nhập', signInFailed: 'Đăng nhập sai', locked: 'Tạm khóa đăng nhập', signedOut: 'Đăng xuất', sessionEnded: 'Kết thúc một phiên', otherSessionsEnded: 'Kết thúc các phiên khác',
      tokenCreated: 'Tạo mã truy cập', tokenEnded: 'Thu hồi mã truy cập', grantGiven: 'Cấp vai trò', grantEnded: 'Kết thúc vai trò', linked: 'Gắn với nhà cung cấp định danh',
    },
  },
  {
    signIn: {
      title: 'Sign in', lead: 'For officials who have an account. Public information needs no sign-in.',
      email: 'E-mail', password: 'Password', send: 'Sign in',
      provider: 'Sign in with your organisation’s identity account', or: 'or',
      failed: 'Not signed in', forgotten: 'Forgotten the password? Ask your unit’s administrator to reset it.',
    },
    code: {
      title: 'Second factor', label: 'Code', hint: 'The 6 digits of the authenticator, or a recovery code.', send: 'Continue', again: 'Start the sign-in again',
    },
    signOut: { title: 'Sign out', ask: 'End the session on this device?', send: 'Sign out', done: 'You are signed out.' },
    account: {
      title: 'My account', saved: 'Saved.', save: 'Save', name: 'Name', email: 'E-mail', language: 'Language', languages: { vi: 'Tiếng Việt', en: 'English' },
      profile: 'Profile', roles: 'My roles', noRoles: 'No role yet; ask an administrator.',
      mustChange: 'Somebody else set your first password. Change it to start working.',
    },
    password: {
      title: 'Password', current: 'Present password', next: 'New password', again: 'New password again',
      hint: 'At least 12 characters; a short sentence is best.', send: 'Change password', done: 'The password is changed; your other sessions have ended.', none: 'This account signs in through the identity provider and has no password of its own.',
    },
    factor: {
      title: 'Second factor', on: 'On', off: 'Off', left: (n: number) => `${n} recovery codes left.`,
      why: 'Signing in then also asks for 6 digits from an app on your telephone.',
      password: 'Password, to confirm', start: 'Set up a second factor', replace: 'Move to another telephone',
      scan: 'Scan the QR code with the authenticator, then enter the 6 digits it shows.', qr: 'QR code for the authenticator', typed: 'If it cannot be scanned, type this key:',
      code: '6 digits', confirm: 'Confirm and turn on', stop: 'Turn the second factor off', stopped: 'The second factor is off.',
      codesTitle: 'It is on. Keep these recovery codes', codesLead: 'Each works once when the telephone is not at hand. They are shown this time only.',
    },
    sessions: {
      title: 'Sessions', device: 'Device', ip: 'Network address', started: 'Started', seen: 'Last active', current: 'This session', unknownDevice: 'Unknown device',
      end: 'End', endOthers: 'End all other sessions', ended: 'Ended.', none: 'No sessions.',
    },
    tokens: {
      title: 'Access tokens', lead: 'Let a program call the API for you, never with more rights than yours.',
      name: 'Token name', nameHint: 'For example: office software of the department', scope: 'Scope', scopes: { read: 'Read only', write: 'Read and write' }, days: 'Valid for days',
      create: 'Make a token', madeTitle: 'The new access token', madeLead: 'Copy it now; it is shown this time only.',
      expires: 'Expires', used: 'Last used', never: 'Never', end: 'End', ended: 'Ended.', none: 'No tokens yet.',
    },
    accounts: {
      title: 'Accounts', nav: 'Accounts and roles', search: 'Name or e-mail', role: 'Role', state: 'State', any: 'All',
      states: { active: 'Active', disabled: 'Disabled' }, create: 'Create an account', none: 'No account fits.',
      roles: 'Roles', factor: 'Second factor', yes: 'Yes', no: 'No', rolesTable: 'Roles and permissions', permission: 'Permission', given: 'yes',
    },
    create: {
      title: 'Create an account', unit: 'Unit', unitHint: 'Name or identifier of the unit; * for the whole installation.', send: 'Create the account',
      way: 'First password', ways: { generate: 'Made by the system, shown once', none: 'None; sign-in through the identity provider only' },
      made: 'The account is made.',
    },
    one: {
      facts: 'Profile', created: 'Created', locked: (until: string) => `Sign-in locked until ${until}`, firstPassword: 'First password not changed yet',
      passwordTitle: 'First password', passwordLead: 'Read it out or hand it over in person; it is shown this time only and must be changed at sign-in.',
      grants: 'Roles', noGrants: 'No role yet.', role: 'Role', unit: 'Unit', clearance: 'May see up to', clearances: { public: 'Public', internal: 'Internal', restricted: 'Restricted' },
      from: 'From', to: 'Until the end of', paper: 'Document', paperHint: 'Number of the decision', open: 'open', givenBy: 'Given by', over: 'over', coming: 'not yet',
      give: 'Give a role', gave: 'The role is given.', end: 'End', ended: 'The role has ended.', endAsk: 'End this role at once?',
      actions: 'Actions', disable: 'Disable the account', disableAsk: 'Disable this account? All its sessions and tokens end at once.', enable: 'Enable again', unlock: 'Unlock sign-in',
      resetPassword: 'Reset the password', resetPasswordAsk: 'Reset the password? All sessions end.', resetFactor: 'Take away the second factor', resetFactorAsk: 'Take away this person’s second factor? Only when sure who is asking.', done: 'Done.',
      events: 'Log', noEvents: 'Nothing yet.', older: 'Older',
    },
    event: {
      created: 'Account created', updated: 'Profile changed', disabled: 'Account disabled', enabled: 'Account enabled', unlocked: 'Sign-in unlocked',
      passwordChanged: 'Password changed', passwordReset: 'Password reset', secondFactorOn: 'Second factor turned on', secondFactorOff: 'Second factor turned off',
      signedIn: 'Signed in', signInFailed: 'Wrong sign-in', locked: 'Sign-in locked', signedOut: 'Signed out', sessionEnded: 'A session ended', otherSessionsEnded: 'Other sessions ended',
      tokenCreated: 'Access token made', tokenEnded: 'Access token ended', grantGiven: 'Role given', grantEnded: 'Role ended', linked: 'Linked with the identity provider',
    },
  },
);
