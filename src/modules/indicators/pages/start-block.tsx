import type { Block } from '../../../kit/blocks.ts';
import { board } from '../contract/figures.ts';
import { messages } from '../messages.ts';
import { messages as publicWords } from '../publicFigures/messages.ts';
import { FigureTiles } from './parts/figure.tsx';

/** Assignments to leads, tasks and targets alike: what the bar of the start page shows too. */
const scope = { count: 'assignments', kind: 'all' } as const;
const shown = ['completionOfAll', 'onTimeOfClosedAndOverdue', 'overdueShare', 'inTermShare'];

/** The figures of the start page: those of the catalogue, by their definitions in force, not shares of its own. */
export const startBlock: Block = {
  place: 'start',
  order: 10,
  render: async (p) => {
    const data = await p.call(board, scope);
    const figures = shown.flatMap((code) => data.total.figures.filter((figure) => figure.code === code));
    if (figures.every((figure) => figure.denominator === 0)) return undefined;
    return (
      <>
        <FigureTiles
          figures={figures}
          scope={scope}
          asOf={data.asOf}
          counted={messages[p.lang].scope.nouns.assignments}
        />
        <p>
          <a href="/public-figures">{publicWords[p.lang].more}</a>
        </p>
      </>
    );
  },
};
