import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Chip, type ChipTone } from '../../../../web/components/state.tsx';
import { formatNumber } from '../../../../web/format.ts';
import type { IconName } from '../../../../web/icons.tsx';
import { useLang } from '../../../../web/language.tsx';
import type { listWarnings } from '../contract.ts';
import { messages } from '../messages.ts';
import { actorWords } from '../rules/words.ts';

export type Warning = ReplyOf<typeof listWarnings>['items'][number];
type Responsible = Warning['responsible'];

const severityLooks: Record<Warning['severity'], readonly [IconName, ChipTone]> = {
  urgent: ['alert', 'bad'],
  serious: ['alert', 'warn'],
  notice: ['info', 'calm'],
};
const phaseLooks: Record<Warning['phase'], readonly [IconName, ChipTone]> = {
  open: ['bell', 'warn'],
  acknowledged: ['check', 'calm'],
  ended: ['checkCircle', 'idle'],
};

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

export function SeverityChip({ of }: { of: Warning['severity'] }) {
  const [icon, tone] = severityLooks[of];
  return (
    <Chip icon={icon} tone={tone}>
      {messages[useLang()].severities[of]}
    </Chip>
  );
}

export function PhaseChip({ of }: { of: Warning['phase'] }) {
  const [icon, tone] = phaseLooks[of];
  return (
    <Chip icon={icon} tone={tone}>
      {messages[useLang()].phases[of]}
    </Chip>
  );
}

/** With more the rest is counted. */
const MOST_NAMES = 2;

/** Who must act: the people by name with their unit; of many the first. */
export function Names({ of, p }: { of: Responsible; p: PageContext }) {
  const rest = of.people.length - MOST_NAMES;
  const first = of.people.slice(0, rest === 1 ? MOST_NAMES + 1 : MOST_NAMES).map((one) => one.name);
  const more = rest > 1 ? ` ${messages[p.lang].list.andMore(formatNumber(rest, p.lang))}` : '';
  const names = first.join(', ') + more;
  return (
    <>
      {names || messages[p.lang].one.noName}
      {!names.includes(of.unit.name[p.lang]) && <p class="hint">{of.unit.name[p.lang]}</p>}
    </>
  );
}

/** Why it is these people, in a sentence. */
export function whyWords(of: Responsible, actor: Parameters<typeof actorWords>[0], p: PageContext): string {
  const t = messages[p.lang].one;
  const role = actorWords(actor)[p.lang];
  const vacant = of.vacant.map((unit) => unit.name[p.lang]).join('; ');
  switch (of.how) {
    case 'asked':
      return t.whyAsked(role);
    case 'head':
      return t.whyHead(role, of.unit.name[p.lang]);
    case 'above':
      return vacant === '' ? t.whyAsked(role) : t.whyAbove(role, vacant);
    case 'office':
      return t.whyOffice;
  }
}
