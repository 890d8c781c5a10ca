import { formatDay, isDay } from '../../kit/day.ts';
import type { Lang, Text } from '../../kit/i18n.ts';
import { messages } from './messages.ts';
import { isCaseKind, sayCase } from './messages/case-letters.ts';
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
    subject: (p['subject'] as Text | undefined)?.[lang] ?? '',
    value: (p['value'] as Text | undefined)?.[lang] ?? '',
    role: who[plain(p['role']) as Addressee] ?? '',
    past: p['past'] === true,
    today: p['days'] === 0,
    extension: p['waitsFor'] === 'extension',
  };
}

/** Title and text of a notice in a language. */
export function say(notice: Said, lang: Lang): { title: string; body: string } {
  if (isCaseKind(notice.kind)) return sayCase(notice.kind, notice.params, lang);
  const { titles, bodies } = messages[lang].letters;
  const kind = (notice.kind in titles ? notice.kind : 'noRecipient') as NoticeKind;
  const shown = shownOf(notice.params, lang);
  return { title: titles[kind](shown), body: bodies[kind](shown) };
}

const pages: Record<string, string> = {
  noRecipient: '/notices/sent?state=nobody',
  emailChanged: '/sign-in',
  coverageOpened: '/procedures/coverage',
  portalLate: '/exchange?state=late',
  portalRefused: '/exchange?state=refused',
  portalConflict: '/exchange/conflicts',
};

type Leading = {
  taskId: string | null;
  kind: string;
  asRole?: string;
  caseId?: string | null;
  subjectId?: string;
};

/** Where a notice leads: applicants to the page on which a case is followed, everybody else to the record. */
export function hrefOf(notice: Leading): string {
  const { taskId, caseId, kind, asRole, subjectId } = notice;
  if (kind.startsWith('warning') && subjectId) return `/warnings/${subjectId}`;
  if (kind.startsWith('offer') && subjectId) return `/offers/${subjectId}${caseId ? `?of=${caseId}` : ''}`;
  if (taskId) return `/tasks/${taskId}`;
  if (caseId) return asRole === 'applicant' ? `/track/${caseId}` : `/cases/${caseId}`;
  if (kind === 'mandateEnds' && subjectId) return `/mandates/facts/${subjectId.split(':')[0]}`;
  if (kind === 'certificateEnds' && subjectId) return `/mandates/certificates/${subjectId.split(':')[0]}`;
  if (kind === 'secondmentEnds' && subjectId) return `/mandates/secondments/${subjectId.split(':')[0]}`;
  return pages[kind] ?? '/tasks';
}
