import { page, type PageContext } from '../../../kit/page.ts';
import { Tabs } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { Chip } from '../../../web/components/state.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import { listSilentUnits, watchCases } from '../../cases/contract.ts';
import { type Board, getBoard } from '../contract.ts';
import { count, NoSource, say, words } from './panels/shown.tsx';

const PATH = '/operations/records';
const kinds = ['consultations', 'silent', 'listeners'] as const;
type Kind = (typeof kinds)[number];

const scopeOf = (board: Board) => (board.unit.level === 'centre' ? {} : { unitId: board.unit.id });

async function Consultations(p: PageContext, board: Board) {
  const t = words(p);
  const { consultations } = await p.call(watchCases, { ...scopeOf(board), limit: 50 });
  const now = p.now.toISOString();
  return (
    <DataTable
      caption={t.behindNumbers.consultations}
      captionHidden
      rows={consultations.items}
      rowKey={(row) => `${row.caseId} ${row.unitId}`}
      empty={t.noLate}
      columns={[
        {
          key: 'code',
          head: t.what.case,
          main: true,
          cell: (row) => <a href={`/cases/${row.caseId}`}>{row.code ?? row.caseId}</a>,
        },
        { key: 'unit', head: t.roles.consult, cell: (row) => say(p, row.unit) },
        {
          key: 'due',
          head: t.behindNumbers.due,
          cell: (row) => (
            <Chip icon={row.dueAt < now ? 'late' : 'clock'} tone={row.dueAt < now ? 'bad' : 'warn'}>
              {formatInstant(row.dueAt)}
            </Chip>
          ),
        },
      ]}
    />
  );
}

async function Silent(p: PageContext, board: Board) {
  const t = words(p);
  const told = await p.call(listSilentUnits, scopeOf(board));
  return (
    <DataTable
      caption={t.silent}
      captionHidden
      rows={told.items}
      rowKey={(row) => row.unitId}
      empty={t.behindNumbers.none}
      columns={[
        {
          key: 'unit',
          head: t.unit,
          main: true,
          cell: (row) => <a href={`/cases?view=received&unitId=${row.unitId}`}>{say(p, row.name)}</a>,
        },
        { key: 'last', head: t.behindNumbers.last, cell: (row) => formatDay(row.last) },
      ]}
    />
  );
}

function Listeners(p: PageContext, board: Board) {
  const t = words(p);
  return (
    <DataTable
      caption={t.behindNumbers.listeners}
      captionHidden
      rows={board.exchange.listeners}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', head: t.behindNumbers.name, main: true, cell: (row) => row.name },
        { key: 'behind', head: t.behind, numeric: true, cell: (row) => count(p, row.behind) },
        {
          key: 'state',
          head: t.behindNumbers.state,
          cell: (row) => (
            <Chip icon={row.failing ? 'alert' : 'check'} tone={row.failing ? 'bad' : 'good'}>
              {row.failing ? t.behindNumbers.failing : t.behindNumbers.fine}
            </Chip>
          ),
        },
      ]}
    />
  );
}

/** The records behind those numbers of the board that have no list of their own elsewhere. */
export const recordsPage = page({
  path: PATH,
  permission: 'operations.view',
  area: 'workbench',
  get: async (p) => {
    const t = words(p);
    const { unitId } = p.query;
    const board = await p.call(getBoard, { ...(unitId && { unitId }) });
    const seesCases = board.load !== undefined;
    const asked: Kind = kinds.find((one) => one === p.query['what']) ?? 'consultations';
    const draw = { consultations: Consultations, silent: Silent, listeners: Listeners }[asked];
    return {
      title: t.behindNumbers.title,
      nav: 'operations',
      crumbs: [{ href: `/operations?unitId=${board.unit.id}`, text: t.title }],
      body: (
        <>
          <PageHead title={t.behindNumbers.title} kicker={say(p, board.unit.name)} />
          <Tabs
            label={t.behindNumbers.title}
            items={kinds.map((one) => ({
              href: `${PATH}?what=${one}&unitId=${board.unit.id}`,
              text: t.behindNumbers[one],
              current: one === asked,
            }))}
          />
          <Panel title={t.behindNumbers[asked]} flush={seesCases || asked === 'listeners'}>
            {seesCases || asked === 'listeners' ? (
              await draw(p, board)
            ) : (
              <NoSource title={t.load}>{t.notYours}</NoSource>
            )}
          </Panel>
        </>
      ),
    };
  },
});
