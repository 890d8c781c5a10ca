import { page } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { EmptyState, PageHead, Panel } from '../../../web/components/panel.tsx';
import { certificateMessages } from '../certificates/messages.ts';
import { listMine } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { factKinds } from '../rules/model.ts';
import { FactTable } from './parts.tsx';

/** What the person signed in may do today, and by which papers. */
export const minePage = page({
  path: '/mandates/mine',
  permission: 'signedIn',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const { items } = await p.callWithQuery(listMine);
    const body = (
      <>
        <PageHead
          title={t.mine}
          actions={
            <LinkButton href="/mandates/certificates/mine">{certificateMessages[p.lang].mine}</LinkButton>
          }
        />
        {items.length === 0 && (
          <Panel>
            <EmptyState icon="user" title={t.mineNone} />
          </Panel>
        )}
        {factKinds
          .map((kind) => ({ kind, own: items.filter((fact) => fact.kind === kind) }))
          .filter(({ own }) => own.length > 0)
          .map(({ kind, own }) => (
            <Panel key={kind} title={t.kind[kind]} flush>
              <FactTable p={p} facts={own} caption={t.kind[kind]} />
            </Panel>
          ))}
      </>
    );
    return { title: t.mine, nav: 'mandates-mine', wide: true, body };
  },
});
