import type { DefinitionBody } from '../../definitions/contract/body.ts';
import { parts } from './rows766.ts';
import { both } from './shape.ts';

const { absent } = parts;
const announced: Partial<DefinitionBody> = {
  numerator: absent('announcement'),
  denominator: absent('announcement'),
};

/** What three indicators said before the facts they need were kept here: without a source, never counted. */
export const before766: Readonly<Record<string, Partial<DefinitionBody>>> = {
  '1.1': {
    ...announced,
    explanation: both(
      'Danh mục chưa lưu ngày ký quyết định công bố; một quyết định chậm làm thủ tục chậm cả kỳ.',
      'The catalogue does not hold the day of the announcement decision; one late decision makes the procedure late for the whole period.',
    ),
  },
  '1.2': {
    ...announced,
    explanation: both(
      'Thiếu ngày quyết định, như 1.1. Không tính theo từng thủ tục.',
      'The day of the decision is missing, as for 1.1. Not counted per procedure.',
    ),
  },
  '5.4': {
    numerator: absent('feedback'),
    numeratorText: both(
      'hồ sơ trừ hồ sơ quá hạn và hồ sơ bị phản ánh hoặc chê',
      'dossiers less the overdue and those with a complaint or a dislike',
    ),
    explanation: both(
      'Thiếu phản ánh về hồ sơ nên không tính được; hồ sơ quá hạn mất điểm ở cả 2.1 và ở đây.',
      'Complaints about dossiers are missing, so it cannot be counted; an overdue dossier costs points in 2.1 and here.',
    ),
  },
};
