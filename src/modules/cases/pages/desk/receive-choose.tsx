import type { PageContext } from '../../../../kit/page.ts';
import { Button } from '../../../../web/components/button.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { listProcedures } from '../../../procedures/contract.ts';
import { listCases } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { namesFor } from './parts/names.ts';
import { useDesk } from './parts/words.tsx';

interface Offered {
  code: string;
  name: string;
}
const MOST = 9;

/** What this desk received lately, the most frequent first; the number of each chooses it. */
export async function recent(p: PageContext, unitId: string): Promise<Offered[]> {
  const { items } = await p.call(listCases, { view: 'received', unitId, limit: 100 });
  const counts = new Map<string, number>();
  for (const { procedureCode: code } of items) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST);
  const names = await namesFor(p, { procedures: codes.map(([code]) => code) });
  return codes.map(([code]) => ({ code, name: names.procedure(code) }));
}

async function found(p: PageContext, q: string): Promise<Offered[]> {
  const { items } = await p.call(listProcedures, { q, limit: 20 });
  return items.map((one) => ({ code: one.code, name: (p.lang === 'en' && one.nameEn) || one.nameVi }));
}

/** Procedures to go on with; the first nine answer to keys. */
function Offers({ title, items, unitId }: { title: string; items: readonly Offered[]; unitId: string }) {
  const { receive: t } = useDesk();
  return (
    <Panel title={title}>
      {items.length === 0 ? (
        <p class="soft">{t.nothing}</p>
      ) : (
        <ol>
          {items.map(({ code, name }, i) => (
            <li key={code}>
              <a
                href={`/desk/receive?${new URLSearchParams({ unitId, code }).toString()}`}
                data-key={i < MOST ? i + 1 : undefined}
              >
                {name}
              </a>{' '}
              <small class="figures">{code}</small>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** First step of an intake: which procedure; searched without diacritics, recent ones on top. */
export async function Choose(p: PageContext, unitId: string) {
  const { receive: t } = deskMessages[p.lang];
  const q = (p.query['q'] ?? '').trim();
  return (
    <>
      <form class="form" method="get" role="search" aria-label={t.choose}>
        <input type="hidden" name="unitId" value={unitId} />
        <TextInput
          name="q"
          type="search"
          label={t.search}
          hint={t.searchHint}
          value={q}
          autocomplete="off"
          focus={q === ''}
        />
        <p>
          <Button kind="primary" icon="search">
            {t.find}
          </Button>
        </p>
      </form>
      <p class="hint needs-script">{t.keys}</p>
      {q !== '' && <Offers title={t.found} items={await found(p, q)} unitId={unitId} />}
      <Offers title={t.recent} items={await recent(p, unitId)} unitId={unitId} />
    </>
  );
}
