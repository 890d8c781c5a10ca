import type { ReplyOf } from '../../../../kit/contract.ts';
import { type Fields, type PageContext, page, type PageReply, textOf } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../../web/components/form.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import { pickedHandler, unitPick } from '../../../organisations/index.ts';
import { defineWarningRule, getWarningRule, listWarningFigures, previewWarningRule } from '../contract.ts';
import { messages } from '../messages.ts';
import { type WatchKind, watchKinds } from '../rules/rule.ts';
import { fieldLabels, RuleFields, type Shown } from './edit-fields.tsx';
import { bodyOf, fieldsOf, statedOf } from './edit-input.ts';

type Preview = ReplyOf<typeof previewWarningRule>;

/** What a new rule of each kind begins with. */
const begins: Record<WatchKind, Record<string, unknown>> = {
  threshold: { kind: 'threshold', comparison: 'above', minDenominator: 10 },
  trend: { kind: 'trend', direction: 'falling', steps: 3, stepDays: 7, by: 5, endBy: 2, minDenominator: 5 },
  silence: { kind: 'silence', of: 'unitReports', days: 45 },
  prediction: { kind: 'prediction', of: 'case', bound: 'p50', lateBy: 1, endAt: 0, floor: 10 },
};
const blank = { vi: '', en: '' };
const newRule = (kind: WatchKind) => ({
  code: '',
  name: blank,
  explanation: blank,
  source: blank,
  severity: 'serious',
  watch: begins[kind],
  units: { levels: [] as string[] },
  actor: { role: 'head', at: 'unit' },
  escalateAfterDays: 5,
  active: true,
});

function PreviewPanel({ p, data }: { p: PageContext; data: Preview }) {
  const t = messages[p.lang];
  const n = (value: number): string => formatNumber(value, p.lang);
  const unsaid = Object.entries(data.unsaid) as [keyof typeof t.unsaid, number][];
  return (
    <Panel title={t.edit.previewTitle(n(data.firesTotal), n(data.subjects))} id="preview">
      {data.nobody.length > 0 && (
        <Notice tone="bad" title={t.edit.nobody}>
          <p>{data.nobody.map((unit) => unit.name[p.lang]).join('; ')}</p>
        </Notice>
      )}
      {data.fires.length === 0 ? (
        <p class="soft">{t.edit.previewNone}</p>
      ) : (
        <DataTable
          caption={t.edit.preview}
          captionHidden
          columns={[
            { key: 'subject', head: t.edit.subject, main: true, cell: (r) => r.subject.title[p.lang] },
            { key: 'value', head: t.list.value, cell: (r) => r.valueText[p.lang] },
            { key: 'who', head: t.list.who, cell: (r) => r.responsible ?? '–' },
          ]}
          rows={data.fires}
          rowKey={(r) => `${r.subject.kind}/${r.subject.id}`}
        />
      )}
      {data.firesTotal > data.fires.length && (
        <p>{t.edit.previewMore(n(data.firesTotal - data.fires.length))}</p>
      )}
      {unsaid.length > 0 && (
        <p class="soft">
          {t.rule.unsaid}: {unsaid.map(([why, many]) => `${t.unsaid[why]} ${n(many)}`).join('; ')}
        </p>
      )}
    </Panel>
  );
}

/** The messages of a refused form, each led by the name of its field. */
function namedErrors(p: PageContext): Record<string, string> {
  const labels = fieldLabels(messages[p.lang].edit);
  const errors = Object.entries(p.form?.errors ?? {}).map(([path, message]) => {
    const at = path === 'watch.figure.of' ? 'watch.figure.code' : path === 'units.under' ? 'under' : path;
    const label = labels[at];
    return [at, label ? `${label}: ${message}` : message];
  });
  return Object.fromEntries(errors) as Record<string, string>;
}

const kindOf = (text: string | undefined): WatchKind =>
  watchKinds.find((kind) => kind === text) ?? 'threshold';

/** What was typed, as text by field; nothing when the form is opened. */
const typedIn = (p: PageContext, fields: Fields | undefined): Record<string, unknown> | undefined =>
  fields ?? p.form?.values;

async function shownOf(p: PageContext, fields: Fields | undefined): Promise<Shown> {
  const code = p.params['code'];
  const typed = typedIn(p, fields);
  const typedText = (name: string): string | undefined =>
    typeof typed?.[name] === 'string' ? typed[name] : undefined;
  const stored = code === undefined ? undefined : (await p.call(getWarningRule, { code })).rule;
  const kind = stored?.watch.kind ?? kindOf(typedText('watch.kind') ?? p.query['kind']);
  const from = fieldsOf(stored ?? newRule(kind));
  const value = (name: string): string | undefined =>
    typed ? typedText(name) : name === 'validFrom' ? p.today : from.given(name);
  return {
    p,
    kind,
    isNew: code === undefined,
    field: (name) => ({
      name,
      value: value(name),
      error:
        p.form?.errors[name] ??
        (name === 'watch.figure.code' ? p.form?.errors['watch.figure.of'] : undefined),
    }),
    levels: typed ? ([typed['units.levels'] ?? []].flat() as string[]) : from.levels,
    under: await unitPick(p, 'under', {
      given: (name) => (typed ? typedText(name) : name === 'under' ? from.under : undefined),
    }),
    figures: (await p.call(listWarningFigures, {})).items,
  };
}

async function view(p: PageContext, fields?: Fields, preview?: Preview) {
  const t = messages[p.lang];
  const s = await shownOf(p, fields);
  const title = s.isNew ? t.edit.titleNew : t.edit.titleEdit(s.field(`name.${p.lang}`).value ?? '');
  return {
    title,
    nav: 'warningRules',
    crumbs: [
      { href: '/warnings', text: t.list.title },
      { href: '/warnings/rules', text: t.rules.title },
    ],
    body: (
      <>
        <PageHead title={title} lead={s.isNew && <p>{t.edit.kindLead}</p>} />
        {s.isNew && (
          <Tabs
            label={t.list.kind}
            items={watchKinds.map((kind) => ({
              href: withQuery('/warnings/rules/new', 'kind', kind),
              text: t.kinds[kind],
              current: kind === s.kind,
            }))}
          />
        )}
        {preview && <PreviewPanel p={p} data={preview} />}
        <Panel>
          <Form csrf={p.csrf} name="default">
            {p.form && (
              <ErrorSummary
                title={p.form.problem.title}
                detail={p.form.problem.detail}
                errors={namedErrors(p)}
              />
            )}
            <RuleFields s={s} />
            <ButtonRow>
              <Button name="do" value="preview">
                {t.edit.preview}
              </Button>
              <Button kind="primary" name="do" value="save">
                {t.edit.save}
              </Button>
            </ButtonRow>
          </Form>
        </Panel>
      </>
    ),
  };
}

async function send(p: PageContext, fields: Fields): Promise<PageReply> {
  if (textOf(fields, 'do') === 'preview') {
    const preview = await p.call(previewWarningRule, bodyOf(fields) as never);
    return view(p, fields, preview);
  }
  const { code, version } = await p.call(defineWarningRule, statedOf(fields) as never);
  return {
    redirect: `/warnings/rules/${code}`,
    flash: {
      vi: messages.vi.edit.saved(String(version)),
      en: messages.en.edit.saved(String(version)),
    },
  };
}

const editor = (path: string) =>
  page({
    path,
    permission: 'warning.define',
    area: 'workbench',
    get: (p) => view(p),
    forms: { default: pickedHandler(send, { under: {} }) },
  });

export const newWarningRulePage = editor('/warnings/rules/new');
export const editWarningRulePage = editor('/warnings/rules/:code/edit');
