import type { ReplyOf } from '../../../kit/contract.ts';
import { page, type PageContext, textOf, type View } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { FileInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatNumber } from '../../../web/format.ts';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import { checkParity } from '../contract.ts';
import { Faults, fileFrom } from './import.tsx';
import { Refusal, textIn, useMessages, Vi } from './parts.tsx';

type Parity = ReplyOf<typeof checkParity>;

function Items({ p, title, items }: { p: PageContext; title: string; items: Parity['missing'] }) {
  const { parity: t, words } = useMessages();
  return (
    <Panel title={`${title} (${formatNumber(items.length, p.lang)})`} flush>
      <DataTable
        caption={title}
        captionHidden
        rows={items.slice(0, 500)}
        rowKey={(one) => one.code}
        empty={<p>{t.nothing}</p>}
        columns={[
          { key: 'code', head: words.code, main: true, width: 'narrow', cell: (one) => one.code },
          { key: 'name', head: words.name, width: 'wide', cell: (one) => <Vi>{one.nameVi}</Vi> },
          { key: 'why', head: words.message, cell: (one) => one[p.lang] ?? '–' },
        ]}
      />
    </Panel>
  );
}

async function view(p: PageContext, found?: Parity): Promise<View> {
  const { parity: t, words, nav } = textIn(p);
  const given = (name: string) => (p.form ? String(p.form.values[name] ?? '') : undefined);
  const count = (n: number) => formatNumber(n, p.lang);
  return {
    title: t.title,
    nav: 'catalogue',
    crumbs: [{ href: '/catalogue', text: nav.catalogue }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <Refusal form={p.form} />
        <Panel>
          <Form csrf={p.csrf} files>
            <FileInput
              name="file"
              label={words.file}
              accept=".csv,text/csv"
              required
              error={p.form?.errors['file']}
            />
            <UnitPicker
              name="unitId"
              label={t.unit}
              hint={t.unitHint}
              pick={await unitPick(p, 'unitId', { given })}
              error={p.form?.errors['unitId']}
              search
            />
            <ButtonRow>
              <Button kind="primary">{t.compare}</Button>
            </ButtonRow>
          </Form>
        </Panel>
        {found && (
          <>
            <Panel>
              <KeyValueList
                items={[
                  { key: t.listed, value: count(found.listed) },
                  { key: t.inForce, value: count(found.inForce) },
                  { key: t.equal, value: count(found.equal) },
                ]}
              />
            </Panel>
            <Faults p={p} faults={found.faults} />
            <Items p={p} title={t.missing} items={found.missing} />
            <Items p={p} title={t.outOfDate} items={found.outOfDate} />
            <Items p={p} title={t.extra} items={found.extra} />
          </>
        )}
      </>
    ),
  };
}

export const parityPage = page({
  path: '/catalogue/parity',
  permission: 'procedure.edit',
  area: 'workbench',
  get: (p) => view(p),
  forms: {
    default: pickedHandler(async (p, fields) => {
      const unitId = textOf(fields, 'unitId');
      return view(p, await p.call(checkParity, { ...fileFrom(fields), ...(unitId ? { unitId } : {}) }));
    }),
  },
});
