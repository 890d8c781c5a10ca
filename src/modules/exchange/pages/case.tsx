import type { Block } from '../../../kit/blocks.ts';
import { Link } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { formatInstant } from '../../../web/format.ts';
import { caseExchange } from '../contract.ts';
import { type Message, MessageChip, messageHref, statusText, type Words, wordsOf } from './parts.tsx';

const SHOWN = 5;

function Line({ m, t, linked }: { m: Message; t: Words; linked: boolean }) {
  const name = `${t.services[m.service]}${m.status === undefined ? '' : `, ${statusText(t, m.status)}`}`;
  return (
    <li>
      <MessageChip state={m.state} t={t} /> {linked ? <Link href={messageHref(m)}>{name}</Link> : name}{' '}
      <small>{formatInstant(m.answeredAt ?? m.queuedAt)}</small>
      {m.answer && <p class="hint">{m.answer}</p>}
      {m.state !== 'overtaken' && m.missing.length > 0 && (
        <p class="hint">
          {t.missing}: {m.missing.join(', ')}
        </p>
      )}
    </li>
  );
}

/** On the page of a case: what the portal has heard of it, and in which words it refused. */
export const caseBlock: Block = {
  place: 'case',
  order: 10,
  render: async (p, caseId) => {
    if (!p.can('case.view')) return undefined;
    const found = await p.maybe(caseExchange, { caseId });
    if (!found || (!found.connected && found.messages.length === 0)) return undefined;
    const t = wordsOf(p);
    const { conflict } = found;
    return (
      <Panel title={t.casePanel} id="portal">
        {conflict && (
          <Notice
            tone="warn"
            title={t.caseConflict(statusText(t, conflict.ours), statusText(t, conflict.theirs))}
          >
            {p.can('exchange.view') && <Link href="/exchange/conflicts">{t.toConflicts}</Link>}
          </Notice>
        )}
        {found.messages.length === 0 && <p class="soft">{t.caseNothing}</p>}
        <ul class="stack">
          {found.messages.slice(0, SHOWN).map((m) => (
            <Line key={m.seq} m={m} t={t} linked={p.can('exchange.view')} />
          ))}
        </ul>
      </Panel>
    );
  },
};
