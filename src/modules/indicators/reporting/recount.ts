/** A frozen report counted again from itself: no database, no definitions but those it carries. */
import type { Text } from '../../../kit/i18n.ts';
import { shareText } from '../../../web/format.ts';
import type { FrozenPaper, PaperContent } from './contract/paper.ts';

/** Each piece of a report under a name by which a change can be told. */
export function piecesOf(content: PaperContent): Record<string, unknown> {
  const { parts, rules, scopes, figures, checks, ...head } = content;
  const {
    id: _id,
    frozenAt: _at,
    frozenBy: _by,
    statedReason: _why,
    digests: _digests,
    ...rest
  } = head as typeof head & Partial<FrozenPaper>;
  return {
    head: rest,
    rules,
    checks,
    ...Object.fromEntries(scopes.map((s) => [`scope ${s.key}`, s])),
    ...Object.fromEntries(figures.map((f) => [`figure ${f.key} ${f.code}`, f])),
    ...Object.fromEntries(parts.map((p, i) => [`part ${i + 1} ${p.heading}`.trim(), p])),
  };
}

export const digestsOf = (
  content: PaperContent,
  digest: (value: unknown) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(piecesOf(content)).map(([name, value]) => [name, digest(value)]));

/** The pieces that are not what was frozen, by name. */
export function changedPieces(content: FrozenPaper, digest: (value: unknown) => string): string[] {
  const now = digestsOf(content, digest);
  const names = new Set([...Object.keys(now), ...Object.keys(content.digests)]);
  return [...names].filter((name) => now[name] !== content.digests[name]);
}

function recounted(content: FrozenPaper, figure: FrozenPaper['figures'][number]): boolean {
  const rule = content.rules.find((r) => r.code === figure.code && r.version === figure.version);
  const scope = content.scopes.find((s) => s.key === figure.scope);
  if (!rule || !scope) return false;
  const shown = shareText(figure.numerator ?? 0, figure.denominator ?? 0, {
    digits: rule.rounding.decimals,
    rounding: rule.rounding.mode,
  });
  if (rule.by === 'facts')
    return rule.unit !== 'percent' || figure.status !== 'ok' || shown === figure.rounded;
  const count = (classes: readonly string[] = []): number =>
    classes.reduce((n, one) => n + (scope.records[one as keyof typeof scope.records]?.length ?? 0), 0);
  return (
    count(rule.numerator) === figure.numerator &&
    count(rule.denominator) === figure.denominator &&
    shown === figure.rounded
  );
}

/** What a report says of itself and does not hold: figures that its own records do not give, links to no figure. */
export function ownFaults(content: FrozenPaper): Text[] {
  const wrong = content.figures.filter((f) => !recounted(content, f)).map((f) => `${f.key} ${f.code}`);
  const known = new Set(content.figures.map((f) => f.key));
  const astray = content.parts.flatMap((part) =>
    part.kind === 'text'
      ? part.paragraphs
          .flat()
          .flatMap((one) =>
            typeof one === 'object' && 'figure' in one && !known.has(one.figure) ? [one.text] : [],
          )
      : [],
  );
  return [
    ...(wrong.length > 0
      ? [
          {
            vi: `Chỉ số không khớp danh sách bản ghi: ${wrong.join(', ')}.`,
            en: `Figures that do not fit the records listed: ${wrong.join(', ')}.`,
          },
        ]
      : []),
    ...(astray.length > 0
      ? [
          {
            vi: `Số trong lời văn không dẫn về chỉ số nào: ${astray.join(', ')}.`,
            en: `Numbers of the text that lead to no figure: ${astray.join(', ')}.`,
          },
        ]
      : []),
  ];
}
