import type { TimeRule } from '../../calendar/contract.ts';
import { holds, variablesOf } from '../form/conditions.ts';
import type {
  CaseKind,
  Channel,
  ChannelRow,
  EffectiveVersion,
  Overlay,
  ProcedureContent,
  ProcedureVersion,
  Step,
} from './model.ts';

type Values = Readonly<Record<string, unknown>>;
type Of = Pick<ProcedureVersion, 'content'>;

/** The national content with what the province decided laid over it. `decision` stays the national one. */
export function laidOver(
  national: ProcedureContent,
  overlay: Overlay['content'] | undefined,
): ProcedureContent {
  if (!overlay) return national;
  const { decision: _, ...own } = overlay;
  const stated = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...national, ...stated };
}

/** The version as it holds where the overlay holds. */
export function effectiveOf(version: ProcedureVersion, overlay?: Overlay): EffectiveVersion {
  if (!overlay) return version;
  return {
    ...version,
    content: laidOver(version.content, overlay.content),
    overlayId: overlay.id,
    provinceId: overlay.provinceId,
  };
}

/** The row for a channel and kind of case: the kind's own, else the one for every kind. A helper files at the desk. */
export function channelRow(
  { content }: Of,
  { channel, caseKind }: { channel: Channel | 'helper'; caseKind?: string },
): ChannelRow | undefined {
  const wanted = channel === 'helper' ? 'desk' : channel;
  const rows = content.channels.filter((row) => row.channel === wanted);
  return (
    rows.find((row) => caseKind !== undefined && row.caseKind === caseKind) ??
    rows.find((row) => !row.caseKind)
  );
}

/** How the time of a case is counted; undefined where its channel is not offered or promises no time. */
export function timeRuleFor(
  version: Of,
  by: { channel: Channel | 'helper'; caseKind?: string },
): TimeRule | undefined {
  const limit = channelRow(version, by)?.limit;
  if (!limit) return undefined;
  const { time, decision } = version.content;
  return { pause: 'subtract', legalBasis: decision, ...time, limit };
}

/** The kind of case the values make: the first whose condition holds; one without a condition is for the rest. */
export const caseKindOf = ({ content }: Of, values: Values): CaseKind | undefined =>
  content.caseKinds.find((kind) => kind.when !== undefined && holds(kind.when, values)) ??
  content.caseKinds.find((kind) => kind.when === undefined);

/** The step at which a case begins. @throws where the plan is empty, which no published version's is. */
export function firstStep({ content }: Of): Step {
  const [first] = content.steps;
  if (!first) throw new Error('the version has no steps');
  return first;
}

export const stepOf = ({ content }: Of, key: string): Step | undefined =>
  content.steps.find((step) => step.key === key);

/** The steps open after `stepKey` for these values, in the order of the plan; none after the last. */
export function nextSteps(version: Of, stepKey: string, values: Values): Step[] {
  const ways = stepOf(version, stepKey)?.next ?? [];
  const open = new Set(ways.filter((way) => holds(way.when, values)).map((way) => way.to));
  return version.content.steps.filter((step) => open.has(step.key));
}

/** How many steps lie at least between the first and each step; a step that cannot be reached is missing. */
export function ranksOf(steps: readonly Step[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const byKey = new Map(steps.map((step) => [step.key, step]));
  let front = steps.slice(0, 1).map((step) => step.key);
  for (let rank = 0; front.length > 0; rank += 1) {
    for (const key of front) ranks.set(key, rank);
    const beyond = front.flatMap((key) => byKey.get(key)?.next.map((way) => way.to) ?? []);
    front = [...new Set(beyond)].filter((key) => byKey.has(key) && !ranks.has(key));
  }
  return ranks;
}

/** Every field key the content's conditions look at, with the place of the condition. */
export function conditionsOf(
  content: ProcedureContent,
): { place: string; when: unknown; fields: string[] }[] {
  const found: { place: string; when: unknown }[] = [
    ...content.caseKinds.map((kind) => ({ place: `caseKinds.${kind.key}`, when: kind.when })),
    ...content.components.map((part) => ({ place: `components.${part.key}`, when: part.when })),
    ...content.steps.flatMap((step) =>
      step.next.map((way) => ({ place: `steps.${step.key}.next.${way.to}`, when: way.when })),
    ),
    ...(content.form?.sections ?? []).flatMap((section) =>
      section.fields.map((field) => ({ place: `form.${field.key}`, when: field.when })),
    ),
  ];
  return found
    .filter(({ when }) => when !== undefined)
    .map(({ place, when }) => ({ place, when, fields: variablesOf(when) }));
}
