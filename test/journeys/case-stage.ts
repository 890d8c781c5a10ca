import { expect } from 'vitest';

import { sampleDesk } from '../../src/modules/cases/samples.ts';
import { sampleCompetence } from '../../src/modules/mandates/samples.ts';
import { mergeUnits } from '../../src/modules/organisations/contract/units.ts';
import { sampleUnit, stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';
import type { CatalogueEntry } from '../../src/modules/procedures/facts/build.ts';
import { samplePublished } from '../../src/modules/procedures/samples.ts';
import { dueAtHome, dueAtOffice, type Ledger, openLedger, press } from './case-hands.ts';
import { openWorld, type Visitor, type World } from './world.ts';

/** A case as its applicant holds it in hand: what stands on the slip, and what he was asked for. */
export interface InHand {
  id: string;
  code: string;
  secret: string;
  ledger: Ledger;
}
export const inHand = ({ content }: CatalogueEntry): InHand => ({
  id: '',
  code: '',
  secret: '',
  ledger: openLedger(content.form!),
});

type Post = 'desk' | 'specialist' | 'head';
type Place = 'a' | 'b' | 'c';
type Work = (visitor: Visitor) => Promise<unknown>;

/** Two staffed communes of one province, of which the second becomes part of a third, and one published procedure. */
export interface Stage extends AsyncDisposable {
  world: World;
  units: Record<Place, string>;
  /** Sets the clock of November 2025: `17T08:30`. */
  at(moment: string): void;
  /** What an official does, in a browser of his own. */
  as(post: Post, place: Place, work: Work): Promise<void>;
  /** Opens the page of one's own case on a phone by code and secret, as from a slip. */
  atHome(of: InHand, work: Work, options?: { look: boolean }): Promise<void>;
  /** Office and home read the same hour, for the same reasons; no hour while the clock stands. */
  expectDue(of: InHand, place: Place, due: string | undefined): Promise<void>;
  /** Commune b is merged into a new one, in which people are appointed. */
  mergeB(on: string): Promise<void>;
}

export const phone = { viewport: { width: 360, height: 780 }, hasTouch: true };
export const names: Record<Place, string> = { a: 'Xã Đầu Nguồn', b: 'Xã Cuối Sông', c: 'Xã Hợp Lưu' };
const commune = { level: 'commune', kind: 'commune', parentId: 'province-46' } as const;

async function staffed(world: World, procedure: CatalogueEntry): Promise<Record<Place, string>> {
  const { app } = world.t;
  await stateDemoOrganisations(app);
  await sampleCompetence(app);
  const made = (nameVi: string) => sampleUnit(app, { nameVi, ...commune, validFrom: '2025-07-01' });
  const units = { a: await made(names.a), b: await made(names.b), c: '' };
  for (const unitId of [units.a, units.b]) await sampleDesk(app, unitId);
  await samplePublished(app, procedure);
  return units;
}

export async function openStage(now: string, procedure: CatalogueEntry): Promise<Stage> {
  const world = await openWorld({ now });
  const units = await staffed(world, procedure);
  const as: Stage['as'] = async (post, place, work) => {
    const visitor = await world.visitor({ as: `${post}.${units[place]}@cases.test.vn` });
    await work(visitor);
    await visitor.close();
  };
  const atHome: Stage['atHome'] = async (of, work, { look } = { look: true }) => {
    const visitor = await world.visitor(phone);
    await visitor.page.goto(`${world.url}/track`);
    await visitor.page.fill('[name="code"]', of.code);
    await visitor.page.fill('[name="secret"]', of.secret);
    if (look) await visitor.check();
    await press(visitor.page, 'Xem hồ sơ');
    await visitor.page.getByText('Việc cần bạn làm').waitFor();
    if (look) await visitor.check();
    await work(visitor);
    await visitor.close();
  };
  return {
    world,
    units,
    at: (moment) => world.t.clock.set(`2025-11-${moment}:00+07:00`),
    as,
    atHome,
    expectDue: async (of, place, due) => {
      let office: Awaited<ReturnType<typeof dueAtOffice>> | undefined;
      await as('specialist', place, async ({ page }) => {
        await page.goto(`${world.url}/cases/${of.id}`);
        office = await dueAtOffice(page);
      });
      expect(office?.at).toBe(due);
      expect(office?.lines.length).toBeGreaterThan(1);
      await atHome(of, async ({ page }) => expect(await dueAtHome(page)).toEqual(office), { look: false });
    },
    mergeB: async (on) => {
      const toNew = { ...commune, nameVi: names.c, nameEn: names.c };
      const said = { on, from: [units.b], toNew, legalBasis: 'Nghị quyết hợp nhất' };
      units.c = (await world.t.call(mergeUnits, said)).unitIds[0]!;
      await sampleDesk(world.t.app, units.c, { from: on });
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
