import type { Actor } from '../../src/kit/actor.ts';
import type { App } from '../../src/kit/app.ts';
import { openContext } from '../../src/kit/context.ts';
import { dayOf } from '../../src/kit/day.ts';
import { newId } from '../../src/kit/ids.ts';
import { sampleDesk } from '../../src/modules/cases/samples.ts';
import { issueToken } from '../../src/modules/identity/actions/tokens.ts';
import { actorOf } from '../../src/modules/identity/samples.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import { sampleContent, samplePublished } from '../../src/modules/procedures/samples.ts';
import { readCountry } from '../data/units.ts';

export const posts = ['desk', 'specialist', 'head'] as const;
export type Post = (typeof posts)[number];

/** The procedures of the benchmark with the working days each takes. */
export const procedures: readonly { code: string; days: number; vi: string }[] = [
  { code: '1.000001', days: 1, vi: 'Cấp bản sao trích lục hộ tịch' },
  { code: '1.000002', days: 5, vi: 'Đăng ký khai sinh có yếu tố đo kiểm' },
  { code: '1.000003', days: 15, vi: 'Cấp giấy chứng nhận quyền sử dụng đất lần đầu' },
];

const emailOf = (post: Post, unitId: string): string => `${post}.${unitId}@cases.test.vn`;

/** The person of a unit at a moment, with the rights a request of his would have. */
export const officer = (app: App, unitId: string, post: Post, now?: Date): Promise<Actor> =>
  actorOf(app, emailOf(post, unitId), now);

/** A fresh personal access token of an officer, with the right to write. */
export async function officerToken(app: App, unitId: string, post: Post): Promise<string> {
  const actor = await officer(app, unitId, post);
  return app.db.write(async (tx) => {
    const now = app.clock.now();
    const ctx = openContext(app, tx, { actor, now, requestId: newId(now) });
    const { token } = await issueToken(ctx, actor.id, { name: 'bench', scope: 'write', days: 2 });
    await ctx.flush();
    return token;
  });
}

/** Communes of the benchmark, in an order that does not change. */
export async function officesOf(app: App, count: number): Promise<string[]> {
  const { communes } = await readCountry(app, dayOf(app.clock.now()));
  if (communes.length < count) throw new Error(`there are ${communes.length} communes, not ${count}`);
  return communes.slice(0, count);
}

/** States units, their officers and mandates, and publishes the procedures; the units. */
export async function makeWorld(app: App, count: number, now: Date): Promise<string[]> {
  await stateDemoOrganisations(app, { now });
  await sampleCompetence(app, {}, { now });
  const units = await officesOf(app, count);
  for (const unitId of units) await sampleDesk(app, unitId, { now });
  for (const { code, days, vi } of procedures) {
    const limit = { value: days, unit: 'workingDay' as const };
    const channels = (['desk', 'online', 'post'] as const).map((channel) => ({
      channel,
      limit,
      fee: { kind: 'free' as const },
    }));
    const steps = sampleContent().steps.map((step) =>
      step.key === 'appraise'
        ? { ...step, limit: { value: days * 8 - 5, unit: 'workingHour' as const } }
        : step,
    );
    await samplePublished(app, { code, content: { name: { vi, en: vi }, channels, steps } }, { now });
  }
  return units;
}
