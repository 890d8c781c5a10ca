import { type FormHandler, type PageContext, page } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldGroup } from '../../../web/components/field.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatDay } from '../../../web/format.ts';
import { pickedHandler } from '../../organisations/index.ts';
import { listDirectives, listMeetings, planMeeting } from '../contract.ts';
import { messages } from '../messages.ts';
import { keptOf, pickIn, Refusal, said } from './parts/forms.tsx';
import { Pages } from './parts/paging.tsx';
import { UnitName } from './parts/unit.tsx';

export const meetingsPage = page({
  path: '/meetings',
  permission: 'directive.view',
  area: 'workbench',
  get: async (p) => {
    const { meetings: t, words } = messages[p.lang];
    const found = await p.callWithQuery(listMeetings);
    return {
      title: t.title,
      nav: 'meetings',
      body: (
        <>
          <PageHead
            title={t.title}
            lead={t.lead}
            actions={
              p.can('meeting.hold') && (
                <LinkButton kind="primary" icon="plus" href="/meetings/new">
                  {t.new}
                </LinkButton>
              )
            }
          />
          <DataTable
            caption={t.title}
            captionHidden
            rows={found.items}
            rowKey={(m) => m.id}
            rowHref={(m) => `/meetings/${m.id}`}
            empty={
              <EmptyState icon="calendar" title={t.empty}>
                <p>{t.emptyHint}</p>
              </EmptyState>
            }
            columns={[
              {
                key: 'name',
                head: t.name,
                main: true,
                width: 'wide',
                cell: (m) => (
                  <a href={`/meetings/${m.id}`} lang="vi">
                    {m.name}
                  </a>
                ),
              },
              {
                key: 'heldOn',
                head: t.heldOn,
                cell: (m) => <span class="figures">{formatDay(m.heldOn)}</span>,
              },
              { key: 'unit', head: t.unit, cell: (m) => <UnitName unit={m.unit} short /> },
              {
                key: 'state',
                head: t.state,
                cell: (m) => <Chip tone={m.state === 'held' ? 'good' : 'idle'}>{t.states[m.state]}</Chip>,
              },
              {
                key: 'classification',
                head: t.classification,
                desktopOnly: true,
                cell: (m) => words.classifications[m.classification],
              },
            ]}
          />
          <Pages p={p} shown={found.items.length} next={found.next} />
        </>
      ),
    };
  },
});

/** Who holds sessions for one unit only need not choose it. */
const ownUnit = (p: PageContext): string => {
  const [unitId = '', ...others] = new Set(
    p.actor.grants.filter((g) => g.permissions.has('meeting.hold')).map((g) => g.unitId),
  );
  return others.length > 0 || unitId === '*' ? '' : unitId;
};

const mayHold = { may: 'meeting.hold' };

const plan: FormHandler = async (p, fields) => {
  const made = await p.call(planMeeting, typedFields(planMeeting, fields) as never);
  return { redirect: `/meetings/${made.id}`, flash: said((m) => m.meetings.saved) };
};

export const newMeetingPage = page({
  path: '/meetings/new',
  permission: 'meeting.hold',
  area: 'workbench',
  get: async (p) => {
    const { meetings: t, words } = messages[p.lang];
    const k = keptOf(p, 'default', p.form ? {} : { classification: 'internal', unitId: ownUnit(p) });
    const { items } = await p.call(listDirectives, { limit: 100 });
    return {
      title: t.new,
      nav: 'meetings',
      crumbs: [
        { href: '/meetings', text: t.title },
        { href: '/meetings/new', text: t.new },
      ],
      body: (
        <>
          <PageHead title={t.new} lead={t.lead} />
          <Panel>
            <Form csrf={p.csrf}>
              <Refusal kept={k} />
              <TextInput {...k.field('name')} label={t.name} size="full" required />
              <FieldRow>
                <DateInput {...k.field('heldOn')} label={t.heldOn} required />
                <UnitPicker {...await pickIn(p, k, 'unitId', mayHold)} label={t.unit} search required />
                <Select
                  {...k.field('classification')}
                  label={t.classification}
                  options={(['public', 'internal', 'restricted'] as const).map((value) => ({
                    value,
                    text: words.classifications[value],
                  }))}
                />
              </FieldRow>
              <FieldGroup name="directiveIds" label={t.about} hint={t.aboutHint} optional>
                {items.map((d) => (
                  <Checkbox
                    key={d.id}
                    name="directiveIds"
                    value={d.id}
                    id={`about-${d.id}`}
                    checked={k.checked('directiveIds', false, d.id)}
                    label={
                      <>
                        <strong>{d.number}</strong> <span lang="vi">{d.titleVi}</span>
                      </>
                    }
                  />
                ))}
              </FieldGroup>
              <ButtonRow>
                <Button kind="primary">{t.save}</Button>
                <LinkButton href="/meetings">{words.cancel}</LinkButton>
              </ButtonRow>
            </Form>
          </Panel>
        </>
      ),
    };
  },
  forms: { default: pickedHandler(plan, { unitId: mayHold }) },
});
