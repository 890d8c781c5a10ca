import { createHash } from 'node:crypto';

import type { App } from '../../kit/app.ts';
import { type Day, dayOf } from '../../kit/day.ts';
import type { Tx } from '../../kit/db.ts';
import { checkCode, type CaseMoment, caseMoment, statusCode } from '../cases/index.ts';
import {
  childrenOn,
  listOfficeHolders,
  listPersonNames,
  loadSnapshot,
  type Snapshot,
  unitAround,
} from '../organisations/index.ts';
import { missingIn } from './rules/faults.ts';
import { type MessageFacts, type Names, wireCase, wireProgress } from './rules/message.ts';
import type { MessageService } from './rules/wire.ts';
import type { Left } from './store/message.ts';

/** The offices of those who acted, by person: in Vietnamese, as they stood on the day of the last event. */
async function titlesOf(tx: Tx, snapshot: Snapshot, { state, events }: CaseMoment, day: Day) {
  const acted = events.flatMap(({ by }) => by.unitId ?? []);
  const units = new Set([state.atUnitId, state.places.reception, ...acted]);
  const below = [...units].flatMap((id) => childrenOn(snapshot, id, day).map((unit) => unit.id));
  const holders = await listOfficeHolders(tx, [...units, ...below], day);
  return new Map(holders.map(({ personId, titleVi }) => [personId, titleVi]));
}

async function namesOf(tx: Tx, moment: CaseMoment): Promise<Names> {
  const day = dayOf(moment.state.lastAt);
  const snapshot = await loadSnapshot(tx);
  const people = [...new Set(moment.events.flatMap(({ by }) => by.person ?? []))];
  const [names, titles] = await Promise.all([
    listPersonNames(tx, people),
    titlesOf(tx, snapshot, moment, day),
  ]);
  return {
    person: (id) => (id ? names.get(id) : undefined),
    title: (id) => (id ? titles.get(id) : undefined),
    unit: (id) => (id ? (unitAround(snapshot, id, day)?.nameVi ?? id) : undefined),
  };
}

/** The result has an address once a file of it was issued; the code in it cannot be counted up to others. */
function resultLink(app: App, { state, events }: CaseMoment): string | undefined {
  const issued = events.some((one) => one.type === 'case.slipIssued' && one.key === 'result');
  return issued && state.code ? `${app.config.url}/results/${checkCode({ app }, state.code)}` : undefined;
}

/** A message as it leaves, with what the index will find missing in it. */
export interface Composed extends Left {
  code: string | undefined;
  body: object;
  /** The status it tells. */
  status: number;
}

/** Makes the message of a case and one of its events; undefined where there is no such case. */
export async function compose(
  app: App,
  tx: Tx,
  of: { caseId: string; seq: number; service: MessageService; known: boolean },
): Promise<Composed | undefined> {
  const moment = await caseMoment(tx, of.caseId, of.seq);
  if (!moment) return undefined;
  const status = statusCode(moment.state) ?? 1;
  const facts: MessageFacts = {
    ...moment,
    status,
    names: await namesOf(tx, moment),
    links: { file: (id) => `${app.config.url}/api/files/${id}/content`, result: resultLink(app, moment) },
  };
  const whole = wireCase(facts);
  const isWhole = of.service === 'DongBoHoSoMC';
  const data = [isWhole ? whole : wireProgress(facts)];
  const sha256 = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  const body = isWhole ? { isUpdating: of.known, data } : { data };
  return { code: moment.state.code, status, body, sha256, missing: isWhole ? missingIn(whole) : [] };
}
