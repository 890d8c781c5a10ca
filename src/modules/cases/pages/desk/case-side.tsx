import type { PageContext } from '../../../../kit/page.ts';
import { Link } from '../../../../web/components/button.tsx';
import { KeyValueList, TimeLine } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { formatDay, formatMoney } from '../../../../web/format.ts';
import type { SlipKey } from '../../../documents/index.ts';
import type { CaseEventType, Point } from '../../rules/events.ts';
import type { CaseView } from './case-load.ts';
import { sayIn, useDesk, when } from './parts/words.tsx';

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The slips that each kind of event calls for. */
export const slipsOf: Partial<Record<CaseEventType, readonly SlipKey[]>> = {
  'case.received': ['receipt', 'control'],
  'case.supplementAsked': ['supplement'],
  'case.refused': ['refusal'],
  'case.apologised': ['apology'],
  'case.stopped': ['stop'],
  'case.stepDone': ['control'],
  'case.proposed': ['draft'],
  'case.signed': ['control'],
  'case.numbered': ['control', 'result'],
  'case.resultReplaced': ['result'],
};

/** The slips that its events have called for, each as a link to print. */
export function SlipsPanel({ view: { c } }: { view: CaseView }) {
  const { case: t } = useDesk();
  const made = [...new Set(c.timeline.flatMap(({ kind }) => slipsOf[kind as CaseEventType] ?? []))];
  if (made.length === 0) return null;
  return (
    <Panel title={t.slips}>
      <ul class="stack">
        {made.map((slip) => (
          <li key={slip}>
            <a href={`/api/cases/${c.id}/slips/${slip}`}>{t.slipNames[slip]}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the applicant was asked to supply, pointing at fields and papers. */
export function SupplementPanel({ view: { c, plan }, p }: { view: CaseView; p: PageContext }) {
  const { case: t, steps } = useDesk();
  const asked = c.timeline.findLast(({ kind }) => kind === 'case.supplementAsked');
  if (!asked || c.handling !== 'supplementAsked') return null;
  const { content } = plan.version;
  const about = (point: Point): string => {
    const field = content.form?.sections.flatMap((s) => s.fields).find(({ key }) => key === point.field);
    const component = content.components.find(({ key }) => key === point.component);
    const named = field?.label ?? component?.name;
    return named ? `${sayIn(p.lang, named)}: ` : '';
  };
  return (
    <Notice tone="warn" title={t.supplementPoints}>
      <ol>
        {(asked.payload['points'] as Point[]).map((point, i) => (
          <li key={i}>
            <strong>{about(point)}</strong>
            {steps.reasons[point.reason]}. {point.text}
          </li>
        ))}
      </ol>
    </Notice>
  );
}

export function ConsultationsPanel({ view: { c, names } }: { view: CaseView }) {
  const { case: t } = useDesk();
  if (c.consultations.length === 0) return null;
  const asked = new Map(
    c.timeline
      .filter(({ kind }) => kind === 'case.consulted' || kind === 'case.consultationAnswered')
      .map(({ kind, payload }) => [`${kind} ${String(payload['id'])}`, payload]),
  );
  return (
    <Panel title={t.consultations} id="consultations">
      {c.consultations.map((raw) => {
        const one = raw as { id: string; unitId: string; dueAt: string; answeredAt?: string };
        const answer = asked.get(`case.consultationAnswered ${one.id}`)?.['answer'];
        return (
          <div key={one.id}>
            <p>
              <strong>{names.unit(one.unitId)}</strong>{' '}
              <small>
                {one.answeredAt ? t.answered(when(one.answeredAt)) : t.waitsUntil(when(one.dueAt))}
              </small>
            </p>
            <p>{textIn(asked.get(`case.consulted ${one.id}`)?.['question'])}</p>
            {typeof answer === 'string' && <p>{answer}</p>}
          </div>
        );
      })}
    </Panel>
  );
}

export function MoneyPanel({ view: { c }, p }: { view: CaseView; p: PageContext }) {
  const { case: t, words } = useDesk();
  if (!c.duty && c.receipts.length === 0) return null;
  const { amount, rest } = (c.duty ?? {}) as { amount?: number; rest?: number };
  const receipts = c.receipts as { id: string; amount: number; at: string }[];
  return (
    <Panel title={t.money}>
      <KeyValueList
        items={[
          { key: words.axes.payment, value: words.payment[c.payment] },
          amount !== undefined && { key: t.owed, value: formatMoney(amount, p.lang) },
          rest !== undefined && { key: t.rest, value: formatMoney(rest, p.lang) },
          ...receipts.map((one) => ({
            key: `${one.id} · ${when(one.at)}`,
            value: formatMoney(one.amount, p.lang),
          })),
        ]}
      />
    </Panel>
  );
}

export function DecisionPanel({ view: { c } }: { view: CaseView }) {
  const { case: t, steps, list } = useDesk();
  const decision = c.decision as
    | {
        outcome: 'granted' | 'denied';
        approvedAt?: string;
        signedAt?: string;
        number?: string;
        revoked?: { from: string };
      }
    | undefined;
  if (!decision) return null;
  return (
    <Panel title={t.decisionBox}>
      <KeyValueList
        items={[
          { key: steps.fields.outcome, value: steps.fields[decision.outcome] },
          decision.approvedAt !== undefined && { key: steps.approve.title, value: when(decision.approvedAt) },
          decision.signedAt !== undefined && { key: list.doing.sign, value: when(decision.signedAt) },
          decision.number !== undefined && { key: t.number, value: decision.number },
          decision.revoked !== undefined && {
            key: t.revokedFrom,
            value: <strong>{formatDay(decision.revoked.from)}</strong>,
          },
          c.checkAddress !== undefined && {
            key: t.checkPage,
            value: <Link href={c.checkAddress}>{t.checkOpen}</Link>,
          },
        ]}
      />
    </Panel>
  );
}

/** What was written to and fro with the applicant. */
export function MessagesPanel({ view: { c, person } }: { view: CaseView }) {
  const { case: t, words } = useDesk();
  const said = c.timeline.filter(({ kind }) => kind === 'case.message');
  return (
    <Panel title={t.messages} id="messages">
      {said.length === 0 && <p class="soft">{t.noMessages}</p>}
      <TimeLine
        entries={said.toReversed().map(({ seq, at, by, payload }) => ({
          id: `message-${seq}`,
          when: when(at),
          title: payload['from'] === 'applicant' ? words.applicantDid : person(by.person),
          icon: 'bell',
          body: <p>{textIn(payload['text'])}</p>,
        }))}
      />
    </Panel>
  );
}
