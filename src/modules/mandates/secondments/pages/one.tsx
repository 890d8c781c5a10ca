import { page, type PageContext, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow, Link } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay } from '../../../../web/format.ts';
import { factHref, nameOf, paperText, rolesText } from '../../pages/parts.tsx';
import { endSecondment, getSecondment } from '../contract.ts';
import { secondmentMessages } from '../messages.ts';
import { secondmentHref } from './list.tsx';

function EndForm({ p }: { p: PageContext }) {
  const t = secondmentMessages[p.lang];
  const field = (name: string, otherwise = '') => ({
    name,
    value: String(p.form?.values[name] ?? '') || otherwise,
    error: p.form?.errors[name],
    required: true,
  });
  return (
    <Panel title={t.endTitle}>
      <Form csrf={p.csrf} name="end">
        <FieldRow>
          <DateInput {...field('on', p.today)} label={t.endOn} />
          <TextInput {...field('paper.number')} label={t.number} />
          <DateInput {...field('paper.issuedOn', p.today)} label={t.issuedOn} />
        </FieldRow>
        <ButtonRow>
          <Button kind="danger">{t.end}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

/** One secondment with what it stated; it can be ended here. */
export const secondmentPage = page({
  path: '/mandates/secondments/:id',
  permission: 'mandate.view',
  area: 'workbench',
  get: async (p) => {
    const t = secondmentMessages[p.lang];
    const one = await p.call(getSecondment, { id: p.params['id']! });
    const title = t.one(one.person.name);
    const body = (
      <>
        <PageHead title={title} />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        <Panel>
          <KeyValueList
            items={[
              { key: t.fromUnit, value: nameOf(one.fromUnit, p) },
              { key: t.toUnit, value: nameOf(one.toUnit, p) },
              { key: t.decision, value: paperText(one.paper, p) },
              { key: t.from, value: formatDay(one.from) },
              { key: t.to, value: formatDay(one.to) },
              one.endPaper && { key: t.endedBy, value: paperText(one.endPaper, p) },
              { key: t.roles, value: rolesText(one.roles, p) },
              {
                key: t.assignment,
                value: <Link href={factHref(one.assignmentId)}>{t.seeAssignment}</Link>,
              },
            ]}
          />
        </Panel>
        {one.to > p.today && p.can('organisation.edit') && <EndForm p={p} />}
      </>
    );
    const crumbs = [{ href: '/mandates/secondments', text: t.title }];
    return { title, nav: 'secondments', crumbs, body };
  },
  forms: {
    end: submits(endSecondment, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: ({ id }) => ({
        redirect: secondmentHref(id),
        flash: { vi: secondmentMessages.vi.ended, en: secondmentMessages.en.ended },
      }),
    }),
  },
});
