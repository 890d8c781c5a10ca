import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { addDays, addMonths, type Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { Problem } from '../../../../kit/problems.ts';
import { loadSnapshot, type Snapshot } from '../../../organisations/index.ts';
import type { FactField, FactKind, FactRecord } from '../../language/index.ts';
import { type ReadCount, readCounts } from '../../measures/counts.ts';
import { type FigureAsk, figureRow, whereOf } from '../../measures/figures.ts';
import { factKinds } from '../../measures/index.ts';
import type { DefinitionBody } from '../contract/body.ts';
import { unknownDefinition } from '../contract/catalogue.ts';
import type { previewDefinition } from '../contract/editing.ts';
import { type Version, versionFor } from '../rules/life.ts';
import { type Part, partOf, readSides } from '../rules/parts.ts';
import { findDraft, versionsOf } from '../store/definition.ts';
import { type SampleRecord, sampleRecords } from '../store/sample.ts';
import { nameOfUnit } from './catalogue.ts';

type Preview = ReplyOf<typeof previewDefinition>;
type Figure = Preview['after'];
type Sides = NonNullable<ReturnType<typeof readSides>>;

const SHOWN = 20;
/** Records that are looked at for such as each part has. */
const LOOKED_AT = 400;

/** The figure by a body that need not be published: counts that are kept are read, those that are new come from the facts. */
async function figureBy(
  ctx: Context,
  snapshot: Snapshot,
  body: DefinitionBody,
  ask: FigureAsk,
): Promise<Figure> {
  const [unitId] = ask.unitIds as [string];
  const definition = { code: '', version: '', validFrom: ask.asOf, validTo: null, body };
  const read = await readCounts(ctx.tx, [body.numerator, body.denominator], whereOf(snapshot, ask));
  const [top, bottom] = read as [ReadCount, ReadCount];
  if (top.state === 'unknown' || bottom.state === 'unknown') {
    const none = { numerator: null, denominator: null };
    return plain(figureRow(definition, unitId, none, 'sourceMissing'));
  }
  const counts = {
    numerator: (await top.told()).get(unitId) ?? 0,
    denominator: (await bottom.told()).get(unitId) ?? 0,
  };
  return plain(figureRow(definition, unitId, counts, 'ok'));
}

const plain = ({ numerator, denominator, rounded, status }: Figure): Figure => ({
  numerator,
  denominator,
  rounded,
  status,
});

const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** A value of a field in words. */
export function valueWords(field: FactField, value: FactRecord[string]): Text {
  if (value === null || value === undefined) return { vi: '–', en: '–' };
  if (typeof value === 'boolean') return value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' };
  const known = field.values?.find((one) => one.code === value);
  if (known) return known.text;
  const text = field.type === 'day' ? dayText(String(value)) : String(value);
  return { vi: field.type === 'number' ? text.replace('.', ',') : text, en: text };
}

interface Look {
  asOf: Day;
  from: Day;
  to: Day;
  snapshot: Snapshot;
  kind: FactKind;
  sides: Sides;
  before: Sides | undefined;
}

function shownRecord(record: SampleRecord, look: Look): Preview['records'][number] {
  const { asOf, from, to, kind, sides, before, snapshot } = look;
  const asked = { record: record.values, asOf, from, to };
  const { part, why } = partOf(sides, asked);
  const was = before && partOf(before, asked).part;
  const names = new Set([...sides.numerator.fields, ...sides.denominator.fields]);
  const unitId = String(record.values['unit'] ?? '');
  return {
    id: record.id,
    unitName: nameOfUnit(snapshot, unitId, asOf).vi,
    values: kind.fields
      .filter((field) => names.has(field.name))
      .map((field) => ({
        name: field.name,
        label: field.text,
        value: valueWords(field, record.values[field.name]),
      })),
    part,
    ...(was && was !== part && { was }),
    why,
  };
}

const order: readonly Part[] = ['numerator', 'denominator', 'excluded'];

/** Some of each part, those first that move between the versions. */
function mixed(records: Preview['records']): Preview['records'] {
  const moved = records.filter((one) => one.was).slice(0, SHOWN / 2);
  const rest = records.filter((one) => !moved.includes(one));
  const perPart = Math.ceil((SHOWN - moved.length) / order.length);
  const picked = order.flatMap((part) => rest.filter((one) => one.part === part).slice(0, perPart));
  const more = rest.filter((one) => !picked.includes(one));
  return [...moved, ...picked, ...more].slice(0, SHOWN);
}

async function recordsFor(
  ctx: Context,
  draft: DefinitionBody,
  look: Omit<Look, 'kind' | 'sides' | 'before'>,
  around: { before: DefinitionBody | undefined; ask: FigureAsk },
): Promise<Preview['records']> {
  const sides = readSides(draft, factKinds);
  if (!sides) return [];
  const { kind } = sides.denominator;
  const isSameKind = sides.numerator.kind === kind;
  const before = around.before && readSides(around.before, factKinds);
  const units = whereOf(look.snapshot, around.ask).units;
  const found = await sampleRecords(ctx.tx, kind, { asOf: look.asOf, units, limit: LOOKED_AT });
  const rest = { ...look, kind, before: before?.denominator.kind === kind ? before : undefined };
  // a numerator over other facts cannot be judged record by record
  const judged = isSameKind ? sides : { ...sides, numerator: sides.denominator };
  return mixed(found.map((record) => shownRecord(record, { ...rest, sides: judged })));
}

export async function previewDefinitionAction(
  ctx: Context,
  input: ParsedOf<typeof previewDefinition>,
): Promise<Preview> {
  const draft = await findDraft(ctx.tx, input.code);
  if (!draft) throw new Problem(unknownDefinition);
  const asOf = input.asOf && input.asOf <= ctx.today ? input.asOf : ctx.today;
  const [from, to] = [input.from ?? `${asOf.slice(0, 4)}-01`, input.to ?? asOf.slice(0, 7)];
  const snapshot = await loadSnapshot(ctx.tx);
  const versions: Version[] = await versionsOf(ctx.tx, input.code);
  const before = versionFor(versions, asOf);
  const ask: FigureAsk = {
    codes: [],
    unitIds: [input.unitId],
    from,
    to,
    asOf,
    today: ctx.today,
    tree: 'then',
    rules: 'now',
  };
  const days = { from: `${from}-01`, to: addDays(addMonths(`${to}-01`, 1), -1) };
  return {
    asOf,
    from,
    to,
    unitName: nameOfUnit(snapshot, input.unitId, asOf),
    ...(before && {
      before: { version: String(before.version), figure: await figureBy(ctx, snapshot, before.body, ask) },
    }),
    after: await figureBy(ctx, snapshot, draft.body, ask),
    records: await recordsFor(ctx, draft.body, { asOf, snapshot, ...days }, { before: before?.body, ask }),
  };
}
