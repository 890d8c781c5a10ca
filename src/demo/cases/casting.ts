/** Which cases there are: every state in the two wards one may sign in to, and ordinary days everywhere else. */
import { instantOf } from '../../kit/day.ts';
import type { ChannelRow } from '../../modules/procedures/contract.ts';
import { completeProcedures } from '../../modules/procedures/facts/catalogue.ts';
import { people } from '../accounts.ts';
import { cityFee } from '../catalogue.ts';
import { chanceOf } from '../chance.ts';
import { CITY, communes } from '../staff.ts';
import type { Happening } from '../stage.ts';
import { weekdays } from './hours.ts';
import { offerHappenings } from './offers.ts';
import { type CasePlan, type Fate, fates, type Way } from './script.ts';
import { tellCase } from './story.ts';

const FROM = '2025-10-06';
const LAST = '2025-11-14';
const days = weekdays(FROM, LAST);

const contents = new Map(completeProcedures.map((one) => [one.code, one.content]));
const contentOf = (code: string) => contents.get(code)!;

/** How often each is asked for. */
const common = [
  ...Array<string>(6).fill('2.000815'),
  ...Array<string>(4).fill('1.001193'),
  ...Array<string>(3).fill('1.004873'),
  ...Array<string>(3).fill('2.000908'),
  ...Array<string>(3).fill('1.001612'),
  ...Array<string>(2).fill('1.000656'),
  ...Array<string>(2).fill('1.014027'),
  ...Array<string>(2).fill('1.000894'),
  '1.013978',
  '1.013225',
  '2.000986',
  '2.002755',
];

/** Fates that need time, waits or another unit, with procedures in which they happen. */
const fitting: Partial<Record<Fate, readonly string[]>> = {
  apologised: ['1.014027', '1.013978', '2.002755', '1.013225'],
  consulted: ['1.013225', '1.001612'],
  consultedOpen: ['1.013225', '1.001612'],
  dutyUnpaid: ['1.013978'],
  dutyWrong: ['1.013978'],
  denied: ['1.001612', '1.013225', '1.014027', '2.002755'],
  supplemented: ['1.001193', '1.001612', '1.014027', '1.013225', '1.004873'],
  supplementOpen: ['1.001612', '1.013225', '1.004873', '1.001193'],
  stopped: ['1.001612', '1.014027', '1.013225'],
  withdrawn: ['1.001612', '1.014027', '1.013225', '1.004873'],
};

const rare: readonly Fate[] = fates.filter((fate) => fate !== 'returned');

const lastDays = (count: number): string[] => days.slice(-count);

/** When it came in, so that what is open at the start of the demonstration is plausibly so. */
function dayFor(fate: Fate, code: string, c: ReturnType<typeof chanceOf>): string {
  const isLong = ['1.013978', '1.013225', '2.000986', '1.014027', '2.002755'].includes(code);
  if (fate === 'waiting') return c.pick(lastDays(2));
  if (['atSign', 'atIssue', 'ready'].includes(fate)) return c.pick(lastDays(isLong ? 14 : 3));
  if (fate === 'atAppraise' || fate === 'consultedOpen') return c.pick(lastDays(isLong ? 9 : 6));
  if (fate === 'supplementOpen') return c.pick(lastDays(8));
  if (fate.startsWith('duty')) return c.pick(days.slice(0, 18));
  return c.pick(isLong ? days.slice(0, 14) : days);
}

interface Wish {
  key: string;
  unitId: string;
  fate?: Fate;
  code?: string;
  day?: string;
  account?: string;
  channel?: Way;
}

const open = (code: string, way: Way): boolean =>
  contentOf(code).channels.some(({ channel }) => channel === (way === 'helper' ? 'desk' : way));

function cast({ key, unitId, ...wish }: Wish): CasePlan {
  const c = chanceOf(`cast ${key}`);
  const fate = wish.fate ?? (c.next() < 0.72 ? 'returned' : c.pick(rare));
  const code = wish.code ?? c.pick(fitting[fate] ?? common);
  const ways: Way[] = ['online', 'online', 'online', 'desk', 'desk', 'post', 'helper'];
  const offered = ways.filter((way) => open(code, way));
  const channel = fate === 'waiting' ? 'online' : (wish.channel ?? c.pick(offered));
  const day = wish.day ?? dayFor(fate, code, c);
  const clock = `${String(c.between(7, 10)).padStart(2, '0')}:${c.between(31, 59)}`;
  const content = contentOf(code);
  const isElsewhere = channel !== 'online' && content.competence.place !== 'reception' && c.next() < 0.25;
  const place = isElsewhere ? c.pick(communes.filter((unit) => unit.id !== unitId)).id : unitId;
  return {
    key: code === '1.004873' && c.next() < 0.15 ? `${key} elsewhere` : key,
    code,
    content,
    channel,
    reception: unitId,
    place,
    decision: content.competence.level === 'province' ? CITY : place,
    from: instantOf(day, clock),
    fate,
    ...(wish.account && { account: wish.account }),
  };
}

const numbered = (count: number, wish: (i: number) => Wish): Wish[] =>
  Array.from({ length: count }, (_, i) => wish(i));

const shownWard = (unitId: string, ordinary: number): Wish[] => [
  ...fates.map((fate) => ({ key: `${unitId} ${fate}`, unitId, fate })),
  ...[...contents.keys()].map((code) => ({ key: `${unitId} ${code}`, unitId, code })),
  ...numbered(ordinary, (i) => ({ key: `${unitId} ${i}`, unitId })),
];

const wishes: readonly Wish[] = [
  ...shownWard('commune-19789', 30),
  ...shownWard('commune-19753', 10),
  ...communes.flatMap(({ id: unitId }) => numbered(5, (i) => ({ key: `${unitId} day ${i}`, unitId }))),
  ...(['returned', 'atAppraise', 'supplementOpen', 'ready'] as const).map((fate) => ({
    key: `citizen ${fate}`,
    unitId: 'commune-19789',
    code: fate === 'returned' ? '2.000908' : '1.001612',
    channel: 'online' as const,
    account: people.citizen,
    fate,
  })),
];

/** Cases about which more is told: one whose result was revoked, and a birth after which a copy is offered. */
const told = {
  revoked: cast({
    key: 'revoked result',
    unitId: 'commune-19753',
    code: '2.000908',
    fate: 'returned',
    channel: 'online',
    day: '2025-10-21',
  }),
  birth: cast({
    key: 'citizen birth',
    unitId: 'commune-19753',
    code: '1.001193',
    fate: 'returned',
    channel: 'online',
    day: '2025-11-10',
    account: people.citizen,
  }),
};

const fees = (code: string, channel: ChannelRow['channel']): number | undefined => {
  const own = cityFee(code, channel);
  if (own !== undefined) return own;
  const fee = contentOf(code).channels.find((row) => row.channel === channel)?.fee;
  return fee?.kind === 'amount' ? fee.dong : undefined;
};

/** Everything that happened to all cases before the demonstration begins. */
export const caseHappenings = (): Happening[] => [
  ...[...wishes.map(cast), ...Object.values(told)].flatMap((plan) => tellCase(plan, fees)),
  ...offerHappenings(told, fees),
];
