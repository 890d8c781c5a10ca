import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button, ButtonRow, Link, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, FilterBar, Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable, Pagination } from '../../../web/components/table.tsx';
import { formatDay } from '../../../web/format.ts';
import { withQuery } from '../../../web/with-query.ts';
import { changePerson, createPerson, endAppointment, getPerson, listPeople } from '../contract/people.ts';
import { deskMessages } from '../messages-desk.ts';
import { unitHref } from './unit-links.tsx';

type Person = ReplyOf<typeof getPerson>;
const personHref = (id: string) => `/organisations/people/${id}`;
const flash = (key: 'added' | 'saved' | 'ended') => ({
  vi: deskMessages.vi.people[key],
  en: deskMessages.en.people[key],
});

/** Everybody who holds or may hold a position. */
export const peoplePage = page({
  path: '/organisations/people',
  permission: 'organisation.edit',
  area: 'workbench',
  get: async (p) => {
    const text = deskMessages[p.lang].people;
    const list = await p.callWithQuery(listPeople);
    const body = (
      <>
        <PageHead
          title={text.title}
          lead={text.lead}
          actions={
            <LinkButton kind="primary" icon="plus" href="/organisations/people/new">
              {text.add}
            </LinkButton>
          }
        />
        <FilterBar clearHref={p.query['search'] ? '/organisations/people' : undefined}>
          <TextInput name="search" label={text.search} type="search" value={p.query['search']} />
        </FilterBar>
        <Panel flush>
          <DataTable
            caption={text.title}
            captionHidden
            rows={list.items}
            rowKey={(person) => person.id}
            rowHref={(person) => personHref(person.id)}
            empty={<EmptyState icon="user" title={text.none} />}
            columns={[
              {
                key: 'name',
                head: text.name,
                main: true,
                cell: (person) => <Link href={personHref(person.id)}>{person.fullName}</Link>,
              },
              { key: 'email', head: text.email, cell: (person) => person.email ?? '–' },
              { key: 'phone', head: text.phone, cell: (person) => person.phone ?? '–' },
            ]}
          />
        </Panel>
        <Pagination nextHref={list.next && withQuery(p.url, 'cursor', list.next)} />
      </>
    );
    return { title: text.title, nav: 'people', body };
  },
});

function PersonForm({ p, person, button }: { p: PageContext; person?: Person; button: string }) {
  const text = deskMessages[p.lang].people;
  const state = p.form?.form === 'default' ? p.form : undefined;
  const value = (name: 'fullName' | 'email' | 'phone') => String(state?.values[name] ?? person?.[name] ?? '');
  return (
    <Form csrf={p.csrf} name="default">
      <TextInput
        name="fullName"
        label={text.name}
        value={value('fullName')}
        error={state?.errors['fullName']}
        required
      />
      <FieldRow>
        <TextInput
          name="email"
          label={text.email}
          type="email"
          value={value('email')}
          error={state?.errors['email']}
          optional
        />
        <TextInput
          name="phone"
          label={text.phone}
          type="tel"
          value={value('phone')}
          error={state?.errors['phone']}
          optional
        />
      </FieldRow>
      <ButtonRow>
        <Button kind="primary">{button}</Button>
      </ButtonRow>
    </Form>
  );
}

function Refusal({ p }: { p: PageContext }) {
  return p.form ? (
    <ErrorSummary
      title={p.form.problem.title}
      detail={p.form.problem.detail ?? p.form.problem.remedy}
      errors={p.form.errors}
    />
  ) : null;
}

export const newPersonPage = page({
  path: '/organisations/people/new',
  permission: 'organisation.edit',
  area: 'workbench',
  get: (p) => {
    const text = deskMessages[p.lang].people;
    const body = (
      <>
        <PageHead title={text.add} lead={text.lead} />
        <Refusal p={p} />
        <Panel>
          <PersonForm p={p} button={text.add} />
        </Panel>
      </>
    );
    return Promise.resolve({ title: text.add, nav: 'people', body });
  },
  forms: {
    default: submits(createPerson, {
      then: (made) => ({ redirect: personHref(made.id), flash: flash('added') }),
    }),
  },
});

function Service({ p, person }: { p: PageContext; person: Person }) {
  const text = deskMessages[p.lang].people;
  return (
    <Panel title={text.service} flush>
      <DataTable
        caption={text.service}
        captionHidden
        rows={person.appointments}
        rowKey={(term) => term.id}
        empty={<p>{text.noService}</p>}
        columns={[
          {
            key: 'position',
            head: text.position,
            main: true,
            cell: (term) => (p.lang === 'en' ? term.titleEn : term.titleVi),
          },
          {
            key: 'unit',
            head: text.unit,
            cell: (term) => (
              <Link href={unitHref(term.unitId)}>{p.lang === 'en' ? term.unitNameEn : term.unitNameVi}</Link>
            ),
          },
          { key: 'from', head: text.from, cell: (term) => formatDay(term.validFrom), width: 'narrow' },
          {
            key: 'to',
            head: text.to,
            cell: (term) => (term.validTo ? formatDay(term.validTo) : '–'),
            width: 'narrow',
          },
          {
            key: 'paper',
            head: text.paper,
            cell: (term) => [term.paper, term.endPaper].filter(Boolean).join(' – '),
          },
        ]}
      />
    </Panel>
  );
}

function EndForms({ p, person }: { p: PageContext; person: Person }) {
  const text = deskMessages[p.lang].people;
  const state = p.form?.form === 'end' ? p.form : undefined;
  const open = person.appointments.filter((term) => term.validTo === null);
  return (
    <>
      {open.map((term) => (
        <Panel key={term.id} title={`${text.end}: ${p.lang === 'en' ? term.titleEn : term.titleVi}`}>
          <Form csrf={p.csrf} name="end">
            <input type="hidden" name="id" value={term.id} />
            <FieldRow>
              <DateInput
                id={`end-${term.id}`}
                name="on"
                label={text.to}
                value={p.today}
                error={state?.errors['on']}
                required
              />
              <TextInput
                id={`paper-${term.id}`}
                name="paper"
                label={text.endPaper}
                error={state?.errors['paper']}
                required
              />
            </FieldRow>
            <ButtonRow>
              <Button kind="danger">{text.end}</Button>
            </ButtonRow>
          </Form>
        </Panel>
      ))}
    </>
  );
}

/** A person: details, positions held, ending an appointment. */
export const personPage = page({
  path: '/organisations/people/:id',
  permission: 'organisation.edit',
  area: 'workbench',
  get: async (p) => {
    const text = deskMessages[p.lang].people;
    const person = await p.call(getPerson, { id: p.params['id']! });
    const body = (
      <>
        <PageHead title={person.fullName} />
        <Refusal p={p} />
        <Service p={p} person={person} />
        <EndForms p={p} person={person} />
        <Panel title={text.details}>
          <PersonForm p={p} person={person} button={text.save} />
        </Panel>
      </>
    );
    return {
      title: person.fullName,
      nav: 'people',
      crumbs: [
        { href: '/organisations/people', text: text.title },
        { href: personHref(person.id), text: person.fullName },
      ],
      body,
    };
  },
  forms: {
    default: submits(changePerson, {
      input: (plain, p) => ({ ...plain, id: p.params['id'] }),
      then: (made) => ({ redirect: personHref(made.id), flash: flash('saved') }),
    }),
    end: submits(endAppointment, { then: (_made, p) => ({ redirect: p.url, flash: flash('ended') }) }),
  },
});
