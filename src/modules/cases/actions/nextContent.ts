import type { Context } from '../../../kit/context.ts';
import { changedFields, type CaseContent } from '../rules/content.ts';
import type { CaseRow } from '../store/caseFile.ts';
import { insertContent } from '../store/content.ts';
import { hashOf } from './apply.ts';

/** A new version of the values: what changed is named in the event, the values themselves lie beside it. */
export function nextContent(
  ctx: Context,
  row: CaseRow,
  before: CaseContent,
  change: {
    values: Record<string, unknown>;
    components?: CaseContent['components'];
    promised?: readonly string[];
    source: 'applicant' | 'official';
  },
): { content: { version: number; hash: string }; fields: string[] } {
  const values = { ...before.values, ...change.values };
  const fields = changedFields(before.values, values);
  const at = ctx.now.toISOString();
  const provenance = { ...before.provenance };
  for (const field of fields)
    provenance[field] = { source: change.source, at, ...(ctx.actor.personId && { by: ctx.actor.personId }) };
  const components = [...before.components, ...(change.components ?? [])];
  const came = new Set(change.components?.map((c) => c.component));
  const promised = change.promised ?? before.promised?.filter((key) => !came.has(key));
  const content = {
    ...before,
    values,
    provenance,
    components,
    promised: promised?.length ? promised : undefined,
  };
  const made = { version: row.state.content.version + 1, hash: hashOf(content) };
  insertContent(ctx.tx, row, { ...made, content }, ctx.now);
  return { content: made, fields };
}
