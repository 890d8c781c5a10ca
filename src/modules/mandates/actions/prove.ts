import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { missing } from '../../../kit/problems.ts';
import { listPersonNames, loadSnapshot } from '../../organisations/index.ts';
import { certificatesAt } from '../certificates/recheck.ts';
import type * as contract from '../contract/proof.ts';
import { loadMandates } from '../current.ts';
import { competentUnit } from '../proof/competent.ts';
import { holdersOf, mayAct, questionOf } from '../proof/holders.ts';
import { placesOf } from '../proof/places.ts';
import { reasonOf } from '../proof/reason.ts';
import type { Holder } from '../rules/model.ts';
import { listByIds } from '../store/facts.ts';
import { listPositionsHeld } from '../store/people.ts';
import { holderView, namesFor } from './view.ts';

interface About {
  procedureCode?: string | undefined;
  field?: string | undefined;
}
const aboutOf = ({ procedureCode = '', field = '' }: About) => ({ procedureCode, field });

const peopleIn = (holder: Holder): string[] =>
  holder.standsInFor === undefined ? [holder.personId] : [holder.personId, holder.standsInFor];

export async function listHoldersAction(
  ctx: Context,
  input: ParsedOf<typeof contract.listHolders>,
): Promise<ReplyOf<typeof contract.listHolders>> {
  const { day = ctx.today, unitId, role } = input;
  const [book, snapshot] = [await loadMandates(ctx.tx), await loadSnapshot(ctx.tx)];
  if (!snapshot.units.has(unitId)) missing();
  const ask = { unitId, role, ...aboutOf(input) };
  const holders = holdersOf(book, snapshot, ask, day);
  const why = holders.length === 0 ? reasonOf(questionOf(book, placesOf(snapshot), ask, day)) : undefined;
  const people = [...holders.flatMap(peopleIn), ...(why?.personId ? [why.personId] : [])];
  const names = await namesFor(ctx, people, day);
  return {
    day,
    unit: names.unit(unitId),
    items: holders.map((holder) => holderView(holder, names)),
    ...(why && {
      gap: { reason: why.reason, ...(why.personId && { person: names.person(why.personId) }) },
    }),
  };
}

export async function findCompetentAction(
  ctx: Context,
  input: ParsedOf<typeof contract.findCompetent>,
): Promise<ReplyOf<typeof contract.findCompetent>> {
  const { day = ctx.today, placeUnitId, level } = input;
  const [book, snapshot] = [await loadMandates(ctx.tx), await loadSnapshot(ctx.tx)];
  if (!snapshot.units.has(placeUnitId)) missing();
  const found = competentUnit(book, snapshot, { placeUnitId, level, ...aboutOf(input) }, day);
  if ('gap' in found) return { day, chain: [], gap: found.gap };
  const names = await namesFor(ctx, [], day);
  return { day, unit: names.unit(found.unitId), chain: [...found.chain] };
}

export async function checkActAction(
  ctx: Context,
  input: ParsedOf<typeof contract.checkAct>,
): Promise<ReplyOf<typeof contract.checkAct>> {
  const { day, personId, unitId, role } = input;
  const [book, snapshot] = [await loadMandates(ctx.tx), await loadSnapshot(ctx.tx)];
  if (!snapshot.units.has(unitId) || !(await listPersonNames(ctx.tx, [personId])).has(personId)) missing();
  const ask = { unitId, role, ...aboutOf(input) };
  const holder = mayAct(book, snapshot, { ...ask, personId }, day);
  const names = await namesFor(ctx, [personId, ...(holder ? peopleIn(holder) : [])], day);
  const rows = await listByIds(ctx.tx, holder?.chain.map((link) => link.id) ?? []);
  const why = holder ? undefined : reasonOf(questionOf(book, placesOf(snapshot), ask, day));
  return {
    day,
    mayAct: holder !== undefined,
    person: names.person(personId),
    unit: names.unit(unitId),
    positions: (await listPositionsHeld(ctx.tx, personId, day)).map(({ unitId: at, to, ...position }) => ({
      ...position,
      unit: names.unit(at),
      ...(to !== null && { to }),
    })),
    ...(holder && { holder: holderView(holder, names) }),
    recorded: rows.map((row) => ({ id: row.fact.id, recordedAt: row.recordedAt.toISOString() })),
    ...(why && { reason: why.reason }),
    ...(await certificatesAt(ctx, input, holder?.unitId)),
  };
}
