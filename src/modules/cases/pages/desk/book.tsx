import { parseDay, startOfMonth } from '../../../../kit/day.ts';
import { type PageContext, page } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { Tabs } from '../../../../web/components/lists.tsx';
import { EmptyState, PageHead, Toolbar } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { formatInstant, formatNumber } from '../../../../web/format.ts';
import { withQuery } from '../../../../web/with-query.ts';
import type { Cell } from '../../../documents/index.ts';
import { pickedPage, unitPick } from '../../../organisations/index.ts';
import { deskMessages } from '../../messages/desk.ts';
import { fileOf, formats } from './book-files.ts';
import { type Asked, forms, type Sheet, sheetOf } from './book-sheets.ts';
import { unitIn } from './parts/names.ts';

/** What the address asks for: this month, or today's book of the desk, where it names no days. */
function askedIn(p: PageContext, unitId: string): Asked {
  const form = forms.find((one) => one === p.query['form']) ?? 'day';
  const day = (name: string): string | undefined => parseDay(p.query[name] ?? '');
  const to = day('to') ?? p.today;
  const from = day('from') ?? (form === 'day' ? to : startOfMonth(to));
  return { form, unitId, from: from < to ? from : to, to };
}

function shown(p: PageContext, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return formatNumber(cell, p.lang);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' && 'instant' in cell ? formatInstant(cell.instant) : '';
}

interface Line {
  id: string;
  cells: readonly Cell[];
}

function SheetTable({ p, sheet }: { p: PageContext; sheet: Sheet }) {
  const { book: t } = deskMessages[p.lang];
  const rows: Line[] = sheet.rows.map((cells, i) => ({ id: String(i), cells }));
  const { total } = sheet;
  return (
    <>
      <DataTable
        caption={sheet.title}
        phone="scroll"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t.none} />}
        columns={sheet.columns.map((column, i) => ({
          key: String(i),
          head: column.title,
          numeric: column.isNumber,
          main: i === 0 && !column.isNumber,
          cell: (row: Line) => shown(p, row.cells[i] ?? null),
        }))}
        {...(total && {
          total: Object.fromEntries(total.map((cell, i) => [String(i), shown(p, cell)])),
        })}
      />
      {sheet.notes.map((note) => (
        <p class="soft" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

async function Period({ p, asked }: { p: PageContext; asked: Asked }) {
  const { book: t, words } = deskMessages[p.lang];
  return (
    <FilterBar keep={{ form: asked.form }}>
      <UnitPicker
        name="unitId"
        label={words.unit}
        pick={await unitPick(p, 'unitId', {
          may: 'case.view',
          given: (name) => (name === 'unitId' ? asked.unitId : p.query[name]),
        })}
      />
      <DateInput name="from" label={t.from} value={asked.from} />
      <DateInput name="to" label={t.to} value={asked.to} />
    </FilterBar>
  );
}

export const bookPage = pickedPage(
  page({
    path: '/cases/book',
    permission: 'case.view',
    area: 'workbench',
    get: async (p) => {
      const { book: t, words } = deskMessages[p.lang];
      const head = { title: t.title, nav: 'cases-book', wide: true };
      const unitId = unitIn(p, 'case.receive', 'case.view');
      if (!unitId) return { ...head, body: <EmptyState title={words.chooseUnit} /> };
      const asked = askedIn(p, unitId);
      const sheet = await sheetOf(p, asked);
      const format = formats.find((one) => one === p.query['format']);
      if (format) return fileOf(p, asked, sheet, format);
      return {
        ...head,
        body: (
          <>
            <PageHead title={t.title} />
            <Tabs
              label={t.title}
              items={forms.map((one) => ({
                href: withQuery(p.url, 'form', one),
                text: t.forms[one],
                current: one === asked.form,
              }))}
            />
            {await Period({ p, asked })}
            <Toolbar>
              {formats.map((one) => (
                <LinkButton key={one} small icon="download" href={withQuery(p.url, 'format', one)}>
                  {one.toUpperCase()}
                </LinkButton>
              ))}
            </Toolbar>
            <SheetTable p={p} sheet={sheet} />
          </>
        ),
      };
    },
  }),
  { unitId: { may: 'case.view' } },
);
