import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { systemActor } from '../../kit/actor.ts';
import { WrongUse } from '../../kit/module.ts';
import { importFiles } from '../../modules/organisations/contract/imports.ts';
import { stateFacts } from '../../modules/organisations/contract/imports.ts';
import {
  childrenOn,
  formerCountry,
  loadSnapshot,
  type Snapshot,
  unitsOn,
} from '../../modules/organisations/index.ts';
import { beganAt, FIRST_DAY, LAST_DAY, legalBasis } from './days.ts';
import type { Exam } from './run.ts';

export type Files = Partial<Record<(typeof importFiles)[number], Uint8Array>>;

/** The lists of units in a folder. @throws WrongUse naming the list that is not there */
export function readLists(folder: string): Files {
  const files: Files = {};
  for (const name of importFiles) {
    const path = join(folder, `${name}.csv`);
    if (existsSync(path)) files[name] = readFileSync(path);
    else if (name !== 'changes') throw new WrongUse(`${path}: không có tệp / there is no such file`);
  }
  return files;
}

/** The former country: its units by level. */
export interface Former {
  provinces: string[];
  districts: string[];
  /** Districts of islands, which had no communes below them and did what communes do. */
  islands: string[];
  communes: string[];
}

function byLevel(snapshot: Snapshot): Former {
  const units = unitsOn(snapshot, LAST_DAY);
  const ids = (level: string) => units.filter((unit) => unit.level === level).map((unit) => unit.id);
  const districts = ids('district');
  const isIsland = (id: string) => childrenOn(snapshot, id, LAST_DAY).length === 0;
  return {
    provinces: ids('province'),
    districts,
    islands: districts.filter(isIsland),
    communes: ids('commune'),
  };
}

export const readSnapshot = (exam: Exam): Promise<Snapshot> => exam.app.db.read(loadSnapshot);

/** States the country as it stood until the day of the reform, as an office in use before had stated it. */
export async function stateFormerCountry(exam: Exam, files: Files): Promise<Former> {
  const { facts, faults } = formerCountry(files, { formerFrom: FIRST_DAY, legalBasis });
  const [fault] = faults;
  if (fault) throw new WrongUse(`${fault.file}.csv:${fault.line} ${fault.message.vi} / ${fault.message.en}`);
  await exam.app.call(stateFacts, facts, { actor: systemActor, now: beganAt });
  return byLevel(await readSnapshot(exam));
}
