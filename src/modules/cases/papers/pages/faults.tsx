import type { ReplyOf } from '../../../../kit/contract.ts';
import { type FormHandler, type PageContext, page, textOf } from '../../../../kit/page.ts';
import { Button, Link } from '../../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatInstant } from '../../../../web/format.ts';
import { unitIn, unitName } from '../../pages/desk/parts/names.ts';
import { correctDataFault, listDataFaults } from '../contract.ts';
import { paperMessages } from '../messages.ts';

type Fault = ReplyOf<typeof correctDataFault>;

function FaultPanel({ p, fault }: { p: PageContext; fault: Fault }) {
  const t = paperMessages[p.lang];
  const name = (p.lang === 'en' && fault.component.en) || fault.component.vi;
  return (
    <Panel title={name}>
      <KeyValueList
        items={[
          { key: t.database, value: <span lang="vi">{fault.database}</span> },
          { key: t.told, value: <span lang="vi">{fault.told}</span> },
          { key: t.caseCode, value: <Link href={`/cases/${fault.caseId}`}>{fault.caseCode ?? '–'}</Link> },
          { key: t.since, value: formatInstant(fault.openedAt) },
        ]}
      />
      <Form name="correct" csrf={p.csrf}>
        <input type="hidden" name="fault" value={fault.id} />
        <TextInput name="note" id={`note-${fault.id}`} label={t.note} maxLength={500} required />
        <Button>{t.correct}</Button>
      </Form>
    </Panel>
  );
}

const correct: FormHandler = async (p, fields) => {
  await p.call(correctDataFault, { id: textOf(fields, 'fault'), note: textOf(fields, 'note') });
  const { vi, en } = paperMessages;
  return { redirect: p.url, flash: { vi: vi.corrected, en: en.corrected } };
};

/** What databases lack or have wrong, as cases have shown: to be corrected by who keeps them. */
export const dataFaultsPage = page({
  path: '/data-faults',
  permission: 'case.view',
  area: 'workbench',
  get: async (p) => {
    const t = paperMessages[p.lang];
    const unitId = unitIn(p, 'case.receive', 'case.view');
    const items = unitId ? (await p.call(listDataFaults, { unitId })).items : [];
    return {
      title: t.faults,
      nav: 'data-faults',
      body: (
        <>
          <PageHead
            {...(unitId && { kicker: await unitName(p, unitId) })}
            title={t.faults}
            lead={t.faultsLead}
          />
          {p.form && (
            <ErrorSummary
              title={p.form.problem.title}
              detail={p.form.problem.remedy}
              errors={p.form.errors}
            />
          )}
          {items.length === 0 && <EmptyState icon="file" title={t.noFaults} />}
          {items.map((fault) => (
            <FaultPanel key={fault.id} p={p} fault={fault} />
          ))}
        </>
      ),
    };
  },
  forms: { correct },
});
