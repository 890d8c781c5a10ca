import { page, submits } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Pagination } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { withQuery } from '../../../web/with-query.ts';
import { listGaps, stateRule } from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';
import { nameOf, unitHref } from './unit-links.tsx';

/** Splits that came without a rule, each with its candidates to choose from. */
export const gapsPage = page({
  path: '/organisations/gaps',
  permission: 'organisation.edit',
  area: 'workbench',
  get: async (p) => {
    const text = deskMessages[p.lang].gaps;
    const list = await p.callWithQuery(listGaps, { limit: 20 });
    const body = (
      <>
        <PageHead title={text.title} lead={text.lead} kicker={text.total(formatNumber(list.total, p.lang))} />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        {list.items.length === 0 && <EmptyState icon="checkCircle" title={text.none} />}
        {list.items.map((gap) => (
          <Panel
            key={gap.unit.id}
            title={<a href={unitHref(gap.unit.id)}>{nameOf(gap.unit, p.lang)}</a>}
            actions={formatDay(gap.on)}
          >
            <Form csrf={p.csrf}>
              <input type="hidden" name="id" value={gap.successionId} />
              <Select
                id={`heir-${gap.unit.id}`}
                name="rule.default"
                label={text.heir}
                empty={text.choose}
                required
                options={gap.candidates.map((unit) => ({ value: unit.id, text: nameOf(unit, p.lang) }))}
              />
              <TextInput
                id={`basis-${gap.unit.id}`}
                name="legalBasis"
                label={deskMessages[p.lang].change.legalBasis}
                size="full"
                required
              />
              <ButtonRow>
                <Button>{text.save}</Button>
              </ButtonRow>
            </Form>
          </Panel>
        ))}
        <Pagination nextHref={list.next && withQuery(p.url, 'cursor', list.next)} />
      </>
    );
    return { title: text.title, nav: 'organisations-gaps', body };
  },
  forms: {
    default: submits(stateRule, {
      then: (_made, p) => ({
        redirect: p.url,
        flash: { vi: deskMessages.vi.gaps.saved, en: deskMessages.en.gaps.saved },
      }),
    }),
  },
});
