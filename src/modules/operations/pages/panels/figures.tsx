import type { Lang } from '../../../../kit/i18n.ts';
import { FigureTile, type FigureTileProps } from '../../../../web/components/figure.tsx';
import { Grid } from '../../../../web/components/panel.tsx';
import { formatInstant, formatPercent, nothing } from '../../../../web/format.ts';
import { say, type Shown, words } from './shown.tsx';

/** With every decimal that the rule of the figure left, as its own page shows it: 63,0 %, not 63 %. */
export const rateText = (rounded: string, lang: Lang): string =>
  formatPercent(rounded, lang, rounded.split('.')[1]?.length ?? 0);

/** Key figures, each with both counts, its version and the way to its records. */
export function FigureTiles({ shown: { p, board, links } }: { shown: Shown }) {
  const t = words(p);
  const tileOf = (one: (typeof board.figures)[number]): FigureTileProps => ({
    name: say(p, one.name),
    value: one.rounded === undefined ? nothing : rateText(one.rounded, p.lang),
    numerator: one.numerator,
    denominator: one.denominator,
    counted: one.month ? t.records.cases : t.records.tasks,
    asOf: formatInstant(board.asOf),
    href: links.figure(one),
    note: one.month
      ? `${t.receivedIn(`${one.month.slice(5)}/${one.month.slice(0, 4)}`)}, ${t.version(one.version)}`
      : t.version(one.version),
  });
  return (
    <Grid>
      {board.figures.map((one) => (
        <FigureTile key={one.code} {...tileOf(one)} />
      ))}
    </Grid>
  );
}
