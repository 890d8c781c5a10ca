import type { ReplyOf } from '../../../kit/contract.ts';
import { addDays, startOfMonth } from '../../../kit/day.ts';
import type { PageContext } from '../../../kit/page.ts';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Share } from '../../../web/components/figure.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import type { IconName } from '../../../web/icons.tsx';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { listFigures, listScopes } from '../contract/figures.ts';
import { explainChange } from '../contract/lists.ts';
import { messages } from '../messages.ts';
import { causeWords } from '../rules/moves.ts';
import { FrameLine } from './parts/board.tsx';
import { nameIn } from './parts/figure.tsx';
import { Pages } from './parts/paging.tsx';
import { hrefWith, scopeOf } from './parts/scope.tsx';

type Change = ReplyOf<typeof explainChange>;
type Item = Change['items'][number];

async function Filters(p: PageContext, code: string, from: string, to: string) {
  const t = messages[p.lang];
  const scope = scopeOf(p);
  const [figures, lists] = [await p.call(listFigures, {}), await p.callWithQuery(listScopes)];
  return (
    <FilterBar
      action="/figures/changes"
      keep={{
        sectionCode: scope.sectionCode,
        ownerUnitId: scope.ownerUnitId,
        field: scope.field,
        kind: scope.kind,
      }}
    >
      <Select
        name="code"
        label={t.changes.figure}
        value={code}
        options={figures.items
          .filter((f) => f.use === 'offered')
          .map((f) => ({ value: f.code, text: f.name[p.lang] }))}
      />
      <DateInput name="from" label={t.changes.from} value={from} max={p.today} />
      <DateInput name="to" label={t.changes.to} value={to} max={p.today} />
      <Select
        name="directiveId"
        label={t.scope.directive}
        empty={t.scope.anyDirective}
        value={scope.directiveId}
        options={lists.directives.map((d) => ({
          value: d.id,
          text: `${d.number} – ${d.titleVi}`.slice(0, 90),
        }))}
      />
      <UnitPicker
        name="unitId"
        label={t.scope.unit}
        placeholder={t.scope.anyUnit}
        pick={await unitPick(p, 'unitId')}
      />
      <Select
        name="count"
        label={t.scope.count}
        value={scope.count ?? 'tasks'}
        options={(['tasks', 'assignments'] as const).map((value) => ({ value, text: t.scope.counts[value] }))}
      />
    </FilterBar>
  );
}

const signed = (value: number, lang: 'vi' | 'en', digits = 0): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(Math.abs(value), lang, digits)}`;

function Split({ p, data }: { p: PageContext; data: Change }) {
  const t = messages[p.lang].changes;
  const points = (value: number | null) => (value === null ? '–' : `${signed(value, p.lang, 2)} ${t.points}`);
  const rate = (f: Change['before']) => (
    <Share
      numerator={f.numerator}
      denominator={f.denominator}
      digits={f.rounding.decimals}
      rounding={f.rounding.mode}
    />
  );
  const { numerator, denominator } = data.missing;
  return (
    <Panel title={data.after.name[p.lang]}>
      <KeyValueList
        items={[
          { key: `${t.before}, ${formatDay(data.from)}`, value: rate(data.before) },
          { key: `${t.after}, ${formatDay(data.to)}`, value: rate(data.after) },
          { key: t.change, value: <strong>{points(data.change)}</strong> },
          { key: t.results, value: points(data.results) },
          { key: t.changedBase, value: points(data.changedBase) },
          {
            key: t.unexplained,
            value: numerator === 0 && denominator === 0 ? t.complete : t.missing(numerator, denominator),
          },
          { key: t.entered, value: formatNumber(data.entered, p.lang) },
          { key: t.left, value: formatNumber(data.left, p.lang) },
        ]}
      />
      {data.change === null && <p>{t.noRate}</p>}
      <p class="soft">{t.order}</p>
    </Panel>
  );
}

function Events({ p, data }: { p: PageContext; data: Change }) {
  const t = messages[p.lang].changes;
  return (
    <Panel title={t.events}>
      <DataTable
        caption={t.events}
        captionHidden
        phone="scroll"
        columns={[
          { key: 'event', head: t.event, main: true, cell: (e) => e.words[p.lang] },
          { key: 'cause', head: t.cause, cell: (e) => causeWords[e.cause][p.lang] },
          { key: 'n', head: t.n, numeric: true, cell: (e) => formatNumber(e.n, p.lang) },
          { key: 'num', head: t.num, numeric: true, cell: (e) => signed(e.numerator, p.lang) },
          { key: 'den', head: t.den, numeric: true, cell: (e) => signed(e.denominator, p.lang) },
        ]}
        rows={data.events}
        rowKey={(e) => `${e.cause} ${e.event}`}
        total={{
          event: messages[p.lang].figures.sum,
          n: formatNumber(data.total, p.lang),
          num: signed(data.after.numerator - data.before.numerator, p.lang),
          den: signed(data.after.denominator - data.before.denominator, p.lang),
        }}
        empty={t.none}
      />
    </Panel>
  );
}

const looks: Record<string, { tone: ChipTone; icon: IconName }> = {
  completed: { tone: 'good', icon: 'check' },
  fellDue: { tone: 'good', icon: 'check' },
  completedLate: { tone: 'late', icon: 'checkLate' },
  overdue: { tone: 'bad', icon: 'late' },
  reopened: { tone: 'warn', icon: 'repeat' },
};

function Items({ p, data }: { p: PageContext; data: Change }) {
  const t = messages[p.lang];
  const place = (from: boolean, to: boolean): string =>
    from === to ? t.changes.stays : to ? t.changes.in : t.changes.out;
  const effect = (i: Item): string =>
    `${t.changes.num}: ${place(i.before.numerator, i.after.numerator)}, ${t.changes.den}: ${place(i.before.denominator, i.after.denominator)}`.toLowerCase();
  const columns: Column<Item>[] = [
    {
      key: 'task',
      head: t.records.title,
      main: true,
      width: 'wide',
      cell: (i) => (
        <>
          <a href={`/tasks/${i.taskId}`}>{p.lang === 'en' && i.titleEn ? i.titleEn : i.titleVi}</a>{' '}
          <small>
            {i.directiveNumber} · {i.ref}
            {i.unit && ` · ${nameIn(p.lang, i.unit)}`}
          </small>
        </>
      ),
    },
    {
      key: 'event',
      head: t.changes.event,
      cell: (i) => (
        <Chip
          {...(i.cause === 'base'
            ? { tone: 'warn', icon: 'edit' }
            : (looks[i.event] ?? { tone: 'calm', icon: 'info' }))}
        >
          {i.words[p.lang]}
        </Chip>
      ),
    },
    { key: 'document', head: t.changes.document, cell: (i) => i.document ?? '–' },
    { key: 'effect', head: t.changes.effect, cell: effect },
  ];
  return (
    <DataTable
      caption={t.changes.items}
      captionHidden
      columns={columns}
      rows={data.items}
      rowKey={(i) => `${i.id} ${i.cause}`}
      empty={t.changes.none}
    />
  );
}

export const changesPage = pickedPage({
  path: '/figures/changes',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const scope = scopeOf(p);
    const month = startOfMonth(p.today);
    const code = p.query['code'] || 'onTimeOfClosedAndOverdue';
    const data = await p.callWithQuery(explainChange, {
      code,
      ...(p.query['from']
        ? {}
        : { from: addDays(month === p.today ? startOfMonth(addDays(month, -1)) : month, -1) }),
    });
    return {
      title: t.changes.title,
      nav: 'figures',
      crumbs: [{ href: hrefWith('/figures', scope), text: t.figures.title }],
      body: (
        <>
          <PageHead title={t.changes.title} lead={<p>{t.changes.lead}</p>} />
          {await Filters(p, code, data.from, data.to)}
          <FrameLine p={p} data={data} />
          <Columns aside={<Split p={p} data={data} />}>
            <Events p={p} data={data} />
          </Columns>
          <Panel title={t.changes.items}>
            <Items p={p} data={data} />
            <Pages p={p} shown={data.items.length} next={data.next} />
          </Panel>
        </>
      ),
    };
  },
});
