import type { Context } from '../../../../kit/context.ts';
import type { Day } from '../../../../kit/day.ts';
import { ROOT } from '../../../organisations/index.ts';
import { resolveScope, type ScopeInput } from '../../actions/scope.ts';
import { byClassOf, figureOf } from '../../counting.ts';
import { figuresOf, listFigureMoves } from '../../measures/index.ts';
import { type RecordClass, recordClasses } from '../../rules/classes.ts';
import { listDefinitions } from '../../store/definitions.ts';
import { listClasses } from '../../store/reportRows.ts';
import type { PaperBeside } from '../contract/beside.ts';
import type { FrozenPaper, PaperFigure } from '../contract/paper.ts';
import { hrefOf, ruleOf, scopeOf } from '../document.ts';
import { listTaskNames } from '../store/taskNames.ts';
import { factAskOf } from './factRecords.ts';

type Counts = PaperBeside['figures'][number]['then'];
const countsOf = (f: PaperFigure): Counts => ({
  ...(f.numerator === undefined ? {} : { numerator: f.numerator }),
  ...(f.denominator === undefined ? {} : { denominator: f.denominator }),
  ...(f.value === undefined ? {} : { value: f.value }),
  ...(f.rounded === undefined ? {} : { rounded: f.rounded }),
});

const MOST_NAMED = 200;

interface Standing {
  records: Map<string, RecordClass>;
}

async function standingNow(ctx: Context, input: Record<string, unknown>): Promise<Standing> {
  const scope = await resolveScope(ctx, input as unknown as ScopeInput);
  const listed = await listClasses(ctx.tx, ctx.actor, scope);
  return { records: new Map(listed.map((r) => [r.id, r.class])) };
}

async function factsNow(ctx: Context, c: FrozenPaper, f: PaperFigure): Promise<Counts | undefined> {
  const scope = scopeOf(c, f);
  const input = scope.input as { from: string; to: string };
  const row = (
    await figuresOf(ctx.tx, {
      codes: [f.code],
      unitIds: [scope.unitId ?? ROOT],
      from: input.from,
      to: input.to,
      asOf: ctx.today,
      today: ctx.today,
      tree: 'then',
      rules: 'then',
    })
  )[0];
  if (!row || row.numerator === null || row.denominator === null) return undefined;
  return {
    numerator: row.numerator,
    denominator: row.denominator,
    ...(row.value === null ? {} : { value: row.value }),
    ...(row.rounded === null ? {} : { rounded: row.rounded }),
  };
}

const MOST_MOVES = 50;

/** Cases and procedures that stand otherwise in the figures over facts than on the day of the report. */
async function movesOf(ctx: Context, c: FrozenPaper): Promise<PaperBeside['moves']> {
  const found: PaperBeside['moves'] = [];
  for (const f of c.figures) {
    const scope = scopeOf(c, f);
    if (scope.day !== c.day || ruleOf(c, f).by !== 'facts' || f.status !== 'ok') continue;
    const ask = { ...factAskOf(c, f, ctx.today), asOf: ctx.today, before: scope.day, limit: MOST_MOVES };
    const { lines } = await listFigureMoves(ctx.tx, ctx.actor, ask);
    const { name } = ruleOf(c, f);
    found.push(
      ...lines.map(({ id, code, withheld, wasIn, isIn, wasCounted, isCounted }) => ({
        figure: f.key,
        name,
        ...(id ? { id } : {}),
        ...(code ? { code } : {}),
        withheld,
        wasIn,
        isIn,
        wasCounted,
        isCounted,
      })),
    );
  }
  return found;
}

/** Records that stood otherwise when the report was frozen, of the unit that it is about. */
async function changedRecords(ctx: Context, c: FrozenPaper, now: ReadonlyMap<string, Standing>) {
  const main = c.scopes.find((s) => s.day === c.day && s.unitId === c.about.id && now.has(s.key));
  if (!main) return { same: 0, changed: 0, records: [] };
  const then = new Map(
    recordClasses.flatMap((one) => (main.records[one] ?? []).map((id) => [id, one] as const)),
  );
  const today = now.get(main.key)!.records;
  const ids = [...new Set([...then.keys(), ...today.keys()])];
  const moved = ids.filter((id) => then.get(id) !== today.get(id));
  const names = await listTaskNames(ctx.tx, ctx.actor, moved.slice(0, MOST_NAMED));
  const records = names.map(({ id, ref, titleVi, titleEn, directiveNumber }) => {
    const [from, to] = [then.get(id), today.get(id)];
    const title = c.language === 'en' && titleEn ? titleEn : titleVi;
    return { id, ref, title, directiveNumber, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  });
  return { same: ids.length - moved.length, changed: moved.length, records };
}

/** The figures of a frozen report as they stand today, under the rights of the reader, and the records that changed. */
export async function paperBesideOf(ctx: Context, c: FrozenPaper): Promise<PaperBeside> {
  const definitions = await listDefinitions(ctx.tx, ctx.today);
  const now = new Map<string, Standing>();
  const figures: PaperBeside['figures'] = [];
  for (const f of c.figures) {
    const scope = scopeOf(c, f);
    if (scope.day !== c.day) continue;
    const rule = ruleOf(c, f);
    const definition = definitions.find((d) => d.code === f.code);
    let counts: Counts | undefined;
    if (rule.by === 'facts') counts = await factsNow(ctx, c, f);
    else if (definition) {
      const standing = now.get(scope.key) ?? (await standingNow(ctx, scope.input));
      now.set(scope.key, standing);
      const byClass = byClassOf([...standing.records.values()].map((one) => ({ class: one, n: 1 })));
      counts = countsOf({
        ...f,
        ...dropped,
        ...figureOf(definition, byClass),
        scope: f.scope,
        status: f.status,
      });
    }
    figures.push({
      key: f.key,
      code: f.code,
      name: rule.name,
      unitName: scope.unitName,
      decimals: rule.rounding.decimals,
      unit: rule.unit,
      href: hrefOf(c, f),
      then: countsOf(f),
      ...(counts ? { now: counts } : {}),
    });
  }
  const day: Day = ctx.today;
  return { asOf: day, figures, ...(await changedRecords(ctx, c, now)), moves: await movesOf(ctx, c) };
}

/** A figure that has no value today must not keep the one it had. */
const dropped = { value: undefined, rounded: undefined };
