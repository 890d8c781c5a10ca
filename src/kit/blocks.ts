import type { ComponentChildren } from 'preact';

import type { PageContext } from './page.ts';

/**
 * A part that a later module adds to a page of an earlier one: a unit's tasks on the page of the unit. `place` names the
 * spot, `subject` the record shown there. It fetches through `p.call`, so it shows only what the reader may see;
 * undefined shows nothing.
 */
export interface Block {
  place: string;
  order: number;
  render: (p: PageContext, subject: string) => Promise<ComponentChildren | undefined>;
}

/** The blocks of all modules for a spot, in their order. */
export async function blocksAt(p: PageContext, place: string, subject: string): Promise<ComponentChildren[]> {
  const blocks = p.app.modules
    .flatMap((module) => module.blocks ?? [])
    .filter((block) => block.place === place);
  const made = await Promise.all(
    blocks.sort((a, b) => a.order - b.order).map((block) => block.render(p, subject)),
  );
  return made.filter((part) => part !== undefined);
}
