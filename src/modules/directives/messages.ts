import { editor } from './messages/editor.ts';
import { fields } from './messages/fields.ts';
import { help } from './messages/help.ts';
import { importing } from './messages/importing.ts';
import { meetings } from './messages/meetings.ts';
import { portal } from './messages/portal.ts';
import { report } from './messages/report.ts';
import { risk } from './messages/risk.ts';
import { task } from './messages/task.ts';
import { words } from './messages/words.ts';
import { work } from './messages/work.ts';

/** Everything these pages say, in both languages, by subject. */
export const messages = {
  vi: {
    words: words.vi,
    task: task.vi,
    work: work.vi,
    report: report.vi,
    risk: risk.vi,
    editor: editor.vi,
    fields: fields.vi,
    help: help.vi,
    importing: importing.vi,
    meetings: meetings.vi,
    ...portal.vi,
  },
  en: {
    words: words.en,
    task: task.en,
    work: work.en,
    report: report.en,
    risk: risk.en,
    editor: editor.en,
    fields: fields.en,
    help: help.en,
    importing: importing.en,
    meetings: meetings.en,
    ...portal.en,
  },
};

export type Messages = (typeof messages)['vi'];
