import type { LifeEvent, OfferOccasion, OfferRule } from '../../rules/model.ts';
import { boxes, type Flat, given, listBoxes, type Row, rowAt, rowsOf } from './flat.ts';

/** When a service is offered unasked, as boxes: occasions and filled fields are rows. */

const occasionBoxes = (one: OfferOccasion, at: string): Flat =>
  boxes(at, {
    kind: one.kind,
    procedureCode: one.kind === 'granted' ? one.procedureCode : undefined,
    months: one.kind === 'granted' ? one.months : undefined,
    role: one.kind === 'age' ? one.role : undefined,
    years: one.kind === 'age' ? one.years : undefined,
    event: one.kind === 'told' ? one.event : undefined,
    daysBefore: one.kind === 'told' ? undefined : one.daysBefore,
  });

export const offerBoxes = (rule: OfferRule | undefined): Flat =>
  rule
    ? {
        ...boxes('offer', {
          openDays: rule.openDays,
          undoDays: rule.undoDays,
          startDays: rule.startDays,
          legalBasis: rule.legalBasis,
        }),
        ...listBoxes('offerOn', rule.on, occasionBoxes),
        ...listBoxes('offerFill', rule.fill, ({ field, term, value }, at) =>
          boxes(at, { field, term, value }),
        ),
      }
    : {};

/** A whole number; a blank or unreadable one is left out, and the checks say what is missing. */
const whole = (row: Row, field: string): number | undefined => {
  const text = row.text(field);
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
};

const some = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;

function occasionFrom(row: Row): OfferOccasion[] {
  const daysBefore = whole(row, 'daysBefore');
  switch (row.text('kind')) {
    case 'granted': {
      const procedureCode = row.text('procedureCode');
      const months = whole(row, 'months');
      return procedureCode ? [some({ kind: 'granted' as const, procedureCode, months, daysBefore })] : [];
    }
    case 'age': {
      const years = whole(row, 'years') ?? 0;
      return row.text('role')
        ? [some({ kind: 'age' as const, role: row.text('role'), years, daysBefore })]
        : [];
    }
    case 'told':
      return row.text('event') ? [{ kind: 'told', event: row.text('event') as LifeEvent }] : [];
    default:
      return [];
  }
}

/** The rule of the boxes; none where nothing of it is stated. */
export function offerFrom(values: Flat): { offer?: OfferRule } {
  const row = rowAt(values, 'offer');
  const on = rowsOf(values, 'offerOn').flatMap(occasionFrom);
  const fill = rowsOf(values, 'offerFill').flatMap((one) =>
    one.text('field')
      ? [{ field: one.text('field'), ...given({ term: one.text('term'), value: one.text('value') }) }]
      : [],
  );
  const [openDays, undoDays, startDays] = ['openDays', 'undoDays', 'startDays'].map((name) =>
    whole(row, name),
  );
  const legalBasis = row.text('legalBasis');
  if (on.length === 0 && fill.length === 0 && !legalBasis && openDays === undefined && undoDays === undefined)
    return {};
  return {
    offer: {
      on,
      openDays: openDays ?? 0,
      undoDays: undoDays ?? 0,
      ...(startDays === undefined ? {} : { startDays }),
      legalBasis,
      ...(fill.length > 0 ? { fill } : {}),
    },
  };
}
