import type { Actor } from '../../kit/actor.ts';
import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { type InputOf } from '../../kit/contract.ts';
import { addTask, enterDirective } from './contract.ts';

interface By {
  actor?: Actor;
  now?: Date;
}
const who = ({ actor = systemActor, now }: By) => ({ actor, ...(now ? { now } : {}) });

/** Enters a directive through its endpoint; a plain public resolution of the Government unless said otherwise. */
export async function sampleDirective(
  app: App,
  over: Partial<InputOf<typeof enterDirective>> = {},
  by: By = {},
): Promise<string> {
  const input = {
    ownerUnitId: 'centre',
    number: '03/NQ-CP',
    kind: 'resolution' as const,
    issuedOn: '2025-01-09',
    titleVi: 'Chương trình hành động',
    issuerText: 'Chính phủ',
    classification: 'public' as const,
    ...over,
  };
  return (await app.call(enterDirective, input, who(by))).id;
}

let count = 0;

/** Adds a task through its endpoint: due on 30 June 2025 and led by the Ministry of Home Affairs unless said otherwise. */
export async function sampleTask(
  app: App,
  directiveId: string,
  over: Partial<InputOf<typeof addTask>> = {},
  by: By = {},
): Promise<{ id: string; assignments: number; unknown: string[] }> {
  count += 1;
  const input = {
    directiveId,
    ref: `NV-${count}`,
    titleVi: `Nhiệm vụ số ${count}`,
    leadText: 'Bộ Nội vụ',
    deadlineText: '6/2025',
    productVi: 'Đề án',
    ...over,
  };
  return app.call(addTask, input, who(by));
}
