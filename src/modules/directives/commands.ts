import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { systemActor } from '../../kit/actor.ts';
import type { FileReply } from '../../kit/contract.ts';
import { type Command, WrongUse } from '../../kit/module.ts';
import { applyImport, exportTasks, previewImport } from './contract.ts';

const SHOWN = 40;

/** Reads what `import directives` was given; a missing file is wrong use. */
async function fileOf(args: readonly string[], options: Record<string, string>) {
  const [file] = args;
  if (!file)
    throw new WrongUse(
      'npx lienthong import directives FILE [--unit UNIT] [--document "03/NQ-CP, Phụ lục II"] [--issued YYYY-MM-DD] [--dry-run]',
    );
  const bytes = await readFile(file).catch(() => {
    throw new WrongUse(`Không đọc được tệp / the file cannot be read: ${file}`);
  });
  return {
    content: bytes.toString('base64'),
    filename: basename(file),
    ...(options['unit'] ? { ownerUnitId: options['unit'] } : {}),
    ...(options['document'] ? { sourceDocument: options['document'] } : {}),
    ...(options['issued'] ? { issuedOn: options['issued'] } : {}),
  };
}

const importDirectives: Command = {
  words: 'import directives',
  usage: 'import directives FILE [--unit U] [--document D] [--dry-run]',
  summary: {
    vi: 'Nhập tệp nhiệm vụ (CSV, XLSX): tất cả hoặc không gì; nhập lại không tạo bản trùng',
    en: 'Import a file of tasks (CSV, XLSX): all or nothing; importing again makes no duplicates',
  },
  run: async (app, args, options) => {
    const input = await fileOf(args, options);
    const preview = await app.call(previewImport, input, { actor: systemActor });
    const apply = preview.ready && options['dry-run'] !== 'true';
    const plan = apply ? await app.call(applyImport, input, { actor: systemActor }) : preview;
    const { create, change, skip, assignments, errors, warnings } = plan.counts;
    return {
      value: { applied: apply, ...plan },
      lines: [
        ...plan.faults
          .slice(0, SHOWN)
          .map(
            (f) =>
              `${f.severity === 'error' ? 'LỖI' : 'lưu ý'} dòng ${f.line}${f.column ? `, cột ${f.column}` : ''}: ${f.vi} / ${f.en}`,
          ),
        ...(plan.faults.length > SHOWN ? [`… và ${plan.faults.length - SHOWN} dòng nữa / more`] : []),
        `Tạo mới / create: ${create}; thay đổi / change: ${change}; bỏ qua / skip: ${skip}; giao việc / assignments: ${assignments}; lỗi / errors: ${errors}; lưu ý / warnings: ${warnings}`,
        apply
          ? 'Đã nhập / imported'
          : plan.ready
            ? 'Chỉ xem trước / preview only'
            : 'Chưa nhập gì / nothing was imported',
      ],
      exit: plan.ready ? 0 : 1,
    };
  },
};

const exportDirectives: Command = {
  words: 'export directives',
  usage: 'export directives FILE [--format csv|xlsx]',
  summary: { vi: 'Xuất mọi nhiệm vụ theo mẫu nhập', en: 'Export all tasks in the layout of the import' },
  run: async (app, args, options) => {
    const [file] = args;
    if (!file) throw new WrongUse('npx lienthong export directives FILE [--format csv|xlsx]');
    const format = options['format'] === 'xlsx' || file.endsWith('.xlsx') ? 'xlsx' : 'csv';
    const made = (await app.call(exportTasks, { format }, { actor: systemActor })) as FileReply;
    await writeFile(file, made.body as string | Uint8Array);
    return { value: { file, format }, lines: [file] };
  },
};

export const directiveCommands: readonly Command[] = [importDirectives, exportDirectives];
