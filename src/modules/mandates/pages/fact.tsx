import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { formatDay } from '../../../web/format.ts';
import { endFact, getFact } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { type FactView, nameOf, paperText, rolesText, subjectText } from './parts.tsx';

function Facts({ p, fact }: { p: PageContext; fact: FactView }) {
  const t = messages[p.lang];
  const { scope } = fact;
  const list =
    scope === undefined || scope === 'all' ? [] : 'procedures' in scope ? scope.procedures : scope.fields;
  return (
    <Panel>
      <KeyValueList
        items={[
          { key: t.unit, value: nameOf(fact.unit, p) },
          fact.ground && { key: t.groundLabel, value: t.ground[fact.ground] },
          fact.takerUnit && { key: t.taker, value: nameOf(fact.takerUnit, p) },
          fact.person && { key: t.person, value: fact.person.name },
          fact.kind === 'absence' && { key: t.standIn, value: fact.standIn?.name ?? t.nobody },
          scope !== undefined && {
            key: t.scope,
            value: list.length > 0 ? list.join(', ') : t.scopeKinds.all,
          },
          fact.kind !== 'absence' && { key: t.roles, value: rolesText(fact.roles, p) },
          { key: t.from, value: formatDay(fact.from) },
          { key: t.until, value: fact.to ? formatDay(fact.to) : t.open },
          { key: t.paper, value: paperText(fact.paper, p) },
          fact.paper.titleVi !== undefined && { key: t.paperTitle, value: fact.paper.titleVi },
          fact.endPaper && { key: t.endedBy, value: paperText(fact.endPaper, p) },
        ]}
      />
    </Panel>
  );
}

function EndForm({ p }: { p: PageContext }) {
  const t = messages[p.lang];
  const value = (name: string) => String(p.form?.values[name] ?? '');
  const error = (name: string) => p.form?.errors[name];
  return (
    <Panel title={t.endTitle}>
      <Form csrf={p.csrf} name="default">
        <FieldRow>
          <DateInput name="on" label={t.endOn} value={value('on') || p.today} error={error('on')} required />
          <TextInput
            name="paper.number"
            label={t.number}
            value={value('paper.number')}
            error={error('paper.number')}
            required
          />
          <DateInput
            name="paper.issuedOn"
            label={t.issuedOn}
            value={value('paper.issuedOn') || p.today}
            error={error('paper.issuedOn')}
            required
          />
        </FieldRow>
        <ButtonRow>
          <Button kind="danger">{t.end}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

const permissionOf = (fact: FactView): string =>
  fact.kind === 'competence' || fact.kind === 'delegation' ? 'mandate.edit' : 'mandate.assign';

/** One mandate with its paper; it can be ended here. */
export const factPage = page({
  path: '/mandates/facts/:id',
  permission: 'mandate.view',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const fact = await p.call(getFact, { id: p.params['id']! });
    const title = `${t.kind[fact.kind]}: ${subjectText(fact, p)}`;
    const isOpen = fact.to === undefined || fact.to > p.today;
    const body = (
      <>
        <PageHead
          title={title}
          actions={<LinkButton href={`/mandates?unitId=${fact.unit.id}`}>{nameOf(fact.unit, p)}</LinkButton>}
        />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        <Facts p={p} fact={fact} />
        {isOpen && p.can(permissionOf(fact), fact.unit.id) && <EndForm p={p} />}
      </>
    );
    return { title, nav: 'mandates', crumbs: [{ href: '/mandates', text: t.title }], body };
  },
  forms: {
    default: submits(endFact, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: (reply) => ({
        redirect: `/mandates/facts/${reply.id}`,
        flash: { vi: messages.vi.ended, en: messages.en.ended },
      }),
    }),
  },
});
