import type { PageContext } from '../../../../kit/page.ts';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Select } from '../../../../web/components/inputs.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { unitPick } from '../../../organisations/index.ts';
import { listScopes } from '../../contract/figures.ts';
import { messages } from '../../messages.ts';

const names = [
  'directiveId',
  'ownerUnitId',
  'sectionCode',
  'unitId',
  'subtree',
  'field',
  'kind',
  'role',
  'count',
  'asOf',
  'tree',
  'rules',
] as const;
type ScopeName = (typeof names)[number];
export type ScopeQuery = Partial<Record<ScopeName, string>>;

/** The scope that the address names; what it does not name stays open. */
export const scopeOf = (p: PageContext): ScopeQuery =>
  Object.fromEntries(names.flatMap((name) => (p.query[name] ? [[name, p.query[name]]] : [])));

/** An address with the scope and more; values that are undefined fall away. */
export function hrefWith(
  path: string,
  scope: ScopeQuery,
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...scope, ...more })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

type Words = (typeof messages)['vi']['scope'];

/** Of a past day: by whose units and rules it is told. */
const Ways = ({ scope, t }: { scope: ScopeQuery; t: Words }) => (
  <>
    <Select
      name="tree"
      label={t.tree}
      value={scope.tree ?? 'then'}
      options={(['then', 'now'] as const).map((value) => ({ value, text: t.trees[value] }))}
    />
    <Select
      name="rules"
      label={t.rules}
      value={scope.rules ?? 'then'}
      options={(['then', 'now'] as const).map((value) => ({ value, text: t.rulesOf[value] }))}
    />
  </>
);

/** The filters of a scope: what is counted, how, and as of which day. */
export async function ScopeFilters(
  p: PageContext,
  options: { path: string; keep?: Record<string, string | undefined>; without?: readonly ScopeName[] },
) {
  const t = messages[p.lang].scope;
  const scope = scopeOf(p);
  const lists = await p.callWithQuery(listScopes);
  const { without = [] } = options;
  const isPast = scope.asOf !== undefined && scope.asOf !== p.today;
  const shows = (name: ScopeName): boolean => !without.includes(name);
  return (
    <FilterBar
      action={options.path}
      clearHref={Object.keys(scope).length > 0 ? hrefWith(options.path, {}, options.keep) : undefined}
      keep={{ ...options.keep, ownerUnitId: scope.ownerUnitId, role: scope.role }}
    >
      {shows('directiveId') && (
        <Select
          name="directiveId"
          label={t.directive}
          empty={t.anyDirective}
          value={scope.directiveId}
          options={lists.directives.map((d) => ({
            value: d.id,
            text: `${d.number} – ${d.titleVi}`.slice(0, 90),
          }))}
        />
      )}
      {shows('sectionCode') && lists.sections.length > 0 && (
        <Select
          name="sectionCode"
          label={t.section}
          empty={t.anySection}
          value={scope.sectionCode}
          options={lists.sections.map((s) => ({ value: s.code, text: s.name[p.lang].slice(0, 90) }))}
        />
      )}
      {shows('unitId') && (
        <UnitPicker name="unitId" label={t.unit} placeholder={t.anyUnit} pick={await unitPick(p, 'unitId')} />
      )}
      {shows('field') && lists.fields.length > 0 && (
        <Select
          name="field"
          label={t.field}
          empty={t.anyField}
          value={scope.field}
          options={lists.fields.map((f) => ({ value: f, text: f }))}
        />
      )}
      {shows('kind') && (
        <Select
          name="kind"
          label={t.kind}
          value={scope.kind ?? 'task'}
          options={(['task', 'target', 'all'] as const).map((value) => ({ value, text: t.kinds[value] }))}
        />
      )}
      {shows('count') && (
        <Select
          name="count"
          label={t.count}
          value={scope.count ?? 'tasks'}
          options={(['tasks', 'assignments'] as const).map((value) => ({ value, text: t.counts[value] }))}
        />
      )}
      {shows('asOf') && <DateInput name="asOf" label={t.asOf} value={scope.asOf ?? p.today} max={p.today} />}
      {shows('asOf') && isPast && <Ways scope={scope} t={t} />}
    </FilterBar>
  );
}
