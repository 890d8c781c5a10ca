import { isDeepStrictEqual } from 'node:util';

import type { Replay } from '../../kit/module.ts';
import { streamsOf } from '../../kit/replay.ts';
import { evolve, type FileFacts } from './rules/file.ts';
import { listFacts, listFileEvents } from './store/files.ts';
import { listTemplateRows, type TemplateRow } from './store/templates.ts';

const key = (link: { record: string; unitId: string }): string => `${link.record} ${link.unitId}`;
const ordered = (file: FileFacts): FileFacts => ({
  ...file,
  links: file.links.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
});

/** Folds the events of all files and compares them with the live rows. */
export const fileReplay: Replay = {
  name: 'documents.files',
  verify: async (tx) => {
    const told = new Map<string, FileFacts>();
    for (const { id, ...event } of await listFileEvents(tx)) {
      const next = evolve(told.get(id), event);
      if (next) told.set(id, next);
      else told.delete(id);
    }
    const live = await listFacts(tx);
    const differences = live.flatMap(({ id, ...file }) => {
      const said = told.get(id);
      told.delete(id);
      if (!said) return [`file ${id}: no event`];
      const [a, b] = [ordered(file), ordered(said)];
      return (Object.keys(a) as (keyof FileFacts)[])
        .filter((field) => !isDeepStrictEqual(a[field], b[field]))
        .map((field) => `file ${id}: ${field}`);
    });
    return {
      checked: live.length,
      differences: [...differences, ...[...told.keys()].map((id) => `file ${id}: events, but no row`)],
    };
  },
};

const factsOf = ({ ownerUnitId, key, version, validFrom, text, decision }: TemplateRow) => ({
  ownerUnitId,
  key,
  version,
  validFrom,
  text,
  decision,
});

/** Every stated template is an event as it stands in the table, and the other way round. */
export const templateReplay: Replay = {
  name: 'documents.templates',
  verify: async (tx) => {
    const rows = await listTemplateRows(tx);
    const live = new Map(rows.map((row) => [`${row.ownerUnitId}/${row.key}@${row.version}`, factsOf(row)]));
    const differences: string[] = [];
    for await (const [, events] of streamsOf(tx, 'template:'))
      for (const { payload } of events) {
        const id = `${String(payload['ownerUnitId'])}/${String(payload['key'])}@${String(payload['version'])}`;
        if (!isDeepStrictEqual(live.get(id), payload))
          differences.push(`template ${id}: differs from its event`);
        live.delete(id);
      }
    return {
      checked: rows.length,
      differences: [...differences, ...[...live.keys()].map((id) => `template ${id}: no event`)],
    };
  },
};
