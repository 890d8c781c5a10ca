import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { type Fields, type PageContext, page, submits, type View } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldGroup } from '../../../web/components/field.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { type UnitPick, UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import { listScopes } from '../contract/figures.ts';
import { listReported } from '../contract/reported.ts';
import { freezeReport, previewReport, reportKind } from '../contract/reports.ts';
import { messages } from '../messages.ts';
import { Checks, ReportBody } from './parts/content.tsx';

const prose = ['leadership', 'limits', 'next', 'proposals'] as const;
type Values = Record<string, string | string[]>;

const one = (values: Values, name: string): string | undefined =>
  Array.isArray(values[name]) ? values[name][0] : values[name];
const many = (values: Values, name: string): string[] =>
  values[name] === undefined ? [] : Array.isArray(values[name]) ? values[name] : [values[name]];

const paragraphText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Text areas hold one paragraph a line. */
function inputOf(fields: Record<string, unknown>): Record<string, unknown> {
  const { form: _form, ...rest } = fields;
  const paragraphs = Object.fromEntries(
    prose.map((name) => [
      name,
      paragraphText(fields[name])
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    ]),
  );
  return { ...rest, ...paragraphs };
}

const textsOf = (fields: Fields): Values =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (e): e is [string, string | string[]] => typeof e[1] === 'string' || Array.isArray(e[1]),
    ),
  );

interface DraftForm {
  p: PageContext;
  values: Values;
  lists: ReplyOf<typeof listScopes>;
  reported: ReplyOf<typeof listReported>['items'];
  needsReason: boolean;
  about: UnitPick;
}

function Who({ p, values, lists, about }: DraftForm) {
  const t = messages[p.lang];
  const errors = p.form?.errors ?? {};
  const directives = lists.directives.map((d) => ({
    value: d.id,
    text: `${d.number} – ${d.titleVi}`.slice(0, 90),
  }));
  return (
    <>
      <FieldRow>
        <Select
          name="kind"
          label={t.reports.kind}
          value={one(values, 'kind') ?? 'session'}
          options={reportKind.options.map((value) => ({ value, text: t.reports.kinds[value] }))}
        />
        <Select
          name="unitId"
          label={t.reports.signs}
          required
          value={one(values, 'unitId')}
          options={lists.signers.map((u) => ({ value: u.id, text: u.name }))}
          error={errors['unitId']}
        />
        <DateInput
          name="asOf"
          label={t.reports.day}
          value={one(values, 'asOf') ?? p.today}
          max={p.today}
          error={errors['asOf']}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="directiveId"
          label={t.scope.directive}
          empty={t.scope.anyDirective}
          value={one(values, 'directiveId')}
          options={directives}
          error={errors['directiveId']}
        />
        <UnitPicker
          name="aboutUnitId"
          label={t.reports.about}
          placeholder={t.reports.aboutAny}
          pick={about}
          error={errors['aboutUnitId']}
        />
      </FieldRow>
    </>
  );
}

/** What stands in the head of the paper, and who may read it. */
function Paper({ p, values }: DraftForm) {
  const t = messages[p.lang];
  const errors = p.form?.errors ?? {};
  return (
    <FieldRow>
      <TextInput
        name="title"
        label={t.reports.heading}
        optional
        value={one(values, 'title')}
        maxLength={300}
        error={errors['title']}
      />
      <TextInput
        name="number"
        label={t.reports.number}
        optional
        size="short"
        value={one(values, 'number')}
        placeholder="12/BC-VPCP"
        error={errors['number']}
      />
      <TextInput
        name="place"
        label={t.reports.place}
        size="short"
        value={one(values, 'place') ?? 'Hà Nội'}
        error={errors['place']}
      />
      <Select
        name="classification"
        label={t.reports.classification}
        value={one(values, 'classification') ?? 'internal'}
        options={(['public', 'internal', 'restricted'] as const).map((value) => ({
          value,
          text: t.reports.classifications[value],
        }))}
      />
    </FieldRow>
  );
}

function DraftFields(props: DraftForm) {
  const { p, values, reported, needsReason } = props;
  const t = messages[p.lang];
  const cites = many(values, 'cites');
  const errors = p.form?.errors ?? {};
  return (
    <Form csrf={p.csrf}>
      <Who {...props} />
      <Paper {...props} />
      {prose.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t.report.sections[name]}
          optional
          hint={t.reports.paragraphs}
          rows={3}
          value={one(values, name)}
          error={errors[name]}
        />
      ))}
      {reported.length > 0 && (
        <FieldGroup name="cites" label={t.reports.cites} optional>
          {reported.map((r) => (
            <Checkbox
              key={r.id}
              name="cites"
              value={r.code ?? r.id}
              label={r.title[p.lang]}
              checked={cites.includes(r.code ?? r.id)}
            />
          ))}
        </FieldGroup>
      )}
      {needsReason && (
        <TextArea
          name="statedReason"
          label={t.reports.reason}
          rows={2}
          value={one(values, 'statedReason')}
          error={errors['statedReason']}
        />
      )}
      <ButtonRow>
        <Button kind="primary" icon="search" name="form" value="preview">
          {t.reports.preview}
        </Button>
        {p.can('figure.freeze') && (
          <Button icon="lock" name="form" value="freeze" confirm={t.reports.confirm}>
            {t.reports.freeze}
          </Button>
        )}
      </ButtonRow>
    </Form>
  );
}

async function newReportView(
  p: PageContext,
  values: Values,
  preview?: ReplyOf<typeof previewReport>,
): Promise<View> {
  const t = messages[p.lang].reports;
  const lists = await p.call(listScopes, {});
  const { items } = await p.call(listReported, {});
  const about = await unitPick(p, 'aboutUnitId', { given: (name) => one(values, name) });
  const failed = preview?.checks.some((c) => !c.ok) ?? false;
  const needsReason =
    failed || p.form?.errors['statedReason'] !== undefined || one(values, 'statedReason') !== undefined;
  return {
    title: t.new,
    nav: 'reports',
    wide: preview !== undefined,
    crumbs: [{ href: '/reports', text: t.title }],
    body: (
      <>
        <PageHead title={t.new} lead={<p>{t.lead}</p>} />
        {p.form && (
          <ErrorSummary title={p.form.problem.title} detail={p.form.problem.remedy} errors={p.form.errors} />
        )}
        <Panel>
          <DraftFields
            p={p}
            values={values}
            lists={lists}
            reported={items}
            needsReason={needsReason}
            about={about}
          />
        </Panel>
        {preview && (
          <>
            <h2>{t.previewTitle}</h2>
            <Notice tone={failed ? 'warn' : 'good'} title={failed ? t.failed : t.ok}>
              {failed && <Checks content={preview} lang={p.lang} />}
            </Notice>
            <ReportBody content={preview} lang={p.lang} />
          </>
        )}
      </>
    ),
  };
}

export const newReportPage = page({
  path: '/reports/new',
  permission: 'figure.view',
  area: 'workbench',
  get: (p) => newReportView(p, p.form?.values ?? p.query),
  forms: {
    preview: pickedHandler(async (p, fields) => {
      const values = textsOf(fields);
      const { csrf: _csrf, form: _form, statedReason: _reason, ...draft } = values;
      const input = typedFields(previewReport, { ...inputOf(draft), language: p.lang }) as ParsedOf<
        typeof previewReport
      >;
      return newReportView(p, values, await p.call(previewReport, input));
    }),
    freeze: pickedHandler(
      submits(freezeReport, {
        input: (fields, p) => ({ ...inputOf(fields), language: p.lang }),
        then: ({ id }) => ({
          redirect: `/reports/${id}`,
          flash: { vi: messages.vi.reports.frozenFlash, en: messages.en.reports.frozenFlash },
        }),
      }),
    ),
  },
});
