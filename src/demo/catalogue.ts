/** The 88 procedures: whole ones are published, the others stay drafts that say what they lack. */
import { type Day, instantOf } from '../kit/day.ts';
import {
  applySubstitutions,
  publishOverlay,
  publishVersion,
  saveDraft,
  saveOverlay,
} from '../modules/procedures/contract.ts';
import { catalogueFacts } from '../modules/procedures/facts/catalogue.ts';
import { substitutionFacts, substitutionRule } from '../modules/procedures/facts/substitution.ts';
import type { ChannelRow } from '../modules/procedures/rules/model.ts';
import { people } from './accounts.ts';
import { CITY, FIRST_DAY } from './staff.ts';
import type { Happening, Stage } from './stage.ts';
import { marked } from './wording.ts';

/** In June most were announced and published in time; of every ten one came late, one was announced late, one has no day. */
function announced(i: number): { publishedOn: Day; day?: Day } {
  const of = i % 10;
  if (of === 9) return { publishedOn: '2025-06-10' };
  if (of === 8) return { publishedOn: FIRST_DAY, day: '2025-06-20' };
  return { publishedOn: of === 7 ? FIRST_DAY : '2025-06-10', day: '2025-06-02' };
}
const decision = (day: Day) => ({ number: marked('Quyết định công bố MH-06/QĐ'), day });

/** Its time and papers are known, so it can be published; the checks say so themselves. */
async function enterProcedure(stage: Stage, entry: (typeof entries)[number], day?: Day): Promise<void> {
  const { code, content } = entry;
  const draft = await stage.call(saveDraft, { code, validFrom: FIRST_DAY, content }, people.office);
  if (draft.checks.some((one) => one.severity === 'block')) return;
  const announcement = day && decision(day);
  await stage.call(publishVersion, { id: draft.id, ...(announcement && { announcement }) }, people.office);
}

const entries = catalogueFacts();

const published: Happening[] = entries.map((entry, i) => {
  const { publishedOn, day } = announced(i);
  return {
    at: new Date(instantOf(publishedOn, '09:30').getTime() + i * 1000),
    key: `procedure ${entry.code}`,
    run: (stage) => enterProcedure(stage, entry, day),
  };
});

/** What the city decides for itself: fees that the national record leaves to it. The sums are invented. */
const fees: Readonly<Record<string, Partial<Record<ChannelRow['channel'], number>>>> = {
  '1.004873': { desk: 15_000, post: 15_000, online: 7_000 },
  '1.001612': { desk: 100_000, post: 100_000, online: 50_000 },
  '1.013225': { desk: 75_000, online: 37_000 },
  '1.013978': { desk: 100_000, post: 100_000, online: 50_000 },
};

/** What the city asks for a procedure on a channel, in đồng; undefined where it has decided nothing. */
export const cityFee = (code: string, channel: ChannelRow['channel']): number | undefined =>
  fees[code]?.[channel];

const rowFor = (row: ChannelRow, code: string): ChannelRow => {
  const dong = cityFee(code, row.channel);
  return dong === undefined ? row : { ...row, fee: { kind: 'amount', dong } };
};

const overlays: Happening[] = Object.keys(fees).map((code, i) => ({
  at: new Date(instantOf('2025-07-14', '15:00').getTime() + i * 1000),
  key: `procedure overlay ${code}`,
  run: async (stage) => {
    const national = entries.find((entry) => entry.code === code)!.content;
    const content = {
      decision: marked('Nghị quyết MH-07/NQ-HĐND về mức thu lệ phí'),
      channels: national.channels.map((row) => rowFor(row, code)),
    };
    const input = { code, provinceId: CITY, validFrom: '2025-07-15', content };
    const draft = await stage.call(saveOverlay, input, people.hueOffice);
    const announcement = decision('2025-07-08');
    await stage.call(publishOverlay, { id: draft.id, announcement }, people.hueOffice);
  },
}));

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Papers that databases replace from 2026 on: the annex as a file, through the import that everybody uses. */
const substitutions: Happening = {
  at: instantOf('2025-11-15', '15:30'),
  key: 'procedure papers replaced by data',
  run: async (stage) => {
    const columns = ['code', 'document_replaced_vi', 'database', 'database_as_published', 'legal_place'];
    const lines = substitutionFacts().map(({ code, document, database, databaseName, legalPlace }) =>
      [code, document, database, databaseName, legalPlace].map(quoted).join(','),
    );
    const content = Buffer.from([columns.join(','), ...lines].join('\n')).toString('base64');
    await stage.call(
      applySubstitutions,
      { content, filename: 'phu-luc-66-7.csv', ...substitutionRule },
      people.office,
    );
  },
};

export const catalogueHappenings = (): Happening[] => [...published, ...overlays, substitutions];
