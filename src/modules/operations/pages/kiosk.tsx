import type { ComponentChildren } from 'preact';

import type { PageContext } from '../../../kit/page.ts';
import { Panel } from '../../../web/components/panel.tsx';
import { formatDayLong, formatTime } from '../../../web/format.ts';
import type { Board } from '../contract.ts';
import { AreaPicture, type Areas, AreaTable, isDrawn } from './areas.tsx';
import { FigureTiles } from './panels/figures.tsx';
import { LoadChart, LoadPanel } from './panels/load.tsx';
import { say, type Shown, words } from './panels/shown.tsx';
import { ExchangePanel, FeedbackPanel, QualityPanel, WarningsPanel } from './panels/system.tsx';
import { Tallies } from './panels/tallies.tsx';
import { ActPanel, WatchPanel } from './panels/watch.tsx';

/** Lines that are still read from some metres away. */
const MOST = 5;
const ROWS = 14;

function Slide({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="slide" data-slide="" data-own="hidden" data-id={`slide ${name}`} aria-label={name}>
      {children}
    </section>
  );
}

/** The board as screens that follow each other; without scripts they stand below each other. */
export function Slides({ shown, areas }: { shown: Shown; areas: Areas | undefined }) {
  const t = words(shown.p);
  return (
    <>
      <Slide name={t.late}>
        <Tallies shown={shown} />
        <div class="slide-two">
          <WatchPanel shown={shown} which="late" most={MOST} />
          <WatchPanel shown={shown} which="soon" most={MOST} />
        </div>
      </Slide>
      <Slide name={t.act}>
        <div class="slide-two">
          <ActPanel shown={shown} most={MOST + 3} />
          <WarningsPanel shown={shown} />
        </div>
      </Slide>
      <Slide name={t.load}>
        <LoadPanel shown={shown} most={MOST + 2} />
        <LoadChart shown={shown} />
      </Slide>
      {areas && areas.areas.length > 0 && (
        <Slide name={t.areas.title}>
          <div class="slide-two">
            <Panel title={t.areas.title}>
              <AreaPicture p={shown.p} told={areas} most={ROWS} />
            </Panel>
            {isDrawn(areas) && (
              <Panel title={t.areas.figures[areas.figure]} flush>
                <AreaTable p={shown.p} told={areas} most={ROWS} />
              </Panel>
            )}
          </div>
        </Slide>
      )}
      <Slide name={t.figures}>
        <h2>{t.figures}</h2>
        <FigureTiles shown={shown} />
        <div class="slide-two">
          <ExchangePanel shown={shown} />
          <div class="stack">
            <QualityPanel shown={shown} />
            <FeedbackPanel shown={shown} />
          </div>
        </div>
      </Slide>
    </>
  );
}

/** The frame of a wall screen: where, when, and the buttons that stop and turn it. */
export function Kiosk({
  p,
  board,
  leave,
  children,
}: {
  p: PageContext;
  board: Board;
  leave: string;
  children: ComponentChildren;
}) {
  const t = words(p);
  const { kioskBar: k } = t;
  return (
    <div class="kiosk" data-kiosk="">
      <header class="kiosk-bar">
        <div>
          <h1>
            {t.title} – {say(p, board.unit.name)}
          </h1>
          <p>{k.noPeople}</p>
        </div>
        <p>
          <time class="kiosk-clock" data-clock="" dateTime={p.now.toISOString()} aria-label={k.clock}>
            {formatTime(p.now)}
          </time>{' '}
          {formatDayLong(p.today, p.lang)}
        </p>
        <div class="kiosk-controls" role="group" aria-label={k.controls}>
          <span class="needs-script" data-kiosk-place="" />
          <button type="button" class="button button-small needs-script" data-kiosk-step="-1">
            <span>{k.previous}</span>
          </button>
          <button
            type="button"
            class="button button-small needs-script"
            data-kiosk-pause=""
            aria-pressed="false"
          >
            <span>{k.pause}</span>
          </button>
          <button type="button" class="button button-small needs-script" data-kiosk-step="1">
            <span>{k.next}</span>
          </button>
          <button type="button" class="button button-small needs-script" data-kiosk-full="">
            <span>{k.full}</span>
          </button>
          <a class="button button-small" href={leave}>
            {k.leave}
          </a>
        </div>
      </header>
      {children}
    </div>
  );
}
