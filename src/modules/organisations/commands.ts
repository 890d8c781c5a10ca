import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { systemActor } from '../../kit/actor.ts';
import type { Command, CommandResult } from '../../kit/module.ts';
import { WrongUse } from '../../kit/module.ts';
import { applyImport, importFiles, startImport, stateFacts } from './contract/imports.ts';
import type { ImportReport } from './contract/imports.ts';
import { listUnits } from './contract/units.ts';
import { demoFacts } from './facts/demo.ts';

const usage = 'import organisations DIR [--preview] [--formerFrom DAY] [--legalBasis TEXT]';

function filesIn(folder: string): Partial<Record<(typeof importFiles)[number], string>> {
  const there = importFiles.filter((name) => existsSync(join(folder, `${name}.csv`)));
  if (there.length === 0) {
    throw new WrongUse(
      `${folder}: ${importFiles.map((name) => `${name}.csv`).join(', ')} – không có tệp nào / none of them is there\n${usage}`,
    );
  }
  return Object.fromEntries(
    there.map((name) => [name, readFileSync(join(folder, `${name}.csv`)).toString('base64')]),
  );
}

function linesOf(report: ImportReport, applied: boolean): string[] {
  const { created, changed, skipped, splitsWithoutRule, faults } = report.counts;
  const head = applied ? 'Đã nhập / imported' : 'Xem trước / preview';
  return [
    `${head}: +${created} ~${changed} =${skipped}; chia tách chưa có quy tắc / splits without a rule: ${splitsWithoutRule}; lỗi / faults: ${faults}`,
    ...report.faults.map(
      (fault) =>
        `${fault.file}.csv:${fault.line}${fault.column ? `:${fault.column}` : ''} ${fault.message.vi} / ${fault.message.en}`,
    ),
  ];
}

const importOrganisations: Command = {
  words: 'import organisations',
  usage,
  summary: {
    vi: 'Nhập danh mục đơn vị hành chính từ một thư mục; tất cả hoặc không gì cả',
    en: 'Import lists of administrative units from a folder; all or nothing',
  },
  run: async (app, [folder], options): Promise<CommandResult> => {
    if (folder === undefined) throw new WrongUse(usage);
    const { formerFrom, legalBasis } = options;
    const who = { actor: systemActor };
    const input = {
      files: filesIn(folder),
      ...(formerFrom && { formerFrom }),
      ...(legalBasis && { legalBasis }),
    };
    const preview = await app.call(startImport, input, who);
    const faulty = preview.report.counts.faults > 0;
    if (faulty || options['preview'] !== undefined) {
      return { value: preview, lines: linesOf(preview.report, false), exit: faulty ? 1 : 0 };
    }
    const made = await app.call(applyImport, { id: preview.id }, who);
    return { value: made, lines: linesOf(made.report, true) };
  },
};

/** For an installation that begins empty: the central level, all provinces and Huế, as the product states them itself. */
const stateOrganisations: Command = {
  words: 'state organisations',
  usage: 'state organisations',
  summary: {
    vi: 'Nạp danh mục cơ quan trung ương, 34 tỉnh, thành phố và Huế có sẵn, cùng các lần sáp nhập năm 2025',
    en: 'State the central agencies, the 34 provinces and Huế with the mergers of 2025',
  },
  run: async (app): Promise<CommandResult> => {
    const there = await app.call(listUnits, { limit: 1 }, { actor: systemActor });
    if (there.items.length > 0)
      return { value: { stated: false }, lines: ['Đã có danh mục đơn vị / units are there already'] };
    const made = await app.call(stateFacts, demoFacts, { actor: systemActor });
    const lines = [`Đơn vị / units: ${made.units}; kế thừa / successions: ${made.successions}`];
    return { value: { stated: true, ...made }, lines };
  },
};

export const commands: readonly Command[] = [importOrganisations, stateOrganisations];
