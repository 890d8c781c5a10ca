import type { ReplyOf } from '../../../../kit/contract.ts';
import type { Lang, Text } from '../../../../kit/i18n.ts';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { formatDay, formatNumber, nothing } from '../../../../web/format.ts';
import { useLang } from '../../../../web/language.tsx';
import type { getDefinition, measureValue } from '../contract.ts';
import type { DefinitionBody } from '../contract/body.ts';
import { messages } from '../messages.ts';

export type Side = ReplyOf<typeof getDefinition>['versions'][number]['numerator'];
export type Value = Pick<
  ReturnType<typeof measureValue.parse>,
  'numerator' | 'denominator' | 'rounded' | 'status'
>;

/** `98,5 %`, `3,2 ngày`; a dash where there is no value. */
export function valueText(
  rounded: string | null,
  unit: DefinitionBody['unit'],
  lang: Lang,
  decimals: number,
): string {
  if (rounded === null) return nothing;
  const text = formatNumber(rounded, lang, decimals);
  if (unit === 'number') return text;
  if (unit === 'percent') return lang === 'vi' ? `${text} %` : `${text}%`;
  return `${text} ${messages[lang].units[unit]}`;
}

/** A procedure by its name, with its code. */
export function ProcedureName({ procedure }: { procedure: { code: string; name: Text } | undefined }) {
  const lang = useLang();
  if (!procedure) return null;
  return (
    <>
      {procedure.name[lang]} <small>{procedure.code}</small>
    </>
  );
}

/** What is to be said of a figure without a denominator: whether nothing is counted at all, or its numerator alone is. */
export function emptyWords(lang: Lang, { numerator, denominator }: Value): string | undefined {
  const t = messages[lang].empty;
  if (denominator !== 0 || numerator === null) return undefined;
  return numerator === 0 ? t.both : t.numerator(formatNumber(numerator, lang));
}

/** A value with both its counts, in one line. */
export function ValueLine({
  value,
  body,
}: {
  value: Value;
  body: Pick<DefinitionBody, 'unit' | 'rounding'>;
}) {
  const lang = useLang();
  const t = messages[lang];
  if (value.numerator === null || value.denominator === null)
    return <span class="soft">{t.status[value.status]}</span>;
  return (
    <span class="share">
      <strong>{valueText(value.rounded, body.unit, lang, body.rounding.decimals)}</strong>{' '}
      <small>
        ({formatNumber(value.numerator, lang)} / {formatNumber(value.denominator, lang)})
      </small>
    </span>
  );
}

/** One side of a rule: in words, as it is written, over which facts and which period. */
export function SideList({ side }: { side: Side }) {
  const lang = useLang();
  const t = messages[lang].one;
  return (
    <KeyValueList
      items={[
        !side.sourceMissing && { key: t.inWords, value: side.words[lang] },
        { key: t.expression, value: <code class="expression">{side.where}</code> },
        side.sum && {
          key: t.sum,
          value: (
            <>
              {side.sum.words[lang]} <code class="expression">{side.sum.text}</code>
            </>
          ),
        },
        {
          key: t.fact,
          value: (
            <>
              {side.factName[lang]}
              {side.sourceMissing && (
                <>
                  {' '}
                  <Chip tone="warn">{messages[lang].marks.sourceMissing}</Chip>
                </>
              )}
            </>
          ),
        },
        { key: t.counted, value: t.ofs[side.of] },
        { key: t.period, value: side.period ? side.period.words[lang] : t.state },
      ]}
    />
  );
}

export const validity = (lang: Lang, from: string, to: string | undefined): string => {
  const t = messages[lang].catalogue;
  return to ? `${t.from(formatDay(from))} ${t.until(formatDay(to))}` : t.from(formatDay(from));
};

const signs = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' };

/** What a definition says besides its rule. */
export function Properties({ body, ownerName }: { body: DefinitionBody; ownerName: string }) {
  const lang = useLang();
  const t = messages[lang].one;
  const { mode, decimals } = body.rounding;
  const { rule, value } = body.zeroDenominator;
  const target =
    body.target === undefined
      ? undefined
      : `${signs[body.comparator ?? (body.direction === 'lower' ? '<=' : '>=')]} ${valueText(String(body.target), body.unit, lang, 0)}`;
  return (
    <KeyValueList
      items={[
        { key: t.source, value: body.source[lang] },
        { key: t.owner, value: ownerName },
        { key: t.unit, value: messages[lang].units[body.unit] },
        { key: t.direction, value: t.directions[body.direction] },
        target && { key: t.target, value: target },
        { key: t.rounding, value: t[mode](decimals) },
        {
          key: t.zero,
          value: value === undefined ? t.zeros[rule] : `${t.zeros[rule]} ${formatNumber(value, lang)}`,
        },
        { key: t.scopes, value: body.scopes.map((one) => t.scopeWords[one]).join(', ') },
        { key: t.status, value: messages[lang].marks[body.status] },
        body.explanation[lang] && { key: t.explanation, value: body.explanation[lang] },
      ].filter((item) => item !== undefined && item !== '')}
    />
  );
}
