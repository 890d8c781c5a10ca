import type { ReplyOf } from '../../../../kit/contract.ts';
import { type PageContext, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { Share } from '../../../../web/components/figure.tsx';
import { ErrorSummary, FieldRow, FilterBar, Form } from '../../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatInstant } from '../../../../web/format.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { listIndices } from '../contract/scores.ts';
import { claimIndexValue, decideIndexValue, getIndexTree, listIndexValues } from '../contract/trees.ts';
import { messages } from '../messages.ts';
import { hrefOf } from './frame.tsx';
import { keptIn } from './kept.ts';

type Value = ReplyOf<typeof listIndexValues>['items'][number];
const tones = { claimed: 'warn', verified: 'good', returned: 'bad' } as const;

function DecideForm({ p, value }: { p: PageContext; value: Value }) {
  const t = messages[p.lang].values;
  if (value.state !== 'claimed' || !p.can('index.verify')) return null;
  const own = `${value.indexCode}-${value.node}-${value.unit.id}-${value.period}`;
  return (
    <Form csrf={p.csrf} name="decide">
      {(['code', 'node', 'unitId', 'period'] as const).map((name) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={
            { code: value.indexCode, node: value.node, unitId: value.unit.id, period: value.period }[name]
          }
        />
      ))}
      <TextInput name="reason" id={`reason-${own}`} label={t.reason} size="short" />
      <ButtonRow>
        <Button small name="decision" value="verify">
          {t.verify}
        </Button>
        <Button small kind="quiet" name="decision" value="return">
          {t.giveBack}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function columnsOf(p: PageContext): Column<Value>[] {
  const t = messages[p.lang].values;
  return [
    {
      key: 'unit',
      head: t.unit,
      main: true,
      cell: (v) => (
        <a href={hrefOf(`/indices/${v.indexCode}`, { unitId: v.unit.id, period: v.period })}>
          {v.unit.name[p.lang]}
        </a>
      ),
    },
    { key: 'node', head: t.node, cell: (v) => `${v.indexName[p.lang]}: ${v.nodeName[p.lang]}, ${v.period}` },
    {
      key: 'value',
      head: t.value,
      numeric: true,
      cell: (v) => <Share numerator={v.numerator} denominator={v.denominator} />,
    },
    {
      key: 'evidence',
      head: t.evidence,
      cell: (v) => (
        <>
          {v.evidenceUrl ? <a href={v.evidenceUrl}>{v.evidence}</a> : v.evidence}
          <small class="block">{t.by(v.claimedByName, formatInstant(v.claimedAt))}</small>
        </>
      ),
    },
    {
      key: 'state',
      head: t.state,
      cell: (v) => (
        <>
          <Chip tone={tones[v.state]}>{t.states[v.state]}</Chip>
          {v.decidedAt && (
            <small class="block">
              {t.by(v.decidedByName ?? '', formatInstant(v.decidedAt))} {v.reason}
            </small>
          )}
          <DecideForm p={p} value={v} />
        </>
      ),
    },
  ];
}

/** The form of a claim, for one index and unit. */
async function ClaimPanel(p: PageContext, code: string, unitId: string) {
  const t = messages[p.lang].values;
  if (!p.can('index.claim', unitId)) return null;
  const { tree } = await p.call(getIndexTree, { code });
  const nodes = tree.nodes.filter((node) => node.source.kind === 'reported');
  if (nodes.length === 0) return null;
  const kept = keptIn(p, 'claim');
  const refused = p.form?.form === 'claim' ? p.form : undefined;
  return (
    <Panel title={t.claim} id="claim">
      {refused && (
        <ErrorSummary detail={refused.problem.detail ?? refused.problem.remedy} errors={refused.errors} />
      )}
      <Form csrf={p.csrf} name="claim">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="unitId" value={unitId} />
        <FieldRow>
          <Select
            {...kept('node')}
            label={t.node}
            options={nodes.map((n) => ({ value: n.code, text: n.name[p.lang] }))}
          />
          <TextInput {...kept('period', p.today.slice(0, 4))} label={t.period} size="short" required />
          <TextInput {...kept('numerator')} label={t.numerator} size="short" required />
          <TextInput {...kept('denominator')} label={t.denominator} size="short" required />
        </FieldRow>
        <TextArea {...kept('evidence')} label={t.evidence} hint={t.evidenceHint} rows={2} required />
        <TextInput {...kept('evidenceUrl')} label={t.evidenceUrl} optional />
        <ButtonRow>
          <Button kind="primary">{t.send}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

export const valuesPage = pickedPage({
  path: '/index-values',
  permission: 'figure.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const { code, unitId } = p.query;
    const indices = (await p.call(listIndices, {})).items;
    const data = await p.callWithQuery(listIndexValues);
    const refused = p.form?.form === 'decide' ? p.form : undefined;
    return {
      title: t.values.title,
      nav: 'indices',
      wide: true,
      crumbs: [{ href: '/indices', text: t.nav.indices }],
      body: (
        <>
          <PageHead title={t.values.title} lead={<p>{t.values.lead}</p>} />
          {refused && (
            <ErrorSummary detail={refused.problem.detail ?? refused.problem.remedy} errors={refused.errors} />
          )}
          <FilterBar action="/index-values" clearHref={code || unitId ? '/index-values' : undefined}>
            <Select
              name="code"
              label={t.frame.index}
              value={code}
              empty=""
              options={indices.map((one) => ({ value: one.code, text: one.name[p.lang] }))}
            />
            <UnitPicker
              name="unitId"
              label={t.frame.unit}
              placeholder={t.frame.anyUnit}
              pick={await unitPick(p, 'unitId')}
            />
          </FilterBar>
          {code && unitId ? await ClaimPanel(p, code, unitId) : null}
          <Panel title={t.values.title} flush>
            <DataTable
              caption={t.values.title}
              captionHidden
              columns={columnsOf(p)}
              rows={data.items}
              rowKey={(v) => `${v.indexCode}-${v.node}-${v.unit.id}-${v.period}`}
              empty={t.values.none}
            />
          </Panel>
        </>
      ),
    };
  },
  forms: {
    claim: submits(claimIndexValue, {
      then: (_, p) => ({
        redirect: hrefOf('/index-values', { code: p.query['code'], unitId: p.query['unitId'] }),
        flash: { vi: messages.vi.values.sent, en: messages.en.values.sent },
      }),
    }),
    decide: submits(decideIndexValue, {
      then: (_, p) => ({
        redirect: hrefOf('/index-values', { code: p.query['code'], unitId: p.query['unitId'] }),
        flash: { vi: messages.vi.values.decided, en: messages.en.values.decided },
      }),
    }),
  },
});
