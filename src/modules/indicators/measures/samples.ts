import type { App } from '../../../kit/app.ts';
import type { Count } from './rules/count.ts';

/** A percentage of provinces and communes, stated past the editor as if it had been published. */
export async function sampleMeasure(
  app: App,
  code: string,
  body: { numerator: Count; denominator: Count },
): Promise<void> {
  const whole = {
    unit: 'percent',
    rounding: { mode: 'halfUp', decimals: 2 },
    zeroDenominator: { rule: 'noFigure' },
    scopes: ['province', 'commune', 'procedure'],
    ...body,
  };
  await app.db.owner.query(
    `insert into indicators.definition (code, version, valid_from, body) values ($1, 1, '2025-01-01', $2)`,
    [code, JSON.stringify(whole)],
  );
}
