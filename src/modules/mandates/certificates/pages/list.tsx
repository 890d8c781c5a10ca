import { type Fields, page, type PageContext, type PageReply, textOf } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { Person } from '../../pages/fields.tsx';
import { listCertificates, registerCertificate } from '../contract.ts';
import { certificateMessages } from '../messages.ts';
import { DutyPanel, dutyForms } from './duty.tsx';
import { CertificateTable, contentIn, refusedIn, RegisterForm } from './parts.tsx';

async function Register({ p, unitId }: { p: PageContext; unitId: string }) {
  const t = certificateMessages[p.lang];
  const refused = refusedIn(p, 'register');
  const context = {
    p,
    value: (name: string) => String(refused?.values[name] ?? ''),
    values: () => [],
    error: (name: string) => refused?.errors[name],
  };
  return (
    <Panel title={t.add}>
      <RegisterForm p={p}>
        <input type="hidden" name="unitId" value={unitId} />
        {await Person(context, 'personId', {
          unitId,
          label: t.person,
          hint: t.personHint,
          empty: t.ofUnit,
        })}
      </RegisterForm>
    </Panel>
  );
}

async function register(p: PageContext, fields: Fields): Promise<PageReply> {
  const unitId = textOf(fields, 'unitId');
  const personId = textOf(fields, 'personId');
  const content = contentIn(fields);
  await p.call(registerCertificate, { unitId, ...(personId && { personId }), content });
  const { vi, en } = certificateMessages;
  return {
    redirect: `/mandates/certificates?unitId=${encodeURIComponent(unitId)}`,
    flash: { vi: vi.registered, en: en.registered },
  };
}

/** The certificates of a unit and its people, and since when it signs with them. */
export const certificatesPage = pickedPage(
  page({
    path: '/mandates/certificates',
    permission: 'mandate.view',
    area: 'workbench',
    get: async (p) => {
      const t = certificateMessages[p.lang];
      const { unitId } = p.query;
      const listed = unitId ? await p.maybe(listCertificates, { unitId }) : undefined;
      const body = (
        <>
          <PageHead
            title={t.title}
            lead={t.lead}
            actions={<LinkButton href="/mandates/certificates/mine">{t.mine}</LinkButton>}
          />
          <FilterBar clearHref={unitId ? '/mandates/certificates' : undefined}>
            <UnitPicker name="unitId" label={t.unit} pick={await unitPick(p, 'unitId')} />
          </FilterBar>
          {listed ? (
            <>
              <Panel title={t.title} flush>
                <CertificateTable p={p} items={listed.items} />
              </Panel>
              <DutyPanel p={p} listed={listed} />
              {p.can('mandate.assign', listed.unit.id) && (await Register({ p, unitId: listed.unit.id }))}
            </>
          ) : (
            <Panel>
              <EmptyState title={t.chooseUnit} />
            </Panel>
          )}
        </>
      );
      return { title: t.title, nav: 'certificates', wide: true, body };
    },
    forms: { register, ...dutyForms },
  }),
);
