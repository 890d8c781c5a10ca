import type { Context } from '../../../../kit/context.ts';
import { ROOT } from '../../../organisations/index.ts';
import { listRecords } from '../../measures/index.ts';
import type { FactRecords, PaperContent, PaperFigure } from '../contract/paper.ts';
import { digestOf } from './book.ts';

/** More than a person will follow one by one; beyond it the digest alone is kept. */
const MOST_IDS = 2000;
const MOST_READ = 50_000;
const PAGE = 1000;

/** How the records of a frozen or composed figure over facts are asked for. */
export function factAskOf(content: PaperContent, figure: PaperFigure, today: string) {
  const scope = content.scopes.find((s) => s.key === figure.scope)!;
  const { from, to } = scope.input as { from: string; to: string };
  const unitId = scope.unitId ?? ROOT;
  return {
    code: figure.code,
    unitId,
    from,
    to,
    asOf: scope.day,
    today,
    tree: 'then',
    rules: 'then',
  } as const;
}

async function sideOf(
  ctx: Context,
  content: PaperContent,
  figure: PaperFigure,
  part: 'numerator' | 'denominator',
): Promise<FactRecords> {
  const ask = factAskOf(content, figure, ctx.today);
  const ids: string[] = [];
  let [n, withheld] = [0, 0];
  for (let cursor: string | undefined, more = true; more && n < MOST_READ;) {
    const page = await listRecords(ctx.tx, ctx.actor, { ...ask, part, cursor, limit: PAGE });
    n += page.lines.length;
    withheld += page.lines.filter((line) => line.withheld).length;
    ids.push(...page.lines.flatMap((line) => line.id ?? line.code ?? []));
    cursor = page.next;
    more = cursor !== undefined;
  }
  return { n, withheld, digest: digestOf(ids), ...(ids.length <= MOST_IDS ? { ids: ids.sort() } : {}) };
}

/** The figures with the records behind those over facts; figures over tasks have theirs in the scopes. */
export async function withFactRecords(ctx: Context, content: PaperContent): Promise<PaperContent> {
  const figures: PaperFigure[] = [];
  for (const figure of content.figures) {
    const rule = content.rules.find((r) => r.code === figure.code && r.version === figure.version);
    if (rule?.by !== 'facts' || figure.status !== 'ok') figures.push(figure);
    else {
      const [numerator, denominator] = [
        await sideOf(ctx, content, figure, 'numerator'),
        await sideOf(ctx, content, figure, 'denominator'),
      ];
      figures.push({ ...figure, records: { numerator, denominator } });
    }
  }
  return { ...content, figures };
}
