import type { Actor } from '../../src/kit/actor.ts';
import type { App } from '../../src/kit/app.ts';
import { addDays, instantOf } from '../../src/kit/day.ts';
import {
  advanceCase,
  assignCase,
  noteCase,
  numberResult,
  rateCase,
  receiveCase,
  returnResult,
  sendMessage,
  signResult,
} from '../../src/modules/cases/contract.ts';
import { randomFrom } from '../random.ts';
import { officer, procedures } from './world.ts';

/** A case made through the endpoints, of which the load makes many: its id and what is unlike in each copy. */
export interface Template {
  id: string;
  name: string;
  personalId: string;
}

export const TEMPLATES = 250;
/** The last ones are still open, most of them waiting to be appraised. */
const OPEN = 60;
/** The part of all cases that waits to be appraised and that nobody has taken. */
export const WAITING = (OPEN * 0.7) / TEMPLATES;
const LAST_DAY = '2025-11-14';
const names = [
  'Nguyễn Thị Hường',
  'Trần Văn Đức',
  'Lê Thị Thu Hà',
  'Phạm Quốc Ưng',
  'Hoàng Thị Ngọc',
  'Đặng Thái Sơn',
];

interface People {
  desk: Actor;
  specialist: Actor;
  head: Actor;
}

interface Run {
  app: App;
  people: People;
  /** The next moment of the story, some minutes later each time. */
  tick(): Date;
}

/** Working days of the weeks before the benchmark's day, so that receptions fall on them evenly. */
function workingDays(count: number): string[] {
  const days: string[] = [];
  for (let day = LAST_DAY; days.length < count; day = addDays(day, -1))
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.unshift(day);
  return days;
}

async function workOff({ app, people, tick }: Run, made: { id: string; secret: string }): Promise<void> {
  const { id, secret } = made;
  const { desk, specialist, head } = people;
  const as = (actor: Actor) => ({ actor, now: tick() });
  await app.call(noteCase, { id, text: 'Đã đối chiếu giấy tờ với cơ sở dữ liệu dân cư.' }, as(specialist));
  await app.call(assignCase, { id, personId: specialist.personId! }, as(head));
  await app.call(advanceCase, { id, step: 'appraise', remarks: 'Hồ sơ đủ điều kiện.' }, as(specialist));
  await app.call(signResult, { id, step: 'sign', outcome: 'granted' }, as(head));
  await app.call(numberResult, { id }, as(specialist));
  await app.call(sendMessage, { id, secret, text: 'Chiều nay tôi đến nhận.' }, as(desk));
  await app.call(returnResult, { id, taker: 'Người nộp' }, as(desk));
  await app.call(rateCase, { id, secret, stars: 5 }, as(desk));
}

/** Some of the open ones have been assigned, some wait for the signature. */
async function workOn({ app, people, tick }: Run, id: string, n: number): Promise<void> {
  const { specialist, head } = people;
  if (n % 10 < 7) return;
  await app.call(assignCase, { id, personId: specialist.personId! }, { actor: head, now: tick() });
  if (n % 10 === 7) return;
  await app.call(advanceCase, { id, step: 'appraise' }, { actor: specialist, now: tick() });
}

/** Cases of one office through the endpoints, at historic moments: the closed ones over nine weeks, the open ones lately. */
export async function makeTemplates(app: App, unitId: string): Promise<Template[]> {
  const random = randomFrom(3);
  const days = workingDays(45);
  const made: Template[] = [];
  for (let n = 0; n < TEMPLATES; n += 1) {
    const isOpen = n >= TEMPLATES - OPEN;
    const day = isOpen ? days[days.length - 1 - (n % 12)]! : days[n % (days.length - 6)]!;
    let at = instantOf(day, '08:00').getTime() + random.between(0, 150) * 60_000;
    const tick = () => new Date((at += random.between(2, 9) * 60_000));
    const now = tick();
    const [desk, specialist, head] = await Promise.all([
      officer(app, unitId, 'desk', now),
      officer(app, unitId, 'specialist', now),
      officer(app, unitId, 'head', now),
    ]);
    const name = `${names[n % names.length]} ${n}`;
    const personalId = String(46_000_000_000 + n).padStart(12, '0');
    const reply = await app.call(
      receiveCase,
      {
        procedureCode: procedures[isOpen ? n % 3 : random.between(0, 1)]!.code,
        receptionUnitId: unitId,
        applicant: { kind: 'citizen', fullName: name, personalId },
        values: { noiCuTru: 'Thôn Đông, xã Đo Kiểm', soBan: 2 },
        components: [{ component: 'declaration', form: 'original', count: 1, fileIds: [] }],
      },
      { actor: desk, now },
    );
    const run = { app, people: { desk, specialist, head }, tick };
    if (isOpen) await workOn(run, reply.id, n);
    else await workOff(run, { id: reply.id, secret: reply.secret! });
    made.push({ id: reply.id, name, personalId });
  }
  return made;
}
