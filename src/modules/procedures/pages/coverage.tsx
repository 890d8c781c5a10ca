import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { countGaps, listGaps, proveCoverageNow } from '../contract.ts';
import { messages } from '../messages.ts';
import { Refusal, sayIn, textIn, Vi } from './parts.tsx';

const unitName = (p: PageContext, one: { unitVi: string; unitEn: string }): string =>
  sayIn(p.lang, { vi: one.unitVi, en: one.unitEn });

function Units({ p, rows }: { p: PageContext; rows: ReplyOf<typeof countGaps>['items'] }) {
  const { coverage: t } = textIn(p);
  return (
    <DataTable
      caption={t.units}
      captionHidden
      rows={rows}
      rowKey={(one) => one.unitId}
      columns={[
        {
          key: 'unit',
          head: t.unit,
          main: true,
          cell: (one) => (
            <a href={`/procedures/coverage?unitId=${encodeURIComponent(one.unitId)}`}>{unitName(p, one)}</a>
          ),
        },
        {
          key: 'procedures',
          head: t.procedures,
          numeric: true,
          cell: (one) => formatNumber(one.procedures, p.lang),
        },
        { key: 'gaps', head: t.gaps, numeric: true, cell: (one) => formatNumber(one.gaps, p.lang) },
        { key: 'since', head: t.since, cell: (one) => formatDay(one.since) },
      ]}
    />
  );
}

function Gaps({ p, rows }: { p: PageContext; rows: ReplyOf<typeof listGaps>['items'] }) {
  const { coverage: t, words } = textIn(p);
  return (
    <DataTable
      caption={t.gaps}
      captionHidden
      rows={rows}
      rowKey={(gap) => `${gap.unitId} ${gap.code} ${gap.stepKey}`}
      rowTone={() => 'bad'}
      columns={[
        { key: 'unit', head: t.unit, main: true, cell: (gap) => unitName(p, gap) },
        {
          key: 'procedure',
          head: t.procedures,
          width: 'wide',
          cell: (gap) => (
            <>
              <a href={`/procedures/${gap.code}`}>
                <Vi>{gap.nameVi}</Vi>
              </a>{' '}
              <small>{gap.code}</small>
            </>
          ),
        },
        {
          key: 'step',
          head: t.step,
          cell: (gap) => words.roles[gap.role as keyof typeof words.roles] ?? gap.role,
        },
        {
          key: 'reason',
          head: words.reason,
          cell: (gap) => (
            <Chip tone="bad">{words.gaps[gap.reason as keyof typeof words.gaps] ?? gap.reason}</Chip>
          ),
        },
        { key: 'since', head: t.since, cell: (gap) => formatDay(gap.since) },
        {
          key: 'owner',
          head: t.owner,
          cell: (gap) => (
            <>
              {t.head(unitName(p, gap.owner))} {gap.owner.person && <small>{gap.owner.person}</small>}
            </>
          ),
        },
      ]}
    />
  );
}

/** Unit × procedure × step at which nobody stands, since when, and whose head must act. */
export const coveragePage = page({
  path: '/procedures/coverage',
  permission: 'mandate.view',
  area: 'workbench',
  get: async (p) => {
    const { coverage: t } = textIn(p);
    const [units, gaps] = [await p.call(countGaps, {}), await p.callWithQuery(listGaps)];
    return {
      title: t.title,
      nav: 'coverage',
      body: (
        <>
          <PageHead
            title={t.title}
            lead={t.lead}
            actions={
              p.can('procedure.publish') && (
                <Form csrf={p.csrf} inline>
                  <Button icon="repeat">{t.prove}</Button>
                </Form>
              )
            }
          />
          <Refusal form={p.form} />
          {units.items.length === 0 && (
            <EmptyState icon="checkCircle" title={t.none}>
              <p>{t.noneHint}</p>
            </EmptyState>
          )}
          {units.items.length > 0 && (
            <Panel
              title={t.units}
              flush
              actions={p.query['unitId'] && <a href="/procedures/coverage">{t.allUnits}</a>}
            >
              <Units p={p} rows={units.items} />
            </Panel>
          )}
          {gaps.items.length > 0 && (
            <Panel title={t.gaps} flush>
              <Gaps p={p} rows={gaps.items} />
            </Panel>
          )}
          {gaps.next && (
            <p>
              <a href={`/procedures/coverage?cursor=${gaps.next}`}>{t.more}</a>
            </p>
          )}
        </>
      ),
    };
  },
  forms: {
    default: submits(proveCoverageNow, {
      then: ({ checked, gaps }) => ({
        redirect: '/procedures/coverage',
        flash: {
          vi: messages.vi.coverage.proved(formatNumber(checked, 'vi'), formatNumber(gaps, 'vi')),
          en: messages.en.coverage.proved(formatNumber(checked, 'en'), formatNumber(gaps, 'en')),
        },
      }),
    }),
  },
});
