import type { Context } from '../../../kit/context.ts';
import {
  type FileReply,
  packCursor,
  type ParsedOf,
  type ReplyOf,
  unpackCursor,
} from '../../../kit/contract.ts';
import { missing } from '../../../kit/problems.ts';
import { renderDocx, renderPdf, renderXlsx } from '../../documents/index.ts';
import { loadSnapshot, type Snapshot } from '../../organisations/index.ts';
import {
  type draftFile,
  type FrozenContent,
  type getReport,
  type listReports,
  type reportFile,
  type reportProof,
} from '../contract/reports.ts';
import { byClassOf, figuresOf } from '../counting.ts';
import { documentOf, sheetsOf } from '../document.ts';
import { type AnyFrozen, hashOf, type Proof, readContent, signedText } from '../proof.ts';
import { paperBesideOf } from '../reporting/actions/beside.ts';
import { fileReply, frozenFile } from '../reporting/actions/files.ts';
import { recordClasses, type RecordClass } from '../rules/classes.ts';
import { countClasses } from '../store/counts.ts';
import { listDefinitions } from '../store/definitions.ts';
import { listClasses } from '../store/reportRows.ts';
import { findFrozen, type FrozenRow, type FrozenSummary, listFrozen } from '../store/reports.ts';
import { compose } from './compose.ts';
import { resolveScope, type ScopeInput, unitName } from './scope.ts';

const brief = (snapshot: Snapshot, r: FrozenSummary) => ({
  id: r.id,
  title: r.title,
  kind: r.kind,
  unit: { id: r.unitId, name: unitName(snapshot, r.unitId, r.asOf.toISOString().slice(0, 10)) },
  asOf: r.asOf.toISOString(),
  classification: r.classification,
  frozenAt: r.frozenAt.toISOString(),
  frozenBy: r.frozenByName,
  hash: r.hash,
});

export async function listReportsAction(
  ctx: Context,
  { cursor, limit }: ParsedOf<typeof listReports>,
): Promise<ReplyOf<typeof listReports>> {
  const snapshot = await loadSnapshot(ctx.tx);
  const rows = await listFrozen(ctx.tx, ctx.actor, { after: unpackCursor(cursor), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((r) => brief(snapshot, r)),
    ...(rows.length > limit && last ? { next: packCursor([last.frozenAt.toISOString(), last.id]) } : {}),
  };
}

type Live = NonNullable<ReplyOf<typeof getReport>['live']>;

/** What the scope of a frozen report shows today, under the rights of the reader, beside what was frozen. */
async function liveBeside(ctx: Context, content: FrozenContent): Promise<Live> {
  const { asOf: _then, ...input } = content.scope.input as unknown as ScopeInput;
  const scope = await resolveScope(ctx, input);
  const byClass = byClassOf(await countClasses(ctx.tx, ctx.actor, scope));
  const now = figuresOf(await listDefinitions(ctx.tx, ctx.today), byClass);
  const then = new Map(
    recordClasses.flatMap((one) => (content.records[one] ?? []).map((id) => [id, one] as const)),
  );
  const today = new Map((await listClasses(ctx.tx, ctx.actor, scope)).map((r) => [r.id, r.class] as const));
  const moves = new Map<string, { from?: RecordClass; to?: RecordClass; n: number }>();
  let same = 0;
  for (const id of new Set([...then.keys(), ...today.keys()])) {
    const [from, to] = [then.get(id), today.get(id)];
    if (from === to) same += 1;
    else {
      const move = moves.get(`${from} ${to}`) ?? { ...(from ? { from } : {}), ...(to ? { to } : {}), n: 0 };
      moves.set(`${from} ${to}`, { ...move, n: move.n + 1 });
    }
  }
  const list = [...moves.values()].toSorted((a, b) => b.n - a.n);
  return {
    asOf: ctx.today,
    byClass,
    moves: list,
    same,
    changed: list.reduce((sum, m) => sum + m.n, 0),
    figures: content.figures.map((frozen) => ({
      frozen,
      ...(now.some((f) => f.code === frozen.code) ? { now: now.find((f) => f.code === frozen.code)! } : {}),
    })),
  };
}

function contentOf(row: FrozenRow): AnyFrozen {
  const content = readContent(row.content);
  if (!content) throw new Error(`the content of report ${row.id} cannot be read`);
  return content;
}

export async function getReportAction(
  ctx: Context,
  { id }: ParsedOf<typeof getReport>,
): Promise<ReplyOf<typeof getReport>> {
  const row = (await findFrozen(ctx.tx, ctx.actor, id)) ?? missing();
  const content = contentOf(row);
  const signed = row.keyId !== ctx.app.keys.id || ctx.app.keys.verify(signedText(row.hash), row.signature);
  return {
    ...brief(await loadSnapshot(ctx.tx), row),
    ...(content.format === 'lienthong-report/2'
      ? { paper: content, beside: await paperBesideOf(ctx, content) }
      : { content, live: await liveBeside(ctx, content) }),
    keyId: row.keyId,
    intact: hashOf(row.content) === row.hash && signed,
  };
}

export async function reportFileAction(
  ctx: Context,
  { id, format }: ParsedOf<typeof reportFile>,
): Promise<FileReply> {
  const row = (await findFrozen(ctx.tx, ctx.actor, id)) ?? missing();
  return frozenFile(ctx, contentOf(row), proofOf(row, ctx.app.keys.publicPem), format);
}

/** A row as its verification file. */
export const proofOf = (row: FrozenRow, publicKey: string): Proof => ({
  format: 'lienthong-proof/1',
  content: row.content,
  hash: row.hash,
  signature: row.signature.toString('base64'),
  keyId: row.keyId,
  publicKey,
});

export async function reportProofAction(
  ctx: Context,
  { id }: ParsedOf<typeof reportProof>,
): Promise<FileReply> {
  const row = (await findFrozen(ctx.tx, ctx.actor, id)) ?? missing();
  return {
    body: `${JSON.stringify(proofOf(row, ctx.app.keys.publicPem), null, 2)}\n`,
    type: 'application/json; charset=utf-8',
    name: `${row.id}.proof.json`,
  };
}

export async function draftFileAction(
  ctx: Context,
  { format, ...draft }: ParsedOf<typeof draftFile>,
): Promise<FileReply> {
  const content = await compose(ctx, {
    ...draft,
    leadership: [],
    limits: [],
    next: [],
    proposals: [],
    cites: [],
    classification: 'public',
  });
  const model = documentOf(content, { watermark: draft.kind === 'session' });
  const made = { pdf: renderPdf, docx: renderDocx, xlsx: () => renderXlsx(sheetsOf(content)) };
  return fileReply(await made[format](model), format, `${content.title} ${content.asOf.slice(0, 10)}`);
}
