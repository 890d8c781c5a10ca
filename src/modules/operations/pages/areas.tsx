import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Counts, SegmentBar } from '../../../web/components/figure.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { formatShare, nothing } from '../../../web/format.ts';
import type { getAreas } from '../contract.ts';
import { archipelagos, tileColumns, tileRows, tiles } from '../facts/tiles.ts';
import { draw, type Drawn } from '../map/draw.ts';
import { boundariesIn } from '../map/folder.ts';
import { placeAreas } from '../map/place.ts';
import { lateOf } from '../rules/links.ts';
import { count, say, words } from './panels/shown.tsx';

export type Areas = ReplyOf<typeof getAreas>;
type Area = Areas['areas'][number];

/** Below so many records a share says little: the area is hatched. */
const FEW = 10;
const classes = ['none', 'zero', 'c1', 'c2', 'c3', 'c4'] as const;
const bounds = [5, 10, 20];

/** The class of an area: 0 none, 1 nothing late, 2 to 5 by its share. */
export function classOf({ numerator, denominator }: { numerator: number; denominator: number }): number {
  if (denominator === 0) return 0;
  if (numerator === 0) return 1;
  const share = (100 * numerator) / denominator;
  const at = bounds.findIndex((bound) => share <= bound);
  return at < 0 ? 5 : at + 2;
}
const fillOf = (area: Area): string => {
  const at = classOf(area);
  return at === 0 ? 'map-none' : `map-${at - 1}`;
};
const isFew = ({ denominator }: Area): boolean => denominator > 0 && denominator < FEW;

const share = (p: PageContext, area: Area): string =>
  area.denominator === 0 ? nothing : formatShare(area.numerator, area.denominator, p.lang, {});

const titleOf = (p: PageContext, area: Area): string =>
  words(p).areas.titleOf(
    say(p, area.name),
    share(p, area),
    count(p, area.numerator),
    count(p, area.denominator),
  );

/** The name without its kind: places are known as "Huế", not as "Thành phố Huế". */
const shortName = (p: PageContext, area: Area): string =>
  say(p, area.name)
    .replace(/^(Thành phố|Tỉnh|Xã|Phường|Đặc khu) /, '')
    .replace(/ (City|Province|Commune|Ward|Special Zone)$/, '')
    .replace('Hồ Chí Minh', 'TP.HCM')
    .replace('Ho Chi Minh', 'HCMC');

const hrefOf = (area: Area): string => `/operations?unitId=${area.unitId}`;

function Hatch() {
  return (
    <defs>
      <pattern id="few" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="map-few" d="M0 0v8" />
      </pattern>
    </defs>
  );
}

const W = 104;
const H = 50;
const GAP = 4;

/** Archipelagos beside the province they belong to; their figures are in its tile. */
function Archipelagos({ p, areas }: { p: PageContext; areas: readonly Area[] }) {
  return (
    <>
      {archipelagos.flatMap(({ of, name, at: [column, row] }) => {
        const area = areas.find(({ code }) => code === of);
        if (!area) return [];
        const [x, y] = [column * (W + GAP), row * (H + GAP)];
        return [
          <g key={of}>
            <rect class="map-islands" x={x + 1} y={y + 1} width={W} height={H} rx="3" />
            <text x={x + W / 2} y={y + 20} font-size="14">
              {say(p, name)}
            </text>
            <text x={x + W / 2} y={y + 40} font-size="12">
              ({shortName(p, area)})
            </text>
          </g>,
        ];
      })}
    </>
  );
}

/** Provinces as tiles on a grid, each with its name and both counts. */
function Tiles({ p, areas }: { p: PageContext; areas: readonly Area[] }) {
  const placed = areas.flatMap((area) => {
    const at = area.code ? tiles.get(area.code) : undefined;
    return at ? [{ area, x: at[0] * (W + GAP), y: at[1] * (H + GAP) }] : [];
  });
  return (
    <svg
      viewBox={`0 0 ${tileColumns * (W + GAP)} ${tileRows * (H + GAP)}`}
      aria-label={words(p).areas.title}
      role="group"
    >
      <Hatch />
      {placed.map(({ area, x, y }) => (
        <a key={area.unitId} href={hrefOf(area)} aria-label={titleOf(p, area)} data-id={area.unitId}>
          <title>{titleOf(p, area)}</title>
          <rect class={`map-area ${fillOf(area)}`} x={x + 1} y={y + 1} width={W} height={H} rx="3" />
          {isFew(area) && (
            <rect x={x + 1} y={y + 1} width={W} height={H} rx="3" fill="url(#few)" opacity="0.35" />
          )}
          <text x={x + W / 2} y={y + 20} font-size="14">
            {shortName(p, area)}
          </text>
          <text class="map-value" x={x + W / 2} y={y + 40} font-size="14">
            {area.denominator === 0 ? nothing : `${count(p, area.numerator)} / ${count(p, area.denominator)}`}
          </text>
        </a>
      ))}
      <Archipelagos p={p} areas={areas} />
    </svg>
  );
}

/** Areas by their boundaries. */
function Shapes({ p, areas, drawn }: { p: PageContext; areas: readonly Area[]; drawn: Drawn }) {
  return (
    <svg
      viewBox={`-2 -2 ${drawn.width + 4} ${drawn.height + 4}`}
      aria-label={words(p).areas.title}
      role="group"
    >
      <Hatch />
      {areas.flatMap((area) => {
        const path = drawn.paths.get(area.unitId);
        if (!path) return [];
        return [
          <a key={area.unitId} href={hrefOf(area)} aria-label={titleOf(p, area)} data-id={area.unitId}>
            <title>{titleOf(p, area)}</title>
            <path class={`map-area ${fillOf(area)}`} fill-rule="evenodd" d={path} />
            {isFew(area) && <path fill="url(#few)" fill-rule="evenodd" opacity="0.35" d={path} />}
          </a>,
        ];
      })}
    </svg>
  );
}

function Legend({ p }: { p: PageContext }) {
  const t = words(p).areas;
  return (
    <ul class="map-legend" aria-label={t.legend}>
      {classes.map((one, i) => (
        <li key={one}>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <rect class={`map-area ${i === 0 ? 'map-none' : `map-${i - 1}`}`} width="14" height="10" />
          </svg>
          {t.classes[one]}
        </li>
      ))}
      <li>{t.classes.few}</li>
    </ul>
  );
}

/** The areas in order of their share, as bars with both counts: the text of the map, and the picture where there is none. */
export function AreaTable({
  p,
  told: { areas, figure },
  most,
}: {
  p: PageContext;
  told: Areas;
  most?: number | undefined;
}) {
  const t = words(p).areas;
  const kind = figure === 'lateCases' ? 'cases' : 'tasks';
  const ratio = (one: Area) => (one.denominator === 0 ? -1 : one.numerator / one.denominator);
  const ordered = areas.toSorted((a, b) => ratio(b) - ratio(a) || b.denominator - a.denominator);
  return (
    <DataTable
      caption={t.table}
      captionHidden
      phone="scroll"
      rows={ordered.slice(0, most)}
      rowKey={(row) => row.unitId}
      empty={t.none}
      columns={[
        {
          key: 'area',
          head: t.area,
          main: true,
          cell: (row) => <a href={hrefOf(row)}>{say(p, row.name)}</a>,
        },
        {
          key: 'bar',
          head: t.ordered,
          desktopOnly: true,
          cell: (row) => (
            <SegmentBar
              segments={[
                { value: row.numerator, tone: 'bad' },
                { value: row.denominator - row.numerator, tone: 'none' },
              ]}
            />
          ),
        },
        { key: 'share', head: t.share, numeric: true, cell: (row) => share(p, row) },
        {
          key: 'counts',
          head: `${t.late} / ${t.of}`,
          numeric: true,
          cell: (row) =>
            row.numerator === 0 ? (
              <Counts numerator={0} denominator={row.denominator} />
            ) : (
              <a href={lateOf(kind, row.unitId, p.today)}>
                <Counts numerator={row.numerator} denominator={row.denominator} />
              </a>
            ),
        },
      ]}
    />
  );
}

/** Whether there is something to draw: boundaries of these areas, or their places on the grid of tiles. */
export const isDrawn = ({ areas, boundaries }: Areas): boolean =>
  (boundaries?.drawn ?? 0) > 0 || areas.some((one) => one.code && tiles.has(one.code));

/** Drawing, legend and where the drawing comes from; the table stands below it. */
export function AreaPicture({ p, told, most }: { p: PageContext; told: Areas; most?: number }) {
  const t = words(p).areas;
  const set = told.boundaries && boundariesIn(p.app, told.boundaries.file);
  const { rings } = placeAreas(set?.areas ?? [], told.areas);
  const drawn = rings.size > 0 ? draw(rings, 600) : undefined;
  if (!isDrawn(told)) return <AreaTable p={p} told={told} most={most} />;
  return (
    <div class="map">
      {drawn ? <Shapes p={p} areas={told.areas} drawn={drawn} /> : <Tiles p={p} areas={told.areas} />}
      <Legend p={p} />
      <p class="duty-note">
        {drawn && told.boundaries ? t.drawn(told.boundaries.file, count(p, told.boundaries.drawn)) : t.tiles}
      </p>
    </div>
  );
}
