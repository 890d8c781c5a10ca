import type { Block } from '../../../../kit/blocks.ts';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { listCases, listConsultations } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { CaseTable } from './parts/case-table.tsx';
import { namesFor, unitsOf } from './parts/names.ts';
import { when } from './parts/words.tsx';

const MOST = 10;

/** Cases and consultations on the page of one's work, below the tasks. */
export const workBlock: Block = {
  place: 'work',
  order: 10,
  render: async (p) => {
    const { work: t, words, case: c } = deskMessages[p.lang];
    const isOfficial = ['case.handle', 'case.sign', 'case.receive'].some((one) => p.can(one));
    if (!isOfficial) return undefined;
    const [unitId] = unitsOf(p, 'case.handle', 'case.sign', 'case.receive');
    const mine = await p.call(listCases, { view: 'mine', limit: MOST });
    const unit = unitId
      ? await p.call(listCases, { view: 'work', unitId, unassigned: true, limit: MOST })
      : { items: [] };
    const asked = p.can('case.handle') ? await p.call(listConsultations, { limit: MOST }) : { items: [] };
    const rows = [...mine.items, ...unit.items];
    const names = await namesFor(p, {
      units: asked.items.map((one) => one.unitId),
      procedures: rows.map((row) => row.procedureCode),
    });
    const all = <a href="/cases">{t.all}</a>;
    return (
      <>
        <Panel title={t.title} flush={mine.items.length > 0} actions={all}>
          {mine.items.length === 0 ? (
            <p class="soft">{t.none}</p>
          ) : (
            <CaseTable
              caption={t.title}
              rows={mine.items}
              names={names}
              without={['channel', 'step']}
              empty=""
            />
          )}
        </Panel>
        {unit.items.length > 0 && (
          <Panel title={t.unit} flush actions={all}>
            <CaseTable caption={t.unit} rows={unit.items} names={names} without={['channel']} empty="" />
          </Panel>
        )}
        {asked.items.length > 0 && (
          <Panel title={t.consultations} flush>
            <DataTable
              caption={t.consultations}
              captionHidden
              rows={asked.items}
              rowKey={(one) => one.id}
              columns={[
                {
                  key: 'case',
                  head: words.code,
                  main: true,
                  cell: (one) => (
                    <a href={`/cases/${one.caseId}#consultations`}>{one.code ?? words.noCode}</a>
                  ),
                },
                { key: 'question', head: c.consultations, cell: (one) => one.question },
                { key: 'due', head: words.due, cell: (one) => when(one.dueAt) },
              ]}
            />
          </Panel>
        )}
      </>
    );
  },
};
