import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay } from '../../../web/format.ts';
import { appoint, createPosition, endPosition, listPeople, listPositions } from '../contract/people.ts';
import { getUnit } from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';
import { messages } from '../messages.ts';
import { ranks } from '../rules/office.ts';
import { nameOf, unitHref } from './unit-links.tsx';

type Holder = ReplyOf<typeof listPositions>['items'][number];

const titleOf = (holder: Holder, p: PageContext) => (p.lang === 'en' ? holder.titleEn : holder.titleVi);
const flash = (key: 'added' | 'appointed' | 'endedPosition') => ({
  vi: deskMessages.vi.staff[key],
  en: deskMessages.en.staff[key],
});
const here = (p: PageContext) => `${unitHref(p.params['id']!)}/staff`;

function Positions({ holders, p }: { holders: readonly Holder[]; p: PageContext }) {
  const text = deskMessages[p.lang].staff;
  return (
    <Panel title={text.positions} flush>
      <DataTable
        caption={text.positions}
        captionHidden
        rows={holders}
        rowKey={(holder) => holder.positionId}
        columns={[
          { key: 'title', head: text.position, main: true, cell: (holder) => titleOf(holder, p) },
          { key: 'rank', head: text.rank, cell: (holder) => messages[p.lang].rank[holder.rank] },
          { key: 'person', head: text.person, cell: (holder) => <Holding holder={holder} p={p} /> },
          {
            key: 'from',
            head: text.from,
            cell: (holder) => (holder.validFrom ? formatDay(holder.validFrom) : '–'),
            width: 'narrow',
          },
          { key: 'paper', head: text.paper, cell: (holder) => holder.paper ?? '–' },
        ]}
      />
    </Panel>
  );
}

function Holding({ holder, p }: { holder: Holder; p: PageContext }) {
  const text = deskMessages[p.lang].staff;
  if (holder.personId)
    return <Link href={`/organisations/people/${holder.personId}`}>{holder.personName}</Link>;
  return (
    <Form csrf={p.csrf} name="endPosition" inline>
      <input type="hidden" name="id" value={holder.positionId} />
      <input type="hidden" name="on" value={p.today} />
      {messages[p.lang].unit.vacant}{' '}
      <Button kind="quiet" small confirm={text.endConfirm}>
        {text.endPosition}
      </Button>
    </Form>
  );
}

async function AppointForm({ holders, p }: { holders: readonly Holder[]; p: PageContext }) {
  const text = deskMessages[p.lang].staff;
  const vacant = holders.filter((holder) => !holder.personId);
  const { items } = await p.call(listPeople, { limit: 500 });
  const state = p.form?.form === 'appoint' ? p.form : undefined;
  const value = (name: string) => String(state?.values[name] ?? '');
  return (
    <Panel title={text.appoint} actions={<Link href="/organisations/people/new">{text.newPerson}</Link>}>
      {vacant.length === 0 ? (
        <p>{text.noVacant}</p>
      ) : (
        <Form csrf={p.csrf} name="appoint">
          <FieldRow>
            <Select
              name="positionId"
              label={text.position}
              empty={text.vacant}
              value={value('positionId')}
              error={state?.errors['positionId']}
              options={vacant.map((holder) => ({ value: holder.positionId, text: titleOf(holder, p) }))}
              required
            />
            <Select
              name="personId"
              label={text.person}
              empty={text.choosePerson}
              value={value('personId')}
              error={state?.errors['personId']}
              options={items.map((person) => ({ value: person.id, text: person.fullName }))}
              required
            />
          </FieldRow>
          <FieldRow>
            <DateInput
              name="validFrom"
              label={text.from}
              value={value('validFrom') || p.today}
              error={state?.errors['validFrom']}
              required
            />
            <TextInput
              name="paper"
              label={text.paper}
              value={value('paper')}
              error={state?.errors['paper']}
              required
            />
          </FieldRow>
          <ButtonRow>
            <Button kind="primary">{text.appoint}</Button>
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}

function PositionForm({ p }: { p: PageContext }) {
  const text = deskMessages[p.lang].staff;
  const state = p.form?.form === 'position' ? p.form : undefined;
  const value = (name: string) => String(state?.values[name] ?? '');
  return (
    <Panel title={text.addPosition}>
      <Form csrf={p.csrf} name="position">
        <FieldRow>
          <TextInput
            name="titleVi"
            label={text.titleVi}
            value={value('titleVi')}
            error={state?.errors['titleVi']}
            required
          />
          <TextInput
            name="titleEn"
            label={text.titleEn}
            value={value('titleEn')}
            error={state?.errors['titleEn']}
            required
          />
        </FieldRow>
        <FieldRow>
          <Select
            name="rank"
            label={text.rank}
            value={value('rank')}
            options={ranks.map((rank) => ({ value: rank, text: messages[p.lang].rank[rank] }))}
          />
          <DateInput
            id="position-from"
            name="validFrom"
            label={text.from}
            value={value('validFrom') || p.today}
            error={state?.errors['validFrom']}
            required
          />
        </FieldRow>
        <ButtonRow>
          <Button>{text.addPosition}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

/** Positions of a unit: add, appoint to, end. */
export const staffPage = page({
  path: '/organisations/units/:id/staff',
  permission: 'organisation.edit',
  area: 'workbench',
  get: async (p) => {
    const text = deskMessages[p.lang];
    const unit = await p.call(getUnit, { id: p.params['id']! });
    const { items } = await p.call(listPositions, { unitId: unit.id });
    const title = text.staff.title(nameOf(unit, p.lang));
    const body = (
      <>
        <PageHead
          title={title}
          actions={<LinkButton href={unitHref(unit.id)}>{text.change.back}</LinkButton>}
        />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={p.form.errors}
          />
        )}
        <Positions holders={items} p={p} />
        {await AppointForm({ holders: items, p })}
        <PositionForm p={p} />
      </>
    );
    return { title, nav: 'organisations', body };
  },
  forms: {
    position: submits(createPosition, {
      input: (plain, p) => ({ ...plain, unitId: p.params['id'] }),
      then: (_made, p) => ({ redirect: here(p), flash: flash('added') }),
    }),
    appoint: submits(appoint, { then: (_made, p) => ({ redirect: here(p), flash: flash('appointed') }) }),
    endPosition: submits(endPosition, {
      then: (_made, p) => ({ redirect: here(p), flash: flash('endedPosition') }),
    }),
  },
});
