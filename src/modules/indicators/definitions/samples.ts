import type { DefinitionBody } from './contract/body.ts';

const both = (text: string) => ({ vi: text, en: text });
const period = { fact: 'case', period: 'received' };

/** A definition that is fit to be saved: cases filed online, of those received. */
export const sampleBody = (over: Partial<DefinitionBody> = {}): DefinitionBody => ({
  name: { vi: 'Tỷ lệ hồ sơ nộp trực tuyến', en: 'Cases filed online' },
  explanation: both(''),
  source: { vi: 'Quyết định mẫu', en: 'Sample decision' },
  owner: 'centre',
  unit: 'percent',
  direction: 'higher',
  rounding: { mode: 'halfUp', decimals: 1 },
  zeroDenominator: { rule: 'noFigure' },
  scopes: ['province', 'commune'],
  status: 'verified',
  numerator: { ...period, where: 'received != null and channel = "online"' },
  denominator: { ...period, where: 'received != null' },
  ...over,
});
