/** Procedures and fields for the picker that units are chosen with. */
import { fieldProblem } from '../../kit/problems.ts';
import type { PickOther } from '../organisations/index.ts';
import { searchProcedures } from './contract/search.ts';
import { messages } from './messages.ts';

const source = (what: 'procedure' | 'field') => `/api${searchProcedures.path}?what=${what}&limit=12`;

const find =
  (what: 'procedure' | 'field'): PickOther['find'] =>
  async (p, value) =>
    (await p.call(searchProcedures, { q: value, what })).items.find((one) => one.id === value);

export const procedurePicks: PickOther = {
  source: source('procedure'),
  search: (p, q, limit) => p.call(searchProcedures, { q, limit }),
  find: find('procedure'),
  words: { vi: messages.vi.picks.procedure, en: messages.en.picks.procedure },
  unclear: (name, text) =>
    fieldProblem(name, `Không rõ thủ tục nào: “${text}”.`, `Which procedure is meant: “${text}”?`),
};

export const fieldPicks: PickOther = {
  source: source('field'),
  search: (p, q, limit) => p.call(searchProcedures, { q, what: 'field', limit }),
  find: find('field'),
  words: { vi: messages.vi.picks.field, en: messages.en.picks.field },
  unclear: (name, text) =>
    fieldProblem(name, `Không rõ lĩnh vực nào: “${text}”.`, `Which field is meant: “${text}”?`),
};
