import { foldWords } from '../words.ts';
import type { Check } from './model.ts';

const decisionWords =
  /^(quyet dinh|thong tu|nghi dinh|cong van|ke hoach)( so)? .*(cong bo|ban hanh|ve viec|sua doi)/;

const decisionAsProcedure: Check = {
  name: 'decisionAsProcedure',
  severity: 'block',
  title: { vi: 'Tên là tên một quyết định', en: 'The title of a decision entered as a procedure' },
  remedy: {
    vi: 'Đặt tên theo việc người dân làm; số quyết định ghi ở mục quyết định công bố.',
    en: 'Name what the citizen does; the number of the decision has its own field.',
  },
  find: ({ name }) =>
    decisionWords.test(foldWords(name.vi))
      ? [
          {
            path: 'name',
            vi: `“${name.vi}” là tên văn bản, không phải thủ tục.`,
            en: `“${name.vi}” is the title of a document, not a procedure.`,
          },
        ]
      : [],
};

const sameName: Check = {
  name: 'sameName',
  severity: 'warn',
  title: { vi: 'Một tên dưới hai mã', en: 'The same name under two codes' },
  remedy: {
    vi: 'Kiểm tra mã trùng; nếu là hai thủ tục thì ghi rõ khác nhau ở tên.',
    en: 'Check for a duplicate; if these are two procedures, let their names say how they differ.',
  },
  find: (_, facts) =>
    facts.sameName.map((code) => ({
      path: 'name',
      vi: `Thủ tục ${code} có cùng tên.`,
      en: `Procedure ${code} has the same name.`,
    })),
};

const decisionMissing: Check = {
  name: 'decisionMissing',
  severity: 'block',
  title: { vi: 'Thiếu quyết định công bố', en: 'The publishing decision is missing' },
  remedy: { vi: 'Ghi số quyết định công bố thủ tục.', en: 'Enter the number of the publishing decision.' },
  find: ({ decision }) =>
    decision.trim() === ''
      ? [
          {
            path: 'decision',
            vi: 'Chưa có số quyết định công bố.',
            en: 'There is no number of the decision.',
          },
        ]
      : [],
};

/** Decree 224/2026: full is the default, a partial service must state why. */
const reasonRequired = '2026-07-01';

const partialWithoutReason: Check = {
  name: 'partialWithoutReason',
  severity: 'warn',
  title: { vi: 'Dịch vụ một phần chưa nêu lý do', en: 'Partial service without a reason' },
  remedy: {
    vi: 'Nêu lý do chưa cung cấp toàn trình.',
    en: 'State why the service is not full-process.',
  },
  find: ({ serviceLevel, serviceLevelReason }, { day }) => {
    const severity = day >= reasonRequired ? ('block' as const) : ('warn' as const);
    if (serviceLevel === undefined)
      return [
        {
          path: 'serviceLevel',
          vi: 'Chưa rõ mức độ dịch vụ trực tuyến.',
          en: 'The level of the online service is not stated.',
        },
      ];
    return serviceLevel !== 'full' && !serviceLevelReason?.trim()
      ? [
          {
            path: 'serviceLevelReason',
            severity,
            vi: 'Chưa nêu lý do không cung cấp toàn trình.',
            en: 'No reason is stated why it is not full-process.',
          },
        ]
      : [];
  },
};

export const nameChecks: readonly Check[] = [
  decisionAsProcedure,
  sameName,
  decisionMissing,
  partialWithoutReason,
];
