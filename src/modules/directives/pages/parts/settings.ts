import type { z } from 'zod';

import type { Lang } from '../../../../web/language.tsx';
import type { settings } from '../../contract/words.ts';
import { messages } from '../../messages.ts';

/** The settings of a directive in words: who confirms, who accepts, when reports are due. */
export function settingLines(s: z.infer<typeof settings>, lang: Lang): string[] {
  const { directive: t, words } = messages[lang];
  const lines = [s.confirm ? t.confirmYes : t.confirmNo, s.accept ? t.acceptYes : t.acceptNo];
  const { cycle } = s;
  if (!cycle) return [...lines, t.cycleNone];
  const fixed = cycle.fixedCutoffs?.map((monthDay) => monthDay.split('-').toReversed().join('/')).join(', ');
  const cutoff = fixed
    ? t.cutoffFixed(fixed)
    : t.cutoff(String(cycle.cutoffDay), cycle.cutoffHour, cycle.cutoffMonthOffset === 1);
  return [
    ...lines,
    t.cycle(words.periods[cycle.period]),
    cutoff,
    t.remind(String(cycle.remindDaysBefore)),
    t.lock(String(cycle.lockHoursAfter)),
  ];
}
