/** The late list by agency, in the order of Vietnamese reports: ministries first, then provinces, then others. */
import type { TimeState } from './axes.ts';

export type AgencyKind = 'ministry' | 'province' | 'other';

export interface LateTask {
  ref: string;
  time: TimeState;
  /** Every unit that leads it; a unit named twice counts once. */
  agencies: readonly { code: string; name: string; nameEn?: string; kind: AgencyKind }[];
}

export interface LateGroup {
  code: string;
  name: string;
  nameEn?: string;
  kind: AgencyKind;
  /** Open and overdue; done but late; both. */
  overdue: number;
  doneLate: number;
  count: number;
  refs: string[];
}

export interface LateList {
  groups: LateGroup[];
  /** Late tasks, each counted once. */
  total: number;
  overdue: number;
  doneLate: number;
  /** Sum of the counts by agency: a task led by several agencies counts once for each. */
  sum: number;
  /** sum − total; positive when tasks are shared. */
  excess: number;
  sharedRefs: string[];
  /** Late tasks that name no agency, in no group. */
  withoutAgency: string[];
}

const byName = new Intl.Collator('vi');
const ORDER: Record<AgencyKind, number> = { ministry: 0, province: 1, other: 2 };

/** Groups late tasks (open overdue and done late) by agency; other tasks are ignored. */
export function lateList(tasks: readonly LateTask[]): LateList {
  const late = tasks.filter(({ time }) => time === 'overdue' || time === 'doneLate');
  const groups = new Map<string, LateGroup>();
  for (const task of late) {
    for (const agency of distinct(task)) {
      const group = groups.get(agency.code) ?? { ...agency, overdue: 0, doneLate: 0, count: 0, refs: [] };
      group[task.time === 'overdue' ? 'overdue' : 'doneLate'] += 1;
      group.count += 1;
      group.refs.push(task.ref);
      groups.set(agency.code, group);
    }
  }
  const sorted = [...groups.values()].toSorted(
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || b.count - a.count || byName.compare(a.name, b.name),
  );
  const sum = sorted.reduce((all, group) => all + group.count, 0);
  const withoutAgency = late.filter((task) => task.agencies.length === 0).map((task) => task.ref);
  const overdue = late.filter(({ time }) => time === 'overdue').length;
  return {
    groups: sorted,
    total: late.length,
    overdue,
    doneLate: late.length - overdue,
    sum,
    excess: sum - (late.length - withoutAgency.length),
    sharedRefs: late.filter((task) => distinct(task).length > 1).map((task) => task.ref),
    withoutAgency,
  };
}

function distinct(task: LateTask): LateTask['agencies'][number][] {
  return [...new Map(task.agencies.map((agency) => [agency.code, agency])).values()];
}

/** The sentence under the list that says why the sum by agency exceeds the total; empty when it does not. */
export const lateListStatement = {
  vi: ({ total, sum, sharedRefs }: LateList) =>
    sharedRefs.length === 0
      ? ''
      : `Tổng số nhiệm vụ chậm là ${total}; cộng theo cơ quan được ${sum} vì ${sharedRefs.length} nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.`,
  en: ({ total, sum, sharedRefs }: LateList) =>
    sharedRefs.length === 0
      ? ''
      : `${total} tasks are late; the counts by agency add up to ${sum} because ${sharedRefs.length} tasks led by several agencies count once for each.`,
};
