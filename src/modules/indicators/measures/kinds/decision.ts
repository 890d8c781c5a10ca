import type { FactKind } from '../../language/index.ts';
import { field } from './field.ts';

/** Decisions that announce procedures: one record per announced version or rules of a province, and competent unit. */
export const decisionKind: FactKind = {
  code: 'decision',
  text: {
    vi: 'Quyết định công bố thủ tục, theo cơ quan có thẩm quyền',
    en: 'Decisions that announce procedures, by competent unit',
  },
  fields: [
    field('unit', 'text', 'Cơ quan có thẩm quyền (mã)', 'Competent unit (id)'),
    field('procedure', 'text', 'Mã thủ tục', 'Procedure code'),
    field('field', 'text', 'Lĩnh vực', 'Field'),
    field('issuer', 'text', 'Cấp công bố', 'Announced by', [
      ['ministry', 'bộ, ngành trung ương', 'a ministry'],
      ['province', 'tỉnh, thành phố', 'a province'],
    ]),
    // Of the decision; of publishing where nobody has stated its day.
    field('day', 'day', 'Ngày xếp kỳ', 'Day that decides the period'),
    field('announced', 'day', 'Ngày của quyết định công bố', 'Day of the announcement decision'),
    field('basisFrom', 'day', 'Ngày căn cứ pháp lý có hiệu lực', 'Day on which the legal base takes effect'),
    field('published', 'day', 'Ngày công khai', 'Day of publishing'),
    field('announcedInTime', 'boolean', 'Quyết định ban hành đúng hạn', 'Decided in time'),
    field('publishedInTime', 'boolean', 'Công khai đúng hạn', 'Published in time'),
    field(
      'announcedLateInYear',
      'boolean',
      'Có quyết định công bố chậm trong năm',
      'Some decision of the year was late',
    ),
    field(
      'publishedLateInYear',
      'boolean',
      'Có lần công khai chậm trong năm',
      'Some publishing of the year was late',
    ),
  ],
  periods: ['day'],
};
