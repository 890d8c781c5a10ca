import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import { listSilentUnits, watchCases } from '../../cases/contract.ts';
import { listRecordsOfDay, type RecordLine } from '../../indicators/index.ts';
import { listSentNotices } from '../../notices/contract.ts';
import { subtreeOn, unitAround } from '../../organisations/index.ts';
import { countGaps } from '../../procedures/contract.ts';
import { listProcedureNames } from '../../procedures/index.ts';
import type { BoardRecord, listBoardRecords } from '../contract.ts';
import { boardMessages } from '../messages/board.ts';
import type { RecordKind } from '../rules/links.ts';
import { listBacklogs, listJobs } from '../store/health.ts';
import { type Place, placeOf } from './place.ts';

type Input = ParsedOf<typeof listBoardRecords>;
interface Found {
  items: BoardRecord[];
  next?: string;
}
type Ask = { ctx: Context; place: Place; input: Input };

const MOST = 500;
const scopeOf = ({ isWhole, unitId }: Place) => (isWhole ? {} : { unitId });
const same = (text: string): Text => ({ vi: text, en: text });
const bothOf = (say: (t: (typeof boardMessages)['vi']) => string): Text => ({
  vi: say(boardMessages.vi),
  en: say(boardMessages.en),
});

function unitNamed(ctx: Context, { snapshot }: Place, id: string): Text {
  const unit = unitAround(snapshot, id, ctx.today);
  return { vi: unit?.nameVi ?? id, en: unit?.nameEn || (unit?.nameVi ?? id) };
}

async function answers({ ctx, place }: Ask, isLate: boolean): Promise<Found | undefined> {
  if (!may(ctx.actor, 'case.view', place.unitId)) return undefined;
  const { consultations } = await ctx.call(watchCases, { ...scopeOf(place), limit: 50 });
  const now = ctx.now.toISOString();
  const items = consultations.items
    .filter((one) => one.dueAt < now === isLate)
    .map((one) => ({
      key: `${one.caseId} ${one.unitId}`,
      title: same(one.code ?? one.caseId),
      href: `/cases/${one.caseId}`,
      unit: { id: one.unitId, name: one.unit },
      at: one.dueAt,
      isBad: isLate,
    }));
  return { items };
}

/** The counts of what came in and what ended, as `cases` keeps them: by day and deciding unit. */
const counts = {
  received: { fact: 'case', period: 'received', where: 'received != null' },
  ended: { fact: 'case', period: 'finished', where: 'provincial in ("early", "onTime", "late")' },
};

function lineOf(
  { ctx, place }: Ask,
  line: RecordLine,
  i: number,
  names: ReadonlyMap<string, Text>,
): BoardRecord {
  const procedure = String(line.values['procedure'] ?? '');
  const unitId = String(line.values['unit'] ?? '');
  return {
    key: line.id ?? String(i),
    title: names.get(procedure) ?? same(procedure),
    code: [line.code, procedure].filter(Boolean).join(' · '),
    ...(line.id && !line.withheld && { href: `/cases/${line.id}` }),
    unit: { id: unitId, name: unitNamed(ctx, place, unitId) },
    ...(line.withheld && { note: bothOf((t) => t.behindNumbers.withheld) }),
    isBad: line.values['provincial'] === 'late',
  };
}

async function ofDay(ask: Ask, what: keyof typeof counts): Promise<Found | undefined> {
  const { ctx, place, input } = ask;
  if (!may(ctx.actor, 'case.view', place.unitId)) return undefined;
  const { lines, next } = await listRecordsOfDay(ctx.tx, ctx.actor, {
    count: counts[what],
    unitId: place.unitId,
    own: input.own ?? false,
    day: input.day ?? ctx.today,
    today: ctx.today,
    cursor: input.cursor,
    limit: input.limit,
  });
  const codes = lines.map((line) => String(line.values['procedure'] ?? ''));
  const names = await listProcedureNames(ctx.tx, codes);
  return { items: lines.map((line, i) => lineOf(ask, line, i, names)), ...(next && { next }) };
}

async function signing({ ctx, place }: Ask): Promise<Found> {
  const { signing: told } = await ctx.call(watchCases, { ...scopeOf(place), limit: 0 });
  const items = (told?.unitIds ?? []).map((id) => ({
    key: id,
    title: unitNamed(ctx, place, id),
    href: `/cases/signing?unitId=${id}`,
    isBad: false,
  }));
  return { items };
}

async function gaps({ ctx, place }: Ask): Promise<Found | undefined> {
  if (!may(ctx.actor, 'mandate.view')) return undefined;
  const { items } = await ctx.call(countGaps, {});
  const below = place.isWhole ? undefined : subtreeOn(place.snapshot, place.unitId, ctx.today);
  return {
    items: items
      .filter((one) => !below || below.has(one.unitId))
      .toSorted((a, b) => b.gaps - a.gaps)
      .map((one) => ({
        key: one.unitId,
        title: { vi: one.unitVi, en: one.unitEn || one.unitVi },
        href: `/procedures/coverage?unitId=${one.unitId}`,
        at: one.since,
        note: bothOf((t) => t.behindNumbers.steps(one.gaps)),
        isBad: true,
      })),
  };
}

async function silent({ ctx, place }: Ask): Promise<Found | undefined> {
  if (!may(ctx.actor, 'case.view', place.unitId)) return undefined;
  const { items } = await ctx.call(listSilentUnits, scopeOf(place));
  return {
    items: items.map((one) => ({
      key: one.unitId,
      title: one.name,
      href: `/cases?view=received&unitId=${one.unitId}`,
      at: one.last,
      isBad: false,
    })),
  };
}

/** Mail that may leave now and does not, or that waits for its hour. */
async function mail({ ctx }: Ask, isLater: boolean): Promise<Found | undefined> {
  if (!may(ctx.actor, 'notice.view')) return undefined;
  const { items } = await ctx.call(listSentNotices, { state: 'queued', limit: MOST });
  const now = ctx.now.toISOString();
  return {
    items: items.flatMap((one) =>
      one.mail && one.mail.notBefore > now === isLater
        ? [
            {
              key: one.id,
              title: one.title,
              href: one.href,
              at: one.mail.notBefore,
              note: { vi: `${one.unitName.vi}: ${one.mail.to}`, en: `${one.unitName.en}: ${one.mail.to}` },
              isBad: !isLater,
            },
          ]
        : [],
    ),
  };
}

async function jobs({ ctx }: Ask, isFailed: boolean): Promise<Found> {
  const all = await listJobs(ctx.tx, MOST);
  return {
    items: all
      .filter((job) => (isFailed ? job.error !== null : job.waits))
      .map((job) => ({
        key: job.id,
        title: same(job.name),
        at: new Date(ctx.now.getTime() + job.runsIn * 1000).toISOString(),
        ...(job.error !== null && { note: same(job.error) }),
        isBad: job.error !== null,
      })),
  };
}

async function listeners({ ctx }: Ask, isFailing: boolean): Promise<Found> {
  const all = await listBacklogs(ctx.tx);
  return {
    items: all
      .filter((one) => !isFailing || one.failing)
      .map(({ name, backlog, failing }) => ({
        key: name,
        title: same(name),
        note: bothOf((t) => t.behindNumbers.behind(backlog)),
        isBad: failing,
      })),
  };
}

const finders: Record<RecordKind, (ask: Ask) => Promise<Found | undefined>> = {
  lateAnswers: (ask) => answers(ask, true),
  soonAnswers: (ask) => answers(ask, false),
  received: (ask) => ofDay(ask, 'received'),
  ended: (ask) => ofDay(ask, 'ended'),
  signing,
  gaps,
  silent,
  mail: (ask) => mail(ask, false),
  laterMail: (ask) => mail(ask, true),
  jobs: (ask) => jobs(ask, false),
  failedJobs: (ask) => jobs(ask, true),
  listeners: (ask) => listeners(ask, false),
  failing: (ask) => listeners(ask, true),
};

/** The records behind a number, as many as it says; what the reader may not see is absent. */
export async function listBoardRecordsAction(
  ctx: Context,
  input: Input,
): Promise<ReplyOf<typeof listBoardRecords>> {
  const place = await placeOf(ctx, input.unitId);
  const found = await finders[input.what]({ ctx, place, input });
  return {
    unit: { id: place.unitId, name: place.name },
    what: input.what,
    day: input.day ?? ctx.today,
    ...found,
  };
}
