import type { Replay } from '../../../kit/module.ts';
import { streamsOf } from '../../../kit/replay.ts';
import { type DefinitionEvent, evolve, type Version } from './rules/life.ts';
import { listVersions } from './store/definition.ts';

const prefix = 'definition:';

/** The same content whatever the order of its keys. */
function printed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, printed(one)]));
}

const lineOf = ({ version, validFrom, validTo, body }: Version): string =>
  JSON.stringify(printed({ version, validFrom, validTo, body }));

/** Versions that were published, told again from their events; those that came with the programme begin as they are. */
export const definitionReplay: Replay = {
  name: 'indicators.definitions',
  verify: async (tx) => {
    const live = Map.groupBy(await listVersions(tx), (one) => one.code);
    const told = new Map<string, Version[]>();
    for await (const [stream, events] of streamsOf(tx, prefix)) {
      const code = stream.slice(prefix.length);
      const ended = new Set(
        events.flatMap(({ kind, payload }) => (kind === 'definition.ended' ? [payload['version']] : [])),
      );
      const given = (live.get(code) ?? [])
        .filter((one) => one.publishedAt === null)
        .map((one) => (ended.has(one.version) ? { ...one, validTo: null } : one));
      told.set(
        code,
        events.reduce<Version[]>((versions, { kind, payload }) => {
          const { code: _, ...rest } = payload;
          return evolve(versions, { kind, ...rest } as DefinitionEvent);
        }, given),
      );
    }
    const differences = [...live].flatMap(([code, versions]) => {
      const lines = new Map(
        (told.get(code) ?? versions.filter((one) => one.publishedAt === null)).map((one) => [
          one.version,
          lineOf(one),
        ]),
      );
      return versions
        .filter((one) => lines.get(one.version) !== lineOf(one))
        .map((one) => `definition ${code} version ${one.version}`);
    });
    const lost = [...told].flatMap(([code, versions]) =>
      versions
        .filter((one) => !live.get(code)?.some((row) => row.version === one.version))
        .map((one) => `definition ${code} version ${one.version}: told, but not there`),
    );
    return { checked: [...live.values()].flat().length, differences: [...differences, ...lost] };
  },
};
