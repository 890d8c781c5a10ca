import { type Fields, page, type PageContext, submits, textOf, type View } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatNumber } from '../../../web/format.ts';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import {
  getCalendar,
  keepCalendar,
  listDays,
  previewException,
  stateException,
  stateVersion,
} from '../contract.ts';
import { messages } from '../messages.ts';
import { type CalendarPage, NamedDays, Units, Versions } from './facts.tsx';
import { type Preview, StateDay, StateUnit, StateVersion, typedIn } from './forms.tsx';
import { nameOf, weekIn } from './words.ts';
import { YearGrid } from './year-grid.tsx';

const yearOf = (p: PageContext): number => {
  const year = Number(p.query['year'] ?? p.today.slice(0, 4));
  return Number.isInteger(year) && year >= 2000 && year <= 2085 ? year : Number(p.today.slice(0, 4));
};

function Head({ calendar, p }: { calendar: CalendarPage; p: PageContext }) {
  const t = messages[p.lang].one;
  const link = (year: number) => (
    <LinkButton href={`/calendars/${calendar.id}?year=${year}`}>{t.year(String(year))}</LinkButton>
  );
  return (
    <PageHead
      kicker={messages[p.lang].list.title}
      title={`${nameOf(calendar, p.lang)}, ${calendar.year}`}
      actions={
        <>
          {link(calendar.year - 1)} {link(calendar.year + 1)}{' '}
          <LinkButton href={`/calendar?calendarId=${calendar.id}`}>{t.due}</LinkButton>
        </>
      }
    />
  );
}

async function view(p: PageContext, state?: { given: Fields; preview: Preview }): Promise<View> {
  const t = messages[p.lang];
  const calendar = await p.call(getCalendar, { id: p.params['id']!, year: yearOf(p) });
  const { days } = await p.call(listDays, {
    calendarId: calendar.id,
    from: `${calendar.year}-01-01`,
    to: `${calendar.year}-12-31`,
  });
  const count = (...kinds: string[]) =>
    formatNumber(days.filter(({ kind }) => kinds.includes(kind)).length, p.lang);
  const given = (name: string) =>
    typeof p.form?.values[name] === 'string' ? p.form.values[name] : undefined;
  const maySetUnits = p.can('calendar.edit');
  const pick = maySetUnits ? await unitPick(p, 'unitId', { may: 'calendar.edit', given }) : undefined;
  return {
    title: `${nameOf(calendar, p.lang)} ${calendar.year}`,
    nav: 'calendars',
    crumbs: [{ href: '/calendars', text: t.list.title }],
    wide: true,
    body: (
      <>
        <Head calendar={calendar} p={p} />
        <Panel title={t.one.year(String(calendar.year))}>
          <p>{t.one.totals(count('work', 'makeUp'), count('off'), count('makeUp'))}</p>
          <YearGrid days={days} lang={p.lang} />
        </Panel>
        <NamedDays calendar={calendar} p={p} />
        <Versions calendar={calendar} p={p} />
        <Units calendar={calendar} p={p} />
        {calendar.editable && (
          <>
            <StateDay p={p} was={typedIn(p, 'state', state?.given)} preview={state?.preview} />
            <StateVersion calendar={calendar} p={p} />
          </>
        )}
        {pick && <StateUnit p={p} pick={pick} />}
      </>
    ),
  };
}

const back = (p: PageContext) => `/calendars/${p.params['id']!}`;
const withId = (fields: Record<string, unknown>, p: PageContext) => ({ ...fields, id: p.params['id']! });

const stateDay = submits(stateException, {
  input: withId,
  then: (_, p) => ({
    redirect: `${back(p)}?year=${yearOf(p)}`,
    flash: { vi: messages.vi.state.saved, en: messages.en.state.saved },
  }),
});

async function preview(p: PageContext, fields: Fields) {
  const { day, kind, insteadOf } = fields;
  const asked = typedFields(previewException, withId({ day, kind, insteadOf }, p));
  return view(p, { given: fields, preview: await p.call(previewException, asked as never) });
}

function versionIn(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([name]) => !name.startsWith('week.'));
  return {
    ...Object.fromEntries(kept),
    week: weekIn(fields, 'week'),
    keepsMakeUpDays: fields['keepsMakeUpDays'] === 'true',
  };
}

export const onePage = page({
  path: '/calendars/:id',
  permission: 'public',
  area: 'portal',
  get: (p) => view(p),
  forms: {
    state: (p, fields) => (textOf(fields, 'preview') ? preview(p, fields) : stateDay(p, fields)),
    version: submits(stateVersion, {
      input: (fields, p) => withId(versionIn(fields), p),
      then: (_, p) => ({
        redirect: back(p),
        flash: { vi: messages.vi.version.saved, en: messages.en.version.saved },
      }),
    }),
    keep: pickedHandler(
      submits(keepCalendar, {
        input: withId,
        then: (_, p) => ({
          redirect: back(p),
          flash: { vi: messages.vi.keep.saved, en: messages.en.keep.saved },
        }),
      }),
      { unitId: { may: 'calendar.edit' } },
    ),
  },
});
