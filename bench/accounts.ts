import { type Actor, systemActor } from '../src/kit/actor.ts';
import type { App } from '../src/kit/app.ts';
import { openContext } from '../src/kit/context.ts';
import { newId } from '../src/kit/ids.ts';
import { issueToken } from '../src/modules/identity/actions/tokens.ts';
import { actorOf, sampleAccount } from '../src/modules/identity/samples.ts';

/** The province whose coordinator asks and reports. */
export const PROVINCE = 'province-01';

const EMAIL = {
  /** Reports for one province and all below it. */
  coordinator: 'dau-moi@bench.example',
  /** Reports for any unit of the country. */
  everywhere: 'dau-moi-chung@bench.example',
  /** The standing office of the centre. */
  office: 'thuong-truc@bench.example',
};
export type Person = keyof typeof EMAIL;

/** Makes the people of the benchmark, as real accounts with dated grants. */
export async function makeAccounts(app: App, now: Date): Promise<Record<Person, { id: string }>> {
  const base = { clearance: 'internal' as const, validFrom: '2025-07-01', paper: 'Quyết định đo kiểm' };
  return {
    coordinator: await sampleAccount(app, {
      email: EMAIL.coordinator,
      name: 'Đầu mối Hà Nội',
      roles: [{ role: 'coordinator', unitId: PROVINCE, ...base }],
      now,
    }),
    everywhere: await sampleAccount(app, {
      email: EMAIL.everywhere,
      name: 'Đầu mối chung',
      roles: [{ role: 'coordinator', unitId: '*', ...base }],
      now,
    }),
    office: await sampleAccount(app, {
      email: EMAIL.office,
      name: 'Cơ quan thường trực',
      roles: [{ role: 'office', unitId: '*', ...base }],
      now,
    }),
  };
}

/** Who a person is at this moment, with the units in reach, as a request would find it out. */
export const actorFor = (app: App, person: Person): Promise<Actor> => actorOf(app, EMAIL[person]);

/** A fresh personal access token with the right to write. */
export async function tokenFor(app: App, person: Person): Promise<string> {
  const actor = await actorFor(app, person);
  return app.db.write(async (tx) => {
    const now = app.clock.now();
    const ctx = openContext(app, tx, { actor: systemActor, now, requestId: newId(now) });
    const { token } = await issueToken(ctx, actor.id, { name: 'bench', scope: 'write', days: 2 });
    await ctx.flush();
    return token;
  });
}
