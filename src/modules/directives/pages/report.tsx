import type { z } from 'zod';

import { type Fields, type FormHandler, type PageContext, page } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { fieldProblem } from '../../../kit/problems.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { pickedHandler } from '../../organisations/index.ts';
import {
  getAssignment,
  getDraft,
  getTask,
  listReports,
  periodsOf,
  saveDraft,
  submitReport,
} from '../contract.ts';
import { messages } from '../messages.ts';
import { keptOf, pickIn, Refusal, said } from './parts/forms.tsx';
import { Title, titleOf, useMessages } from './parts/say.tsx';
import { Due, Standing } from './parts/standing.tsx';
import { UnitName } from './parts/unit.tsx';
import { storeUploads } from './parts/uploads.ts';
import {
  DocumentFields,
  MoreFields,
  OutcomeField,
  PeriodField,
  ProgressFields,
  TargetFields,
} from './report-fields.tsx';

type Assignment = z.infer<typeof getAssignment.reply>;
type Report = z.infer<typeof listReports.reply>['items'][number];

const draftKey = (p: PageContext): string => `report:${p.params['id']!}`;
const isText = (value: Fields[string] | undefined): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** The input of the endpoint from the fields of the form: unused rows fall out, the outcome decides what counts. */
function inputOf(fields: Fields, id: string) {
  const outcome = fields['outcome'];
  const texts = Object.entries(fields).filter(
    ([name, value]) =>
      isText(value) && !['csrf', 'form', 'outcome'].includes(name) && !name.endsWith('.fileName'),
  );
  const hasProduct = texts.some(([name]) => name.startsWith('product.'));
  if (outcome !== 'done' && hasProduct)
    throw fieldProblem('outcome', messages.vi.report.productButNotDone, messages.en.report.productButNotDone);
  const used = texts.filter(
    ([name]) => !/^difficulties\.\d/.test(name) || isText(fields[name.replace(/\.\w+$/, '.body')]),
  );
  const input = typedFields(submitReport, { ...Object.fromEntries(used), id });
  return {
    ...input,
    nothing: outcome === 'nothing',
    ...(outcome === 'done' ? { product: input['product'] ?? {} } : {}),
  };
}

const send: FormHandler = async (p, fields) => {
  const id = p.params['id']!;
  const a = await p.call(getAssignment, { id });
  await storeUploads(p, fields, { unitId: a.unit.id, classification: a.classification });
  const reply = await p.call(submitReport, inputOf(fields, id) as never);
  return {
    redirect: `/assignments/${id}`,
    flash: said((m) => (reply.standing.work === 'submitted' ? m.report.sentClaim : m.report.sent)),
  };
};

const discard: FormHandler = async (p) => {
  await p.call(saveDraft, { key: draftKey(p), content: {} });
  return { redirect: `/assignments/${p.params['id']!}/report`, flash: said((m) => m.report.discarded) };
};

function Beside({ a, last }: { a: Assignment; last: Report | undefined }) {
  const { report: t, words, work } = useMessages();
  return (
    <>
      <Panel title={t.standing}>
        <Standing standing={a.standing} />
        <KeyValueList
          items={[
            { key: words.due, value: <Due standing={a.standing} printed={a.deadlineText} /> },
            { key: work.assignment.unit, value: <UnitName unit={a.unit} /> },
            a.productVi !== '' && {
              key: work.assignment.product,
              value: <strong lang="vi">{a.productVi}</strong>,
            },
            { key: words.progress, value: `${a.progress} %` },
          ]}
        />
      </Panel>
      <Panel title={t.last}>
        {last ? (
          <>
            <p>
              <small>
                {formatInstant(last.submittedAt)} · {words.reportStates[last.state]}
              </small>
            </p>
            {last.result && (
              <p class="quote" lang="vi">
                {last.result}
              </p>
            )}
            {last.reason && <p class="loud">{work.assignment.returnedFor(last.reason)}</p>}
            {last.forecastOn && <p>{work.assignment.forecastOn(formatDay(last.forecastOn))}</p>}
          </>
        ) : (
          <p class="soft">{t.noLast}</p>
        )}
      </Panel>
    </>
  );
}

async function ReportForm(p: PageContext, a: Assignment) {
  const { report: t } = messages[p.lang];
  const { content = {}, at } = await p.call(getDraft, { key: draftKey(p) });
  const periods = (await p.call(periodsOf, { id: a.id })).items;
  const target = a.kind === 'target' ? (await p.maybe(getTask, { id: a.taskId }))?.target : undefined;
  const k = keptOf(p, 'default', content);
  const addressees = await Promise.all(
    [0, 1, 2].map((n) => pickIn(p, k, `difficulties.${n}.addresseeUnitId`)),
  );
  const drafted = Object.keys(content).length > 0 && !k.refused;
  return (
    <>
      {drafted && at && (
        <Notice title={t.draftFrom(formatInstant(at))}>
          <Form name="discard" csrf={p.csrf} inline>
            <Button small kind="danger" confirm={t.discardSure}>
              {t.discard}
            </Button>
          </Form>
        </Notice>
      )}
      <Form
        name="default"
        csrf={p.csrf}
        files
        autosave={`/api/drafts/${encodeURIComponent(draftKey(p))}`}
        id="report-form"
      >
        <Refusal kept={k} />
        <Panel>
          <PeriodField p={p} k={k} periods={periods} />
          <OutcomeField k={k} recurring={a.standing.work === 'recurring'} />
        </Panel>
        <div data-when="something">
          <Panel>
            <ProgressFields k={k} />
          </Panel>
        </div>
        {target && (
          <div data-when="something">
            <TargetFields k={k} target={target} lang={p.lang} />
          </div>
        )}
        <div data-when="done">
          <Panel title={t.product}>
            <p class="hint">{t.productHint}</p>
            <DocumentFields k={k} at="product" required />
          </Panel>
        </div>
        <div data-when="something" class="form">
          <MoreFields k={k} addressees={addressees} />
        </div>
        <ButtonRow>
          <Button kind="primary" icon="upload">
            {t.send}
          </Button>
          <LinkButton href={`/assignments/${a.id}`}>{t.back}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}

export const reportPage = page({
  path: '/assignments/:id/report',
  permission: 'report.write',
  area: 'workbench',
  get: async (p) => {
    const id = p.params['id']!;
    const { report: t, work } = messages[p.lang];
    const a = await p.call(getAssignment, { id });
    const last = (await p.call(listReports, { id })).items[0];
    const open = a.steps.includes('report') || a.steps.includes('claim');
    return {
      title: `${t.title}: ${titleOf(a, p.lang)}`.slice(0, 150),
      nav: 'work',
      crumbs: [
        { href: '/work', text: work.nav.work },
        { href: `/assignments/${id}`, text: a.ref },
        { href: p.url, text: t.title },
      ],
      body: (
        <>
          <PageHead
            kicker={`${a.ref} · ${a.directiveNumber}`}
            title={t.title}
            lead={
              <>
                <p>
                  <Title item={a} />
                </p>
                <p>{t.lead}</p>
              </>
            }
          />
          {open ? (
            <Columns aside={<Beside a={a} last={last} />}>{await ReportForm(p, a)}</Columns>
          ) : (
            <EmptyState icon="lock" title={t.closed}>
              <p>{t.closedHint}</p>
              <LinkButton href={`/assignments/${id}`}>{t.back}</LinkButton>
            </EmptyState>
          )}
        </>
      ),
    };
  },
  forms: { default: pickedHandler(send), discard },
});
