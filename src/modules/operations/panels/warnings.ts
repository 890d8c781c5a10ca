import { may } from '../../../kit/actor.ts';
import type { Context } from '../../../kit/context.ts';
import { listOpenWarnings, listWarnings } from '../../indicators/contract.ts';
import type { Place } from '../actions/place.ts';
import type { Board } from '../contract.ts';

const NAMED = 6;
const order = ['urgent', 'serious', 'notice'];

/** Open warnings of a unit and all below it, the most urgent by name with who must act. */
export async function warningsOf(ctx: Context, place: Place): Promise<Board['warnings']> {
  if (!may(ctx.actor, 'warning.view')) return undefined;
  const scope = place.isWhole ? {} : { unitId: place.unitId };
  const { counts } = await ctx.call(listOpenWarnings, { ...scope, limit: 1 });
  if (counts.total === 0) return { ...counts, items: [] };
  const { items } = await ctx.call(listWarnings, { ...scope, state: 'running', limit: 50 });
  const first = items
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .slice(0, NAMED);
  return {
    ...counts,
    items: first.map((one) => ({
      id: one.id,
      title: {
        vi: `${one.ruleName.vi}: ${one.subject.title.vi}`,
        en: `${one.ruleName.en || one.ruleName.vi}: ${one.subject.title.en || one.subject.title.vi}`,
      },
      rule: { vi: one.ruleName.vi, en: one.ruleName.en || one.ruleName.vi },
      severity: one.severity,
      unit: one.unit,
      people: one.responsible.people.map((person) => person.name),
      since: one.raisedAt,
    })),
  };
}
