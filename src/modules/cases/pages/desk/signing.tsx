import { type Fields, type PageContext, page, textOf, type View } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { FilterBar, Form } from '../../../../web/components/form.tsx';
import { Select } from '../../../../web/components/inputs.tsx';
import { EmptyState, PageHead } from '../../../../web/components/panel.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { batchCases, listCases } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { BatchReport, type Report } from './list-batch.tsx';
import { CaseTable } from './parts/case-table.tsx';
import { keptOf, Refusal } from './parts/forms.tsx';
import { namesFor, staffOf, unitIn } from './parts/names.ts';
import { Pages } from './parts/paging.tsx';
import { certificatesFor, CertificateSelect, hasChoice } from './step-certificate.tsx';

/** What waits for a signature in a unit, by due date. */
async function waiting(p: PageContext, unitId: string | undefined) {
  if (!unitId) return { items: [] };
  const { cursor } = p.query;
  return p.call(listCases, { view: 'work', unitId, stepRole: 'sign', ...(cursor && { cursor }) });
}

async function draw(p: PageContext, report?: Report): Promise<View> {
  const { signing: t, words, steps: s, list } = deskMessages[p.lang];
  const unitId = unitIn(p, 'case.sign');
  const found = await waiting(p, unitId);
  const names = await namesFor(p, { procedures: found.items.map((row) => row.procedureCode) });
  const staff = await staffOf(p, unitId);
  const kept = keptOf(p, 'sign');
  const certificates = await certificatesFor(p, found.items.length > 0);
  const undrafted = found.items.filter((row) => !row.proposed).length;
  return {
    title: t.title,
    nav: 'cases-signing',
    wide: true,
    body: (
      <>
        <PageHead title={t.title} lead={<p>{t.lead}</p>} />
        <FilterBar>
          <UnitPicker
            name="unitId"
            label={words.unit}
            pick={await unitPick(p, 'unitId', {
              may: 'case.sign',
              given: (name) => (name === 'unitId' ? unitId : p.query[name]),
            })}
          />
        </FilterBar>
        {report && <BatchReport report={report} lang={p.lang} />}
        {found.items.length === 0 ? (
          <EmptyState icon="checkCircle" title={t.none} />
        ) : (
          <Form name="sign" csrf={p.csrf} action={p.url}>
            <Refusal kept={kept} />
            <CaseTable
              caption={t.title}
              rows={found.items}
              names={names}
              people={new Map(staff.map((one) => [one.id, one.name]))}
              without={['channel']}
              extra={[
                {
                  key: 'draft',
                  head: t.draft,
                  cell: (row) =>
                    row.proposed ? s.fields[row.proposed] : <span class="soft">{t.noDraft}</span>,
                },
              ]}
              select={{
                name: 'ids',
                value: (row) => row.id,
                label: (row) => list.pick(row.code ?? words.noCode),
              }}
              empty={t.none}
            />
            {found.items.map((row) => (
              <input key={row.id} type="hidden" name="shown" value={row.id} />
            ))}
            <Select
              {...kept.field('outcome')}
              label={t.outcome}
              hint={undrafted > 0 ? t.draftMissing(undrafted) : undefined}
              empty={t.asProposed}
              options={(['granted', 'denied'] as const).map((value) => ({ value, text: s.fields[value] }))}
            />
            {hasChoice(certificates) && <CertificateSelect kept={kept} certificates={certificates} />}
            <ButtonRow>
              <Button kind="primary" name="which" value="picked">
                {t.signPicked}
              </Button>
              <Button name="which" value="all" confirm={t.sure}>
                {t.signAll}
              </Button>
            </ButtonRow>
          </Form>
        )}
        <Pages p={p} shown={found.items.length} next={'next' in found ? found.next : undefined} />
      </>
    ),
  };
}

/** Signs the ticked cases, or all shown; each is answered by itself. */
async function sign(p: PageContext, fields: Fields): Promise<View> {
  const which = textOf(fields, 'which') === 'all' ? 'shown' : 'ids';
  const ids = [fields[which] ?? []].flat().filter((one) => typeof one === 'string');
  if (ids.length === 0) return draw(p, { items: [], codes: new Map() });
  const before = await waiting(p, unitIn(p, 'case.sign'));
  const codes = new Map(before.items.map((row) => [row.id, row.code ?? row.applicantName]));
  const outcome = textOf(fields, 'outcome');
  const serial = textOf(fields, 'serial');
  const { items } = await p.call(batchCases, {
    ids,
    do: 'sign',
    ...(outcome && { outcome: outcome as 'granted' }),
    ...(serial && { serial }),
  });
  return draw(p, { items, codes });
}

export const signingPage = pickedPage(
  page({
    path: '/cases/signing',
    permission: 'case.sign',
    area: 'workbench',
    get: (p) => draw(p),
    forms: { sign },
  }),
  { unitId: { may: 'case.sign' } },
);
