import { page } from '../../../../kit/page.ts';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { listIndices } from '../contract/scores.ts';
import { messages } from '../messages.ts';

export const indicesPage = page({
  path: '/indices',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].list;
    const { items } = await p.call(listIndices, {});
    return {
      title: t.title,
      nav: 'indices',
      description: t.lead,
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          {items.map((one) => (
            <Panel key={one.code} title={one.name[p.lang]}>
              <p>
                {one.explanation[p.lang]} {t.maximum(formatNumber(one.maximum, p.lang))}.
              </p>
              <p class="soft">
                {t.versions}:{' '}
                {one.versions
                  .map(
                    (v) =>
                      `${v.version} (${t.from(formatDay(v.validFrom))}${v.current ? `, ${t.current}` : ''})`,
                  )
                  .join('; ')}
              </p>
              <p>
                <a href={`/indices/${one.code}`} aria-label={`${t.score}: ${one.name[p.lang]}`}>
                  {t.score}
                </a>
                {' · '}
                <a
                  href={`/indices/${one.code}/ranking?level=${one.levels[0]}`}
                  aria-label={`${t.ranking}: ${one.name[p.lang]}`}
                >
                  {t.ranking}
                </a>
                {' · '}
                <a href={`/indices/${one.code}/tree`} aria-label={`${t.tree}: ${one.name[p.lang]}`}>
                  {t.tree}
                </a>
              </p>
            </Panel>
          ))}
          <Panel title={t.morning}>
            <p>
              <a href="/rankings/published/hue-01-07-2025">{t.morningLead}</a>
            </p>
          </Panel>
          {p.can('figure.view') && (
            <p>
              <a href="/index-values">{t.values}</a>
            </p>
          )}
        </>
      ),
    };
  },
});
