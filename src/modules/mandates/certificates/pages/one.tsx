import { page, type PageContext, submits } from '../../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextArea } from '../../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatInstant } from '../../../../web/format.ts';
import { nameOf } from '../../pages/parts.tsx';
import { getCertificate, revokeCertificate } from '../contract.ts';
import { certificateMessages } from '../messages.ts';
import type { CertificateView } from '../view.ts';
import { certificateHref, endingText, Refused, refusedIn, StandingChip } from './parts.tsx';

function Facts({ p, one }: { p: PageContext; one: CertificateView }) {
  const t = certificateMessages[p.lang];
  return (
    <Panel>
      <KeyValueList
        items={[
          {
            key: t.state,
            value: (
              <>
                <StandingChip p={p} standing={one.standing} /> {endingText(p, one)}
              </>
            ),
          },
          one.revoked && {
            key: t.revoke,
            value: t.revokedOn(formatDay(one.revoked.on), one.revoked.reason),
          },
          { key: t.holder, value: one.person?.name ?? t.ofUnit },
          { key: t.unit, value: nameOf(one.unit, p) },
          { key: t.serial, value: <span class="figures">{one.serial}</span> },
          { key: t.subject, value: <span lang="vi">{one.subject}</span> },
          { key: t.issuer, value: <span lang="vi">{one.issuer}</span> },
          { key: t.from, value: formatInstant(one.validFrom) },
          { key: t.to, value: formatInstant(one.validTo) },
          { key: t.fingerprint, value: <code>{one.fingerprint}</code> },
          { key: t.recordedAt, value: formatInstant(one.recordedAt) },
        ]}
      />
    </Panel>
  );
}

function RevokeForm({ p }: { p: PageContext }) {
  const t = certificateMessages[p.lang];
  const refused = refusedIn(p, 'revoke');
  const typed = (name: string) => String(refused?.values[name] ?? '');
  return (
    <Panel title={t.revoke}>
      <p>{t.revokeLead}</p>
      <Form csrf={p.csrf} name="revoke">
        <DateInput
          name="on"
          label={t.revokeOn}
          value={typed('on') || p.today}
          error={refused?.errors['on']}
          required
        />
        <TextArea
          name="reason"
          label={t.reason}
          value={typed('reason')}
          error={refused?.errors['reason']}
          rows={2}
          required
        />
        <ButtonRow>
          <Button kind="danger">{t.revoke}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

/** One certificate; who keeps it revokes it here. */
export const certificatePage = page({
  path: '/mandates/certificates/:id',
  permission: 'mandate.view',
  area: 'workbench',
  get: async (p) => {
    const t = certificateMessages[p.lang];
    const one = await p.call(getCertificate, { id: p.params['id']! });
    const isKeeper =
      (one.person !== undefined && one.person.id === p.actor.personId) ||
      p.can('mandate.assign', one.unit.id);
    const title = `${t.serial} ${one.serial}`;
    const list = `/mandates/certificates?unitId=${one.unit.id}`;
    const body = (
      <>
        <PageHead
          title={title}
          lead={one.person?.name ?? nameOf(one.unit, p)}
          actions={<LinkButton href={list}>{nameOf(one.unit, p)}</LinkButton>}
        />
        <Refused form={refusedIn(p, 'revoke')} />
        <Facts p={p} one={one} />
        {isKeeper && !one.revoked && <RevokeForm p={p} />}
      </>
    );
    return { title, nav: 'mandates', crumbs: [{ href: list, text: t.title }], body };
  },
  forms: {
    revoke: submits(revokeCertificate, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: ({ id }) => ({
        redirect: certificateHref(id),
        flash: { vi: certificateMessages.vi.revokedDone, en: certificateMessages.en.revokedDone },
      }),
    }),
  },
});
