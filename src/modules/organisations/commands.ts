import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { systemActor } from '../../kit/actor.ts';
import type { Command, CommandResult } from '../../kit/module.ts';
import { WrongUse } from '../../kit/module.ts';
import { applyImport, importFiles, startImport } from './contract/imports.ts';
import type { ImportReport } from './contract/imports.ts';

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

export const commands: readonly Command[] = [importOrganisations];
