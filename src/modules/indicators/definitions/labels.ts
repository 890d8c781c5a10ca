import type { Text } from '../../../kit/i18n.ts';

const both = (vi: string, en: string): Text => ({ vi, en });

/** The parts of a definition in words, by their path. */
export const fieldLabels: Record<string, Text> = {
  'name.vi': both('Tên (tiếng Việt)', 'Name (Vietnamese)'),
  'name.en': both('Tên (tiếng Anh)', 'Name (English)'),
  'explanation.vi': both('Giải thích (tiếng Việt)', 'Explanation (Vietnamese)'),
  'explanation.en': both('Giải thích (tiếng Anh)', 'Explanation (English)'),
  'source.vi': both('Căn cứ (tiếng Việt)', 'Legal base (Vietnamese)'),
  'source.en': both('Căn cứ (tiếng Anh)', 'Legal base (English)'),
  'conflict.vi': both('Mâu thuẫn giữa các nguồn (tiếng Việt)', 'Conflict of sources (Vietnamese)'),
  'conflict.en': both('Mâu thuẫn giữa các nguồn (tiếng Anh)', 'Conflict of sources (English)'),
  'numeratorText.vi': both('Tử số bằng lời (tiếng Việt)', 'Numerator in words (Vietnamese)'),
  'numeratorText.en': both('Tử số bằng lời (tiếng Anh)', 'Numerator in words (English)'),
  'denominatorText.vi': both('Mẫu số bằng lời (tiếng Việt)', 'Denominator in words (Vietnamese)'),
  'denominatorText.en': both('Mẫu số bằng lời (tiếng Anh)', 'Denominator in words (English)'),
  owner: both('Cơ quan chịu trách nhiệm', 'Owner'),
  unit: both('Đơn vị đo', 'Unit of measure'),
  direction: both('Chiều tốt', 'Better is'),
  comparator: both('So với mục tiêu', 'Comparison with the target'),
  target: both('Mục tiêu', 'Target'),
  'rounding.mode': both('Cách làm tròn', 'Rounding'),
  'rounding.decimals': both('Số chữ số thập phân', 'Decimals'),
  'zeroDenominator.rule': both('Khi mẫu số bằng 0', 'When the denominator is 0'),
  'zeroDenominator.value': both('Giá trị khi mẫu số bằng 0', 'Value when the denominator is 0'),
  scopes: both('Phạm vi', 'Scopes'),
  status: both('Mức xác minh', 'How well it is verified'),
  'numerator.fact': both('Tử số: loại dữ kiện', 'Numerator: kind of facts'),
  'numerator.where': both('Tử số: điều kiện', 'Numerator: condition'),
  'numerator.period': both('Tử số: kỳ theo ngày', 'Numerator: period by'),
  'numerator.of': both('Tử số: đếm', 'Numerator: counted'),
  'numerator.sum': both('Tử số: cộng', 'Numerator: sum of'),
  'denominator.fact': both('Mẫu số: loại dữ kiện', 'Denominator: kind of facts'),
  'denominator.where': both('Mẫu số: điều kiện', 'Denominator: condition'),
  'denominator.period': both('Mẫu số: kỳ theo ngày', 'Denominator: period by'),
  'denominator.of': both('Mẫu số: đếm', 'Denominator: counted'),
  'denominator.sum': both('Mẫu số: cộng', 'Denominator: sum of'),
  validFrom: both('Hiệu lực từ', 'Holds from'),
  validTo: both('Hết hiệu lực từ', 'Holds until before'),
};

/** Kinds of facts that definitions name and nothing publishes here yet. */
export const absentKinds: Record<string, Text> = {
  announcement: both('Quyết định công bố thủ tục', 'Decisions that announce procedures'),
  feedback: both('Phản ánh, kiến nghị', 'Complaints and proposals'),
  nationalReport: both('Tổng số do Cổng Dịch vụ công quốc gia giữ', 'Totals held by the national portal'),
  syncMessage: both('Bản tin đồng bộ lên Cổng', 'Messages to the national portal'),
};

export const labelOf = (path: string): Text => fieldLabels[path] ?? both(path, path);
