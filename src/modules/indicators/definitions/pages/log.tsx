import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FilterBar } from '../../../../web/components/form.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { DataTable, Pagination } from '../../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../../web/format.ts';
import { keysetLinks } from '../../../../web/keyset.ts';
import { pickedPage } from '../../../organisations/index.ts';
import { getDefinition, measureLog } from '../contract.ts';
import { messages } from '../messages.ts';
import { hrefWith, narrowedWords, scopeOf } from './figure-scope.tsx';
import { ProcedureName, ValueLine } from './parts.tsx';

type Log = ReplyOf<typeof measureLog>;
type Move = Log['moves'][number];

const signed = (n: number, p: PageContext): string =>
  n > 0 ? `+${formatNumber(n, p.lang)}` : formatNumber(n, p.lang);

function Days({ p, data }: { p: PageContext; data: Log }) {
  const t = messages[p.lang];
  const empty = data.moves.length > 0 ? t.log.noDays : t.log.none;
  return (
    <Panel title={t.log.days} flush>
      <DataTable
        caption={t.log.days}
        captionHidden
        rows={data.days}
        rowKey={(one) => one.day}
        empty={empty}
        columns={[
          { key: 'day', head: t.log.day, main: true, cell: (one) => formatDay(one.day) },
          {
            key: 'numerator',
            head: t.parts.numerator,
            numeric: true,
            cell: (one) => signed(one.numerator, p),
          },
          {
            key: 'denominator',
            head: t.parts.denominator,
            numeric: true,
            cell: (one) => signed(one.denominator, p),
          },
        ]}
      />
    </Panel>
  );
}

function Moves({ p, data }: { p: PageContext; data: Log }) {
  const t = messages[p.lang];
  const step = (n: number) => (n === 0 ? '–' : n > 0 ? `+1 (${t.log.came})` : `−1 (${t.log.left})`);
  const name = (one: Move) =>
    one.withheld ? (
      <span class="soft">{t.records.withheld}</span>
    ) : (
      <a href={`/cases/${one.id}`}>{one.code ?? one.id}</a>
    );
  return (
    <Panel title={t.log.moves} flush>
      <DataTable
        caption={t.log.moves}
        captionHidden
        rows={data.moves}
        rowKey={(one) => `${one.id ?? ''}${data.moves.indexOf(one)}`}
        empty={t.log.none}
        columns={[
          { key: 'record', head: t.log.record, main: true, cell: name },
          { key: 'unit', head: t.records.unit, cell: (one) => one.unit.name[p.lang] },
          {
            key: 'procedure',
            head: t.records.procedure,
            cell: (one) => <ProcedureName procedure={one.procedure} />,
          },
          { key: 'numerator', head: t.parts.numerator, cell: (one) => step(one.numerator) },
          { key: 'denominator', head: t.parts.denominator, cell: (one) => step(one.denominator) },
        ]}
      />
      <Pagination {...keysetLinks(p, data.next)} />
    </Panel>
  );
}

export const measureLogPage = pickedPage({
  path: '/measures/:code/log',
  permission: 'public',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang];
    const code = p.params['code']!;
    const data = await p.callWithQuery(measureLog, { code });
    const { versions } = await p.call(getDefinition, { code });
    const { body } = versions.find((one) => one.version === data.version) ?? versions[0]!;
    const path = `/measures/${code}`;
    return {
      title: t.log.title(data.name[p.lang]),
      nav: 'definitions',
      crumbs: [
        { href: '/definitions', text: t.catalogue.title },
        { href: hrefWith(p, path), text: data.name[p.lang] },
      ],
      body: (
        <>
          <PageHead
            title={t.log.title(data.name[p.lang])}
            lead={<p>{t.log.lead}</p>}
            actions={<LinkButton href={hrefWith(p, path)}>{t.one.open}</LinkButton>}
          />
          <FilterBar action={`${path}/log`} keep={{ ...scopeOf(p), asOf: undefined }}>
            <DateInput name="before" label={t.log.before} value={data.before} max={p.today} />
            <DateInput name="asOf" label={t.figure.asOf} value={data.asOf} max={p.today} />
          </FilterBar>
          <Panel
            title={[data.unit.name[p.lang], data.period.words[p.lang], ...narrowedWords(p, data)].join(', ')}
          >
            <KeyValueList
              items={[
                {
                  key: t.log.start(formatDay(data.before)),
                  value: <ValueLine value={data.start} body={body} />,
                },
                { key: t.log.end(formatDay(data.asOf)), value: <ValueLine value={data.end} body={body} /> },
              ]}
            />
          </Panel>
          <Days p={p} data={data} />
          <Moves p={p} data={data} />
        </>
      ),
    };
  },
});
