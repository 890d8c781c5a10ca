import { readFile } from 'node:fs/promises';

import { systemActor } from '../../kit/actor.ts';
import type { App } from '../../kit/app.ts';
import { dayOf } from '../../kit/day.ts';
import { type Command, type CommandResult, WrongUse } from '../../kit/module.ts';
import { proofOf } from './actions/reports.ts';
import type { FrozenContent } from './contract/reports.ts';
import { checkProof, type Proof } from './proof.ts';
import { listAllDefinitions } from './store/definitions.ts';
import { findFrozen, type FrozenRow } from './store/reports.ts';

const usage = 'npx lienthong verify report FILE | ID';
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

async function proofFrom(app: App, source: string): Promise<Proof> {
  if (isId(source)) {
    const row = await app.db.read((tx) => findFrozen(tx, systemActor, source));
    if (!row) throw new WrongUse(`Không có báo cáo ${source} / there is no report ${source}`);
    return proofOf(row, app.keys.publicPem);
  }
  const text = await readFile(source, 'utf8').catch(() => {
    throw new WrongUse(`Không đọc được tệp ${source} / the file cannot be read\n${usage}`);
  });
  try {
    return JSON.parse(text) as Proof;
  } catch {
    throw new WrongUse(`Tệp ${source} không phải tệp kiểm chứng / not a verification file\n${usage}`);
  }
}

/** What this installation itself knows of the report. */
function stored(app: App, proof: Proof, row: FrozenRow | undefined): string {
  if (proof.keyId !== app.keys.id) return 'Khóa của hệ thống khác / key of another installation';
  if (!row)
    return 'Khóa của hệ thống này, nhưng không có báo cáo / key of this installation, but no such report';
  return row.hash === proof.hash
    ? 'Khóa của hệ thống này, khớp bản lưu / key of this installation, equal to the stored one'
    : 'KHÁC bản lưu trong hệ thống / DIFFERS from the stored one';
}

const saidOf = ({ id, title, asOf, frozenAt, frozenBy, figures, records }: FrozenContent) => ({
  id,
  title,
  asOf,
  frozenAt,
  frozenBy: frozenBy.name,
  figures: figures.length,
  records: Object.values(records).reduce((n, ids) => n + (ids?.length ?? 0), 0),
});

async function verifyReport(app: App, args: string[]): Promise<CommandResult> {
  const source = args[0];
  if (source === undefined) throw new WrongUse(usage);
  const proof = await proofFrom(app, source);
  const definitions = await app.db.read((tx) => listAllDefinitions(tx));
  const { faults, content } = checkProof(proof, definitions);
  const row = content && (await app.db.read((tx) => findFrozen(tx, systemActor, content.id)));
  const known = stored(app, proof, row);
  const differs = row !== undefined && proof.keyId === app.keys.id && row.hash !== proof.hash;
  const ok = faults.length === 0 && !differs;
  return {
    value: {
      ok,
      faults,
      hash: proof.hash,
      keyId: proof.keyId,
      known,
      ...(content ? saidOf(content) : {}),
    },
    lines: [
      ...(content
        ? [
            `${content.title}: ${content.unit.name}, ${dayOf(content.asOf)}; ${content.frozenBy.name}, ${content.frozenAt}`,
          ]
        : []),
      `SHA-256 ${proof.hash}`,
      known,
      ...faults.map((f) => `${f.vi} / ${f.en}`),
      ok ? 'Nguyên vẹn / intact' : 'KHÔNG nguyên vẹn / NOT intact',
    ],
    exit: ok ? 0 : 1,
  };
}

export const commands: readonly Command[] = [
  {
    words: 'verify report',
    usage: 'verify report FILE | ID',
    summary: {
      vi: 'Kiểm tra một báo cáo đã ký: mã băm, chữ ký, số liệu so với bản ghi',
      en: 'Check a signed report: hash, signature, figures against its records',
    },
    run: verifyReport,
  },
];
