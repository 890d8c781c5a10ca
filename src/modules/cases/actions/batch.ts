import type { Context } from '../../../kit/context.ts';
import type { ParsedOf, ReplyOf } from '../../../kit/contract.ts';
import { fieldProblem, Problem } from '../../../kit/problems.ts';
import type { batchCases } from '../contract.ts';
import { type CaseRow, lockCases } from '../store/caseFile.ts';
import { groundOf, loadGround } from './grounds.ts';
import { assignHeld, type Held, numberHeld, signHeld, stepOn } from './steps.ts';

type Input = ParsedOf<typeof batchCases>;

function takeOne(ctx: Context, held: Held, input: Input): Promise<CaseRow> | CaseRow {
  const { step } = held.row.state;
  if (input.do === 'assign') return assignHeld(ctx, held, input.personId!);
  if (input.do === 'claim') return stepOn(ctx, held, { do: 'claim', personId: ctx.actor.personId ?? '' });
  if (input.do === 'sign')
    return signHeld(ctx, held, { step: step?.key ?? '', outcome: input.outcome, serial: input.serial });
  if (input.do === 'number') return numberHeld(ctx, held, {});
  return stepOn(ctx, held, { do: 'return', how: 'handedOver', taker: input.taker! });
}

/** Takes a step on each case by itself: what is refused has written nothing, since rules refuse before anything is saved. */
export async function batchCasesAction(ctx: Context, input: Input): Promise<ReplyOf<typeof batchCases>> {
  if (input.do === 'assign' && !input.personId)
    throw fieldProblem('personId', 'Chọn người được giao.', 'Choose the person.');
  if (input.do === 'return' && !input.taker)
    throw fieldProblem('taker', 'Ghi người nhận.', 'Name who takes it.');
  const [rows, ground] = await Promise.all([lockCases(ctx.tx, ctx.actor, input.ids), loadGround(ctx.tx)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items: ReplyOf<typeof batchCases>['items'] = [];
  for (const id of new Set(input.ids)) {
    const row = byId.get(id);
    items.push(
      row
        ? await answered(id, async () =>
            takeOne(ctx, { row, ground: await groundOf(ctx, ground, row.state) }, input),
          )
        : { id, done: false, problem: 'kit.notFound' },
    );
  }
  return { items };
}

async function answered(
  id: string,
  work: () => Promise<CaseRow>,
): Promise<ReplyOf<typeof batchCases>['items'][number]> {
  try {
    return { id, done: true, handling: (await work()).state.handling };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { id, done: false, problem: error.kind.code, detail: error.detail ?? error.kind.title };
  }
}
