import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { fold, type ProcedureEvent, type ProcedureState } from './rules/life.ts';
import { loadProcedure } from './store/procedure.ts';
import { listAllSubstitutions } from './store/substitution.ts';

const prefix = 'procedure:';

/** The same content whatever the order of its keys. */
function printed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, printed(one)]),
  );
}

const linesOf = ({ versions, overlays }: ProcedureState): Map<string, string> =>
  new Map(
    [...versions, ...overlays].map((one) => [one.id, JSON.stringify(printed({ ...one, code: undefined }))]),
  );

function differencesOf(replayed: ProcedureState, live: ProcedureState): string[] {
  const [a, b] = [linesOf(replayed), linesOf(live)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((id) => a.get(id) !== b.get(id))
    .map((id) => `${prefix}${live.code} ${id}`);
}

/** Versions and overlays from their events, compared with the tables. */
const procedureReplay: Replay = {
  name: 'procedures',
  verify: async (tx) => {
    const result = { checked: 0, differences: [] as string[] };
    for await (const [stream, events] of streamsOf(tx, prefix)) {
      const code = stream.slice(prefix.length);
      const replayed = fold(
        code,
        events.map(({ kind, payload }) => ({ ...payload, kind }) as unknown as ProcedureEvent),
      );
      result.differences.push(...differencesOf(replayed, await loadProcedure(tx, code)));
      result.checked += 1;
    }
    return result;
  },
};

/** Papers that databases replace, as stated and as they stand. */
const substitutionReplay: Replay = {
  name: 'procedures.substitutions',
  verify: async (tx) => {
    const stated: string[] = [];
    for await (const [, events] of streamsOf(tx, 'substitutions:'))
      for (const { payload } of events)
        stated.push(...(payload as { rows: unknown[] }).rows.map((row) => JSON.stringify(printed(row))));
    const live = (await listAllSubstitutions(tx)).map((row) => JSON.stringify(printed(row)));
    const [a, b] = [new Set(stated), new Set(live)];
    const differences = [...a.symmetricDifference(b)];
    return { checked: live.length, differences };
  },
};

export const replays: readonly Replay[] = [procedureReplay, substitutionReplay];
