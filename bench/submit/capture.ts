import type { Actor } from '../../src/kit/actor.ts';
import { dayOf } from '../../src/kit/day.ts';
import { acceptClaim } from '../../src/modules/directives/contract/assignment.ts';
import { submitReport } from '../../src/modules/directives/contract/report.ts';
import { recorded } from '../cases/record.ts';
import type { Bench } from '../installation.ts';
import type { Item } from './items.ts';

/** A statement as it went to the server, its parameters as text. */
export interface Statement {
  text: string;
  values: (string | null)[];
}

/** What the program sends for one submitting and one accepting, and the ids that are in it. */
export interface Recording {
  statements: Statement[];
  item: Item;
  reportId: string;
}

/** The report that a benchmark sends: a claim with its product. */
export const reportBody = (today: string) => ({
  result: 'Đã hoàn thành, kèm báo cáo kết quả.',
  product: { date: today, number: '57/BC-ĐK', title: 'Báo cáo kết quả' },
});

/** Submits and accepts one assignment in this process and writes down the SQL of both requests. */
export async function record({ app }: Bench, item: Item, unit: Actor, office: Actor): Promise<Recording> {
  const body = reportBody(dayOf(app.clock.now()));
  // A first look warms the copy of the organisation tree that a running server has in memory.
  await app.call(submitReport, { id: item.id, result: 'Đang thực hiện.', progress: 10 }, { actor: unit });
  const { made, sent: statements } = await recorded(async () => {
    const reply = await app.call(submitReport, { id: item.id, ...body }, { actor: unit });
    await app.call(acceptClaim, { id: item.id }, { actor: office });
    return reply;
  });
  return { statements, item, reportId: made.id };
}
