import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { FileReply, ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Tx } from '../../../kit/db.ts';
import { fieldProblem, notAllowed, Problem } from '../../../kit/problems.ts';
import { loadSnapshot, pathOn } from '../../organisations/index.ts';
import {
  badTemplate,
  type checkTemplate,
  type getTemplate,
  type printTemplate,
  type stateTemplate,
} from '../contract/templates.ts';
import { renderPdf } from '../report/render.ts';
import type { SlipKey, SlipTemplate, TemplateFault } from '../rules/slip.ts';
import { findTemplate, insertTemplate, listTemplateRows } from '../store/templates.ts';
import { fillTemplate } from '../template/fill.ts';
import { parseTemplate } from '../template/parse.ts';
import { standardTexts } from '../template/standard.ts';
import { sampleFacts, tablesOf, wordsOf } from '../template/words.ts';

const CIRCULAR = 'Thông tư 03/2025/TT-VPCP, phụ lục I';

/** A template with where it comes from; `id` goes with every slip made from it. */
export interface TemplateInForce {
  id: string;
  key: SlipKey;
  ownerUnitId?: string;
  version: number;
  validFrom?: string;
  decision: string;
  text: string;
  template: SlipTemplate;
}

/** The template that a unit uses on a day: its own, else that of the nearest unit above, else the standard slip. */
export async function templateInForce(
  tx: Tx,
  key: SlipKey,
  unitId: string | undefined,
  day: string,
): Promise<TemplateInForce> {
  const owners = unitId
    ? pathOn(await loadSnapshot(tx), unitId, day)
        .map((unit) => unit.id)
        .toReversed()
    : [];
  const row = owners.length > 0 ? await findTemplate(tx, owners, key, day) : undefined;
  const found = row ?? { key, version: 0, decision: CIRCULAR, text: standardTexts[key] };
  const { template } = parseTemplate(key, found.text);
  return { ...found, id: `${row?.ownerUnitId ?? 'standard'}/${key}@${found.version}`, template };
}

export async function getTemplateAction(
  ctx: Context,
  input: ParsedOf<typeof getTemplate>,
): Promise<ReplyOf<typeof getTemplate>> {
  const { key, version, decision, text, ownerUnitId, validFrom } = await templateInForce(
    ctx.tx,
    input.key,
    input.unitId,
    input.day ?? ctx.today,
  );
  const rows = (await listTemplateRows(ctx.tx)).filter((row) => row.key === key);
  return {
    key,
    version,
    decision,
    text,
    ...(ownerUnitId ? { ownerUnitId } : {}),
    ...(validFrom ? { validFrom } : {}),
    words: wordsOf(key),
    tables: Object.fromEntries(
      Object.entries(tablesOf(key)).map(([name, table]) => [name, Object.keys(table[0] ?? {})]),
    ),
    versions: rows.map((row) => ({
      ownerUnitId: row.ownerUnitId,
      version: row.version,
      validFrom: row.validFrom,
      decision: row.decision,
    })),
  };
}

export async function checkTemplateAction(
  _ctx: Context,
  { key, text }: ParsedOf<typeof checkTemplate>,
): Promise<{ faults: TemplateFault[] }> {
  return { faults: parseTemplate(key, text).faults };
}

export async function stateTemplateAction(
  ctx: Context,
  input: ParsedOf<typeof stateTemplate>,
): Promise<{ version: number }> {
  const { key, ownerUnitId, text, validFrom, decision } = input;
  if (!may(ctx.actor, 'procedure.edit', ownerUnitId)) throw new Problem(notAllowed);
  if (!(await loadSnapshot(ctx.tx)).units.has(ownerUnitId))
    throw fieldProblem('ownerUnitId', 'Không có cơ quan này.', 'There is no such unit.');
  if (validFrom < ctx.today)
    throw fieldProblem(
      'validFrom',
      'Ngày áp dụng phải từ hôm nay: phiếu đã in giữ nguyên mẫu cũ.',
      'The first day must not lie in the past: slips already printed keep their template.',
    );
  const { faults } = parseTemplate(key, text);
  if (faults.length > 0)
    throw new Problem(badTemplate, {
      fields: faults.map((f) => ({
        path: 'text',
        message: { vi: `Dòng ${f.line}: ${f.vi}`, en: `Line ${f.line}: ${f.en}` },
      })),
    });
  const stated = { ownerUnitId, key, validFrom, text, decision };
  const version = await insertTemplate(ctx.tx, { ...stated, recordedAt: ctx.now });
  ctx.emit({
    unitId: ownerUnitId,
    stream: `template:${ownerUnitId}/${key}`,
    kind: 'template.stated',
    payload: { ...stated, version },
  });
  return { version };
}

export async function printTemplateAction(
  ctx: Context,
  { key, unitId, day = ctx.today }: ParsedOf<typeof printTemplate>,
): Promise<FileReply> {
  const { template } = await templateInForce(ctx.tx, key, unitId, day);
  const model = fillTemplate(template, { ...sampleFacts(key, ctx.now), watermark: 'BẢN MẪU' });
  const body = Buffer.from(await renderPdf(model));
  return { body, type: 'application/pdf', name: `${key}.pdf`, inline: true };
}
