import type { ComponentChildren } from 'preact';

import type { Fields, FormState, PageContext } from '../../../../kit/page.ts';
import { fieldProblem } from '../../../../kit/problems.ts';
import { Button, ButtonRow, Link } from '../../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../../web/components/form.tsx';
import { FileInput } from '../../../../web/components/inputs.tsx';
import { EmptyState } from '../../../../web/components/panel.tsx';
import { Chip } from '../../../../web/components/state.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { dayOf, daysBetween, formatDay } from '../../../../web/format.ts';
import { nameOf } from '../../pages/parts.tsx';
import { certificateMessages } from '../messages.ts';
import { type CertificateStanding, reminderDays } from '../rules.ts';
import type { CertificateView } from '../view.ts';

const looks = {
  valid: ['good', 'check'],
  notYet: ['calm', 'clock'],
  expired: ['idle', 'late'],
  revoked: ['bad', 'cancel'],
} as const;

export function StandingChip({ p, standing }: { p: PageContext; standing: CertificateStanding }) {
  const [tone, icon] = looks[standing];
  return (
    <Chip tone={tone} icon={icon}>
      {certificateMessages[p.lang].standing[standing]}
    </Chip>
  );
}

export const certificateHref = (id: string): string => `/mandates/certificates/${id}`;

/** Days left where a valid certificate ends soon. */
export function endingText(p: PageContext, one: CertificateView): string | undefined {
  const left = daysBetween(p.today, dayOf(one.validTo));
  if (one.standing !== 'valid' || left > Math.max(...reminderDays)) return undefined;
  return certificateMessages[p.lang].endsIn(left);
}

/** The name people know of `CN=…, O=…`; the whole where there is none. */
const commonName = (name: string): string => /(?:^|, )CN=([^,]+)/.exec(name)?.[1] ?? name;

/** Certificates as a list; each leads to its own page. */
export function CertificateTable({ p, items }: { p: PageContext; items: readonly CertificateView[] }) {
  const t = certificateMessages[p.lang];
  return (
    <DataTable
      caption={t.title}
      captionHidden
      rows={items}
      rowKey={(one) => one.id}
      rowHref={(one) => certificateHref(one.id)}
      empty={<EmptyState title={t.none} />}
      columns={[
        {
          key: 'serial',
          head: t.serial,
          main: true,
          cell: (one) => (
            <Link href={certificateHref(one.id)}>
              <span class="figures">{one.serial}</span>
            </Link>
          ),
        },
        { key: 'holder', head: t.holder, cell: (one) => one.person?.name ?? nameOf(one.unit, p) },
        { key: 'issuer', head: t.issuer, cell: (one) => <span lang="vi">{commonName(one.issuer)}</span> },
        {
          key: 'days',
          head: t.days,
          cell: (one) => `${formatDay(dayOf(one.validFrom))} – ${formatDay(dayOf(one.validTo))}`,
        },
        {
          key: 'state',
          head: t.state,
          cell: (one) => (
            <>
              <StandingChip p={p} standing={one.standing} /> {endingText(p, one)}
            </>
          ),
        },
      ]}
    />
  );
}

/** What was refused in the form of this name, if it was this one. */
export const refusedIn = (p: PageContext, form: string): FormState | undefined =>
  p.form?.form === form ? p.form : undefined;

export function Refused({ form }: { form: FormState | undefined }) {
  if (!form) return null;
  return (
    <ErrorSummary
      title={form.problem.title}
      detail={form.problem.detail ?? form.problem.remedy}
      errors={form.errors}
    />
  );
}

/** The form that takes in a certificate file; the choices of whose it is stand before the file. */
export function RegisterForm({ p, children }: { p: PageContext; children: ComponentChildren }) {
  const t = certificateMessages[p.lang];
  const refused = refusedIn(p, 'register');
  return (
    <Form name="register" csrf={p.csrf} files>
      <Refused form={refused} />
      {children}
      <FileInput
        name="content"
        label={t.file}
        hint={t.fileHint}
        accept=".cer,.crt,.pem,.der"
        error={refused?.errors['content']}
        required
      />
      <ButtonRow>
        <Button kind="primary">{t.register}</Button>
      </ButtonRow>
    </Form>
  );
}

/** What came in the form as the contract takes it: PEM as it is, anything else in base64. */
export function contentIn(fields: Fields): string {
  const file = fields['content'];
  const { vi, en } = certificateMessages;
  if (typeof file !== 'object' || Array.isArray(file) || file.bytes.length === 0)
    throw fieldProblem('content', vi.noFile, en.noFile);
  const text = file.bytes.toString('latin1').trim();
  return text.startsWith('-----BEGIN') ? text : file.bytes.toString('base64');
}
