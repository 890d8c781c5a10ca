/** The office writes a definition that is not published yet: what the preview shows. */
import { getDefinition, saveDefinitionDraft } from '../modules/indicators/contract.ts';
import { people } from './accounts.ts';
import type { Happening } from './stage.ts';
import { marked } from './wording.ts';

const CODE = 'local.2.1.closed';

/** From next year on it asks that the result was handed over, too. */
const draft: Happening = {
  at: new Date('2025-11-14T15:20:00+07:00'),
  key: `definition ${CODE}`,
  run: async (stage) => {
    const { versions } = await stage.call(getDefinition, { code: CODE });
    const { body } = versions.at(-1)!;
    await stage.call(
      saveDefinitionDraft,
      {
        code: CODE,
        validFrom: '2026-01-01',
        body: {
          ...body,
          explanation: {
            vi: marked('Chỉ tính hồ sơ đã trả kết quả cho người nộp.'),
            en: '[Illustration] Counts only cases whose result was handed over.',
          },
          numerator: { ...body.numerator, where: `${body.numerator.where} and returned != null` },
          denominator: { ...body.denominator, where: `${body.denominator.where} and returned != null` },
        },
      },
      people.office,
    );
  },
};

export const definitionHappenings = (): Happening[] => [draft];
