import { may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import type { Day } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import { missing, Problem } from '../../../../kit/problems.ts';
import { foldKey, loadSnapshot, type Snapshot, unitAround } from '../../../organisations/index.ts';
import { checkExpression, type FactKind, inWords } from '../../language/index.ts';
import { factKinds } from '../../measures/index.ts';
import { taskKind } from '../../rules/classKind.ts';
import { ruleOf } from '../../rules/words.ts';
import { listAllDefinitions, type StoredDefinition } from '../../store/definitions.ts';
import type { CountBody, DefinitionBody } from '../contract/body.ts';
import {
  type diffDefinition,
  type getDefinition,
  type listDefinitions,
  type listFactKinds,
  unknownDefinition,
} from '../contract/catalogue.ts';
import { absentKinds, labelOf } from '../labels.ts';
import { differencesOf } from '../rules/diff.ts';
import { holdsOn, versionFor } from '../rules/life.ts';
import { findDraft, listDrafts, listVersions, type StoredVersion, versionsOf } from '../store/definition.ts';

type Entry = ReplyOf<typeof listDefinitions>['items'][number];
type Side = ReplyOf<typeof getDefinition>['versions'][number]['numerator'];

/** Drafts are shown to those who define figures, anywhere. */
export const mayDefine = (ctx: Context): boolean => may(ctx.actor, 'figure.define');

const nameOfKind = (code: string): Text =>
  factKinds.get(code)?.text ?? absentKinds[code] ?? { vi: code, en: code };
const fieldWords = (kind: FactKind | undefined, name: string): Text =>
  kind?.fields.find((field) => field.name === name)?.text ?? { vi: name, en: name };

/** A rule read aloud; the text itself where nothing here publishes its facts. */
function wordsOf(text: string, kind: FactKind | undefined, wanted: 'boolean' | 'number'): Text {
  const checked = kind && checkExpression(text, kind, wanted);
  return kind && checked?.ok ? inWords(checked.tree, kind) : { vi: text, en: text };
}

export function sideOf(count: CountBody): Side {
  const kind = factKinds.get(count.fact);
  return {
    fact: count.fact,
    factName: nameOfKind(count.fact),
    sourceMissing: !kind,
    where: count.where,
    words: wordsOf(count.where, kind, 'boolean'),
    of: count.of ?? 'records',
    ...(kind && count.period && { period: { field: count.period, words: fieldWords(kind, count.period) } }),
    ...(count.sum && { sum: { text: count.sum, words: wordsOf(count.sum, kind, 'number') } }),
  };
}

const said = (own: { vi?: string; en?: string } | undefined, count: CountBody): Text =>
  own?.vi && own.en ? { vi: own.vi, en: own.en } : sideOf(count).words;

/** What is divided by what. */
export function wordsOfBody(body: DefinitionBody): Text {
  const [top, bottom] = [
    said(body.numeratorText, body.numerator),
    said(body.denominatorText, body.denominator),
  ];
  return ruleOf({ numeratorText: top, denominatorText: bottom }, 'tasks', 'task');
}

function measureEntry(
  code: string,
  versions: readonly StoredVersion[],
  on: Day,
  drafts: ReadonlySet<string>,
): Entry {
  const shown = versionFor(versions, on) as StoredVersion;
  const { body } = shown;
  const facts = [...new Set([body.numerator.fact, body.denominator.fact])];
  return {
    code,
    family: 'measure',
    version: String(shown.version),
    versions: versions.length,
    name: body.name,
    facts: facts.map((fact) => ({ code: fact, name: nameOfKind(fact) })),
    validFrom: shown.validFrom,
    ...(shown.validTo && { validTo: shown.validTo }),
    holds: holdsOn(shown, on),
    numerator: body.numerator.where,
    denominator: body.denominator.where,
    words: wordsOfBody(body),
    source: body.source,
    unit: body.unit,
    direction: body.direction,
    status: body.status,
    conflict: !!body.conflict?.vi,
    sourceMissing: facts.some((fact) => !factKinds.has(fact)),
    draft: drafts.has(code),
  };
}

const lowerIsBetter = new Set(['overdueShare', 'overdueOfDue']);

function taskEntry(versions: readonly StoredDefinition[], on: Day): Entry {
  const holds = (d: StoredDefinition) => d.validFrom <= on && (d.validTo === null || on < d.validTo);
  const shown = versions.findLast(holds) ?? versions.at(-1)!;
  return {
    code: shown.code,
    family: 'task',
    version: shown.version,
    versions: versions.length,
    name: shown.name,
    facts: [{ code: taskKind.code, name: taskKind.text }],
    validFrom: shown.validFrom,
    ...(shown.validTo && { validTo: shown.validTo }),
    holds: holds(shown),
    numerator: shown.rule.numerator,
    denominator: shown.rule.denominator,
    words: ruleOf(shown, 'tasks', 'task'),
    source: shown.source,
    unit: 'percent',
    direction: lowerIsBetter.has(shown.code) ? 'lower' : 'higher',
    status: 'verified',
    conflict: false,
    sourceMissing: false,
    draft: false,
  };
}

const matches = (entry: Entry, q: string): boolean => {
  const text = foldKey([entry.code, ...Object.values(entry.name), ...Object.values(entry.source)].join(' '));
  return foldKey(q)
    .split(' ')
    .every((word) => text.includes(word));
};

const groupBy = <T extends { code: string }>(items: readonly T[]): T[][] => [
  ...Map.groupBy(items, (one) => one.code).values(),
];

export async function listDefinitionsAction(
  ctx: Context,
  input: ParsedOf<typeof listDefinitions>,
): Promise<ReplyOf<typeof listDefinitions>> {
  const on = input.on ?? ctx.today;
  const [measures, tasks] = [await listVersions(ctx.tx), await listAllDefinitions(ctx.tx)];
  const written = mayDefine(ctx) ? await listDrafts(ctx.tx) : [];
  const drafts = new Set(written.map((draft) => draft.code));
  const all = [
    ...groupBy(measures).map((versions) => measureEntry(versions[0]!.code, versions, on, drafts)),
    ...groupBy(tasks).map((versions) => taskEntry(versions, on)),
  ];
  const facts = new Map(all.flatMap((entry) => entry.facts.map((fact) => [fact.code, fact])));
  const items = all
    .filter((entry) => !input.fact || entry.facts.some((fact) => fact.code === input.fact))
    .filter((entry) => !input.on || entry.holds)
    .filter((entry) => !input.q || matches(entry, input.q))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }));
  const drafted = written.map(({ code, body, validFrom, savedBy, savedAt }) => ({
    code,
    name: body.name,
    validFrom,
    savedBy,
    savedAt: savedAt.toISOString(),
  }));
  return { items, facts: [...facts.values()], drafts: drafted };
}

export const nameOfUnit = (snapshot: Snapshot, unitId: string, on: Day): Text => {
  const unit = unitAround(snapshot, unitId, on);
  return { vi: unit?.nameVi ?? unitId, en: unit?.nameEn || unit?.nameVi || unitId };
};

/** The versions of a definition. @throws `indicators.unknownDefinition` */
export async function versionsFor(ctx: Context, code: string): Promise<StoredVersion[]> {
  const versions = await versionsOf(ctx.tx, code);
  if (versions.length === 0) throw new Problem(unknownDefinition);
  return versions;
}

export async function getDefinitionAction(
  ctx: Context,
  { code }: ParsedOf<typeof getDefinition>,
): Promise<ReplyOf<typeof getDefinition>> {
  const versions = await versionsFor(ctx, code);
  const draft = mayDefine(ctx) ? await findDraft(ctx.tx, code) : undefined;
  const current = versionFor(versions, ctx.today) as StoredVersion;
  return {
    code,
    ownerName: nameOfUnit(await loadSnapshot(ctx.tx), current.body.owner, ctx.today),
    current: String(current.version),
    versions: versions.map((one) => ({
      version: String(one.version),
      validFrom: one.validFrom,
      ...(one.validTo && { validTo: one.validTo }),
      ...(one.publishedAt && { publishedAt: one.publishedAt.toISOString() }),
      ...(one.publishedBy && { publishedBy: one.publishedBy }),
      body: one.body,
      numerator: sideOf(one.body.numerator),
      denominator: sideOf(one.body.denominator),
    })),
    ...(draft && {
      draft: { validFrom: draft.validFrom, savedAt: draft.savedAt.toISOString(), savedBy: draft.savedBy },
    }),
  };
}

export async function diffDefinitionAction(
  ctx: Context,
  { code, from, to }: ParsedOf<typeof diffDefinition>,
): Promise<ReplyOf<typeof diffDefinition>> {
  const versions = await versionsFor(ctx, code);
  const bodyOf = (name: string) => versions.find((one) => String(one.version) === name)?.body;
  const draft = to === 'draft' && mayDefine(ctx) ? await findDraft(ctx.tx, code) : undefined;
  const [before, after] = [bodyOf(from), to === 'draft' ? draft?.body : bodyOf(to)];
  if (!before || !after) missing();
  return {
    differences: differencesOf(before, after).map((one) => ({ ...one, label: labelOf(one.path) })),
  };
}

export async function listFactKindsAction(
  _ctx: Context,
  _input: ParsedOf<typeof listFactKinds>,
): Promise<ReplyOf<typeof listFactKinds>> {
  return {
    items: [...factKinds.values()].map(({ code, text, periods, fields }) => ({
      code,
      name: text,
      periods: [...periods],
      fields: fields.map(({ name, type, text: words, values }) => ({
        name,
        type,
        text: words,
        ...(values && { values: [...values] }),
      })),
    })),
  };
}
