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
import { pickedHandler } from '../pick.ts';
import { ChangeForms, changePickers, changePicks, newUnitParent, NewUnitForm } from './change-forms.tsx';
import { namedUnits } from './named-units.ts';
import { chartHref, nameOf, unitHref } from './unit-links.tsx';

const done = { vi: deskMessages.vi.change.done, en: deskMessages.en.change.done };
const idOf = (p: PageContext) => p.params['id']!;
const toUnit = (_reply: unknown, p: PageContext) => ({ redirect: unitHref(idOf(p)), flash: done });

const status = submits(changeStatus, { input: (plain, p) => ({ ...plain, id: idOf(p) }), then: toUnit });
const merge = submits(mergeUnits, { input: (plain, p) => ({ ...plain, from: [idOf(p)] }), then: toUnit });

/** The heirs of a split are several: their names, one after the other. */
const split: FormHandler = async (p, fields) => {
  const to = await namedUnits(p, 'to', fields['to'], fields['on']);
  const { 'rule.default': heir, ...rest } = fields;
  const rule = heir ? { default: heir } : {};
  return submits(splitUnit, {
    input: (plain) => ({ ...plain, to, rule, from: idOf(p) }),
    then: toUnit,
  })(p, rest);
};

const transfer = submits(transferCompetence, {
  input: (plain, p) => ({
    ...plain,
    from: idOf(p),
    subjects: (typeof plain['subjects'] === 'string' ? plain['subjects'] : '')
      .split(';')
      .map((subject) => subject.trim())
      .filter(Boolean),
  }),
  then: toUnit,
});

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
        <ChangeForms p={p} unit={unit} picks={await changePicks(p, unit)} />
      </>
    );
    return { title, nav: 'organisations', body };
  },
  forms: {
    rename: submits(renameUnit, { input: (plain, p) => ({ ...plain, id: idOf(p) }), then: toUnit }),
    status: pickedHandler(status, changePickers),
    merge: pickedHandler(merge, changePickers),
    split: pickedHandler(split, changePickers),
    transfer: pickedHandler(transfer, changePickers),
  },
});

const create = submits(createUnit, {
  input: ({ codeSystem, ...plain }) => ({
    ...plain,
    ...(plain['code'] ? { codeSystem } : {}),
    parentId: plain['parentId'] || null,
  }),
  then: (made) => ({
    redirect: unitHref(made.id),
    flash: { vi: deskMessages.vi.change.created, en: deskMessages.en.change.created },
  }),
});

/** Adds a unit below another. */
export const newUnitPage = page({
  path: '/organisations/new',
  permission: 'organisation.edit',
  area: 'workbench',
  get: async (p) => {
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
          <NewUnitForm p={p} parent={await newUnitParent(p)} />
        </Panel>
      </>
    );
    return { title: text.create, nav: 'organisations', body };
  },
  forms: { default: pickedHandler(create, { parentId: { asOfField: 'validFrom' } }) },
});
