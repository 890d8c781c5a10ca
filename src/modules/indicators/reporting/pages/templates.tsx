import { page } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { dayOf, formatDay } from '../../../../web/format.ts';
import { messages } from '../../messages.ts';
import { listTemplates } from '../contract/drafts.ts';
import { words } from './words.ts';

export const templatesPage = page({
  path: '/reports/templates',
  permission: 'figure.view',
  area: 'workbench',
  get: async (p) => {
    const w = words[p.lang];
    const t = w.templates;
    const { items } = await p.call(listTemplates, {});
    return {
      title: t.title,
      nav: 'reports',
      crumbs: [{ href: '/reports', text: messages[p.lang].reports.title }],
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          {items.map((one) => (
            <Panel
              key={one.code}
              id={one.code}
              title={one.name[p.lang]}
              actions={
                <LinkButton small icon="edit" href={`/reports/new?templateCode=${one.code}`}>
                  {t.use}
                </LinkButton>
              }
            >
              <p class="soft">
                {w.kinds[one.kind]} · {one.unit?.name ?? t.installation} · {t.version} {one.version} ·{' '}
                {t.changed} {formatDay(dayOf(one.changedAt))}, {one.changedBy}
              </p>
              <ol>
                {one.parts.map((part) => (
                  <li key={part.id}>
                    {(p.lang === 'en' && part.en?.heading) || part.heading || w.editor.kinds[part.kind]}{' '}
                    <small>
                      {w.editor.kinds[part.kind]}
                      {part.kind === 'table' && `: ${w.editor.tables[part.of]}`}
                      {part.kind === 'chart' && `: ${w.editor.charts[part.of]}`}
                    </small>
                  </li>
                ))}
              </ol>
            </Panel>
          ))}
        </>
      ),
    };
  },
});
