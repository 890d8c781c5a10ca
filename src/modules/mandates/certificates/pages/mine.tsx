import { type Fields, page, type PageContext, type PageReply, textOf } from '../../../../kit/page.ts';
import { Select } from '../../../../web/components/inputs.tsx';
import { EmptyState, PageHead, Panel } from '../../../../web/components/panel.tsx';
import { nameOf } from '../../pages/parts.tsx';
import { listMyCertificates, registerCertificate } from '../contract.ts';
import { certificateMessages } from '../messages.ts';
import { CertificateTable, contentIn, refusedIn, RegisterForm } from './parts.tsx';

async function register(p: PageContext, fields: Fields): Promise<PageReply> {
  const { personId = '' } = p.actor;
  await p.call(registerCertificate, {
    unitId: textOf(fields, 'unitId'),
    personId,
    content: contentIn(fields),
  });
  const { vi, en } = certificateMessages;
  return { redirect: '/mandates/certificates/mine', flash: { vi: vi.registered, en: en.registered } };
}

/** The certificates of whoever is signed in, and where he registers one. */
export const myCertificatesPage = page({
  path: '/mandates/certificates/mine',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const t = certificateMessages[p.lang];
    const { items, units } = await p.call(listMyCertificates, {});
    const refused = refusedIn(p, 'register');
    const typed = refused?.values['unitId'];
    const body = (
      <>
        <PageHead title={t.mine} lead={t.mineLead} />
        {units.length === 0 && items.length === 0 ? (
          <Panel>
            <EmptyState icon="user" title={t.nobody} />
          </Panel>
        ) : (
          <Panel title={t.title} flush>
            <CertificateTable p={p} items={items} />
          </Panel>
        )}
        {units.length > 0 && (
          <Panel title={t.add}>
            <RegisterForm p={p}>
              <Select
                name="unitId"
                label={t.chooseUnitOf}
                options={units.map((unit) => ({ value: unit.id, text: nameOf(unit, p) }))}
                value={typeof typed === 'string' ? typed : undefined}
                error={refused?.errors['unitId']}
              />
            </RegisterForm>
          </Panel>
        )}
      </>
    );
    return { title: t.mine, nav: 'mandates-mine', wide: true, body };
  },
  forms: { register },
});
