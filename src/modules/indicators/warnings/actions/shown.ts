import type { Context } from '../../../../kit/context.ts';
import type { ReplyOf } from '../../../../kit/contract.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { loadSnapshot, type Snapshot, unitAround } from '../../../organisations/index.ts';
import type { getWarningRule } from '../contract/rules.ts';
import type { listWarnings } from '../contract/warnings.ts';
import type { FigureRef, Watch } from '../rules/rule.ts';
import type { Responsible } from '../rules/who.ts';
import { valueWords, watchSentence } from '../rules/words.ts';
import { listRules, type StoredRule } from '../store/rule.ts';
import { keysOf, type WarningRow } from '../store/warning.ts';
import { figureNames } from './figures.ts';

type Shown = ReplyOf<typeof listWarnings>['items'][number];
type RuleShown = ReplyOf<typeof getWarningRule>['rule'];
type NameOf = (unitId: string) => { id: string; name: Text };

/** What stands beside every warning: names of units and figures, and the rules in all their versions. */
export interface Book {
  snapshot: Snapshot;
  unit: NameOf;
  rule(code: string, version: number): StoredRule | undefined;
  rules: readonly StoredRule[];
  figureName(ref: FigureRef): Text;
}

export async function loadBook(ctx: Context): Promise<Book> {
  const [snapshot, rules, names] = await Promise.all([
    loadSnapshot(ctx.tx),
    listRules(ctx.tx),
    figureNames(ctx),
  ]);
  const byKey = new Map(rules.map((r) => [`${r.code}/${r.version}`, r]));
  return {
    snapshot,
    rules,
    rule: (code, version) => byKey.get(`${code}/${version}`),
    unit: (id) => {
      const unit = unitAround(snapshot, id, ctx.today);
      return { id, name: { vi: unit?.nameVi ?? id, en: unit?.nameEn || unit?.nameVi || id } };
    },
    figureName: (ref) => names.get(`${ref.of}/${ref.code}`) ?? { vi: ref.code, en: ref.code },
  };
}

export const sentenceOf = (book: Book, watch: Watch): Text =>
  watchSentence(watch, 'figure' in watch ? book.figureName(watch.figure) : { vi: '', en: '' });

export const responsibleShown = (book: Book, r: Responsible) => ({
  people: r.people,
  unit: book.unit(r.unitId),
  how: r.how,
  vacant: r.vacant.map(book.unit),
});

const hrefs = {
  unit: (id: string) => `/organisations/units/${id}`,
  assignment: (id: string) => `/assignments/${id}`,
  case: (id: string) => `/cases/${id}`,
};

export function warningShown(ctx: Context, book: Book, row: WarningRow): Shown {
  const { state, looked } = row;
  const rule = book.rule(row.ruleCode, state.ruleVersion);
  const seen = { ...looked, ...(state.range && { range: state.range }) };
  const current = looked.value === null ? state : seen;
  const keys = keysOf(ctx.actor);
  return {
    id: row.id,
    ruleCode: row.ruleCode,
    ruleVersion: state.ruleVersion,
    ruleName: rule?.name ?? { vi: row.ruleCode, en: row.ruleCode },
    kind: state.kind,
    severity: row.severity,
    phase: row.phase,
    subject: { ...state.subject, title: state.title, href: hrefs[state.subject.kind](state.subject.id) },
    unit: book.unit(row.unitId),
    raisedAt: state.raisedAt,
    ...(state.acknowledged && { acknowledgedAt: state.acknowledged.at }),
    ...(state.ended && { endedAt: state.ended.at }),
    ...numbersOf(current),
    valueText: rule ? valueWords(rule.watch, { ...current, value: current.value }) : { vi: '', en: '' },
    responsible: responsibleShown(book, state.responsible),
    mine: row.phase !== 'ended' && row.responsibleKeys.some((key) => keys.includes(key)),
  };
}

export const numbersOf = (n: {
  value?: number | null | undefined;
  numerator?: number | null | undefined;
  denominator?: number | null | undefined;
}) => ({
  ...(typeof n.value === 'number' && { value: n.value }),
  ...(typeof n.numerator === 'number' && { numerator: n.numerator }),
  ...(typeof n.denominator === 'number' && { denominator: n.denominator }),
});

export function ruleShown(book: Book, rule: StoredRule, statedBy?: string): RuleShown {
  const { ownerUnitId: _owner, statedBy: _by, statedAt, units, ...body } = rule;
  return {
    ...body,
    units: { levels: [...units.levels], ...(units.under && { under: book.unit(units.under) }) },
    sentence: sentenceOf(book, rule.watch),
    ...(statedBy && { statedBy }),
    statedAt: statedAt.toISOString(),
  };
}
