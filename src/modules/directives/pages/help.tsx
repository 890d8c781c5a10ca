import { page } from '../../../kit/page.ts';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { messages } from '../messages.ts';

type Help = (typeof messages)['vi']['help'];

/** The parts of the page: id, title, and what each says. */
const partsOf = (t: Help): [id: string, title: string, lines: string[]][] => [
  ['states', t.readTitle, [t.read1, t.read2, t.read3]],
  ['counts', t.countTitle, [t.count1, t.count2, t.count3]],
  ['deadlines', t.dueTitle, [t.due1, t.due2]],
  ['units', t.unitTitle, [t.unit1]],
  ['coordinator', t.coordinatorTitle, [t.coordinator1, t.coordinator2, t.coordinator3, t.coordinator4]],
  ['head', t.headTitle, [t.head1, t.head2]],
  ['office', t.officeTitle, [t.office1, t.office2, t.office3]],
  ['leader', t.leaderTitle, [t.leader1, t.leader2]],
  ['public', t.publicTitle, [t.public1, t.public2]],
  ['keys', t.keysTitle, [t.keys1]],
];

export const helpPage = page({
  path: '/help',
  permission: 'public',
  area: 'portal',
  get: (p) => {
    const t = messages[p.lang].help;
    const parts = partsOf(t);
    return Promise.resolve({
      title: t.title,
      nav: 'help',
      description: t.lead,
      body: (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <nav aria-label={t.contents}>
            <ul class="lines">
              {parts.map(([id, title]) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
              <li>
                <a href="/risk-rules">{messages[p.lang].risk.title}</a>
              </li>
              <li>
                <a href="/help/problems">{t.problems}</a>
              </li>
              <li>
                <a href="/api">{t.api}</a>
              </li>
            </ul>
          </nav>
          {parts.map(([id, title, lines]) => (
            <Panel title={title} id={id} key={id}>
              <div class="prose">
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            </Panel>
          ))}
        </>
      ),
    });
  },
});
