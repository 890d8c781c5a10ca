import type { Text } from '../../../../kit/i18n.ts';
import type { NodeStatus } from './points.ts';

/** What the state of an indicator means for its points, in words. */
export const statusWords: Record<NodeStatus, Text> = {
  ok: { vi: 'Tính từ số liệu', en: 'Computed' },
  capped: { vi: 'Đạt ngưỡng, đủ điểm', en: 'Threshold reached, full points' },
  mean: { vi: 'Trung bình của các đơn vị trước sáp nhập', en: 'Mean of the units before the merger' },
  outOfScope: { vi: 'Không áp dụng cho cấp này: được đủ điểm', en: 'Not meant for this level: full points' },
  leftOut: { vi: 'Không áp dụng, không tính', en: 'Not applicable, left out' },
  zeroRule: { vi: 'Không có mẫu số: điểm theo quy định', en: 'No denominator: points by the rule' },
  previousYear: { vi: 'Mẫu số lấy theo năm trước', en: 'Denominator taken from the year before' },
  noRecords: {
    vi: 'Chưa có hồ sơ, nguồn không nói được mấy điểm',
    en: 'No records; the source gives no rule',
  },
  sourceMissing: { vi: 'Chưa có nguồn số liệu', en: 'No source of data' },
  computing: { vi: 'Đang tính lần đầu', en: 'Being computed for the first time' },
  claimed: { vi: 'Đơn vị đã khai, chờ xác minh', en: 'Stated, waits for verification' },
  returned: { vi: 'Đã trả lại để khai lại', en: 'Returned to be stated anew' },
  notReported: { vi: 'Đơn vị chưa khai', en: 'Not stated yet' },
  shownOnly: { vi: 'Chỉ để xem', en: 'Shown only' },
  alternative: { vi: 'Phương án khác, không cộng', en: 'Alternative, not added' },
};
