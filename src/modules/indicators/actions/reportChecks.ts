import type { ReportContent } from '../contract/reports.ts';
import { type ByClass, recordClasses } from '../rules/classes.ts';
import { checkOf } from './totals.ts';

export interface Late {
  late: ReportContent['late'];
  /** Distinct tasks over all agencies, and tasks without one. */
  named: number;
  without: number;
}

type Check = ReportContent['checks'][number];
const check = (vi: string, en: string, counts: Record<string, number | undefined>, total: number): Check => ({
  name: { vi, en },
  ...checkOf(
    Object.entries(counts).map(([name, count]) => ({ name, count: count ?? 0 })),
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
): Check[] {
  const states = Object.fromEntries(recordClasses.map((one) => [one, byClass[one]]));
  const lateStates = { overdue: byClass.overdue, doneLate: byClass.doneLate };
  return [
    check(
      'Các tình trạng cộng lại bằng số bản ghi',
      'The states add up to the number of records',
      states,
      records,
    ),
    ...(whole
      ? [
          check(
            'Danh sách chậm: quá hạn và hoàn thành quá hạn',
            'Late list: overdue and completed late',
            lateStates,
            late.total,
          ),
        ]
      : []),
    check(
      'Danh sách chậm: các nhiệm vụ của mọi cơ quan, mỗi nhiệm vụ một lần',
      'Late list: the tasks of all agencies, each once',
      { named, without },
      late.total,
    ),
    check(
      'Danh sách chậm: cộng theo cơ quan bằng tổng và phần dùng chung',
      'Late list: the sum by agency is the total and what is shared',
      { total: late.total - without, excess: late.excess },
      late.sum,
    ),
  ];
}
