import { systemActor } from '../../kit/actor.ts';
import { publishVersion, saveDraft } from '../../modules/procedures/contract.ts';
import { completeProcedures } from '../../modules/procedures/facts/catalogue.ts';
import { beganAt } from './days.ts';
import type { Exam } from './run.ts';

/** The procedures of the exam: five of communes, one received by communes and decided by provinces. */
export const procedures = {
  registerCopy: '2.000908',
  maritalStatus: '1.004873',
  householdBusiness: '1.001612',
  constructionPermit: '1.013225',
  socialPension: '1.014027',
  warAllowance: '2.002755',
} as const;

const codes: ReadonlySet<string> = new Set(Object.values(procedures));
const chosen = completeProcedures.filter(({ code }) => codes.has(code));

/** Who decides a procedure of the exam: a commune or a province. */
export const levelOf = (code: string): 'commune' | 'province' =>
  chosen.find((one) => one.code === code)?.content.level === 'province' ? 'province' : 'commune';

/** Publishes them; each is published only when every unit of the country has somebody at every step. */
export async function publishProcedures({ app }: Exam): Promise<void> {
  const who = { actor: systemActor, now: beganAt };
  for (const { code, content } of chosen) {
    const draft = await app.call(saveDraft, { code, validFrom: '2025-05-05', content }, who);
    await app.call(publishVersion, { id: draft.id }, who);
  }
}
