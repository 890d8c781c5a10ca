import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { unitPick } from '../../../organisations/index.ts';
import { fieldPicks, procedurePicks } from '../../../procedures/index.ts';
import type { getMeasure } from '../contract.ts';
import { messages } from '../messages.ts';

const names = ['unitId', 'period', 'asOf', 'tree', 'rules', 'procedure', 'field'] as const;

/** What the address says of the scope; what it leaves open stays open. */
export const scopeOf = (p: PageContext): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (p.query[name] ? [[name, p.query[name]]] : [])));

/** An address with the scope and more; what is undefined falls away. */
export function hrefWith(
  p: PageContext,
  path: string,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...scopeOf(p), ...more })) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

type Frame = Pick<
  ReplyOf<typeof getMeasure>,
  'unit' | 'period' | 'asOf' | 'tree' | 'rules' | 'procedure' | 'field'
>;

/** For `pickedPage`: what the pickers of the scope offer besides units. */
export const scopePicks = { procedure: { other: procedurePicks }, field: { other: fieldPicks } };

/** The procedure and field that a figure is narrowed to, in words. */
export const narrowedWords = (p: PageContext, { procedure, field }: Pick<Frame, 'procedure' | 'field'>) =>
  [procedure && `${procedure.name[p.lang]} (${procedure.code})`, field].filter((one) => one !== undefined);

/** Unit, period, day, tree and rules: everything that a figure may be asked for. */
export async function ScopeBar(
  p: PageContext,
  { path, data, keep = {} }: { path: string; data: Frame; keep?: Record<string, string | undefined> },
) {
  const t = messages[p.lang].figure;
  const given = (name: string) => p.query[name] ?? (name === 'unitId' ? data.unit.id : undefined);
  return (
    <FilterBar action={path} clearHref={Object.keys(scopeOf(p)).length > 0 ? path : undefined} keep={keep}>
      <UnitPicker name="unitId" label={t.unit} pick={await unitPick(p, 'unitId', { given })} />
      <TextInput name="period" label={t.period} hint={t.periodHint} size="short" value={data.period.period} />
      <DateInput name="asOf" label={t.asOf} value={data.asOf} max={p.today} />
      <Select
        name="tree"
        label={t.tree}
        value={data.tree}
        options={(['now', 'then'] as const).map((value) => ({ value, text: t.trees[value] }))}
      />
      <Select
        name="rules"
        label={t.rules}
        value={data.rules}
        options={(['then', 'now'] as const).map((value) => ({ value, text: t.rulesOf[value] }))}
      />
      <UnitPicker
        name="procedure"
        label={t.procedure}
        pick={await unitPick(p, 'procedure', scopePicks.procedure)}
      />
      <UnitPicker name="field" label={t.field} pick={await unitPick(p, 'field', scopePicks.field)} />
    </FilterBar>
  );
}
