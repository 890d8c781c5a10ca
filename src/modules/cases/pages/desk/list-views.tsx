import type { ReplyOf } from '../../../../kit/contract.ts';
import { type FormHandler, type PageContext, textOf } from '../../../../kit/page.ts';
import { Button } from '../../../../web/components/button.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/inputs.tsx';
import { type listViews, saveView } from '../../contract.ts';
import { filterNames } from './list-query.ts';
import { keptOf, Refusal, said } from './parts/forms.tsx';
import { useDesk } from './parts/words.tsx';

type Saved = ReplyOf<typeof listViews>['items'][number];

const hrefOf = ({ filters }: Saved): string => {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return `/cases?${query.toString()}`;
};

/** The person's own filters, each an address; the filter of this moment can be kept under a name. */
export function SavedViews({ p, items }: { p: PageContext; items: readonly Saved[] }) {
  const { list: t } = useDesk();
  const kept = keptOf(p, 'view');
  return (
    <details open={kept.refused !== undefined}>
      <summary>
        {t.saved} {items.length > 0 && <span class="count">{items.length}</span>}
      </summary>
      <ul>
        {items.map((one) => (
          <li key={one.name}>
            <a href={hrefOf(one)}>{one.name}</a>{' '}
            <Form name="view" csrf={p.csrf} action={p.url} inline>
              <input type="hidden" name="name" value={one.name} />
              <Button kind="quiet" small name="remove" value="true">
                {t.remove}
                <span class="hidden"> {one.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form name="view" csrf={p.csrf} action={p.url}>
        <Refusal kept={kept} />
        <TextInput {...kept.field('name')} label={t.saveAs} required />
        <p>
          <Button>{t.save}</Button>
        </p>
      </Form>
    </details>
  );
}

/** Keeps the filters of the address under a name, or removes them. */
export const saveViewHandler: FormHandler = async (p, fields) => {
  const remove = textOf(fields, 'remove') === 'true';
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => (p.query[name] ? [[name, p.query[name]]] : [])),
  );
  await p.call(saveView, { name: textOf(fields, 'name'), filters, remove });
  return {
    redirect: p.url,
    flash: said((m) => (remove ? m.list.removedDone : m.list.savedDone)),
  };
};
