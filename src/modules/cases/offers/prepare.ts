import type { Context } from '../../../kit/context.ts';
import type { EffectiveVersion, FormField, OfferRule } from '../../procedures/contract.ts';
import { checklist, competentPlace, readForm, readValue, validateForm } from '../../procedures/index.ts';
import { pinnedVersion } from '../actions/grounds.ts';
import type { Applicant, Provenance } from '../rules/content.ts';
import { type CaseRow, findById } from '../store/caseFile.ts';
import { findContent } from '../store/content.ts';
import type { FactRow, Prepared } from './store.ts';

/** What is known on an occasion: data by their terms, each with its origin, and the person whom it concerns. */
export interface Known {
  byTerm: ReadonlyMap<string, { value: unknown; from: Prepared['provenance'][string] }>;
  applicant: Applicant;
  placeUnitId: string;
}

const fieldsIn = (version: EffectiveVersion): readonly FormField[] =>
  version.content.form?.sections.flatMap((section) => section.fields) ?? [];

/** What the applicant said of himself in a case is known by its terms too, where its form did not ask. */
const ofApplicant = ({ fullName, personalId, phone, email, address }: Applicant): [string, unknown][] => [
  ['person.fullName@applicant', fullName],
  ['person.personalId@applicant', personalId],
  ['person.phone@applicant', phone],
  ['person.email@applicant', email],
  ['person.address@applicant', address],
];

/** All that a case tells, by terms. */
export async function knownOfCase(ctx: Context, row: CaseRow): Promise<Known | undefined> {
  const content = await findContent(ctx.tx, row.id, row.state.content.version);
  if (!content) return undefined;
  const at = row.state.receivedAt ?? row.state.lastAt;
  const version = await pinnedVersion(ctx.tx, row.state);
  const from = { source: 'earlierCase' as const, at, ...(row.state.code && { caseCode: row.state.code }) };
  const told = [
    ...ofApplicant(content.applicant),
    ...fieldsIn(version).map(({ key, term }): [string, unknown] => [term, content.values[key]]),
  ].filter(([, value]) => value !== undefined);
  return {
    byTerm: new Map(told.map(([term, value]) => [term, { value, from }])),
    applicant: content.applicant,
    placeUnitId: row.state.places.place ?? row.unitId,
  };
}

/** What is known of a fact: by its case, or by the authority that told it. */
export async function knownOf(ctx: Context, fact: FactRow): Promise<Known | undefined> {
  if (fact.caseId) {
    const row = await findById(ctx.tx, fact.caseId);
    return row && knownOfCase(ctx, row);
  }
  if (!fact.person) return undefined;
  const from = { source: 'registry' as const, at: ctx.now.toISOString(), database: fact.authority ?? '' };
  const told = [...ofApplicant(fact.person), ...Object.entries(fact.known ?? {})].filter(
    ([, value]) => value !== undefined,
  );
  return {
    byTerm: new Map(told.map(([term, value]) => [term, { value, from }])),
    applicant: fact.person,
    placeUnitId: fact.unitId,
  };
}

const fits = (field: FormField, value: unknown): boolean =>
  value !== undefined &&
  (field.type !== 'choice' || (field.options ?? []).some((option) => option.value === value));

/** The answers that are known, each with its origin: by the rule's own way of filling, else by the same term. */
function filled(version: EffectiveVersion, rule: OfferRule, known: Known, now: string) {
  const values: Record<string, unknown> = {};
  const provenance: Prepared['provenance'] = {};
  const byRule: Provenance = { source: 'registry', at: now, database: rule.legalBasis };
  for (const field of fieldsIn(version)) {
    const own = rule.fill?.find((one) => one.field === field.key);
    const found = known.byTerm.get(own?.term ?? field.term);
    const value = readValue(field, own?.value ?? found?.value);
    if (!fits(field, value)) continue;
    values[field.key] = value;
    provenance[field.key] = own?.value !== undefined ? byRule : (found?.from ?? byRule);
  }
  return { values, provenance };
}

type Missing = Prepared['missing'][number];

/** What keeps it from being sent as it is: unknown answers, papers to be brought, a service that is not online. */
function missingOf(version: EffectiveVersion, values: Record<string, unknown>, today: string): Missing[] {
  const { content } = version;
  const faults = content.form ? validateForm(content.form, values, { today }) : {};
  const fields = fieldsIn(version).filter(({ key }) => faults[key] !== undefined);
  const papers = checklist(version, values, today)
    .filter(({ component: c, replacedBy }) => c.required && c.kind === 'paper' && !replacedBy)
    .map(({ component }) => component.name);
  const online = content.channels.some(({ channel }) => channel === 'online')
    ? []
    : [{ vi: 'Thủ tục chưa nhận trực tuyến', en: 'The procedure is not taken online' }];
  return [...fields.map(({ label }) => label), ...papers, ...online];
}

/** A service filled in from what is known on an occasion, and what is still missing. */
export function prepareFor(ctx: Context, version: EffectiveVersion, rule: OfferRule, known: Known): Prepared {
  const raw = filled(version, rule, known, ctx.now.toISOString());
  const { form } = version.content;
  const values = form ? readForm(form, raw.values) : {};
  const provenance = Object.fromEntries(Object.entries(raw.provenance).filter(([key]) => key in values));
  return {
    applicant: known.applicant,
    values,
    provenance,
    placeUnitId: competentPlace(version.content, values) ?? known.placeUnitId,
    missing: missingOf(version, values, ctx.today),
  };
}
