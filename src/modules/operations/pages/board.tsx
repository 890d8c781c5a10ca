import { page, type PageContext } from '../../../kit/page.ts';
import { LinkButton } from '../../../web/components/button.tsx';
import { FilterBar } from '../../../web/components/form.tsx';
import { Live, livePart } from '../../../web/components/live.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { withQuery } from '../../../web/with-query.ts';
import { pickedPage, unitPick } from '../../organisations/index.ts';
import { type Board, getAreas, getBoard, liveBoard } from '../contract.ts';
import { AreaPicture, type Areas, isDrawn } from './areas.tsx';
import { Kiosk, Slides } from './kiosk.tsx';
import { FigureTiles } from './panels/figures.tsx';
import { LoadChart, LoadPanel } from './panels/load.tsx';
import { count, say, type Shown, shownOf, words } from './panels/shown.tsx';
import { ExchangePanel, FeedbackPanel, QualityPanel, WarningsPanel } from './panels/system.tsx';
import { Tallies } from './panels/tallies.tsx';
import { ActPanel, WatchPanel } from './panels/watch.tsx';

const PATH = '/operations';

/** One sentence for those who listen to the page. */
function summaryOf(p: PageContext, { late, soon, exchange }: Board): string {
  const t = words(p);
  const said = (counts: Board['late']['counts']) =>
    (['tasks', 'cases', 'consultations'] as const)
      .flatMap((kind) =>
        counts[kind] === undefined ? [] : [`${count(p, counts[kind])} ${t.kinds[kind](counts[kind])}`],
      )
      .join(', ');
  const failed = exchange.mail?.failed ?? 0;
  return t.summary(
    said(late.counts),
    said(soon.counts),
    failed > 0 ? t.mailFailed(count(p, failed)) : t.mailFine,
  );
}

/** The desk: everything on one page, what a leader asks for first on top. */
function Desk({ shown, areas }: { shown: Shown; areas: Areas | undefined }) {
  const { p } = shown;
  const t = words(p);
  return (
    <>
      <Tallies shown={shown} />
      <div class="board">
        <WatchPanel shown={shown} which="late" />
        <ActPanel shown={shown} />
        <WatchPanel shown={shown} which="soon" />
        <div class="board-whole stack">
          <LoadPanel shown={shown} />
          <LoadChart shown={shown} />
        </div>
        <WarningsPanel shown={shown} />
        <ExchangePanel shown={shown} />
        <QualityPanel shown={shown} />
        <FeedbackPanel shown={shown} />
        {areas && areas.areas.length > 0 && (
          <Panel
            title={t.areas.title}
            actions={<a href={`${PATH}/map?unitId=${areas.unit.id}`}>{t.map}</a>}
            flush={!isDrawn(areas)}
          >
            <AreaPicture p={p} told={areas} most={10} />
          </Panel>
        )}
        <section class="board-whole stack" aria-label={t.figures}>
          <h2>{t.figures}</h2>
          <FigureTiles shown={shown} />
        </section>
      </div>
    </>
  );
}

/** Only the country is drawn on the board itself; the communes of a province stand on the page of the map. */
const areasOf = async (p: PageContext, board: Board): Promise<Areas | undefined> =>
  board.unit.level === 'centre' || board.unit.level === 'province'
    ? p.call(getAreas, { unitId: board.unit.id })
    : undefined;

async function livePartOf(p: PageContext, isWall: boolean) {
  const { unitId } = p.query;
  const board = await p.call(getBoard, { ...(unitId && { unitId }) });
  const areas = await areasOf(p, board);
  const shown = shownOf(p, board, isWall);
  return {
    board,
    body: {
      summary: summaryOf(p, board),
      at: new Date(board.asOf),
      children: isWall ? <Slides shown={shown} areas={areas} /> : <Desk shown={shown} areas={areas} />,
    },
  };
}

function Above({ p, board }: { p: PageContext; board: Board }) {
  const up = board.above.at(-1);
  if (!up) return null;
  return (
    <p>
      {words(p).above} <a href={`${PATH}?unitId=${up.id}`}>{say(p, up.name)}</a>
    </p>
  );
}

export const boardPage = pickedPage(
  page({
    path: PATH,
    permission: 'operations.view',
    area: 'workbench',
    get: async (p) => {
      const t = words(p);
      const isWall = p.query['kiosk'] === '1';
      const { board, body } = await livePartOf(p, isWall);
      if (p.query['part'] === 'live') return livePart(p.lang, body);
      const unitId = board.unit.id;
      const href = `${PATH}?unitId=${unitId}`;
      const part = `${href}${isWall ? '&kiosk=1' : ''}&part=live`;
      const living = (
        <Live
          {...body}
          stream={`/api${liveBoard.path}?unitId=${unitId}`}
          event="board"
          part={part}
          href={p.url}
        />
      );
      const title = `${t.title} – ${say(p, board.unit.name)}`;
      if (isWall)
        return {
          title,
          bare: true,
          body: (
            <Kiosk p={p} board={board} leave={href}>
              {living}
            </Kiosk>
          ),
        };
      return {
        title,
        nav: 'operations',
        wide: true,
        body: (
          <>
            <PageHead
              title={t.title}
              kicker={say(p, board.unit.name)}
              lead={<Above p={p} board={board} />}
              actions={
                <>
                  <LinkButton href={withQuery(href, 'kiosk', '1')}>{t.kiosk}</LinkButton>
                  <LinkButton href={`${PATH}/map?unitId=${unitId}`}>{t.map}</LinkButton>
                  <LinkButton href={`${PATH}/hand-overs?unitId=${unitId}`}>{t.handOver}</LinkButton>
                </>
              }
            />
            <FilterBar>
              <UnitPicker
                name="unitId"
                label={t.unit}
                pick={await unitPick(p, 'unitId', {
                  may: 'operations.view',
                  given: (name) => (name === 'unitId' ? unitId : p.query[name]),
                })}
              />
            </FilterBar>
            {living}
          </>
        ),
      };
    },
  }),
  { unitId: { may: 'operations.view' } },
);
