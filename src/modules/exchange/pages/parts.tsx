import type { ReplyOf } from '../../../kit/contract.ts';
import type { Text } from '../../../kit/i18n.ts';
import type { PageContext } from '../../../kit/page.ts';
import { ErrorSummary } from '../../../web/components/form.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PageHead } from '../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { formatDay, formatInstant } from '../../../web/format.ts';
import type { IconName } from '../../../web/icons.tsx';
import { exchangeSummary, type listMessages } from '../contract.ts';
import { exchangeMessages } from '../messages.ts';
import { losses, type MissingField } from '../rules/faults.ts';

export type Message = ReplyOf<typeof listMessages>['items'][number];
export type Words = (typeof exchangeMessages)['vi'];

export const wordsOf = (p: PageContext): Words => exchangeMessages[p.lang];
export const both = (pick: (t: Words) => string): Text => ({
  vi: pick(exchangeMessages.vi),
  en: pick(exchangeMessages.en),
});

const looks: Record<Message['state'], readonly [IconName, ChipTone]> = {
  waiting: ['clock', 'calm'],
  sending: ['half', 'calm'],
  acknowledged: ['check', 'good'],
  refused: ['alert', 'bad'],
  held: ['hourglass', 'warn'],
  overtaken: ['checkLate', 'idle'],
  setAside: ['cancel', 'idle'],
  noCode: ['empty', 'idle'],
};

export function MessageChip({ state, t }: { state: Message['state']; t: Words }) {
  const [icon, tone] = looks[state];
  return (
    <Chip icon={icon} tone={tone}>
      {t.states[state]}
    </Chip>
  );
}

/** A status code with its name; anything else as it was said. */
export const statusText = (t: Words, status: number | string | undefined): string =>
  status === undefined ? '–' : (t.status[String(status) as keyof Words['status']] ?? String(status));

export const messageHref = ({ caseId, seq }: Pick<Message, 'caseId' | 'seq'>): string =>
  `/exchange/message?caseId=${caseId}&seq=${seq}`;

/** Fields that are missing, each with what is lost by it. */
export function MissingList({ missing, t }: { missing: readonly string[]; t: Words }) {
  return (
    <ul>
      {missing.map((field) => (
        <li key={field}>
          <code>{field}</code>: {t.losses[losses[field as MissingField]]}
        </li>
      ))}
    </ul>
  );
}

export function Refusal({ p }: { p: PageContext }) {
  if (!p.form) return null;
  const { problem, errors } = p.form;
  return <ErrorSummary title={problem.title} detail={problem.detail ?? problem.remedy} errors={errors} />;
}

/** Head of each page: where the connection stands, and the three pages. */
export async function Head(p: PageContext, current: 'queue' | 'conflicts' | 'reconciliation', lead: string) {
  const t = wordsOf(p);
  const s = await p.call(exchangeSummary, {});
  const facts = [
    s.address && t.on(s.address),
    s.from && t.from(formatDay(s.from)),
    s.lastAnswerAt && t.lastAnswer(formatInstant(s.lastAnswerAt)),
  ].filter(Boolean);
  return (
    <>
      <PageHead title={t.title} lead={<p>{lead}</p>} />
      {!s.connected && (
        <Notice tone="info" title={t.off}>
          <p>{t.offText}</p>
        </Notice>
      )}
      {facts.length > 0 && <p class="soft">{facts.join(' · ')}</p>}
      <Tabs
        label={t.tabs}
        items={[
          { href: '/exchange', text: t.queue, count: s.open, current: current === 'queue' },
          {
            href: '/exchange/conflicts',
            text: t.conflicts,
            count: s.conflicts,
            current: current === 'conflicts',
          },
          {
            href: '/exchange/reconciliation',
            text: t.reconciliation,
            current: current === 'reconciliation',
          },
        ]}
      />
    </>
  );
}
