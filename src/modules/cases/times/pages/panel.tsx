import type { PageContext } from '../../../../kit/page.ts';
import { Link } from '../../../../web/components/button.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatInstant } from '../../../../web/format.ts';
import { leftText } from '../../../calendar/index.ts';
import { namesFor } from '../../pages/desk/parts/names.ts';
import { getCaseTimes } from '../contract.ts';
import { timesMessages } from '../messages.ts';
import { headingText } from './words.ts';

/** Where a case was and for how long, for officials. */
export async function TimesPanel({
  p,
  of,
}: {
  p: PageContext;
  of: { id: string; procedureCode: string; unitId: string };
}) {
  if (!p.can('case.view')) return null;
  const t = timesMessages[p.lang];
  const { items } = await p.call(getCaseTimes, { id: of.id });
  if (items.length === 0) return null;
  const names = await namesFor(p, { units: items.map((one) => one.unitId) });
  const sum = items.reduce((total, one) => total + one.minutes, 0);
  const others = new URLSearchParams({ procedureCode: of.procedureCode, unitId: of.unitId });
  return (
    <Panel title={t.panel} id="times" flush>
      <p class="soft panel-note">
        {t.panelLead} <Link href={`/cases/times?${others.toString()}`}>{t.compare}</Link>
      </p>
      <DataTable
        caption={t.panel}
        captionHidden
        rows={items}
        rowKey={(one) => one.from}
        columns={[
          {
            key: 'state',
            head: t.state,
            main: true,
            cell: (one) => (
              <>
                {headingText(one, p.lang)}
                <small>{names.unit(one.unitId)}</small>
              </>
            ),
          },
          {
            key: 'when',
            head: t.when,
            cell: (one) => `${formatInstant(one.from)} – ${one.to ? formatInstant(one.to) : t.now}`,
          },
          { key: 'time', head: t.time, cell: (one) => leftText(one.minutes)[p.lang] },
        ]}
        total={{ state: t.sum, time: leftText(sum)[p.lang] }}
      />
    </Panel>
  );
}
