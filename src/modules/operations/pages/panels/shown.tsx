import type { ComponentChildren } from 'preact';

import { addDays } from '../../../../kit/day.ts';
import type { Text } from '../../../../kit/i18n.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { formatNumber } from '../../../../web/format.ts';
import { Icon } from '../../../../web/icons.tsx';
import type { Board } from '../../contract.ts';
import { boardMessages } from '../../messages/board.ts';
import { type Links, linksOf } from '../../rules/links.ts';

/** A board as one reader sees it, with the addresses behind its numbers. */
export interface Shown {
  p: PageContext;
  board: Board;
  links: Links;
  /** On a wall: no names of people, no codes of cases. */
  isWall: boolean;
}

/** A task is soon due within so many days; the same as the board counts. */
const SOON_DAYS = 7;

export const shownOf = (p: PageContext, board: Board, isWall: boolean): Shown => ({
  p,
  board,
  isWall,
  links: linksOf(board.unit.id, board.unit.level === 'centre', p.today, [
    addDays(p.today, SOON_DAYS),
    board.soonDay,
  ]),
});

export const say = (p: PageContext, text: Text): string => text[p.lang];
export const words = (p: PageContext) => boardMessages[p.lang];
export const count = (p: PageContext, n: number): string => formatNumber(n, p.lang);

/** A number that opens its records. */
export function Opening({ p, n, href }: { p: PageContext; n: number; href?: string | undefined }) {
  return href ? <a href={href}>{count(p, n)}</a> : <>{count(p, n)}</>;
}

/** Instead of a number that nobody could know. */
export function NoSource({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="no-source">
      <Icon name="link" />
      <p>
        <strong>{title}</strong> {children}
      </p>
    </div>
  );
}
