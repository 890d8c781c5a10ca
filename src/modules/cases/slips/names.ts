import { dayOf, formatDay } from '../../../kit/day.ts';
/** How people, units, days and hours are written on paper. */
import type { Tx } from '../../../kit/db.ts';
import {
  provinceOf,
  childrenOn,
  findPerson,
  listOfficeHolders,
  pathOn,
  type Snapshot,
  unitAround,
} from '../../organisations/index.ts';

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const committees = new Set(['commune', 'province', 'district']);

/** A unit as it signs: a commune or province through its committee, everybody else by his own name. */
export function agencyName(snapshot: Snapshot, unitId: string, day: string): string {
  const unit = unitAround(snapshot, unitId, day);
  if (!unit) return unitId;
  return committees.has(unit.level) ? `Ủy ban nhân dân ${small(unit.nameVi)}` : unit.nameVi;
}

export const unitName = (snapshot: Snapshot, unitId: string, day: string): string =>
  unitAround(snapshot, unitId, day)?.nameVi ?? unitId;

/** The province as a place of issue: 'Huế'. */
export function placeName(snapshot: Snapshot, unitId: string, day: string): string {
  const province = provinceOf(snapshot, unitId, day);
  return (province?.nameVi ?? unitName(snapshot, unitId, day)).replace(/^(Thành phố|Tỉnh) /, '');
}

/** The two lines at the head of a slip: who is above, who issues. A commune's desk is its service centre. */
export function headingOf(
  snapshot: Snapshot,
  { unitId, day, desk }: { unitId: string; day: string; desk: boolean },
): { superior?: string; agency: string; place: string; date: string } {
  const own = agencyName(snapshot, unitId, day);
  const above = pathOn(snapshot, unitId, day).findLast(
    (unit) => unit.id !== unitId && committees.has(unit.level),
  );
  const rest = { place: placeName(snapshot, unitId, day), date: day };
  if (desk && own.startsWith('Ủy ban'))
    return { superior: own, agency: 'Trung tâm Phục vụ hành chính công', ...rest };
  return { ...(above && { superior: agencyName(snapshot, above.id, day) }), agency: own, ...rest };
}

export const deskName = (snapshot: Snapshot, unitId: string, day: string): string => {
  const unit = unitAround(snapshot, unitId, day);
  if (!unit || !committees.has(unit.level)) return `Bộ phận một cửa ${agencyName(snapshot, unitId, day)}`;
  return `Trung tâm Phục vụ hành chính công ${small(unit.nameVi)}`;
};

export const personName = async (tx: Tx, id: string | undefined): Promise<string> =>
  id ? ((await findPerson(tx, 'all', id))?.fullName ?? '') : '';

/** The office somebody held in a unit or below it on a day, in Vietnamese. */
export async function titleOf(
  tx: Tx,
  snapshot: Snapshot,
  who: { personId: string; unitId: string; day: string },
): Promise<string> {
  const { personId, unitId, day } = who;
  const units = [unitId, ...childrenOn(snapshot, unitId, day).map((unit) => unit.id)];
  const holders = await listOfficeHolders(tx, units, day);
  return holders.find((one) => one.personId === personId)?.titleVi ?? '';
}

const two = (value: number): string => String(value).padStart(2, '0');

/** '08 giờ 15 phút, ngày 17/11/2025' in Vietnam. */
export function momentText(instant: string | undefined): string {
  if (!instant) return '';
  const local = new Date(Date.parse(instant) + 7 * 3_600_000);
  return `${two(local.getUTCHours())} giờ ${two(local.getUTCMinutes())} phút, ngày ${formatDay(dayOf(instant))}`;
}

export const dayText = (instant: string | undefined): string => (instant ? formatDay(dayOf(instant)) : '');
