import type { Text } from '../../../kit/i18n.ts';

const names: Record<string, Text> = {
  'account.manage': { vi: 'Quản lý tài khoản và vai trò', en: 'Manage accounts and roles' },
  'audit.read': { vi: 'Xem nhật ký hệ thống', en: 'Read the audit log' },
  'calendar.edit': { vi: 'Sửa lịch làm việc', en: 'Change calendars' },
  'case.assign': { vi: 'Phân công hồ sơ', en: 'Assign cases' },
  'case.handle': { vi: 'Thụ lý hồ sơ', en: 'Handle cases' },
  'case.receive': { vi: 'Tiếp nhận hồ sơ', en: 'Receive cases' },
  'case.return': { vi: 'Trả kết quả hồ sơ', en: 'Return results of cases' },
  'case.sign': { vi: 'Ký kết quả hồ sơ', en: 'Sign results of cases' },
  'case.view': { vi: 'Xem hồ sơ', en: 'See cases' },
  'difficulty.answer': { vi: 'Trả lời khó khăn, đề xuất', en: 'Answer difficulties and proposals' },
  'directive.edit': { vi: 'Soạn, sửa văn bản chỉ đạo', en: 'Write and change directives' },
  'directive.import': { vi: 'Nhập văn bản chỉ đạo từ tệp', en: 'Import directives' },
  'directive.view': { vi: 'Xem văn bản chỉ đạo, nhiệm vụ', en: 'See directives and tasks' },
  'export.all': { vi: 'Xuất mọi dữ liệu được xem', en: 'Export everything one may see' },
  'extension.ask': { vi: 'Xin gia hạn', en: 'Ask for an extension' },
  'extension.decide': { vi: 'Quyết định gia hạn', en: 'Decide on extensions' },
  'figure.freeze': { vi: 'Chốt và ký báo cáo', en: 'Freeze and sign reports' },
  'figure.view': { vi: 'Xem số liệu', en: 'See figures' },
  'file.read': { vi: 'Xem tệp', en: 'Read files' },
  'file.write': { vi: 'Tải tệp lên', en: 'Upload files' },
  'mandate.assign': {
    vi: 'Phân công người theo bước, ghi vắng mặt',
    en: 'Assign people to steps, record absences',
  },
  'mandate.edit': { vi: 'Ghi thẩm quyền, ủy quyền', en: 'State competences and delegations' },
  'mandate.view': { vi: 'Xem thẩm quyền, phân công', en: 'See mandates' },
  'meeting.hold': { vi: 'Tổ chức phiên họp, ghi kết luận', en: 'Hold meetings and record conclusions' },
  'notice.settings': { vi: 'Thiết lập nhắc việc', en: 'Set up reminders' },
  'notice.view': { vi: 'Xem nhắc việc đã gửi', en: 'See reminders sent' },
  'organisation.edit': { vi: 'Sửa cây tổ chức', en: 'Change the organisation tree' },
  'organisation.import': { vi: 'Nhập danh mục đơn vị', en: 'Import units' },
  'organisation.view': { vi: 'Xem cây tổ chức', en: 'See the organisation tree' },
  'procedure.edit': { vi: 'Soạn, sửa thủ tục hành chính', en: 'Write and change procedures' },
  'procedure.publish': { vi: 'Công bố thủ tục hành chính', en: 'Publish procedures' },
  'procedure.view': { vi: 'Xem thủ tục hành chính', en: 'See procedures' },
  'report.accept': { vi: 'Kiểm tra, công nhận hoặc trả lại báo cáo', en: 'Check, accept or return reports' },
  'report.confirm': { vi: 'Xác nhận báo cáo của đơn vị', en: 'Confirm the unit’s reports' },
  'report.unlock': { vi: 'Mở khóa kỳ báo cáo', en: 'Unlock reporting periods' },
  'report.write': { vi: 'Viết báo cáo', en: 'Write reports' },
  'task.assign': { vi: 'Giao nhiệm vụ', en: 'Assign tasks' },
  'task.cancel': { vi: 'Hủy nhiệm vụ', en: 'Cancel tasks' },
};

/** What a permission lets one do, in words; its own name while nobody has given it any. */
export const permissionName = (permission: string): Text =>
  names[permission] ?? { vi: permission, en: permission };
