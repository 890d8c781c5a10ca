import { isPaper } from '../checklist.ts';
import type { Component, Day, ProcedureContent } from '../model.ts';
import { foldWords } from '../words.ts';
import type { Check, Finding } from './model.ts';

/** Papers that no longer exist, each from a day on. */
const dead: readonly { words: RegExp; from: Day; vi: string; en: string }[] = [
  { words: /so ho khau/, from: '2023-01-01', vi: 'Sổ hộ khẩu', en: 'The household book' },
  { words: /so tam tru/, from: '2023-01-01', vi: 'Sổ tạm trú', en: 'The temporary-residence book' },
  {
    words: /chung minh nhan dan|\bcmnd\b/,
    from: '2025-01-01',
    vi: 'Chứng minh nhân dân',
    en: 'The former identity card (CMND)',
  },
];

const named = (content: ProcedureContent): { component: Component; path: string; folded: string }[] =>
  content.components.map((component, i) => ({
    component,
    path: `components.${i}`,
    folded: foldWords(component.name.vi),
  }));

const deadPapers: Check = {
  name: 'deadPapers',
  severity: 'block',
  title: { vi: 'Yêu cầu giấy tờ đã bãi bỏ', en: 'An abolished paper is asked for' },
  remedy: {
    vi: 'Bỏ giấy tờ đó; cán bộ tra cứu Cơ sở dữ liệu quốc gia về dân cư.',
    en: 'Remove it; the office looks the datum up in the population database.',
  },
  find: (content, { day }) =>
    named(content).flatMap(({ path, folded }): Finding[] =>
      dead
        .filter(({ words, from }) => day >= from && words.test(folded))
        .map(({ vi, en }) => ({
          path,
          vi: `${vi} không còn giá trị sử dụng.`,
          en: `${en} is no longer valid.`,
        })),
    ),
};

const documentsMissing: Check = {
  name: 'documentsMissing',
  severity: 'block',
  title: { vi: 'Chưa có thành phần hồ sơ', en: 'No documents are listed' },
  remedy: {
    vi: 'Kê thành phần hồ sơ; nếu không cần giấy tờ thì kê tờ khai điện tử.',
    en: 'List the components; where no paper is needed, list the electronic declaration.',
  },
  find: (content) =>
    content.components.length === 0
      ? [{ path: 'components', vi: 'Thành phần hồ sơ đang trống.', en: 'The list of documents is empty.' }]
      : [],
};

const noteWords = /^(luu y|ghi chu|chu y|truong hop|doi voi truong hop|note)\b/;

const notesInDocuments: Check = {
  name: 'notesInDocuments',
  severity: 'warn',
  title: { vi: 'Ghi chú nằm trong thành phần hồ sơ', en: 'Notes in the list of documents' },
  remedy: {
    vi: 'Chuyển sang yêu cầu, điều kiện; thành phần hồ sơ phải có số bản chính hoặc bản sao.',
    en: 'Move them to the conditions; a document has a number of originals or copies.',
  },
  find: (content) =>
    named(content)
      .filter(
        ({ component: { kind, originals, copies }, folded }) =>
          noteWords.test(folded) || (kind === 'paper' && originals === 0 && copies === 0),
      )
      .map(({ path, component }) => ({
        path,
        vi: `“${component.name.vi}” có 0 bản chính, 0 bản sao hoặc là lời ghi chú.`,
        en: `“${component.name.vi}” has no originals and no copies, or is a note.`,
      })),
};

const certifiedWords = /ban sao (co )?(cong chung|chung thuc)|sao y|sao chung thuc/;
/** The text leaves the choice: an original to compare with is enough. */
const choiceWords = /ban chinh|doi chieu|hoac|xuat trinh/;

const certifiedCopy: Check = {
  name: 'certifiedCopy',
  severity: 'block',
  title: { vi: 'Yêu cầu bản sao chứng thực', en: 'A certified copy is asked for' },
  remedy: {
    vi: 'Nhận bản chính, bản chụp kèm bản chính để đối chiếu, hoặc tra cứu dữ liệu (Chỉ thị 24/CT-TTg).',
    en: 'Accept the original, a scan compared with it, or look the datum up (Directive 24/CT-TTg).',
  },
  find: (content) =>
    named(content)
      .filter(({ component, folded }) => component.certified === true || certifiedWords.test(folded))
      .map(({ component, path, folded }) => ({
        path,
        ...(component.certified !== true && choiceWords.test(folded.replace(certifiedWords, ''))
          ? { severity: 'warn' as const }
          : {}),
        vi: `“${component.name.vi}”: bản chính hoặc dữ liệu là đủ.`,
        en: `“${component.name.vi}”: the original or data is enough.`,
      })),
};

const replacedByData: Check = {
  name: 'replacedByData',
  severity: 'warn',
  title: { vi: 'Giấy tờ đã được thay bằng dữ liệu', en: 'A paper that data replaces' },
  remedy: {
    vi: 'Ghi cơ sở dữ liệu thay thế vào thành phần hồ sơ; hệ thống không yêu cầu công dân nộp giấy này.',
    en: 'State the database in the component; the citizen is not asked for this paper.',
  },
  find: (content, { replaced }) =>
    named(content).flatMap(({ component, path }): Finding[] => {
      if (component.kind === 'form' || component.replacedBy) return [];
      const by = replaced.find((one) => isPaper(component, one.document));
      if (!by) return [];
      return [
        {
          path,
          vi: `“${component.name.vi}” được thay bằng ${by.databaseName} (${by.legalPlace}).`,
          en: `“${component.name.vi}” is replaced by ${by.databaseName} (${by.legalPlace}).`,
        },
      ];
    }),
};

export const paperChecks: readonly Check[] = [
  documentsMissing,
  deadPapers,
  notesInDocuments,
  certifiedCopy,
  replacedByData,
];
