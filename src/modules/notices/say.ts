import { formatDay, isDay } from '../../kit/day.ts';
import type { Lang, Text } from '../../kit/i18n.ts';
import { messages } from './messages.ts';
import type { NoticeKind, Shown } from './messages/letters.ts';
import type { Addressee } from './rules/ladder.ts';

interface Said {
  kind: string;
  params: Record<string, unknown>;
}

const dayText = (value: unknown): string => (isDay(value) ? formatDay(value) : '');
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function shownOf(p: Record<string, unknown>, lang: Lang): Shown {
  const who = messages[lang].who as Record<string, string>;
  return {
    ref: plain(p['ref']),
    title: (lang === 'en' && plain(p['titleEn'])) || plain(p['titleVi']),
    number: plain(p['number']),
    days: plain(p['days']),
    about: dayText(p['about']),
    until: dayText(p['until']),
    due: dayText(p['due']),
    reason: plain(p['reason']),
    document: plain(p['document']),
    text: plain(p['text']),
    answer: plain(p['answer']),
    count: plain(p['count']),
    period: plain(p['period']),
    unit: (p['unit'] as Text | undefined)?.[lang] ?? '',
    role: who[plain(p['role']) as Addressee] ?? '',
    past: p['past'] === true,
    today: p['days'] === 0,
    extension: p['waitsFor'] === 'extension',
  };
}

/** Title and text of a notice in a language. */
export function say(notice: Said, lang: Lang): { title: string; body: string } {
  const { titles, bodies } = messages[lang].letters;
  const kind = (notice.kind in titles ? notice.kind : 'noRecipient') as NoticeKind;
  const shown = shownOf(notice.params, lang);
  return { title: titles[kind](shown), body: bodies[kind](shown) };
}

/** Where a notice leads. */
export const hrefOf = (notice: { taskId: string | null; kind: string }): string =>
  notice.taskId
    ? `/tasks/${notice.taskId}`
    : notice.kind === 'noRecipient'
      ? '/notices/sent?state=nobody'
      : notice.kind === 'emailChanged'
        ? '/sign-in'
        : '/tasks';
