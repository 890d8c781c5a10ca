import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { unitAround } from '../../organisations/index.ts';
import type { board } from '../contract/figures.ts';
import { byClassOf, byKeyOf, figuresOf, onTimeOf, totalOf } from '../counting.ts';
import type { ByClass } from '../rules/classes.ts';
import { quarterWords } from '../rules/words.ts';
import { countByUnits, countClasses } from '../store/counts.ts';
import { listDefinitions, type StoredDefinition } from '../store/definitions.ts';
import { directiveTitle, listDirectiveNames, listSectionNames } from '../store/names.ts';
import { countAtRisk } from '../store/risk.ts';
import { byAgency, unitGroups } from './groups.ts';
import { frameOf, resolveScope, type Scope } from './scope.ts';

type By = NonNullable<ParsedOf<typeof board>['by']>;
type Row = ReplyOf<typeof board>['rows'][number];

const both = (name: string): Text => ({ vi: name, en: name });
const nothing: Record<By, Text> = {
  directive: { vi: 'Không rõ văn bản', en: 'Unknown directive' },
  section: { vi: 'Ngoài các nhóm', en: 'Outside the sections' },
  unit: { vi: 'Chưa rõ cơ quan', en: 'No agency' },
  period: { vi: 'Không có thời hạn', en: 'No term' },
  field: { vi: 'Chưa ghi lĩnh vực', en: 'No field given' },
};

/** Names of the keys of a board, in the order in which its rows stand. */
async function namesOf(
  ctx: Context,
  scope: Scope,
  by: By,
  keys: readonly string[],
): Promise<Map<string, Text>> {
  if (by === 'directive')
    return new Map(
      (await listDirectiveNames(ctx.tx, ctx.actor, 5000)).map((d) => [d.id, both(directiveTitle(d))]),
    );
  if (by === 'section') {
    const sections = await listSectionNames(ctx.tx, ctx.actor, scope.directiveId);
    return new Map(
      sections.map((s) => [
        `${s.directiveId}/${s.code}`,
        { vi: `${s.number} ${s.titleVi}`.trim(), en: `${s.number} ${s.titleEn || s.titleVi}`.trim() },
      ]),
    );
  }
  if (by === 'unit') {
    const units = [...keys]
      .toSorted(byAgency(scope.snapshot, scope.treeDay))
      .map((id) => [id, unitAround(scope.snapshot, id, scope.treeDay)] as const);
    return new Map(
      units.map(([id, unit]) => [id, { vi: unit?.nameVi ?? id, en: unit?.nameEn || unit?.nameVi || id }]),
    );
  }
  const sorted = [...keys].toSorted();
  return new Map(sorted.map((key) => [key, by === 'period' ? quarterWords(key) : both(key)]));
}

async function rowsOf(
  ctx: Context,
  scope: Scope,
  by: By,
  unitId: string | undefined,
  definitions: readonly StoredDefinition[],
): Promise<Row[]> {
  const counts =
    by === 'unit'
      ? await countByUnits(
          ctx.tx,
          ctx.actor,
          scope,
          unitGroups(scope.snapshot, scope.treeDay, unitId),
          unitId === undefined,
        )
      : await countClasses(ctx.tx, ctx.actor, scope, by);
  const found = byKeyOf(counts);
  const names = await namesOf(
    ctx,
    scope,
    by,
    [...found.keys()].filter((key) => key !== null),
  );
  const order = [...names.keys()].filter((key) => found.has(key));
  const rest = [...found.keys()].filter((key) => key === null || !names.has(key));
  return [...order, ...rest].map((key) =>
    rowOf(
      definitions,
      found.get(key)!,
      key === null ? undefined : key,
      (key !== null && names.get(key)) || nothing[by],
    ),
  );
}

function rowOf(
  definitions: readonly StoredDefinition[],
  byClass: ByClass,
  key: string | undefined,
  name: Text,
): Row {
  return {
    ...(key === undefined ? {} : { key }),
    name,
    byClass,
    total: totalOf(byClass),
    figures: figuresOf(definitions, byClass),
  };
}

const shared = (rows: number, total: number): Text => ({
  vi: `Cộng các dòng được ${rows}, nhiều hơn tổng ${total}: nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.`,
  en: `The rows add up to ${rows}, more than the total of ${total}: a task led by several agencies counts once for each.`,
});

/** Whether each record of the scope is in exactly one row: not so for a task, which several units may lead. */
const addsUp = ({ by, count, subtree }: ParsedOf<typeof board>): boolean =>
  by !== undefined && (by !== 'unit' || (count === 'assignments' && subtree));

const sumOf = (rows: readonly Row[]): ByClass =>
  byClassOf(
    rows.flatMap((row) =>
      Object.entries(row.byClass).map(([name, n]) => ({ class: name as keyof ByClass, n: n ?? 0 })),
    ),
  );

export async function boardAction(
  ctx: Context,
  input: ParsedOf<typeof board>,
): Promise<ReplyOf<typeof board>> {
  const scope = await resolveScope(ctx, input);
  const definitions = await listDefinitions(ctx.tx, scope.rulesDay);
  const rows = input.by ? await rowsOf(ctx, scope, input.by, input.unitId, definitions) : [];
  const byClass = addsUp(input) ? sumOf(rows) : byClassOf(await countClasses(ctx.tx, ctx.actor, scope));
  const sum = rows.reduce((n, row) => n + row.total, 0);
  const total = totalOf(byClass);
  return {
    ...frameOf(scope),
    total: rowOf(definitions, byClass, undefined, scope.words),
    ...(scope.live && input.withRisk ? { atRisk: await countAtRisk(ctx.tx, ctx.actor, scope) } : {}),
    onTime: onTimeOf(definitions, byClass),
    ...(input.by ? { by: input.by } : {}),
    rows,
    ...(sum > total ? { note: shared(sum, total) } : {}),
  };
}
