import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext } from '../../../kit/page.ts';
import { Link } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList, TimeLine } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { Tag } from '../../../web/components/state.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { dayOf, formatDay, formatInstant } from '../../../web/format.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { certificateMessages } from '../certificates/messages.ts';
import { CertificatesThen } from '../certificates/pages/then.tsx';
import { checkAct, listHolders } from '../contract/proof.ts';
import { messages } from '../messages.ts';
import { type StepRole, stepRoles } from '../rules/model.ts';
import { Person } from './fields.tsx';
import { factHref, nameOf, paperText } from './parts.tsx';

type Answer = ReplyOf<typeof checkAct>;
type Holders = ReplyOf<typeof listHolders>;

const roleOf = (p: PageContext): StepRole => stepRoles.find((role) => role === p.query['role']) ?? 'sign';

async function Question({ p }: { p: PageContext }) {
  const t = messages[p.lang];
  const { unitId = '', procedureCode, field } = p.query;
  const context = {
    p,
    value: (name: string) => p.query[name] ?? '',
    values: () => [],
    error: () => undefined,
  };
  return (
    <FilterBar clearHref={unitId ? '/mandates/check' : undefined}>
      <UnitPicker name="unitId" label={t.unit} pick={await unitPick(p, 'unitId')} />
      {await Person(context, 'personId', { unitId, label: t.person, empty: t.choosePerson })}
      <Select
        name="role"
        label={t.roles}
        value={roleOf(p)}
        options={stepRoles.map((role) => ({ value: role, text: t.role[role] }))}
      />
      <TextInput name="procedureCode" label={t.procedure} value={procedureCode} />
      <TextInput name="field" label={t.field} value={field} />
      <DateInput name="day" label={t.day} value={p.query['day'] ?? p.today} />
      <TextInput
        name="serial"
        label={certificateMessages[p.lang].recheckSerial}
        value={p.query['serial'] ?? ''}
      />
    </FilterBar>
  );
}

function Chain({ p, answer }: { p: PageContext; answer: Answer }) {
  const t = messages[p.lang];
  const recorded = new Map(answer.recorded.map((one) => [one.id, one.recordedAt]));
  return (
    <TimeLine
      entries={(answer.holder?.chain ?? []).map((link) => ({
        id: link.id,
        title: t.kind[link.kind],
        when: formatDay(link.paper.issuedOn),
        body: (
          <p>
            <Link href={factHref(link.id)}>{paperText(link.paper, p)}</Link>
            {recorded.has(link.id) && `, ${t.recorded(formatInstant(recorded.get(link.id)!))}`}
          </p>
        ),
      }))}
    />
  );
}

function Result({ p, answer }: { p: PageContext; answer: Answer }) {
  const t = messages[p.lang];
  const { holder, positions, reason } = answer;
  const instead = holder?.standsInFor ? ` (${t.insteadOf(holder.standsInFor.name)})` : '';
  return (
    <Panel title={`${answer.person.name} – ${formatDay(answer.day)}`}>
      <Notice tone={answer.mayAct ? 'good' : 'bad'} title={answer.mayAct ? `${t.yes}${instead}` : t.no}>
        {reason && <p>{t.reason[reason]}</p>}
      </Notice>
      <KeyValueList
        items={[
          { key: t.unit, value: nameOf(answer.unit, p) },
          { key: t.roles, value: t.role[roleOf(p)] },
          {
            key: t.position,
            value:
              positions
                .map((one) => `${p.lang === 'en' ? one.titleEn : one.titleVi}, ${nameOf(one.unit, p)}`)
                .join('; ') || t.noPosition,
          },
          holder?.until !== undefined && { key: t.validUntil, value: formatDay(holder.until) },
        ]}
      />
      {holder && <h3>{t.chain}</h3>}
      {holder && <Chain p={p} answer={answer} />}
    </Panel>
  );
}

function Others({ p, holders }: { p: PageContext; holders: Holders }) {
  const t = messages[p.lang];
  return (
    <Panel title={t.others}>
      {holders.gap ? (
        <p>
          {t.reason[holders.gap.reason]} {holders.gap.person?.name}
        </p>
      ) : (
        <p class="chip-row">
          {holders.items.map((one) => (
            <Tag key={one.person.id}>
              {one.person.name}
              {one.standsInFor && ` (${t.insteadOf(one.standsInFor.name)})`}
            </Tag>
          ))}
        </p>
      )}
    </Panel>
  );
}

/** The certificate and the moment that the address names, where they can be meant. */
function signatureOf(p: PageContext, day: string): { serial?: string; at?: string } {
  const { serial, at } = p.query;
  const isThen = at !== undefined && !Number.isNaN(Date.parse(at)) && dayOf(at) === day;
  return {
    ...(serial && { serial: serial.slice(0, 200) }),
    ...(isThen && { at: new Date(at).toISOString() }),
  };
}

/** Re-checks a signature for its moment: who, position, mandate, paper. */
export const checkPage = pickedPage(
  page({
    path: '/mandates/check',
    permission: 'mandate.view',
    area: 'workbench',
    get: async (p) => {
      const t = messages[p.lang];
      const { unitId, personId } = p.query;
      const asked = { role: roleOf(p), day: p.query['day'] || p.today };
      const about = {
        ...(p.query['procedureCode'] && { procedureCode: p.query['procedureCode'] }),
        ...(p.query['field'] && { field: p.query['field'] }),
      };
      const holders = unitId ? await p.maybe(listHolders, { unitId, ...asked, ...about }) : undefined;
      const signature = signatureOf(p, asked.day);
      const answer =
        unitId && personId
          ? await p.maybe(checkAct, { unitId, personId, ...asked, ...about, ...signature })
          : undefined;
      const body = (
        <>
          <PageHead title={t.check} lead={t.checkLead} />
          {await Question({ p })}
          {!unitId && <Notice>{t.chooseUnit}</Notice>}
          {answer && <Result p={p} answer={answer} />}
          {answer && <CertificatesThen p={p} answer={answer} asked={signature} />}
          {holders && <Others p={p} holders={holders} />}
        </>
      );
      return { title: t.check, nav: 'mandates', crumbs: [{ href: '/mandates', text: t.title }], body };
    },
  }),
);
