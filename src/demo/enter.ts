/** How the documents are entered: the record first, then its tasks through the import that everybody uses. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addDays, dayOf, instantOf } from '../kit/day.ts';
import {
  amendDirective,
  applyImport,
  enterDirective,
  relateDirective,
} from '../modules/directives/contract.ts';
import { cycle03NqCp, monthlyCycle } from '../modules/directives/rules/cycle.ts';
import { people } from './accounts.ts';
import type { DemoDocument } from './document.ts';
import { documents } from './documents.ts';
import type { Happening, Stage } from './stage.ts';

const cycles = { halfYear: cycle03NqCp, month: monthlyCycle };

async function enter(stage: Stage, d: DemoDocument): Promise<void> {
  const [above] = d.implements ?? [];
  const made = await stage.call(
    enterDirective,
    {
      number: d.number,
      kind: d.kind,
      titleVi: d.titleVi,
      titleEn: d.titleEn,
      issuedOn: d.issuedOn,
      issuerText: d.issuer,
      ...(d.issuerUnitId ? { issuerUnitId: d.issuerUnitId } : {}),
      ownerUnitId: d.owner ?? 'centre',
      classification: 'public',
      summaryVi: d.summary ?? '',
      ...(above ? { parentId: await stage.directive(above) } : {}),
      ...(d.cycle ? { settings: { cycle: cycles[d.cycle] } } : {}),
    },
    people.office,
  );
  stage.note(`directive ${d.number}`, made.id);
  for (const kind of ['amends', 'implements'] as const)
    for (const number of d[kind] ?? [])
      await stage.call(
        relateDirective,
        { id: made.id, toId: await stage.directive(number), kind },
        people.office,
      );
}

async function loadTasks(stage: Stage, d: DemoDocument, file: string): Promise<void> {
  const text = await readFile(join(import.meta.dirname, 'tasks', `${file}.csv`));
  const input = { content: text.toString('base64'), filename: `${file}.csv`, issuedOn: d.issuedOn };
  await stage.call(applyImport, { ...input, ownerUnitId: d.owner ?? 'centre' }, people.office);
  if (d.sections) {
    const id = await stage.directive(d.number);
    await stage.call(amendDirective, { id, sections: [...d.sections] }, people.office);
  }
}

/** When the tasks of a document are in; those of 624/TB-VPCP on the day of the notice, the day after the session. */
export const loadedAt = (d: DemoDocument): Date => {
  if (d.number === '624/TB-VPCP') return instantOf('2025-11-16', '06:30');
  const [day, clock] = d.enteredAt ?? [addDays(d.issuedOn, 1), '09:00'];
  return new Date(instantOf(day, clock).getTime() + 60_000);
};

export function documentHappenings(): Happening[] {
  return documents.flatMap((d, i): Happening[] => {
    const [day, clock] = d.enteredAt ?? [addDays(d.issuedOn, 1), '09:00'];
    const order = String(i).padStart(2, '0');
    const entered = {
      at: instantOf(day, clock),
      key: `document ${order}`,
      run: (stage: Stage) => enter(stage, d),
    };
    const tasks = (file: string, at: Date) => ({
      at,
      key: `tasks ${order}`,
      run: (stage: Stage) => loadTasks(stage, d, file),
      stories: { number: d.number, from: dayOf(at), ...(d.owner ? { owner: d.owner } : {}) },
    });
    return [
      entered,
      ...(d.file ? [tasks(d.file, loadedAt(d))] : []),
      ...(d.later ? [tasks(d.later.file, instantOf(d.later.day, '09:00'))] : []),
    ];
  });
}
