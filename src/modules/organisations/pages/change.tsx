import { type FormHandler, page, type PageContext, submits } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/form.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import {
  changeStatus,
  createUnit,
  getUnit,
  mergeUnits,
  renameUnit,
  splitUnit,
  transferCompetence,
} from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';
import { ChangeForms, NewUnitForm } from './change-forms.tsx';
import { namedUnits } from './named-units.ts';
import { chartHref, nameOf, unitHref } from './unit-links.tsx';

type Plain = Record<string, unknown>;

/** Fields that hold names of units become ids before they are sent. */
const withUnits =
  (
    rearrange: (p: PageContext, fields: Plain) => Promise<Plain>,
    send: (p: PageContext, fields: Plain) => ReturnType<FormHandler>,
  ): FormHandler =>
  async (p, fields) =>
    send(p, await rearrange(p, fields));

const done = { vi: deskMessages.vi.change.done, en: deskMessages.en.change.done };
const idOf = (p: PageContext) => p.params['id']!;
const toUnit = (_reply: unknown, p: PageContext) => ({ redirect: unitHref(idOf(p)), flash: done });

const status = withUnits(
  async (p, fields) => ({
    ...fields,
    parentId: (await namedUnits(p, 'parentId', fields['parentId'], fields['on']))[0],
  }),
  (p, fields) =>
    submits(changeStatus, {
      input: (plain) => ({ ...plain, id: idOf(p), parentId: fields['parentId'] }),
      then: toUnit,
    })(p, fields as never),
);

const merge = withUnits(
  async (p, fields) => ({ ...fields, to: (await namedUnits(p, 'to', fields['to'], fields['on']))[0] }),
  (p, fields) =>
    submits(mergeUnits, { input: (plain) => ({ ...plain, from: [idOf(p)] }), then: toUnit })(
      p,
      fields as never,
    ),
);

const split = withUnits(
  async (p, fields) => {
    const [heir] = await namedUnits(p, 'rule.default', fields['rule.default'], fields['on']);
    const { 'rule.default': _, ...rest } = fields;
    return {
      ...rest,
      to: await namedUnits(p, 'to', fields['to'], fields['on']),
      rule: heir === undefined ? {} : { default: heir },
    };
  },
  (p, fields) =>
    submits(splitUnit, { input: (plain) => ({ ...plain, from: idOf(p) }), then: toUnit })(p, fields as never),
);

const transfer = withUnits(
  async (p, fields) => ({
    ...fields,
    to: (await namedUnits(p, 'to', fields['to'], fields['on']))[0],
    subjects: (typeof fields['subjects'] === 'string' ? fields['subjects'] : '')
      .split(';')
      .map((subject) => subject.trim())
      .filter(Boolean),
  }),
  (p, fields) =>
    submits(transferCompetence, { input: (plain) => ({ ...plain, from: idOf(p) }), then: toUnit })(
      p,
      fields as never,
    ),
);

/** States a change of one unit: each form is one kind of dated fact. */
export const changePage = page({
  path: '/organisations/units/:id/change',
  permission: 'organisation.edit',
  area: 'workbench',
  get: async (p) => {
    const text = deskMessages[p.lang].change;
    const unit = await p.call(getUnit, { id: idOf(p) });
    const title = text.title(nameOf(unit, p.lang));
    const body = (
      <>
        <PageHead
          title={title}
          lead={text.lead}
          actions={<LinkButton href={unitHref(unit.id)}>{text.back}</LinkButton>}
        />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        <ChangeForms p={p} unit={unit} />
      </>
    );
    return { title, nav: 'organisations', body };
  },
  forms: {
    rename: submits(renameUnit, { input: (plain, p) => ({ ...plain, id: idOf(p) }), then: toUnit }),
    status,
    merge,
    split,
    transfer,
  },
});

const create = withUnits(
  async (p, fields) => {
    const parentId = (await namedUnits(p, 'parentId', fields['parentId'], fields['validFrom']))[0] ?? null;
    const { codeSystem, ...rest } = fields;
    return { ...rest, ...(fields['code'] ? { codeSystem } : {}), parentId };
  },
  (p, fields) =>
    submits(createUnit, {
      input: (plain) => plain,
      then: (made) => ({
        redirect: unitHref(made.id),
        flash: { vi: deskMessages.vi.change.created, en: deskMessages.en.change.created },
      }),
    })(p, fields as never),
);

/** Adds a unit below another. */
export const newUnitPage = page({
  path: '/organisations/new',
  permission: 'organisation.edit',
  area: 'workbench',
  get: (p) => {
    const text = deskMessages[p.lang].change;
    const body = (
      <>
        <PageHead
          title={text.create}
          lead={text.createLead}
          actions={<LinkButton href={chartHref(undefined)}>{text.back}</LinkButton>}
        />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        <Panel>
          <NewUnitForm p={p} />
        </Panel>
      </>
    );
    return Promise.resolve({ title: text.create, nav: 'organisations', body });
  },
  forms: { default: create },
});
