import { readFile } from 'node:fs/promises';

import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { dayOf } from '../../kit/day.ts';
import { type Command, type CommandResult, WrongUse } from '../../kit/module.ts';
import { proofOf } from './actions/reports.ts';
import { type AnyFrozen, checkProof, type Proof } from './proof.ts';
import { checkReportFile, type FileCheck } from './reporting/verify.ts';
import { listAllDefinitions } from './store/definitions.ts';
import { findFrozen } from './store/reports.ts';

const usage = 'npx lienthong verify report FILE | ID [--key FILE.pem]';
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const recordsOf = (content: AnyFrozen): number =>
  content.format === 'lienthong-report/1'
    ? Object.values(content.records).reduce((n, ids) => n + (ids?.length ?? 0), 0)
    : content.scopes.reduce(
        (n, s) => n + Object.values(s.records).reduce((own, ids) => own + (ids?.length ?? 0), 0),
        0,
      );

const saidOf = (content: AnyFrozen) => {
  const { id, title, asOf, frozenAt, frozenBy, figures } = content;
  const records = recordsOf(content);
  return { id, title, asOf, frozenAt, frozenBy: frozenBy.name, figures: figures.length, records };
};

/** What was found, in words and as data. */
function resultOf({ faults, notes, content, proof }: FileCheck, known?: string): CommandResult {
  const ok = faults.length === 0;
  return {
    value: {
      ok,
      faults,
      notes,
      ...(proof ? { hash: proof.hash, keyId: proof.keyId } : {}),
      ...(known ? { known } : {}),
      ...(content ? saidOf(content) : {}),
    },
    lines: [
      ...(content
        ? [
            `${content.title}: ${content.unit.name}, ${dayOf(content.asOf)}; ${content.frozenBy.name}, ${content.frozenAt}`,
            `Chỉ số / figures: ${content.figures.length}; bản ghi / records: ${recordsOf(content)}`,
          ]
        : []),
      ...(proof ? [`SHA-256 ${proof.hash}`] : []),
      ...(known ? [known] : []),
      ...notes.map((n) => `${n.vi} / ${n.en}`),
      ...faults.map((f) => `${f.vi} / ${f.en}`),
      ok ? 'Nguyên vẹn / intact' : 'KHÔNG nguyên vẹn / NOT intact',
    ],
    exit: ok ? 0 : 1,
  };
}

const bytesOf = (file: string): Promise<Buffer> =>
  readFile(file).catch(() => {
    throw new WrongUse(`Không đọc được tệp ${file} / the file cannot be read\n${usage}`);
  });

/** A report in a file is checked by the file alone: no server, no database, in any folder. */
async function verifyFile(
  args: string[],
  options: Record<string, string>,
): Promise<CommandResult | undefined> {
  const source = args[0];
  if (source === undefined) throw new WrongUse(usage);
  if (isId(source)) return undefined;
  const trusted = options['key'] === undefined ? undefined : (await bytesOf(options['key'])).toString('utf8');
  return resultOf(checkReportFile(await bytesOf(source), { trusted }));
}

/** A report of this installation, by its id. */
async function verifyStored(app: App, args: string[]): Promise<CommandResult> {
  const id = args[0]!;
  const row = await app.db.read((tx) => findFrozen(tx, systemActor, id));
  if (!row) throw new WrongUse(`Không có báo cáo ${id} / there is no report ${id}`);
  const proof: Proof = proofOf(row, app.keys.publicPem);
  const definitions = await app.db.read((tx) => listAllDefinitions(tx));
  return resultOf(
    { ...checkProof(proof, definitions), proof },
    'Bản lưu của hệ thống này / stored by this installation',
  );
}

export const commands: readonly Command[] = [
  {
    words: 'verify report',
    usage: 'verify report FILE | ID [--key FILE.pem]',
    summary: {
      vi: 'Kiểm tra một báo cáo đã ký (JSON, PDF, DOCX, XLSX): mã băm, chữ ký, số liệu; không cần máy chủ',
      en: 'Check a signed report (JSON, PDF, DOCX, XLSX): hash, signature, figures; needs no server',
    },
    apart: verifyFile,
    run: verifyStored,
  },
];
