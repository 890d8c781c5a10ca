import type { ReplyOf } from '../../../kit/contract.ts';
import { instantOf, isDay, parseDay } from '../../../kit/day.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { Problem } from '../../../kit/problems.ts';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { getDue, listCalendars } from '../contract.ts';
import { messages } from '../messages.ts';
import { minuteOf } from '../rules/minutes.ts';
import { cutoffEffects, limitUnits } from '../rules/model.ts';
import { momentText } from '../rules/sentences.ts';
import { clock, nameOf } from './words.ts';

type Answer = ReplyOf<typeof getDue>;
interface Asked {
  day: string;
  clock: string;
  value: string;
  errors: Record<string, string>;
}

/** The moment typed in two boxes; faults by box. */
function askedIn(p: PageContext): Asked & { receivedAt?: string } {
  const t = messages[p.lang].due;
  const typed = p.query['day'];
  const day = typed === undefined ? p.today : (parseDay(typed) ?? typed);
  const hour = clock(p.query['clock'] ?? '08:00');
  const errors: Record<string, string> = {};
  if (!isDay(day)) errors['day'] = t.received;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hour)) errors['clock'] = t.clockWrong;
  const asked = { day, clock: hour, value: p.query['value'] ?? '5', errors };
  if (Object.keys(errors).length > 0) return asked;
  return { ...asked, receivedAt: instantOf(day, hour).toISOString() };
}

async function answerTo(p: PageContext, asked: Asked & { receivedAt?: string }): Promise<Answer | undefined> {
  if (!asked.receivedAt) return undefined;
  const { unit = 'workingDay', cutoffAt, cutoffEffect, calendarId } = p.query;
  try {
    return await p.call(getDue, {
      receivedAt: asked.receivedAt,
      value: Number(asked.value.replace(',', '.')),
      unit: unit as 'workingDay',
      ...(cutoffAt && {
        cutoffAt,
        cutoffEffect: (cutoffEffect || 'startNextWorkingDay') as 'startNextWorkingDay',
      }),
      ...(calendarId && { calendarId }),
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { path, message } of error.fields)
      asked.errors[path === 'receivedAt' ? 'day' : path] = message[p.lang];
    if (error.fields.length === 0) asked.errors['calendarId'] = error.kind.title[p.lang];
    return undefined;
  }
}

async function Question({ p, asked }: { p: PageContext; asked: Asked }) {
  const t = messages[p.lang].due;
  const { items } = await p.call(listCalendars, {});
  const { errors } = asked;
  const cutoffs = Object.entries(t.cutoffs).map(([value, text]) => ({ value, text }));
  return (
    <form class="form" method="get" action="/calendar">
      <FieldRow>
        <DateInput name="day" label={t.received} value={asked.day} error={errors['day']} />
        <TextInput
          name="clock"
          label={t.clock}
          hint={t.clockHint}
          size="short"
          value={asked.clock}
          error={errors['clock']}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          name="value"
          label={t.value}
          size="short"
          inputMode="decimal"
          value={asked.value}
          error={errors['value']}
        />
        <Select
          name="unit"
          label={t.unit}
          value={p.query['unit'] ?? 'workingDay'}
          options={limitUnits.map((value) => ({ value, text: t.units[value] }))}
          error={errors['unit']}
        />
        <Select
          name="calendarId"
          label={t.calendar}
          value={p.query['calendarId']}
          options={items.map((one) => ({ value: one.id, text: nameOf(one, p.lang) }))}
          error={errors['calendarId']}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="cutoffAt"
          label={t.cutoff}
          empty={t.noCutoff}
          value={p.query['cutoffAt']}
          options={cutoffs}
          error={errors['cutoffAt']}
        />
        <Select
          name="cutoffEffect"
          label={t.effect}
          value={p.query['cutoffEffect']}
          options={cutoffEffects.map((value) => ({ value, text: t.effects[value] }))}
          error={errors['cutoffEffect']}
        />
      </FieldRow>
      <Button kind="primary">{t.compute}</Button>
    </form>
  );
}

function Explained({ answer, p }: { answer: Answer; p: PageContext }) {
  const t = messages[p.lang].due;
  const due = answer.dueAt && momentText(minuteOf(new Date(answer.dueAt)))[p.lang];
  return (
    <Panel title={`${t.answer}: ${due ?? ''}`} id="answer">
      <h3>{t.why}</h3>
      <ol class="due-lines">
        {answer.lines.map((line, i) => (
          <li key={String(i)}>{line[p.lang]}</li>
        ))}
      </ol>
    </Panel>
  );
}

export const duePage = page({
  path: '/calendar',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const t = messages[p.lang].due;
    const asked = askedIn(p);
    const answer = await answerTo(p, asked);
    const question = await Question({ p, asked });
    return {
      title: t.title,
      nav: 'due',
      description: t.lead,
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          {Object.keys(asked.errors).length > 0 && <ErrorSummary title={t.faulty} errors={asked.errors} />}
          <Panel>{question}</Panel>
          {answer && <Explained answer={answer} p={p} />}
          <Panel title={t.readings}>
            <ul>
              <li>{t.reading1}</li>
              <li>{t.reading2}</li>
              <li>{t.reading3}</li>
            </ul>
          </Panel>
        </>
      ),
    };
  },
});
