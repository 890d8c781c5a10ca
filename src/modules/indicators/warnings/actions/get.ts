import { may } from '../../../../kit/actor.ts';
import type { Context } from '../../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../../kit/contract.ts';
import { listStream } from '../../../../kit/events.ts';
import { missing } from '../../../../kit/problems.ts';
import type { getWarning } from '../contract/warnings.ts';
import { eventOf } from '../replay.ts';
import type { WarningEvent } from '../rules/evolve.ts';
import { ruleOn } from '../rules/rule.ts';
import { basisWords, valueWords } from '../rules/words.ts';
import type { StoredRule } from '../store/rule.ts';
import { findVisible, listLooks, type WarningRow } from '../store/warning.ts';
import { mayAcknowledge } from './acknowledge.ts';
import { figureHrefs } from './links.ts';
import { type Book, loadBook, numbersOf, responsibleShown, ruleShown, warningShown } from './shown.ts';

type Reply = ReplyOf<typeof getWarning>;

function happening(book: Book, rule: StoredRule, event: WarningEvent): Reply['history'][number] {
  const { at } = event;
  switch (event.kind) {
    case 'warning.raised': {
      const { payload } = event;
      return {
        at,
        kind: 'raised',
        valueText: valueWords(rule.watch, payload),
        responsible: responsibleShown(book, payload.responsible),
      };
    }
    case 'warning.acknowledged':
      return { at, kind: 'acknowledged', by: event.payload.by.name, comment: event.payload.comment };
    case 'warning.escalated':
      return {
        at,
        kind: 'escalated',
        waitedDays: event.payload.waitedDays,
        responsible: responsibleShown(book, event.payload.responsible),
      };
    case 'warning.ended': {
      const { cause, value } = event.payload;
      const said = value === undefined ? undefined : valueWords(rule.watch, { ...event.payload, value });
      return { at, kind: 'ended', cause, ...(said && { valueText: said }) };
    }
  }
}

function detailOf(row: WarningRow): Pick<Reply, 'steps' | 'range' | 'due'> {
  const { steps = [], range, due } = row.state;
  return {
    steps: steps.map(({ day, ...n }) => ({ on: day, ...numbersOf(n) })),
    ...(range && { range: { ...range, basis: basisWords(range.basis) } }),
    ...(due && { due }),
  };
}

export async function getWarningAction(
  ctx: Context,
  { id }: ParsedOf<typeof getWarning>,
): Promise<ReplyOf<typeof getWarning>> {
  const row = (await findVisible(ctx.tx, ctx.actor, id)) ?? missing();
  const book = await loadBook(ctx);
  const rule = book.rule(row.ruleCode, row.state.ruleVersion) ?? missing();
  const events = (await listStream(ctx.tx, `warning:${id}`)).map(eventOf);
  const newest = book.rules.filter((r) => r.code === row.ruleCode).at(-1);
  const inForce = ruleOn(
    book.rules.filter((r) => r.code === row.ruleCode),
    ctx.today,
  );
  const { watch } = rule;
  return {
    ...warningShown(ctx, book, row),
    rule: ruleShown(book, rule),
    ...(newest && { ruleNow: { version: (inForce ?? newest).version, active: inForce !== undefined } }),
    raised: { on: row.state.on, ...numbersOf(row.state), valueText: valueWords(watch, row.state) },
    ...detailOf(row),
    ...('figure' in watch && {
      figure: {
        name: book.figureName(watch.figure),
        ...(row.state.version && { version: row.state.version }),
        ...figureHrefs(watch.figure, row.state.subject.id, row.looked.on, row.phase === 'ended'),
      },
    }),
    looks: (await listLooks(ctx.tx, id)).map(({ onDay, why, ...n }) => ({
      on: onDay,
      ...numbersOf(n),
      ...(why && { why: why as 'tooFew' }),
    })),
    history: events.toReversed().map((event) => happening(book, rule, event)),
    mayAcknowledge: mayAcknowledge(ctx, row),
    mayCheck: row.phase !== 'ended' && may(ctx.actor, 'warning.acknowledge', row.unitId),
  };
}
