import type { ComponentChildren } from 'preact';

import { blocksAt } from '../../../kit/blocks.ts';
import { type PageContext, page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { Grid, Panel } from '../../../web/components/panel.tsx';
import { Hero, SearchForm } from '../../../web/components/records.tsx';
import { formatDay } from '../../../web/format.ts';
import { Icon, type IconName } from '../../../web/icons.tsx';
import { countAssignments, listDirectives } from '../contract.ts';
import { messages } from '../messages.ts';
import { DirectiveRecords } from './parts/directive-records.tsx';
import { useMessages } from './parts/say.tsx';
import { AxisBar } from './parts/tally.tsx';

type Counts = Awaited<ReturnType<typeof publicCounts>>;
const publicCounts = (p: PageContext) => p.call(countAssignments, { role: 'lead' });

/** The figures of the day, drawn by the module that defines them, and how all assignments stand. */
function Figures({
  counts,
  today,
  figures,
}: {
  counts: Counts;
  today: string;
  figures: readonly ComponentChildren[];
}) {
  const { start: t } = useMessages();
  return (
    <section class="stack" aria-labelledby="figures-title">
      <h2 id="figures-title">{t.figures}</h2>
      {figures}
      <Panel title={t.bar} level={3}>
        <AxisBar counts={counts} hrefOf={(time) => `/assignments?role=lead&time=${time}`} />
        <p class="soft">{t.figuresNote(formatDay(today))}</p>
      </Panel>
    </section>
  );
}

function Entries() {
  const { start: t, directives, nav } = useMessages();
  const entries: [IconName, string, string, string][] = [
    ['file', '/directives', directives.title, t.entryDirectives],
    ['unit', '/organisations', t.units, t.entryUnits],
    ['chart', '/figures', t.figuresTitle, t.entryFigures],
    ['help', '/help', nav.help, t.entryHelp],
  ];
  return (
    <nav class="stack" aria-labelledby="entries-title">
      <h2 id="entries-title">{t.entries}</h2>
      <Grid>
        {entries.map(([icon, href, title, text]) => (
          <a class="card-link" href={href} key={href}>
            <strong>
              <Icon name={icon} /> {title}
            </strong>
            <span>{text}</span>
          </a>
        ))}
      </Grid>
    </nav>
  );
}

export const startPage = page({
  path: '/',
  permission: 'public',
  area: 'portal',
  get: async (p) => {
    const { start: t } = messages[p.lang];
    const [counts, newest] = [await publicCounts(p), await p.call(listDirectives, { limit: 5 })];
    const [services, figures] = [await blocksAt(p, 'services', ''), await blocksAt(p, 'start', '')];
    return {
      title: t.title,
      nav: 'start',
      description: t.description,
      body: (
        <>
          <Hero title={t.title} lead={t.lead}>
            <SearchForm action="/directives" label={t.searchLabel} button={messages[p.lang].words.search} />
          </Hero>
          {services}
          {counts.total > 0 && <Figures counts={counts} today={p.today} figures={figures} />}
          <section class="stack" aria-labelledby="newest-title">
            <h2 id="newest-title">{t.newest}</h2>
            <DirectiveRecords items={newest.items} />
            <p>
              <LinkButton href="/directives">{t.allDirectives}</LinkButton>
            </p>
          </section>
          <Entries />
        </>
      ),
    };
  },
});
