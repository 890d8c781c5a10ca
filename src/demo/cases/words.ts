/** Words that officials and applicants of the invented cases write. */
export const refusals = [
  {
    reason: 'Nội dung đề nghị không thuộc thẩm quyền giải quyết của cơ quan tiếp nhận.',
    legalBasis: 'Khoản 1 Điều 7 Luật Hộ tịch 2014',
  },
  {
    reason: 'Không đủ điều kiện theo quy định; hồ sơ đã được giải quyết trước đó.',
    legalBasis: 'Nghị định 118/2025/NĐ-CP',
  },
] as const;

export const supplements = [
  { reason: 'unreadable', text: 'Ảnh chụp bị mờ, mất góc dưới; đề nghị chụp lại đủ bốn góc.' },
  { reason: 'missing', text: 'Chưa có giấy tờ này trong hồ sơ.' },
  { reason: 'incomplete', text: 'Thiếu trang có chữ ký; đề nghị bổ sung đủ các trang.' },
] as const;

export const apologies = [
  'Cần xác minh thêm tại nơi cư trú trước đây',
  'Phải kiểm tra thực địa lại do mưa lũ',
] as const;

export const stops = ['Người nộp đã thay đổi nguyện vọng', 'Người nộp sẽ nộp lại ở nơi khác'] as const;
export const questions = {
  'hue-construction': 'Đề nghị cho ý kiến về sự phù hợp của công trình với quy hoạch đã được duyệt.',
  'hue-finance': 'Đề nghị cho biết tên hộ kinh doanh có trùng với tên đã đăng ký hay không.',
} as const;
export const answers = ['Thống nhất.', 'Phù hợp; không có ý kiến khác.'] as const;
export const messages = [
  'Xin hỏi khi nào tôi nhận được kết quả?',
  'Tôi xin nhận kết quả vào buổi chiều.',
] as const;
export const ratings = [
  'Cán bộ hướng dẫn tận tình.',
  'Nhanh hơn giấy hẹn.',
  'Đợi hơi lâu ở quầy.',
  '',
] as const;
export const draftText = 'Hồ sơ đầy đủ, hợp lệ; đề nghị ký kết quả.';
export const denialText =
  'Không đủ điều kiện theo quy định của pháp luật chuyên ngành; đề nghị trả lời không giải quyết.';
