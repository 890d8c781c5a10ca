import type { ComponentChildren } from 'preact';

import { page, type PageContext, submits } from '../../../kit/page.ts';
import { missing } from '../../../kit/problems.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { pickedHandler } from '../../organisations/index.ts';
import { stateAbsence, stateAssignment, stateCompetence, stateDelegation } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { type FactKind, factKinds } from '../rules/model.ts';
import { Absent, Assigned, Competent, Delegated, type FormContext } from './fields.tsx';

type Plain = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What was chosen and typed about the scope, as the contract says it. */
function scopeIn({ scopeKind, scopeList, ...rest }: Plain): Plain {
  const list = text(scopeList)
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const kind = text(scopeKind);
  return { ...rest, scope: kind === 'fields' || kind === 'procedures' ? { [kind]: list } : 'all' };
}

function competenceIn({ holderKind, unitId, level, within, ...rest }: Plain): Plain {
  const holder = holderKind === 'level' ? { level, within } : { unitId };
  return { ...scopeIn(rest), holder };
}

function delegationIn({ takerUnitId, takerPersonId, ...rest }: Plain): Plain {
  const personId = text(takerPersonId);
  return { ...scopeIn(rest), taker: { unitId: takerUnitId, ...(personId && { personId }) } };
}

const then = (reply: { id: string }) => ({
  redirect: `/mandates/facts/${reply.id}`,
  flash: { vi: messages.vi.saved, en: messages.en.saved },
});

const parts: Record<FactKind, (c: FormContext) => Promise<ComponentChildren>> = {
  competence: Competent,
  delegation: Delegated,
  assignment: Assigned,
  absence: Absent,
};

function Paper({ value, error, p }: FormContext) {
  const t = messages[p.lang];
  return (
    <>
      <FieldRow>
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
      <TextInput name="paper.titleVi" label={t.paperTitle} value={value('paper.titleVi')} size="full" />
      <FieldRow>
        <DateInput
          name="from"
          label={t.from}
          value={value('from') || p.today}
          error={error('from')}
          required
        />
        <DateInput name="to" label={t.until} hint={t.untilHint} value={value('to')} error={error('to')} />
      </FieldRow>
    </>
  );
}

function contextOf(p: PageContext): FormContext {
  const typed = (name: string) => p.form?.values[name];
  return {
    p,
    value: (name) => String(typed(name) ?? p.query[name] ?? ''),
    values: (name) => [typed(name) ?? []].flat(),
    error: (name) => p.form?.errors[name],
  };
}

const kindOf = (p: PageContext): FactKind => factKinds.find((kind) => kind === p.params['kind']) ?? missing();

/** The form that states one kind of mandate. */
export const statePage = page({
  path: '/mandates/new/:kind',
  permission: 'mandate.assign',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const kind = kindOf(p);
    const context = contextOf(p);
    const body = (
      <>
        <PageHead title={t.add[kind]} lead={t.stateLead} />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        <Panel>
          <Form csrf={p.csrf} name={kind}>
            {await parts[kind](context)}
            <Paper {...context} />
            <ButtonRow>
              <Button kind="primary">{t.save}</Button>
            </ButtonRow>
          </Form>
        </Panel>
      </>
    );
    return { title: t.add[kind], nav: 'mandates', crumbs: [{ href: '/mandates', text: t.title }], body };
  },
  forms: {
    competence: pickedHandler(submits(stateCompetence, { input: competenceIn, then })),
    delegation: pickedHandler(submits(stateDelegation, { input: delegationIn, then })),
    assignment: pickedHandler(submits(stateAssignment, { input: scopeIn, then })),
    absence: pickedHandler(submits(stateAbsence, { then })),
  },
});
