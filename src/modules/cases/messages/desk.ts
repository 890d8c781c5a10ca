import { bookMessages } from './desk-book.ts';
import { caseMessages } from './desk-case.ts';
import { eventSentences } from './desk-events.ts';
import { fieldMessages } from './desk-fields.ts';
import { pageMessages } from './desk-pages.ts';
import { receiveMessages } from './desk-receive.ts';
import { stepMessages } from './desk-steps.ts';
import { wordMessages } from './desk-words.ts';

const of = (lang: 'vi' | 'en') => ({
  ...pageMessages[lang],
  ...receiveMessages[lang],
  ...caseMessages[lang],
  ...bookMessages[lang],
  words: wordMessages[lang],
  steps: { ...stepMessages[lang], ...fieldMessages[lang] },
  events: eventSentences[lang],
});

/** Everything the officials' pages of cases say, in both languages. */
export const deskMessages = { vi: of('vi'), en: of('en') };
export type DeskMessages = (typeof deskMessages)['vi'];
