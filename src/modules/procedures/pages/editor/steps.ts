import { fieldsOf } from '../../form/read-value.ts';
import type { ProcedureContent, Step, Transition, Words } from '../../rules/model.ts';
import { conditionBoxes, whenFrom } from './condition.ts';
import { boxes, type Flat, given, listBoxes, type Row, rowAt, rowsOf } from './flat.ts';
import { keyFor } from './keys.ts';
import { limitFrom, limitWords } from './limits.ts';
import { offerBoxes, offerFrom } from './offer.ts';

type WithForm = Pick<Partial<ProcedureContent>, 'form'>;
const formFields = ({ form }: WithForm) => (form ? fieldsOf(form) : []);

/** The plan of steps, each with the ways out of it. */
export const stepBoxes = (rows: readonly Step[] | undefined, c: WithForm): Flat =>
  listBoxes('steps', rows, (step, at) => ({
    ...boxes(at, {
      was: step.key,
      vi: step.name.vi,
      en: step.name.en,
      role: step.role,
      at: step.at,
      limit: limitWords(step.limit),
      waitsFor: step.waitsFor,
      silenceAfter: limitWords(step.silenceAfter),
    }),
    ...listBoxes(`${at}.next`, step.next, (way, path) => ({
      ...boxes(path, { to: way.to, vi: way.name?.vi, en: way.name?.en }),
      ...conditionBoxes(`${path}.when`, way.when, formFields(c)),
    })),
  }));

const words = (vi: string, en: string): { name?: Words } => (vi ? { name: { vi, ...given({ en }) } } : {});

const waysFrom = (values: Flat, row: Row, c: WithForm): Step['next'] =>
  rowsOf(values, `${row.at}.next`).flatMap((way) =>
    way.text('to')
      ? [
          {
            to: way.text('to'),
            ...whenFrom(values, `${way.at}.when`, formFields(c)),
            ...words(way.text('vi'), way.text('en')),
          },
        ]
      : [],
  );

function stepFrom(values: Flat, row: Row, c: WithForm, taken: string[]): Step[] {
  const vi = row.text('vi');
  if (!vi) return [];
  const limit = limitFrom(row.text('limit'), `${row.at}.limit`);
  const silenceAfter = limitFrom(row.text('silenceAfter'), `${row.at}.silenceAfter`);
  return [
    {
      key: row.text('was') || keyFor(vi, taken),
      role: row.text('role') as Step['role'],
      name: { vi, ...given({ en: row.text('en') }) },
      at: row.text('at') as Step['at'],
      ...(limit ? { limit } : {}),
      next: waysFrom(values, row, c),
      ...(given({ waitsFor: row.text('waitsFor') }) as Pick<Step, 'waitsFor'>),
      ...(silenceAfter ? { silenceAfter } : {}),
    },
  ];
}

export function stepsFrom(values: Flat, was: readonly Step[], c: WithForm): Step[] {
  const taken = was.map(({ key }) => key);
  return rowsOf(values, 'steps').flatMap((row) => stepFrom(values, row, c, taken));
}

const ruleBoxes = (rules: Partial<ProcedureContent['rules']> | undefined): Flat =>
  boxes('rules', { draftToApplicant: limitWords(rules?.draftToApplicant), proactive: rules?.proactive });

function rulesFrom(values: Flat, was: ProcedureContent['rules']): ProcedureContent['rules'] {
  const { text } = rowAt(values, 'rules');
  const draftToApplicant = limitFrom(text('draftToApplicant'), 'rules.draftToApplicant');
  const proactive = Number(text('proactive')) as 0 | 1 | 2 | 3 | 4;
  return {
    ...(draftToApplicant ? { draftToApplicant } : {}),
    ...(proactive ? { proactive } : {}),
    ...offerFrom(values),
    anyPlace: was.anyPlace,
  };
}

/** Which running cases move to the version. */
export const transitionBoxes = (transition: Transition | undefined): Flat =>
  boxes('transition', {
    kind: transition?.kind,
    step: transition?.kind === 'beforeStep' ? transition.step : undefined,
    ...(transition?.kind === 'stated'
      ? {
          vi: transition.text.vi,
          en: transition.text.en,
          receivedFrom: transition.receivedFrom,
          ...Object.fromEntries((transition.atSteps ?? []).map((key) => [`at.${key}`, true])),
        }
      : {}),
  });

const dayOf = (text: string): string =>
  text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, (_, d: string, m: string, y: string) =>
    [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
  );

export function transitionFrom(values: Flat, was: Transition | undefined): Transition | undefined {
  const { text } = rowAt(values, 'transition');
  const kind = text('kind');
  if (!kind) return undefined;
  if (kind === 'none') return { kind };
  if (kind === 'beforeStep') return { kind, step: text('step') };
  const before = was?.kind === 'stated' ? (was.atSteps ?? []) : [];
  const chosen = Object.keys(values).flatMap((name) =>
    name.startsWith('transition.at.') && values[name] === 'true' ? [name.slice('transition.at.'.length)] : [],
  );
  const atSteps = [
    ...before.filter((key) => chosen.includes(key)),
    ...chosen.filter((key) => !before.includes(key)),
  ];
  return {
    kind: 'stated',
    text: { vi: text('vi'), ...given({ en: text('en') }) },
    ...given({ receivedFrom: dayOf(text('receivedFrom')) }),
    ...(atSteps.length > 0 || before.length > 0 ? { atSteps } : {}),
  };
}

export const planBoxes = (c: Partial<ProcedureContent>, transition: Transition | undefined): Flat => ({
  ...stepBoxes(c.steps, c),
  ...ruleBoxes(c.rules),
  ...offerBoxes(c.rules?.offer),
  ...transitionBoxes(transition),
});

export const planFrom = (values: Flat, was: ProcedureContent): Partial<ProcedureContent> => ({
  steps: stepsFrom(values, was.steps, was),
  rules: rulesFrom(values, was.rules),
});
