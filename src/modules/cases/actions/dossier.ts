import type { ReplyOf } from '../../../kit/contract.ts';
import type { Day } from '../../../kit/day.ts';
import type { EffectiveVersion } from '../../procedures/contract.ts';
import { checklist } from '../../procedures/index.ts';
import type { trackCase } from '../contract.ts';
import type { CaseContent } from '../rules/content.ts';

type Tracked = ReplyOf<typeof trackCase>['papers'][number];

/** What belongs in a case, and of each paper whether it is there, promised for the desk, looked up, or missing. */
export function dossierOf(version: EffectiveVersion, content: CaseContent, today: Day): Tracked[] {
  const hasAnswers = Object.keys(content.values).length > 0;
  return checklist(version, content.values, today).map(({ component: c, replacedBy }) => {
    const received = content.components
      .filter(({ component, form }) => component === c.key && form !== 'database')
      .map(({ form, count }) => ({ form, count }));
    const state = (): Tracked['state'] => {
      if (content.promised?.includes(c.key)) return 'promised';
      if (received.length > 0) return 'received';
      if (replacedBy) return 'database';
      if (c.kind === 'form' && hasAnswers) return 'filled';
      return c.kind === 'shown' ? 'shown' : 'missing';
    };
    return { component: c.key, ...c.name, required: c.required, state: state(), received };
  });
}
