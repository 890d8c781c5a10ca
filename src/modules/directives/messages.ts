import { portal } from './messages/portal.ts';
import { task } from './messages/task.ts';
import { units } from './messages/units.ts';
import { words } from './messages/words.ts';

/** Everything these pages say, in both languages, by subject. */
export const messages = {
  vi: { words: words.vi, units: units.vi, task: task.vi, ...portal.vi },
  en: { words: words.en, units: units.en, task: task.en, ...portal.en },
};

export type Messages = (typeof messages)['vi'];
