import type { ReportContent } from '../contract/reports.ts';
import { type ByClass, recordClasses } from '../rules/classes.ts';
import { checkOf } from './totals.ts';

export interface Late {
  late: ReportContent['late'];
  /** Distinct tasks over all agencies, and tasks without one. */
  named: number;
  without: number;
}

const lateAgainstStates = (byClass: ByClass, total: number) => ({
  name: { vi: 'Danh sách chậm: quá hạn và hoàn thành quá hạn', en: 'Late list: overdue and completed late' },
  ...checkOf(
    [
      { name: 'overdue', count: byClass.overdue ?? 0 },
      { name: 'doneLate', count: byClass.doneLate ?? 0 },
    ],
    total,
  ),
});

/**
 * The parts of the report against counts made another way: classes against records, late groups against tasks.
 * @param whole false for one unit: its late list names what is late by its own part, not by the state of the whole task
 */
export function ownChecks(
  byClass: ByClass,
  records: number,
  { late, named, without }: Late,
  whole: boolean,
): ReportContent['checks'] {
  const parts = recordClasses.flatMap((one) => (byClass[one] ? [{ name: one, count: byClass[one] }] : []));
  return [
    {
      name: {
        vi: 'Các tình trạng cộng lại bằng số bản ghi',
        en: 'The states add up to the number of records',
      },
      ...checkOf(parts.length > 0 ? parts : [{ name: '-', count: 0 }], records),
    },
    ...(whole ? [lateAgainstStates(byClass, late.total)] : []),
    {
      name: {
        vi: 'Danh sách chậm: các nhiệm vụ của mọi cơ quan, mỗi nhiệm vụ một lần',
        en: 'Late list: the tasks of all agencies, each once',
      },
      ...checkOf(
        [
          { name: 'agencies', count: named },
          { name: 'withoutAgency', count: without },
        ],
        late.total,
      ),
    },
    {
      name: {
        vi: 'Danh sách chậm: cộng theo cơ quan bằng tổng và phần dùng chung',
        en: 'Late list: the sum by agency is the total and what is shared',
      },
      ...checkOf(
        [
          { name: 'total', count: late.total - without },
          { name: 'excess', count: late.excess },
        ],
        late.sum,
      ),
    },
  ];
}
