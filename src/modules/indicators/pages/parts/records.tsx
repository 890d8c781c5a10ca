import type { ReplyOf } from '../../../../kit/contract.ts';
import { type Column, DataTable } from '../../../../web/components/table.tsx';
import { formatDay } from '../../../../web/format.ts';
import { useLang } from '../../../../web/language.tsx';
import type { listFigureRecords } from '../../contract/figures.ts';
import { messages } from '../../messages.ts';
import { ClassChip, nameIn } from './figure.tsx';

type Item = ReplyOf<typeof listFigureRecords>['items'][number];

/** The records behind a figure; assignments also name their agency. */
export function RecordTable({
  items,
  caption,
  excluded,
}: {
  items: readonly Item[];
  caption: string;
  excluded: boolean;
}) {
  const lang = useLang();
  const t = messages[lang].records;
  const title = (item: Item) =>
    lang === 'en' && item.titleEn ? item.titleEn : <span lang="vi">{item.titleVi}</span>;
  const columns: Column<Item>[] = [
    {
      key: 'title',
      head: t.title,
      main: true,
      width: 'wide',
      cell: (item) => (
        <>
          <a href={`/tasks/${item.taskId}`}>{title(item)}</a>{' '}
          <small>
            {item.directiveNumber} · {item.ref}
          </small>
        </>
      ),
    },
    ...(items.some((item) => item.unit)
      ? [
          {
            key: 'unit',
            head: t.unit,
            cell: (item: Item) =>
              item.unit && <a href={`/organisations/units/${item.unit.id}`}>{nameIn(lang, item.unit)}</a>,
          },
        ]
      : []),
    { key: 'due', head: t.due, cell: (item) => (item.due ? formatDay(item.due) : item.deadlineText || '–') },
    { key: 'done', head: t.doneOn, cell: (item) => (item.doneOn ? formatDay(item.doneOn) : '–') },
    { key: 'state', head: excluded ? t.why : t.state, cell: (item) => <ClassChip of={item.class} /> },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={items}
      rowKey={(item) => item.id}
      rowHref={(item) => `/tasks/${item.taskId}`}
      empty={t.none}
    />
  );
}
