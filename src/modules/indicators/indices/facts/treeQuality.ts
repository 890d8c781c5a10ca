import type { Text } from '../../../../kit/i18n.ts';
import type { IndexNode, IndexTree, Scope } from '../rules/model.ts';
import { both } from './shape.ts';

const scopes: Scope[] = ['province', 'ministry', 'commune'];

const words: readonly { code: string; name: Text; rule: Text }[] = [
  {
    code: 'correct',
    name: both('Đúng', 'Correct'),
    rule: both(
      'bản ghi khớp nguồn có thẩm quyền / bản ghi đã đối chiếu',
      'records matching the authoritative source / records checked',
    ),
  },
  {
    code: 'complete',
    name: both('Đủ', 'Complete'),
    rule: both('trường bắt buộc đã có / trường bắt buộc', 'mandatory fields filled / mandatory fields'),
  },
  {
    code: 'clean',
    name: both('Sạch', 'Clean'),
    rule: both(
      'bản ghi không trùng, không sai định dạng, không mâu thuẫn / bản ghi',
      'records without duplicate, format or logic error / records',
    ),
  },
  {
    code: 'live',
    name: both('Sống', 'Live'),
    rule: both(
      'biến động cập nhật trong thời hạn luật định / biến động',
      'changes entered within the legal period / changes',
    ),
  },
  {
    code: 'unified',
    name: both('Thống nhất', 'Unified'),
    rule: both(
      'trường gắn với từ điển và danh mục dùng chung / trường',
      'fields mapped to the shared dictionary and code lists / fields',
    ),
  },
  {
    code: 'shared',
    name: both('Dùng chung', 'Shared'),
    rule: both(
      'dịch vụ dữ liệu cơ quan khác thực dùng / dịch vụ phải chia sẻ',
      'services in real use by other bodies / services that must be shared',
    ),
  },
];

const nodes: IndexNode[] = words.map(({ code, name, rule }) => ({
  code,
  name,
  max: 10,
  source: {
    kind: 'reported',
    evidence: both(
      `Biên bản đo: ${rule.vi}; cơ sở dữ liệu nào, cách lấy mẫu, ngày đo`,
      `Record of the measurement: ${rule.en}; which database, how sampled, which day`,
    ),
  },
  points: 'max * ratio',
  zero: { rule: 'unknown' },
  scopes,
  note: rule,
}));

/** The motto of data quality as an index of its own; equal weights until a decision says otherwise. */
export const qualityTree: IndexTree = {
  code: 'data-quality',
  version: '2025',
  validFrom: '2025-01-01',
  name: both('Chất lượng dữ liệu trong sáu chữ', 'Data quality in six words'),
  explanation: both(
    'Đúng, đủ, sạch, sống, thống nhất, dùng chung: mỗi chữ một tỷ lệ, tối đa 10 điểm. Đơn vị chủ quản khai kết quả đo kèm chứng cứ, cơ quan khác xác minh.',
    'Correct, complete, clean, live, unified, shared: a ratio each, at most 10 points. The owner states what was measured with evidence, another body verifies it.',
  ),
  source: both(
    'Kế hoạch 02-KH/BCĐTW, Nghị quyết 214/NQ-CP: sáu chữ; cách đo là đề xuất, vì chưa có định nghĩa chính thức',
    'Plan 02-KH/BCĐTW and Resolution 214/NQ-CP for the six words; how they are measured is a proposal, as there is no official definition',
  ),
  maximum: 60,
  levels: ['province', 'ministry', 'commune'],
  outOfScope: 'leftOut',
  merged: 'counts',
  nodes,
  bands: [],
  conflicts: [
    both(
      'Định nghĩa đo được của sáu chữ, trọng số, giới hạn loại A, B, C (dự thảo nghị định tháng 8/2025) chưa tìm thấy; trọng số bằng nhau là giả định.',
      'No measurable definition of the six words, no weights and no limits of the classes A, B, C (draft decree of August 2025) were found; equal weights are an assumption.',
    ),
    both(
      '“Sống” nghĩa là luôn được cập nhật; bản dịch “đáng sống” là sai.',
      '“Sống” means live, kept up to date; the translation “worth living” is wrong.',
    ),
  ],
};
