import { systemActor } from '../../kit/actor.ts';
import { instantOf } from '../../kit/day.ts';
import { addTask, enterDirective } from '../../modules/directives/contract.ts';
import type { Former } from './country.ts';
import { type Exam, inBatches } from './run.ts';

const issuedOn = '2025-05-14';
const now = instantOf('2025-05-15', '09:00');

/** Of twenty tasks, one goes to a district, two to provinces, the rest to communes. */
function unitFor({ provinces, districts, communes }: Former, n: number): string {
  const list = n % 20 === 0 ? districts : n % 20 < 3 ? provinces : communes;
  return (list.length > 0 ? list : communes)[(n * 7) % Math.max(1, list.length)]!;
}

/** One directive whose tasks lie with former communes, districts and provinces; how many were given. */
export async function makeTasks(exam: Exam, former: Former, count: number): Promise<number> {
  if (count === 0) return 0;
  const directive = {
    ownerUnitId: 'centre',
    number: 'MH-03/CT-TTg',
    kind: 'directive' as const,
    issuedOn,
    titleVi: 'Chỉ thị mô phỏng dùng để kiểm tra kế thừa',
    issuerText: 'Thủ tướng Chính phủ',
    classification: 'public' as const,
  };
  const { id } = await exam.app.call(enterDirective, directive, { actor: systemActor, now });
  const numbers = Array.from({ length: count }, (_, n) => n);
  const made = await inBatches(exam, numbers, { size: 40 }, (perform, n) =>
    perform(
      addTask,
      {
        directiveId: id,
        ref: `MH-${n + 1}`,
        titleVi: `Nhiệm vụ mô phỏng ${n + 1}`,
        leadUnitIds: [unitFor(former, n)],
        deadlineText: n % 2 === 0 ? '30/9/2025' : '20/6/2025',
        productVi: 'Báo cáo',
      },
      { now },
    ),
  );
  return made.reduce((sum, one) => sum + one.assignments, 0);
}
