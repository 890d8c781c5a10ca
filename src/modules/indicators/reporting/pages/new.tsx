import { parseDay } from '../../../../kit/day.ts';
import { type Fields, type PageContext, page, submits, type View } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../../web/components/form.tsx';
import { Select, TextInput } from '../../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../../organisations/index.ts';
import { listScopes } from '../../contract/figures.ts';
import { messages } from '../../messages.ts';
import { listTemplates, openDraft } from '../contract/drafts.ts';
import { words } from './words.ts';

/** A day may be typed the Vietnamese way; other periods are codes. */
export const periodTyped = (text: unknown): string | undefined => {
  const given = typeof text === 'string' ? text.trim() : '';
  return given === '' ? undefined : (parseDay(given) ?? given);
};

const one = (p: PageContext, name: string): string | undefined => {
  const value = p.form?.values[name] ?? p.query[name];
  return Array.isArray(value) ? value[0] : value;
};

async function Choose({ p }: { p: PageContext }) {
  const [t, w] = [messages[p.lang], words[p.lang].new];
  const lists = await p.call(listScopes, {});
  const templates = (await p.call(listTemplates, {})).items;
  const about = await unitPick(p, 'aboutUnitId', { given: (name) => one(p, name) });
  const errors = p.form?.errors ?? {};
  const own = p.actor.grants.map((g) => g.unitId).filter((id) => !lists.signers.some((s) => s.id === id));
  return (
    <Form csrf={p.csrf} name="default">
      <FieldRow>
        <Select
          name="templateCode"
          label={w.template}
          value={one(p, 'templateCode')}
          error={errors['templateCode']}
          options={templates.map((one) => ({
            value: one.code,
            text: one.unit ? `${one.name[p.lang]} (${one.unit.name})` : one.name[p.lang],
          }))}
        />
        <TextInput
          name="period"
          label={w.period}
          optional
          size="short"
          hint={w.periodHint}
          value={one(p, 'period')}
          error={errors['period']}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="unitId"
          label={t.reports.signs}
          required
          value={one(p, 'unitId')}
          error={errors['unitId']}
          options={[...lists.signers, ...own.filter(Boolean).map((id) => ({ id, name: id }))].map((u) => ({
            value: u.id,
            text: u.name,
          }))}
        />
        <UnitPicker
          name="aboutUnitId"
          label={t.reports.about}
          placeholder={t.reports.aboutAny}
          pick={about}
          error={errors['aboutUnitId']}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="directiveId"
          label={t.scope.directive}
          empty={t.scope.anyDirective}
          value={one(p, 'directiveId')}
          options={lists.directives.map((d) => ({
            value: d.id,
            text: `${d.number} – ${d.titleVi}`.slice(0, 90),
          }))}
          error={errors['directiveId']}
        />
        <Select
          name="language"
          label={w.language}
          size="short"
          value={one(p, 'language') ?? p.lang}
          options={(['vi', 'en'] as const).map((value) => ({ value, text: w.languages[value] }))}
        />
      </FieldRow>
      <ButtonRow>
        <Button kind="primary" icon="edit">
          {w.open}
        </Button>
      </ButtonRow>
    </Form>
  );
}

async function newView(p: PageContext): Promise<View> {
  const [t, w] = [messages[p.lang].reports, words[p.lang].new];
  return {
    title: w.title,
    nav: 'reports',
    crumbs: [{ href: '/reports', text: t.title }],
    body: (
      <>
        <PageHead title={w.title} lead={<p>{w.lead}</p>} />
        {p.form && (
          <ErrorSummary title={p.form.problem.title} detail={p.form.problem.remedy} errors={p.form.errors} />
        )}
        <Panel>{await Choose({ p })}</Panel>
      </>
    ),
  };
}

const inputOf = (fields: Fields | Record<string, unknown>): Record<string, unknown> => {
  const period = periodTyped(fields['period']);
  const { period: _typed, ...rest } = fields;
  return { ...rest, ...(period ? { period } : {}) };
};

export const newReportPage = page({
  path: '/reports/new',
  permission: 'figure.view',
  area: 'workbench',
  get: newView,
  forms: {
    default: pickedHandler(
      submits(openDraft, { input: inputOf, then: ({ id }) => ({ redirect: `/reports/drafts/${id}` }) }),
    ),
  },
});
