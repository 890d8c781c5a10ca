import { systemActor } from '../../src/kit/actor.ts';
import type { App } from '../../src/kit/app.ts';
import { stateFacts } from '../../src/modules/organisations/contract/imports.ts';
import { loadSnapshot, unitsOn } from '../../src/modules/organisations/index.ts';
import { stateDemoOrganisations } from '../../src/modules/organisations/samples.ts';

/** The units that tasks are given to, as of the day of the benchmark. */
export interface Country {
  provinces: string[];
  communes: string[];
  /** Ministries, Party and mass bodies of the centre. */
  bodies: string[];
  /** Communes by the province above them. */
  communesOf: Map<string, string[]>;
}

const VALID_FROM = '2025-07-01';

/** States the organisations of the demo, and communes until the country has as many as it has in fact. */
export async function stateCountry(app: App, communes: number, now: Date): Promise<void> {
  await stateDemoOrganisations(app, { now });
  const country = await readCountry(app, '2025-11-17');
  const missing = communes - country.communes.length;
  const others = country.provinces.filter((id) => (country.communesOf.get(id)?.length ?? 0) === 0);
  const made = Array.from({ length: missing }, (_, i) => {
    const parentId = others[i % others.length]!;
    return { id: `bench-commune-${String(i + 1).padStart(4, '0')}`, parentId, number: i + 1 };
  });
  await app.call(
    stateFacts,
    {
      units: made.map(({ id }) => ({ id, level: 'commune' as const })),
      versions: made.map(({ id, parentId, number }) => ({
        unitId: id,
        validFrom: VALID_FROM,
        nameVi: `Xã Đo kiểm ${number}`,
        nameEn: `Benchmark Commune ${number}`,
        shortName: null,
        aliases: [],
        kind: 'commune' as const,
        parentId,
        code: null,
        codeSystem: null,
      })),
      successions: [],
    },
    { actor: systemActor, now },
  );
}

/** The units of a day, in an order that does not change. */
export async function readCountry(app: App, on: string): Promise<Country> {
  const snapshot = await app.db.read(loadSnapshot);
  const units = unitsOn(snapshot, on).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ids = (...levels: string[]) => units.filter((u) => levels.includes(u.level)).map((u) => u.id);
  const communes = units.filter((u) => u.level === 'commune');
  const communesOf = new Map<string, string[]>();
  for (const { id, parentId } of communes)
    if (parentId) communesOf.set(parentId, [...(communesOf.get(parentId) ?? []), id]);
  return {
    provinces: ids('province'),
    communes: communes.map((u) => u.id),
    bodies: ids('ministry', 'party', 'massBody'),
    communesOf,
  };
}
