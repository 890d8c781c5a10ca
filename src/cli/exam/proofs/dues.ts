import { type Evidence, type Proof, proofOf } from '../proof.ts';

const same = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** No due date of a case, of its step or of a task was moved by the merging of units. */
export function proveDues({ before, after }: Evidence): Proof {
  const wrong: string[] = [];
  let withDue = 0;
  for (const [id, was] of before.cases) {
    const is = after.cases.get(id);
    if (was.dueAt) withDue += 1;
    if (!is || !same(was.dueAt, is.dueAt) || !same(was.stepDueAt, is.stepDueAt))
      wrong.push(
        `${was.code ?? id}: ${was.dueAt?.toISOString() ?? '–'} → ${is?.dueAt?.toISOString() ?? '–'}`,
      );
  }
  for (const [id, was] of before.tasks)
    if (after.tasks.get(id)?.due !== was.due)
      wrong.push(`${was.ref}: ${was.due ?? '–'} → ${after.tasks.get(id)?.due ?? '–'}`);
  return proofOf(
    'dues',
    { vi: 'Việc sáp nhập không làm thay đổi hạn nào', en: 'No due date was moved by the merging of units' },
    { cases: before.cases.size, withDue, tasks: before.tasks.size },
    { wrong },
  );
}
