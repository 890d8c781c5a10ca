import type { Text } from '../../../../kit/i18n.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { unitPick } from '../../../organisations/index.ts';
import { procedurePicks } from '../../../procedures/index.ts';
import { messages } from '../messages.ts';
import { monthsOf, periodWords } from '../rules/period.ts';

const names = ['period', 'asOf', 'tree', 'rules', 'procedure'] as const;

/** For `pickedPage`: what the filters of a score offer besides units. */
export const framePicks = { procedure: { other: procedurePicks } };
export type FrameQuery = Partial<Record<(typeof names)[number], string>>;

/** What the address says about period, day, tree and rules. */
export const frameQuery = (p: PageContext): FrameQuery =>
  Object.fromEntries(names.flatMap((name) => (p.query[name] ? [[name, p.query[name]]] : [])));

/** The unit of the address, else the one for which the reader works. */
export const unitOf = (p: PageContext): string | undefined =>
  p.query['unitId'] || p.actor.grants.find((g) => g.unitId)?.unitId;

/** All procedures of a unit, in the same frame; filters of the list itself begin anew. */
export const proceduresHref = (p: PageContext, code: string, unitId: string | undefined): string =>
  hrefOf(`/indices/${code}/procedures`, { ...frameQuery(p), procedure: undefined, unitId });

/** An address with what is given; undefined and blank values fall away. */
export function hrefOf(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The page of a figure with its rule and records. */
export const figureHref = (code: string, unitId: string, frame: FrameQuery): string =>
  hrefOf(`/measures/${encodeURIComponent(code)}`, { unitId, ...frame });

/** The name of an indicator, with its code where that is a number as printed. */
export const labelOf = ({ code, name }: { code: string; name: Text }, p: PageContext): string =>
  /^\d/.test(code) ? `${code} ${name[p.lang]}` : name[p.lang];

/** Points, rounded to two decimals as they are published. */
export const pointsText = (value: number, p: PageContext): string =>
  formatNumber(Math.round(value * 100) / 100, p.lang);

/** A decimal text of a figure in the reader's way of writing. */
export const roundedText = (
  rounded: string | undefined,
  unit: string | undefined,
  p: PageContext,
): string => {
  if (rounded === undefined) return '–';
  const number = formatNumber(rounded, p.lang);
  if (unit === 'days') return `${number} ${messages[p.lang].score.days}`;
  return unit === 'percent' || unit === undefined ? `${number}${p.lang === 'vi' ? '\u00a0%' : '%'}` : number;
};

/** Years, quarters and months to choose from: those of this year and of the year before. */
function periods(p: PageContext) {
  const t = messages[p.lang].frame;
  const year = Number(p.today.slice(0, 4));
  const month = Number(p.today.slice(5, 7));
  const option = (value: string) => ({ value, text: periodWords(value)[p.lang] });
  const months = Array.from({ length: 12 }, (_, i) => {
    const at = year * 12 + month - 1 - i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  const quarters = Array.from({ length: 4 }, (_, i) => {
    const at = year * 4 + Math.floor((month - 1) / 3) - i;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
  return [
    { label: t.years, options: [String(year), String(year - 1)].map(option) },
    {
      label: t.halves,
      options: [`${year}-H1`, `${year}-H2`, `${year}-9M`]
        .filter((one) => monthsOf(one).from <= p.today.slice(0, 7))
        .map(option),
    },
    { label: t.quarters, options: quarters.map(option) },
    { label: t.months, options: months.map(option) },
  ];
}

/** Period, day, tree and rules as filters. */
export function WhenFields({ p }: { p: PageContext }) {
  const t = messages[p.lang].frame;
  const frame = frameQuery(p);
  return (
    <>
      <Select
        name="period"
        label={t.period}
        value={frame.period ?? p.today.slice(0, 4)}
        options={periods(p)}
      />
      <DateInput name="asOf" label={t.asOf} value={frame.asOf ?? p.today} max={p.today} />
      <Select
        name="tree"
        label={t.tree}
        value={frame.tree ?? 'now'}
        options={(['now', 'then'] as const).map((value) => ({ value, text: t.trees[value] }))}
      />
      <Select
        name="rules"
        label={t.rules}
        value={frame.rules ?? 'then'}
        options={(['then', 'now'] as const).map((value) => ({ value, text: t.rulesOf[value] }))}
      />
    </>
  );
}

/** The same and a procedure. */
export async function FrameFields(p: PageContext) {
  const t = messages[p.lang].frame;
  return (
    <>
      <WhenFields p={p} />
      <UnitPicker
        name="procedure"
        label={t.procedure}
        placeholder={t.anyProcedure}
        pick={await unitPick(p, 'procedure', framePicks.procedure)}
      />
    </>
  );
}

/** The filters of a score: which unit, and the frame. */
export async function ScoreFilters(p: PageContext, path: string) {
  const t = messages[p.lang].frame;
  return (
    <FilterBar action={path}>
      <UnitPicker name="unitId" label={t.unit} placeholder={t.anyUnit} pick={await unitPick(p, 'unitId')} />
      {await FrameFields(p)}
    </FilterBar>
  );
}

/** That only a part of the index can be asked of one procedure, and which. */
export function ProcedureNote({
  p,
  data,
}: {
  p: PageContext;
  data: { index: { maximum: number }; procedure?: { code: string; name: Text } | undefined };
}) {
  const t = messages[p.lang].frame;
  const { procedure, index } = data;
  if (!procedure) return null;
  return (
    <Notice tone="info" title={`${procedure.name[p.lang]} (${procedure.code})`}>
      {t.procedureNote(pointsText(index.maximum, p))}
    </Notice>
  );
}
