import type { ReplyOf } from '../../../../kit/contract.ts';
import { type FormHandler, type PageContext, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { formatDay } from '../../../../web/format.ts';
import { paperText } from '../../pages/parts.tsx';
import { endCertificateDuty, type listCertificates, stateCertificateDuty } from '../contract.ts';
import { certificateMessages } from '../messages.ts';
import { Refused, refusedIn } from './parts.tsx';

type Listed = ReplyOf<typeof listCertificates>;

function PaperFields({ p, form }: { p: PageContext; form: string }) {
  const t = certificateMessages[p.lang];
  const refused = refusedIn(p, form);
  const typed = (name: string) => String(refused?.values[name] ?? '');
  return (
    <>
      <TextInput
        name="paper.number"
        id={`${form}-number`}
        label={t.number}
        value={typed('paper.number')}
        error={refused?.errors['paper.number']}
        required
      />
      <DateInput
        name="paper.issuedOn"
        id={`${form}-issued`}
        label={t.issuedOn}
        value={typed('paper.issuedOn') || p.today}
        error={refused?.errors['paper.issuedOn']}
        required
      />
    </>
  );
}

function DayForm(props: {
  p: PageContext;
  form: 'state' | 'end';
  day: 'from' | 'on';
  label: string;
  hidden: Record<string, string>;
  send: string;
}) {
  const { p, form, day, label, hidden, send } = props;
  const refused = refusedIn(p, form);
  return (
    <Form csrf={p.csrf} name={form}>
      <Refused form={refused} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FieldRow>
        <DateInput
          name={day}
          id={`${form}-day`}
          label={label}
          value={String(refused?.values[day] ?? '') || p.today}
          error={refused?.errors[day]}
          required
        />
        <PaperFields p={p} form={form} />
      </FieldRow>
      <ButtonRow>
        <Button kind={form === 'end' ? 'danger' : 'primary'}>{send}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Since when a unit signs with certificates; who keeps mandates says so here. */
export function DutyPanel({ p, listed }: { p: PageContext; listed: Listed }) {
  const t = certificateMessages[p.lang];
  const open = listed.duties.find((one) => one.to === undefined || one.to > p.today);
  const mayEdit = p.can('mandate.edit', listed.unit.id);
  return (
    <Panel title={t.duty}>
      {listed.duties.map((one) => (
        <p key={one.id}>
          {t.dutyFrom(formatDay(one.from), paperText(one.paper, p))}{' '}
          {one.to !== undefined && t.dutyTo(formatDay(one.to))}
        </p>
      ))}
      {!open && <p>{t.dutyNone}</p>}
      {mayEdit && !open && (
        <details open={refusedIn(p, 'state') !== undefined}>
          <summary>{t.dutyState}</summary>
          <p class="hint">{t.dutyStateLead}</p>
          <DayForm
            p={p}
            form="state"
            day="from"
            label={t.dutyStart}
            hidden={{ unitId: listed.unit.id }}
            send={t.dutySave}
          />
        </details>
      )}
      {mayEdit && open && open.to === undefined && (
        <details open={refusedIn(p, 'end') !== undefined}>
          <summary>{t.dutyEnd}</summary>
          <DayForm p={p} form="end" day="on" label={t.dutyEndOn} hidden={{ id: open.id }} send={t.dutyEnd} />
        </details>
      )}
    </Panel>
  );
}

const back = (unitId: string) => `/mandates/certificates?unitId=${encodeURIComponent(unitId)}`;
const { vi, en } = certificateMessages;

export const dutyForms: Record<string, FormHandler> = {
  state: submits(stateCertificateDuty, {
    then: (_, p) => ({
      redirect: back(p.query['unitId'] ?? ''),
      flash: { vi: vi.dutySaved, en: en.dutySaved },
    }),
  }),
  end: submits(endCertificateDuty, {
    then: ({ unitId }) => ({ redirect: back(unitId), flash: { vi: vi.dutyEnded, en: en.dutyEnded } }),
  }),
};
