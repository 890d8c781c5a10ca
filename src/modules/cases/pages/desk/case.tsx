import { blocksAt } from '../../../../kit/blocks.ts';
import { page } from '../../../../kit/page.ts';
import { Link } from '../../../../web/components/button.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Columns, Panel } from '../../../../web/components/panel.tsx';
import { calledBy } from '../../lookupCode.ts';
import { deskMessages } from '../../messages/desk.ts';
import { CaseOffers } from '../../offers/pages/panels.tsx';
import { TimesPanel } from '../../times/pages/panel.tsx';
import { ApplicantPanel, DocumentsPanel, FormPanel } from './case-content.tsx';
import { CaseHead, DuePanel, FactsPanel, States } from './case-head.tsx';
import { type CaseView, loadCase } from './case-load.ts';
import { PlanPanel } from './case-plan.tsx';
import { receivePaperHandler } from './case-promised.tsx';
import {
  ConsultationsPanel,
  DecisionPanel,
  MessagesPanel,
  MoneyPanel,
  SlipsPanel,
  SupplementPanel,
} from './case-side.tsx';
import { choicesFor, stepHandlers, StepsPanel } from './case-steps.tsx';
import { TimelinePanel } from './case-timeline.tsx';

const timesAbout = ({ c }: CaseView) => ({
  id: c.id,
  procedureCode: c.procedure.code,
  unitId: c.places.decision ?? c.places.reception,
});

export const casePage = page({
  path: '/cases/:id',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const t = deskMessages[p.lang];
    const view = await loadCase(p, p.params['id']!);
    const choices = await choicesFor(p, view);
    const stopAsked =
      view.c.timeline.some(({ kind }) => kind === 'case.stopAsked') && view.c.steps.includes('stop');
    return {
      title: t.case.title(view.c.code ?? t.words.lookup(calledBy(view.c))),
      nav: 'cases',
      wide: true,
      crumbs: [
        { href: '/cases', text: t.list.title },
        { href: '', text: view.c.code ?? t.words.lookup(calledBy(view.c)) },
      ],
      body: (
        <>
          <CaseHead view={view} mayExport={p.can('case.view')} />
          <p class="to-steps">
            <Link href="#steps">{t.steps.title}</Link>
          </p>
          {stopAsked && <Notice tone="warn" title={t.case.stopAsked} />}
          <SupplementPanel view={view} p={p} />
          <PlanPanel view={view} />
          <Columns
            aside={
              <>
                <StepsPanel p={p} view={view} choices={choices} />
                <SlipsPanel view={view} />
              </>
            }
          >
            <DuePanel view={view} p={p} />
            <Panel title={t.words.state}>
              <States view={view} />
            </Panel>
            <DecisionPanel view={view} />
            {await CaseOffers(p, view.c.id)}
            <ApplicantPanel view={view} />
            <FormPanel view={view} p={p} />
            <DocumentsPanel view={view} p={p} />
            <ConsultationsPanel view={view} />
            <MoneyPanel view={view} p={p} />
            <MessagesPanel view={view} />
            {await blocksAt(p, 'case', view.c.id)}
            <FactsPanel view={view} />
            {await TimesPanel({ p, of: timesAbout(view) })}
            <TimelinePanel view={view} />
          </Columns>
        </>
      ),
    };
  },
  forms: { ...stepHandlers, receivePaper: receivePaperHandler },
});
