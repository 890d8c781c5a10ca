import type { Context } from '../../../kit/context.ts';
import { dayOf } from '../../../kit/day.ts';
import type { StoredEvent } from '../../../kit/events.ts';
import type { Listener } from '../../../kit/outbox.ts';
import { listPersonNames } from '../../organisations/index.ts';
import { listPeople } from '../store/case.ts';
import { namesIn } from './cases.ts';
import { ladderInForce } from './ladder-in-force.ts';
import { loadRoster } from './roster.ts';
import { type Matter, tell, tellGap, write } from './tell.ts';

const NEWS_MS = 3 * 86_400_000;
/** Steps named in one letter; the page shows the rest. */
const NAMED = 10;

type Of = Pick<Matter, 'kind' | 'params' | 'subjectId' | 'unitId'>;

/** Tells the head of a unit – and the person it is about, where there is one – or the office that nobody is there to be told. */
async function tellHead(ctx: Context, event: StoredEvent, of: Of, personId?: string): Promise<void> {
  if (ctx.app.clock.now().getTime() - event.at.getTime() > NEWS_MS) return;
  const matter: Matter = {
    rung: of.kind,
    subjectKind: event.stream.split(':')[0]!,
    about: dayOf(event.at),
    assignmentId: null,
    taskId: null,
    ownerUnitId: of.unitId,
    classification: 'internal',
    asRole: 'head',
    channels: ['app', 'mail'],
    ...of,
  };
  const [roster, { hours }] = await Promise.all([
    loadRoster(ctx, [matter]),
    ladderInForce(ctx.tx, ctx.today),
  ]);
  const own = personId ? await listPeople(ctx.tx, [personId], ctx.today) : [];
  const others = roster.find('head', matter).filter(({ key }) => !own.some((one) => one.key === key));
  const told = [...own, ...others];
  await write(ctx, [told.length > 0 ? tell(ctx, matter, told, hours) : tellGap(ctx, matter, roster, hours)]);
}

interface Gap {
  code: string;
  stepKey: string;
  since: string;
}

/** A step that nobody may do any more: the unit that has to see to it is told. */
async function onCoverage(ctx: Context, event: StoredEvent): Promise<void> {
  const { ownerUnitId, gaps } = event.payload as { ownerUnitId: string; gaps: readonly Gap[] };
  const name = await namesIn(ctx);
  await tellHead(ctx, event, {
    kind: 'coverageOpened',
    subjectId: `${event.unitId}:${event.seq}`,
    unitId: ownerUnitId,
    params: {
      unit: name(event.unitId),
      count: gaps.length,
      points: gaps.slice(0, NAMED).map(({ code, stepKey }) => ({ vi: `${code}: ${stepKey}` })),
    },
  });
}

const kinds: Record<string, { vi: string; en: string }> = {
  'delegation.endsSoon': { vi: 'Ủy quyền', en: 'The delegation' },
  'assignment.endsSoon': { vi: 'Phân công', en: 'The assignment' },
  'competence.endsSoon': { vi: 'Thẩm quyền', en: 'The competence' },
};

/** A mandate that ends in 15 days: the unit that gave it is told. */
async function onEnding(ctx: Context, event: StoredEvent): Promise<void> {
  const { on, paper } = event.payload as { on: string; paper: { number: string } };
  const name = await namesIn(ctx);
  await tellHead(ctx, event, {
    kind: 'mandateEnds',
    subjectId: `${event.stream.slice('mandate:'.length)}:${event.seq}`,
    unitId: event.unitId,
    params: { unit: name(event.unitId), day: on, paper: paper.number, reason: kinds[event.kind] },
  });
}

/** A certificate that ends in 30 days, and again in 7: its holder and the head of the unit are told. */
async function onCertificateEnding(ctx: Context, event: StoredEvent): Promise<void> {
  const { on, serial, personId } = event.payload as { on: string; serial: string; personId?: string };
  const name = await namesIn(ctx);
  const of: Of = {
    kind: 'certificateEnds',
    subjectId: `${event.stream.slice('certificate:'.length)}:${event.seq}`,
    unitId: event.unitId,
    params: { unit: name(event.unitId), day: on, number: serial },
  };
  await tellHead(ctx, event, of, personId);
}

/** A secondment that ends in 15 days: the heads of both units and the person are told. */
async function onSecondmentEnding(ctx: Context, event: StoredEvent): Promise<void> {
  const { on, paper, personId, fromUnitId } = event.payload as {
    on: string;
    paper: { number: string };
    personId: string;
    fromUnitId: string;
  };
  const name = await namesIn(ctx);
  const who = (await listPersonNames(ctx.tx, [personId])).get(personId) ?? '';
  for (const unitId of [event.unitId, fromUnitId])
    await tellHead(
      ctx,
      event,
      {
        kind: 'secondmentEnds',
        subjectId: `${event.stream.slice('secondment:'.length)}:${event.seq}`,
        unitId,
        params: {
          unit: name(event.unitId),
          place: name(fromUnitId),
          day: on,
          paper: paper.number,
          number: who,
        },
      },
      unitId === event.unitId ? personId : undefined,
    );
}

export const mandateListeners: readonly Listener[] = [
  { name: 'notices.coverage', kinds: ['coverage.opened'], handle: onCoverage },
  { name: 'notices.mandates', kinds: Object.keys(kinds), handle: onEnding },
  { name: 'notices.certificates', kinds: ['certificate.endsSoon'], handle: onCertificateEnding },
  { name: 'notices.secondments', kinds: ['secondment.endsSoon'], handle: onSecondmentEnding },
];
