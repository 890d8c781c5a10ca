import type { Lang } from '../../../../kit/i18n.ts';
import { timesMessages } from '../messages.ts';
import type { Heading } from '../rules.ts';

/** What a state or step is called. */
export function headingText(
  one: Heading & { name?: { vi: string; en?: string | undefined } | undefined },
  lang: Lang,
): string {
  const t = timesMessages[lang];
  if (one.phase === 'step') return (lang === 'en' && one.name?.en) || one.name?.vi || one.key;
  if (one.phase !== 'waiting') return t.phase[one.phase];
  const reasons: Readonly<Record<string, string>> = t.waiting;
  return reasons[one.key] ?? t.phase.waiting;
}
