import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import { formatMoney } from '../../../web/format.ts';
import { limitText } from '../../calendar/index.ts';
import type { SlipFacts, SlipKey } from '../../documents/index.ts';
import { timeRuleFor } from '../../procedures/index.ts';
import { dueLines } from '../actions/get.ts';
import type { CaseGround } from '../actions/grounds.ts';
import { calledBy } from '../lookupCode.ts';
import type { CaseContent } from '../rules/content.ts';
import type { CaseEvent, EventOf } from '../rules/events.ts';
import type { CaseRow } from '../store/caseFile.ts';
import { checkCode } from './code.ts';
import {
  agencyName,
  dayText,
  deskName,
  headingOf,
  momentText,
  personName,
  titleOf,
  unitName,
} from './names.ts';
import type { Occasion } from './occasion.ts';
import { componentRows, fieldRows, handOverRows, isHanded, pointRows } from './tables.ts';

type Words = Record<string, string | undefined>;

/** What a slip is made of: the case as the moment of its occasion left it. */
export interface Source {
  key: SlipKey;
  row: CaseRow;
  occasion: Occasion;
  content: CaseContent;
  /** On the version, calendars and units of that moment. */
  ground: CaseGround;
}

const channels = {
  online: 'Nộp trực tuyến',
  desk: 'Nộp trực tiếp',
  post: 'Nộp qua bưu chính',
  helper: 'Nộp qua người hỗ trợ',
} as const;

async function commonWords(ctx: Context, s: Source): Promise<Words> {
  const { occasion, content, ground } = s;
  const { state, event } = occasion;
  const day = dayOf(event.at);
  const { snapshot, version } = ground;
  const { reception, decision, returnTo } = state.places;
  const { channel, caseKind } = state;
  const rule = timeRuleFor(version, { channel, ...(caseKind && { caseKind }) });
  const { fullName, personalId, address, phone, email } = content.applicant;
  return {
    code: calledBy({ id: s.row.id, code: state.code }),
    procedure: version.content.name.vi,
    procedureCode: version.code,
    applicant: fullName,
    personalId,
    address,
    phone,
    email,
    representative: content.representative?.fullName,
    receptionUnit: deskName(snapshot, reception, day),
    decisionUnit: agencyName(snapshot, decision ?? reception, day),
    returnPlace: deskName(snapshot, returnTo, day),
    officer: await personName(ctx.tx, event.by.person),
    receivedAt: momentText(state.receivedAt),
    dueAt: momentText(state.due.at),
    timeLimit: rule && limitText(rule.limit).vi,
    today: dayText(event.at),
  };
}

const find = <T extends CaseEvent['type']>(s: Source, type: T): EventOf<T> | undefined =>
  s.occasion.events.findLast((event): event is EventOf<T> & CaseEvent => event.type === type) as
    | EventOf<T>
    | undefined;

function receiptWords(s: Source, event: EventOf<'case.received'>): Words {
  const { state } = s.occasion;
  const lines = dueLines(state, s.ground);
  return {
    fee: event.fee ? formatMoney(event.fee, 'vi') : undefined,
    channel: channels[state.channel],
    dueExplained: lines.map((line) => line.vi).join(' '),
  };
}

/** Who signed, in which office and on which papers; who stands in signs for the one who is away. */
async function resultWords(ctx: Context, s: Source): Promise<Words> {
  const { state } = s.occasion;
  const signed = find(s, 'case.resultReplaced') ?? find(s, 'case.signed');
  const { person = '', unitId = s.row.unitId, standsInFor, mandate } = signed?.by ?? {};
  const day = dayOf(signed?.at ?? s.occasion.event.at);
  const { snapshot, version } = s.ground;
  const isDenied = state.decision?.outcome === 'denied';
  const name = version.content.results[0]?.name.vi ?? version.content.name.vi;
  const title = await titleOf(ctx.tx, snapshot, { personId: standsInFor ?? person, unitId, day });
  const papers = mandate?.map((link) => link.paper).join('; ');
  return {
    resultName: isDenied ? `Thông báo không giải quyết: ${name}` : name,
    resultNumber: state.decision?.number,
    signer: await personName(ctx.tx, person),
    signerTitle: standsInFor ? `KT. ${title}` : title,
    signedAt: dayText(signed?.at),
    basis: papers,
  };
}

async function ownWords(ctx: Context, s: Source): Promise<Words> {
  const { event, state, before } = s.occasion;
  switch (event.type) {
    case 'case.received':
      return s.key === 'control' ? {} : receiptWords(s, event);
    case 'case.supplementAsked':
      return { answerBy: dayText(event.closesAt) };
    case 'case.refused':
      return { reason: event.reason, legalBasis: event.legalBasis };
    case 'case.apologised':
      return { reason: event.reason, firstDueAt: momentText(before?.due.at) };
    case 'case.stopped':
      return {
        reason: event.reason,
        askedBy: s.content.applicant.fullName,
        fee: state.payment === 'paid' && state.duty ? formatMoney(state.duty.amount, 'vi') : undefined,
      };
    case 'case.proposed':
      return { answerBy: dayText(state.step?.silentAt) };
    default:
      return s.key === 'result' ? resultWords(ctx, s) : {};
  }
}

/** Names of everybody in the hand-overs, looked up once. */
async function peopleIn(ctx: Context, events: readonly CaseEvent[]) {
  const ids = events.flatMap((one) => [
    one.by.person,
    isHanded(one) ? one.handOver?.taker : undefined,
    one.type === 'case.assigned' ? one.personId : undefined,
  ]);
  const names = new Map<string | undefined, string>();
  for (const id of new Set(ids)) names.set(id, await personName(ctx.tx, id));
  return (id: string | undefined): string => names.get(id) ?? '';
}

async function tablesOf(ctx: Context, s: Source): Promise<SlipFacts['tables']> {
  const { version, snapshot } = s.ground;
  const { event, events, state } = s.occasion;
  const day = dayOf(event.at);
  const unit = (id: string): string => unitName(snapshot, id, day);
  if (event.type === 'case.received' && s.key !== 'control')
    return { components: componentRows(version, s.content) };
  if (event.type === 'case.supplementAsked') return { points: pointRows(version, event.points) };
  if (s.key === 'control')
    return { handovers: handOverRows(version, events, { person: await peopleIn(ctx, events), unit }) };
  if (s.key !== 'draft' && s.key !== 'result') return {};
  const text = find(s, 'case.approved')?.text || find(s, 'case.proposed')?.text;
  const said = state.decision?.outcome === 'denied' && text ? [{ label: 'Lý do', value: text }] : [];
  return { fields: [...said, ...fieldRows(version, s.content, unit)] };
}

/** Slips of the desk carry the head of its service centre, all others that of the unit that decides. */
const ofDesk: readonly SlipKey[] = ['receipt', 'supplement', 'refusal'];

/** With its number in the address, a paper that was replaced is told from the one that holds. */
function checkAddress(ctx: Context, code: string, number: string | undefined): string {
  const page = `${ctx.app.config.url}/results/${encodeURIComponent(checkCode(ctx, code))}`;
  return number ? `${page}?number=${encodeURIComponent(number)}` : page;
}

/** Everything a slip says, from events alone: the same case gives the same facts at any later time. */
export async function slipFacts(ctx: Context, s: Source): Promise<SlipFacts> {
  const { occasion, key, ground } = s;
  const { reception, decision } = occasion.state.places;
  const day = dayOf(occasion.event.at);
  const desk = ofDesk.includes(key);
  const unitId = desk ? reception : (decision ?? reception);
  const words = { ...(await commonWords(ctx, s)), ...(await ownWords(ctx, s)) };
  const { code } = occasion.state;
  const { url } = ctx.app.config;
  const track = code ? `${url}/track/${encodeURIComponent(code)}` : `${url}/track`;
  const check = code ? checkAddress(ctx, code, occasion.state.decision?.number) : track;
  return {
    heading: headingOf(ground.snapshot, { unitId, day, desk }),
    words,
    tables: await tablesOf(ctx, s),
    ...(key === 'control'
      ? {}
      : key === 'result'
        ? { trackUrl: check, trackLabel: 'Kiểm tra kết quả:' }
        : { trackUrl: track, trackLabel: 'Tra cứu hồ sơ:' }),
    madeAt: new Date(occasion.event.at),
    ...(key === 'draft' && { watermark: 'BẢN THẢO' }),
  };
}
