import type { ReplyOf } from '../../../../kit/contract.ts';
import { addMonths } from '../../../../kit/day.ts';
import { page, type PageContext, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow, Link } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, FilterBar, Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { daysBetween, formatDay } from '../../../../web/format.ts';
import { pickedHandler, pickedPage, unitPick } from '../../../organisations/index.ts';
import { type FormContext, Person, Roles, Unit } from '../../pages/fields.tsx';
import { nameOf, paperText } from '../../pages/parts.tsx';
import { warnDays } from '../../schedules.ts';
import { listSecondments, stateSecondment } from '../contract.ts';
import { secondmentMessages } from '../messages.ts';
import { leastMonths } from '../rules.ts';

type Listed = ReplyOf<typeof listSecondments>['items'];

export const secondmentHref = (id: string): string => `/mandates/secondments/${id}`;

function Table({ p, items }: { p: PageContext; items: Listed }) {
  const t = secondmentMessages[p.lang];
  const left = (one: Listed[number]) => {
    const days = daysBetween(p.today, one.to);
    return one.from <= p.today && days <= warnDays ? ` (${t.endsIn(days)})` : '';
  };
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={items}
      rowKey={(one) => one.id}
      rowHref={(one) => secondmentHref(one.id)}
      empty={<EmptyState icon="user" title={t.none} />}
      columns={[
        {
          key: 'person',
          head: t.person,
          main: true,
          cell: (one) => <Link href={secondmentHref(one.id)}>{one.person.name}</Link>,
        },
        { key: 'from', head: t.fromUnit, cell: (one) => nameOf(one.fromUnit, p) },
        { key: 'to', head: t.toUnit, cell: (one) => nameOf(one.toUnit, p) },
        { key: 'paper', head: t.decision, cell: (one) => paperText(one.paper, p) },
        {
          key: 'days',
          head: t.days,
          cell: (one) => `${formatDay(one.from)} – ${formatDay(one.to)}${left(one)}`,
        },
      ]}
    />
  );
}

function contextOf(p: PageContext): FormContext {
  const typed = (name: string) => p.form?.values[name];
  return {
    p,
    value: (name) => String(typed(name) ?? (name === 'toUnitId' ? '' : (p.query[name] ?? ''))),
    values: (name) => [typed(name) ?? []].flat(),
    error: (name) => p.form?.errors[name],
  };
}

async function StateForm({ p, unitId }: { p: PageContext; unitId: string }) {
  const t = secondmentMessages[p.lang];
  const c = contextOf(p);
  const field = (name: string, otherwise = '') => ({
    name,
    value: c.value(name) || otherwise,
    error: c.error(name),
    required: true,
  });
  return (
    <Form csrf={p.csrf} name="state">
      {p.form && (
        <ErrorSummary
          title={p.form.problem.title}
          detail={p.form.problem.detail ?? p.form.problem.remedy}
          errors={p.form.errors}
        />
      )}
      <input type="hidden" name="fromUnitId" value={unitId} />
      {await Person(c, 'personId', { unitId, label: t.person, empty: t.choosePerson, required: true })}
      {await Unit(c, 'toUnitId', t.toUnit)}
      {Roles(c)}
      <FieldRow>
        <DateInput {...field('from', p.today)} label={t.from} />
        <DateInput {...field('to', addMonths(p.today, leastMonths))} label={t.to} hint={t.toHint} />
      </FieldRow>
      <FieldRow>
        <TextInput {...field('paper.number')} label={t.number} />
        <DateInput {...field('paper.issuedOn', p.today)} label={t.issuedOn} />
      </FieldRow>
      <ButtonRow>
        <Button kind="primary">{t.save}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Who is or will be seconded; who keeps appointments states one here. */
export const secondmentsPage = pickedPage(
  page({
    path: '/mandates/secondments',
    permission: 'mandate.view',
    area: 'workbench',
    get: async (p) => {
      const t = secondmentMessages[p.lang];
      const { unitId } = p.query;
      const { items } = await p.call(listSecondments, { ...(unitId && { unitId }) });
      const body = (
        <>
          <PageHead title={t.title} lead={t.lead} />
          <FilterBar clearHref={unitId ? '/mandates/secondments' : undefined}>
            <UnitPicker
              name="unitId"
              label={t.unit}
              placeholder={t.anyUnit}
              pick={await unitPick(p, 'unitId')}
            />
          </FilterBar>
          <Panel title={t.title} flush>
            <Table p={p} items={items} />
          </Panel>
          {p.can('organisation.edit') && (
            <Panel title={t.add}>{unitId ? await StateForm({ p, unitId }) : <p>{t.chooseFrom}</p>}</Panel>
          )}
        </>
      );
      return { title: t.title, nav: 'secondments', wide: true, body };
    },
    forms: {
      state: pickedHandler(
        submits(stateSecondment, {
          then: ({ id }) => ({
            redirect: secondmentHref(id),
            flash: { vi: secondmentMessages.vi.saved, en: secondmentMessages.en.saved },
          }),
        }),
      ),
    },
  }),
);
