import type { ComponentChildren } from 'preact';

import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Button } from '../../../../web/components/button.tsx';
import { FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import type { Lang } from '../../../../web/language.tsx';
import type { batchCases } from '../../contract.ts';
import { type Kept, Refusal } from './parts/forms.tsx';
import type { Person } from './parts/names.ts';
import { useDesk } from './parts/words.tsx';
import { type Certificates, CertificateSelect, hasChoice } from './step-certificate.tsx';

export interface Report {
  items: ReplyOf<typeof batchCases>['items'];
  /** What each case is called, by id. */
  codes: ReadonlyMap<string, string>;
}

/** What came of a batch, case by case; what was refused says why. */
export function BatchReport({ report, lang }: { report: Report; lang: Lang }) {
  const { list: t, words } = useDesk();
  const { items, codes } = report;
  if (items.length === 0) return <Notice tone="warn" live title={t.nothingPicked} />;
  const done = items.filter((one) => one.done).length;
  const count = (n: number) => formatNumber(n, lang);
  return (
    <>
      <Notice
        tone={done === items.length ? 'good' : 'warn'}
        live
        title={t.doneN(count(done), count(items.length))}
      />
      <DataTable
        caption={t.report}
        rows={items}
        rowKey={(one) => one.id}
        rowTone={(one) => (one.done ? undefined : 'bad')}
        columns={[
          {
            key: 'code',
            head: words.code,
            main: true,
            cell: (one) => <a href={`/cases/${one.id}`}>{codes.get(one.id) ?? one.id}</a>,
          },
          {
            key: 'done',
            head: t.report,
            cell: (one) => (one.done ? t.isDone : `${t.notDone}: ${one.detail?.[lang] ?? one.problem ?? ''}`),
          },
        ]}
      />
    </>
  );
}

const steps = ['claim', 'assign', 'sign', 'number', 'return'] as const;
const needs: Record<(typeof steps)[number], string> = {
  claim: 'case.view',
  assign: 'case.assign',
  sign: 'case.sign',
  number: 'case.handle',
  return: 'case.return',
};

interface Props {
  p: PageContext;
  kept: Kept;
  staff: readonly Person[];
  certificates: Certificates;
  isShown: boolean;
  /** The table whose boxes are sent. */
  children: ComponentChildren;
}

/** A form around the list: one step for all that are ticked. */
export function BatchPanel({ p, kept, staff, certificates, isShown, children }: Props) {
  const { list: t, steps: s, words } = useDesk();
  if (!isShown) return <>{children}</>;
  const open = steps.filter((one) => p.can(needs[one]));
  return (
    <Form name="batch" csrf={p.csrf} action={p.url}>
      <Refusal kept={kept} />
      {children}
      <Panel title={t.batch}>
        <FieldRow>
          <Select
            {...kept.field('do', 'claim')}
            label={t.do}
            options={open.map((value) => ({ value, text: t.doing[value] }))}
          />
          {open.includes('assign') && (
            <Select
              {...kept.field('personId')}
              label={t.assignTo}
              empty={words.nobody}
              options={staff.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          {open.includes('sign') && (
            <Select
              {...kept.field('outcome')}
              label={t.outcome}
              empty=""
              options={(['granted', 'denied'] as const).map((value) => ({ value, text: s.fields[value] }))}
            />
          )}
          {hasChoice(certificates) && <CertificateSelect kept={kept} certificates={certificates} />}
          {open.includes('return') && <TextInput {...kept.field('taker')} label={t.taker} />}
        </FieldRow>
        <p>
          <Button kind="primary">{t.run}</Button> <span class="count needs-script" data-selected-count />
        </p>
      </Panel>
    </Form>
  );
}
