import type { Context } from '../../../kit/context.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import type { TimeLimit } from '../../calendar/contract.ts';
import { competentUnit } from '../../mandates/index.ts';
import { holdersOf, pathOn, provinceOf, type Snapshot, unitAround } from '../../organisations/index.ts';
import type { EffectiveVersion, Step } from '../../procedures/contract.ts';
import {
  caseKindOf,
  channelRow,
  firstStep,
  loadOffered,
  nextSteps,
  type Offered,
} from '../../procedures/index.ts';
import { notOffered, notPublished, wrongPlace } from '../contract/problems.ts';
import type { Addition, CaseChannel, GapReason, Places, StepTarget } from '../rules/model.ts';
import type { LegalTime } from '../rules/time.ts';
import type { Ground } from './grounds.ts';

export interface PlaceInput {
  procedureCode: string;
  channel: CaseChannel;
  receptionUnitId?: string | undefined;
  placeUnitId?: string | undefined;
  helpUnitId?: string | undefined;
  returnUnitId?: string | undefined;
  values: Record<string, unknown>;
}
/** Where a case belongs: the version in force, the four places, and who is competent or why nobody is. */
export interface Placed {
  version: EffectiveVersion;
  field: string;
  caseKind?: string;
  places: Places;
  gap?: GapReason;
}

/** Who holds a unit's duties today: itself, or its successor; of a split that nobody has decided, the unit itself. */
export function servingFor(snapshot: Snapshot, unitId: string, day: string): string {
  const holding = holdersOf(snapshot, unitId, day);
  return 'holder' in holding ? holding.holder : unitId;
}

function assertUnit(snapshot: Snapshot, unitId: string | undefined, day: string, path: string): void {
  if (unitId && !unitAround(snapshot, unitId, day))
    throw fieldProblem(path, 'Không có đơn vị này.', 'There is no such unit.');
}

export const fieldOf = (version: EffectiveVersion): string =>
  version.content.competence.field ?? version.content.fieldVi;

/** Anywhere inside the province where the procedure says so; else where it is decided or in that unit's own house. */
function assertPlace(snapshot: Snapshot, day: string, version: EffectiveVersion, places: Places): void {
  const { decision } = places;
  const reception = servingFor(snapshot, places.reception, day);
  if (!decision || decision === reception) return;
  const inHouse = (a: string, b: string) => pathOn(snapshot, a, day).some((u) => u.id === b);
  if (inHouse(decision, reception) || inHouse(reception, decision)) return;
  const province = provinceOf(snapshot, decision, day)?.id;
  const same = !province || province === provinceOf(snapshot, reception, day)?.id;
  if (!version.content.rules.anyPlace || !same) throw new Problem(wrongPlace);
}

export const offeredToday = (
  { tx, today }: Context,
  { procedureCode }: Pick<PlaceInput, 'procedureCode'>,
): Promise<Offered> => loadOffered(tx, { code: procedureCode, day: today });

/** Finds version, competent unit and places of what is handed in. A missing competence is a named gap, not a refusal. */
export async function placeCase(
  ctx: Context,
  ground: Ground,
  input: PlaceInput,
  /** What is offered on this day, where somebody has asked already. */
  known?: Offered,
): Promise<Placed> {
  const { snapshot, book } = ground;
  const place = input.placeUnitId ?? input.receptionUnitId;
  if (!place)
    throw fieldProblem('placeUnitId', 'Chọn địa bàn giải quyết.', 'Choose the place it belongs to.');
  const placePaths = ['placeUnitId', 'receptionUnitId', 'helpUnitId', 'returnUnitId'] as const;
  for (const path of placePaths) assertUnit(snapshot, input[path], ctx.today, path);
  const provinceId = provinceOf(snapshot, servingFor(snapshot, place, ctx.today), ctx.today)?.id;
  const offered = known ?? (await offeredToday(ctx, input));
  const version = await offered(provinceId);
  if (!version) throw new Problem(notPublished);
  const caseKind = caseKindOf(version, input.values)?.key;
  if (!channelRow(version, { channel: input.channel, ...(caseKind && { caseKind }) }))
    throw new Problem(notOffered);
  const field = fieldOf(version);
  const { level, place: by } = version.content.competence;
  const placeUnitId = by === 'reception' ? (input.receptionUnitId ?? place) : place;
  const found = competentUnit(
    book,
    snapshot,
    { procedureCode: version.code, field, level, placeUnitId },
    ctx.today,
  );
  const decision = 'unitId' in found ? found.unitId : undefined;
  const reception = input.receptionUnitId ?? decision ?? place;
  const places: Places = {
    ...(input.helpUnitId && { help: input.helpUnitId }),
    place: placeUnitId,
    reception,
    ...(decision && { decision }),
    returnTo: input.returnUnitId ?? reception,
  };
  assertPlace(snapshot, ctx.today, version, places);
  return { version, field, ...(caseKind && { caseKind }), places, ...('gap' in found && { gap: found.gap }) };
}

/** What a channel costs, in đồng; undefined where it is free or not stated. */
export function feeOf({ version, caseKind }: Placed, channel: CaseChannel): number | undefined {
  const wanted = channel === 'helper' ? 'desk' : channel;
  const row = version.content.channels.find(
    (one) => one.channel === wanted && (!one.caseKind || one.caseKind === caseKind),
  );
  return row?.fee.kind === 'amount' && row.fee.dong > 0 ? row.fee.dong : undefined;
}

/** What a kind of case adds to the limit of its channel: remote communes, data held elsewhere. */
export function additionsOf(version: EffectiveVersion, caseKind: string | undefined): Addition[] {
  const kind = version.content.caseKinds.find((one) => one.key === caseKind);
  if (!kind?.addition) return [];
  const { name, addition, legalBasis } = kind;
  return [
    {
      limit: addition,
      reasonVi: name.vi,
      reasonEn: name.en ?? name.vi,
      basis: legalBasis ?? version.content.decision,
    },
  ];
}

/** A step of the plan as a case meets it: its unit among the four places, its own time. */
export function targetOf(
  step: Step,
  places: Places,
  by: {
    now: Date;
    time: LegalTime;
    toUnitId?: string | undefined;
    /** How long a draft lies with the applicant, where the step itself does not say. */
    draft?: TimeLimit | undefined;
  },
): StepTarget {
  const unitId = unitOf(step, places, by.toUnitId);
  const { limit, waitsFor } = step;
  const silenceAfter = step.silenceAfter ?? (waitsFor === 'applicantAnswer' ? by.draft : undefined);
  return {
    key: step.key,
    role: step.role,
    unitId,
    ...(limit && { dueAt: by.time.add(by.now, limit).toISOString() }),
    ...(waitsFor && { waitsFor }),
    ...(silenceAfter && { silentAt: by.time.add(by.now, silenceAfter).toISOString() }),
  };
}

function unitOf(step: Step, places: Places, toUnitId: string | undefined): string {
  if (step.at === 'reception') return places.reception;
  if (step.at === 'returnPlace') return places.returnTo;
  if (step.at === 'competent') return places.decision ?? places.reception;
  if (!toUnitId) throw fieldProblem('toUnitId', 'Chọn đơn vị phối hợp.', 'Choose the unit that works along.');
  return toUnitId;
}

/** The step after reception: an accepted case is past the desk's own step. */
export function stepAfterReception(version: EffectiveVersion, values: Record<string, unknown>): Step {
  const first = firstStep(version);
  if (first.role !== 'receive') return first;
  return nextSteps(version, first.key, values)[0] ?? first;
}

/** Which step follows: the only one, or the one chosen among several. */
export function chooseNext(
  version: EffectiveVersion,
  stepKey: string,
  values: Record<string, unknown>,
  to: string | undefined,
): Step | undefined {
  const open = nextSteps(version, stepKey, values);
  if (open.length === 0) return undefined;
  const chosen = to === undefined && open.length === 1 ? open[0] : open.find((step) => step.key === to);
  if (chosen) return chosen;
  const names = open.map((step) => step.name.vi).join(', ');
  throw fieldProblem('to', `Chọn bước tiếp theo: ${names}.`, `Choose the next step: ${names}.`);
}

/** Whether the plan asks for values to know what follows. */
export const isConditional = (version: EffectiveVersion): boolean =>
  version.content.steps.some((step) => step.next.some((way) => way.when !== undefined));
