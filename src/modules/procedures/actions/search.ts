import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { searchProcedures } from '../contract.ts';
import { searchFields, searchNames } from '../store/names.ts';

type Reply = ReplyOf<typeof searchProcedures>;

const alike = (text: string) => ({ nameVi: text, nameEn: text });

async function procedures(ctx: Context, q: string, limit: number): Promise<Reply['items']> {
  const rows = await searchNames(ctx.tx, q, limit);
  return rows.map(({ code, nameVi, nameEn, fieldVi, exact }) => ({
    id: code,
    nameVi,
    nameEn: nameEn || nameVi,
    exact,
    above: [alike(code), alike(fieldVi)],
  }));
}

async function fields(ctx: Context, q: string, limit: number): Promise<Reply['items']> {
  const rows = await searchFields(ctx.tx, q, limit);
  return rows.map(({ field, exact }) => ({ id: field, ...alike(field), exact, above: [] }));
}

export async function searchProceduresAction(
  ctx: Context,
  { q, what, limit }: ParsedOf<typeof searchProcedures>,
): Promise<Reply> {
  const found = await (what === 'field' ? fields : procedures)(ctx, q, limit + 1);
  return { items: found.slice(0, limit), ...(found.length > limit && { next: 'more' }) };
}
