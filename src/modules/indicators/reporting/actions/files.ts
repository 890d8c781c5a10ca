import type { Context } from '../../../../kit/context.ts';
import type { FileReply, ParsedOf } from '../../../../kit/contract.ts';
import { missing } from '../../../../kit/problems.ts';
import {
  type Carried,
  carryInOffice,
  renderDocx,
  renderPdf,
  renderXlsx,
  sealPdf,
} from '../../../documents/index.ts';
import { documentOf, sheetsOf } from '../../document.ts';
import { type AnyFrozen, type Proof, PROOF_NAME } from '../../proof.ts';
import type { paperDraftFile } from '../contract/drafts.ts';
import type { PaperContent } from '../contract/paper.ts';
import { paperDocument, paperSheets } from '../document.ts';
import { findDraft } from '../store/drafts.ts';
import { composePaper } from './compose.ts';
import { planOf } from './drafts.ts';

export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileFormat = keyof typeof fileTypes;

export const fileReply = (body: Uint8Array, format: FileFormat, name: string): FileReply => ({
  body: Buffer.from(body),
  type: fileTypes[format],
  name: `${name}.${format}`,
  inline: format === 'pdf',
});

const carriedOf = (proof: Proof): Carried => ({
  name: PROOF_NAME,
  type: 'application/json',
  description: 'lienthong verify report',
  text: `${JSON.stringify(proof)}\n`,
});

/** A frozen report as a file that carries its proof and is sealed as a whole: it can be checked without the server. */
export async function frozenFile(
  ctx: Context,
  content: AnyFrozen,
  proof: Proof,
  format: FileFormat,
): Promise<FileReply> {
  const { url } = ctx.app.config;
  const carried = carriedOf(proof);
  const sign = (text: string): string => ctx.app.keys.sign(text).toString('hex');
  const more = { url, hash: proof.hash, verifyUrl: `${url}/reports/${content.id}`, carried };
  const isPaper = content.format === 'lienthong-report/2';
  const model = isPaper ? paperDocument(content, more) : { ...documentOf(content, more), carried };
  const sheets = () => (isPaper ? paperSheets(content, url, proof.hash) : sheetsOf(content, proof.hash));
  const made = {
    pdf: async () => sealPdf(await renderPdf(model), sign),
    docx: async () => carryInOffice(await renderDocx(model), carried, sign),
    xlsx: async () => carryInOffice(await renderXlsx(sheets()), carried, sign),
  };
  return fileReply(await made[format](), format, `${content.title} ${content.asOf.slice(0, 10)}`);
}

async function draftBytes(content: PaperContent, format: FileFormat, url: string): Promise<Uint8Array> {
  if (format === 'xlsx') return renderXlsx(paperSheets(content, url));
  const model = paperDocument(content, { url, watermark: true });
  return format === 'pdf' ? renderPdf(model) : renderDocx(model);
}

export async function paperDraftFileAction(
  ctx: Context,
  { id, format }: ParsedOf<typeof paperDraftFile>,
): Promise<FileReply> {
  const draft = (await findDraft(ctx.tx, ctx.actor, id)) ?? missing();
  const { content } = await composePaper(ctx, planOf(draft));
  const name = `${content.title} ${content.day}`;
  return fileReply(await draftBytes(content, format, ctx.app.config.url), format, name);
}
