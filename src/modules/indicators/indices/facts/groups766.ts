import type { Text } from '../../../../kit/i18n.ts';
import { both } from './shape.ts';

/** The five groups of Decision 766/QĐ-TTg, of which the portal shows the third as two. */
export const groups766: readonly { code: string; name: Text; max: number }[] = [
  { code: 'transparency', name: both('Công khai, minh bạch', 'Publicity and transparency'), max: 18 },
  { code: 'progress', name: both('Tiến độ giải quyết', 'Progress of handling'), max: 20 },
  { code: 'onlineServices', name: both('Cung cấp dịch vụ trực tuyến', 'Online services'), max: 12 },
  { code: 'onlinePayment', name: both('Thanh toán trực tuyến', 'Online payment'), max: 10 },
  { code: 'digitisation', name: both('Số hóa hồ sơ', 'Digitisation'), max: 22 },
  { code: 'satisfaction', name: both('Mức độ hài lòng', 'Satisfaction'), max: 18 },
];

export const source766: Text = both(
  'Quyết định số 766/QĐ-TTg ngày 23/6/2022; tên, điểm và ngưỡng theo tài liệu mô tả chỉ số của Cổng Dịch vụ công quốc gia, đối chiếu với điểm đã công bố (sai số ≤ 0,015)',
  'Decision 766/QĐ-TTg of 23 June 2022; names, points and thresholds from the description behind the national portal, checked against published scores (error ≤ 0.015)',
);
