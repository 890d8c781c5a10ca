import type { PageContext } from '../../../../kit/page.ts';
import { LinkButton } from '../../../../web/components/button.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { Chip, Tag } from '../../../../web/components/state.tsx';
import { useLang } from '../../../../web/language.tsx';
import { calledBy } from '../../lookupCode.ts';
import { packageMessages } from '../../packages/messages.ts';
import type { CaseView } from './case-load.ts';
import { HandlingChip, LeftChip, sayIn, useDesk, when } from './parts/words.tsx';

/** The four states, each by itself: how far the handling is says nothing of money, result or portal. */
export function States({ view: { c } }: { view: CaseView }) {
  const { words } = useDesk();
  return (
    <KeyValueList
      items={[
        { key: words.axes.handling, value: <HandlingChip state={c.handling} /> },
        {
          key: words.axes.payment,
          value: (
            <Chip
              icon={c.payment === 'paid' ? 'check' : 'empty'}
              tone={c.payment === 'due' || c.payment === 'wrongSum' ? 'warn' : 'idle'}
            >
              {words.payment[c.payment]}
            </Chip>
          ),
        },
        {
          key: words.axes.delivery,
          value: (
            <Chip
              icon={c.delivery === 'none' ? 'empty' : 'checkCircle'}
              tone={c.delivery === 'ready' ? 'warn' : 'idle'}
            >
              {words.delivery[c.delivery]}
            </Chip>
          ),
        },
        {
          key: words.axes.sync,
          value: (
            <Chip
              icon={c.sync === 'refused' ? 'alert' : 'repeat'}
              tone={c.sync === 'refused' ? 'bad' : 'idle'}
            >
              {words.sync[c.sync]}
            </Chip>
          ),
        },
      ]}
    />
  );
}

/** Name, code, state and time of a case. */
export function CaseHead({ view, mayExport }: { view: CaseView; mayExport: boolean }) {
  const { c, person } = view;
  const { words, case: t } = useDesk();
  const lang = useLang();
  return (
    <>
      <PageHead
        kicker={`${c.procedure.code} · ${t.version(String(c.procedure.number))}`}
        title={c.code ?? words.lookup(calledBy(c))}
        chips={
          <>
            <HandlingChip state={c.handling} />
            <LeftChip minutes={c.due.minutesLeft} />
            {c.step && <Tag>{sayIn(lang, c.step)}</Tag>}
            <Tag>{c.personId ? person(c.personId) : words.nobody}</Tag>
          </>
        }
        lead={
          <p>
            {sayIn(lang, c.procedure)}
            {c.content && <> · {c.content.applicant.fullName}</>}
          </p>
        }
        actions={
          <>
            {c.receivedAt && (
              <LinkButton icon="print" href={`/api/cases/${c.id}/slips/receipt`}>
                {t.slipNames.receipt}
              </LinkButton>
            )}
            {mayExport && (
              <LinkButton icon="download" href={`/api/cases/${c.id}/package`} download>
                {packageMessages[lang].export}
              </LinkButton>
            )}
          </>
        }
      />
      {c.gap && <Notice tone="warn" title={words.gaps(c.gap)} />}
    </>
  );
}

/** When it is due and why, line by line: the same words as the applicant reads. */
export function DuePanel({ view: { c }, p }: { view: CaseView; p: PageContext }) {
  const { case: t, words } = useDesk();
  return (
    <Panel title={words.due} id="due">
      {c.due.at ? (
        <p>
          <strong class="figures">{when(c.due.at)}</strong> <LeftChip minutes={c.due.minutesLeft} />
        </p>
      ) : (
        <p class="soft">{t.noDue}</p>
      )}
      <KeyValueList
        items={[
          c.due.first !== undefined &&
            c.due.first !== c.due.at && { key: t.firstDue, value: when(c.due.first) },
          c.due.legalAt !== undefined && { key: t.legalDue, value: when(c.due.legalAt) },
        ]}
      />
      {c.due.lines.length > 0 && (
        <details open>
          <summary>{t.dueWhy}</summary>
          <ol>
            {c.due.lines.map((line, i) => (
              <li key={i}>{sayIn(p.lang, line)}</li>
            ))}
          </ol>
        </details>
      )}
      <h3>{t.onTime}</h3>
      <KeyValueList
        items={[
          { key: t.provincial, value: words.verdicts[c.onTime.provincial as keyof typeof words.verdicts] },
          { key: t.national, value: words.verdicts[c.onTime.national as keyof typeof words.verdicts] },
        ]}
      />
    </Panel>
  );
}

/** The four places, kept apart, and where the case lies now. */
export function FactsPanel({ view: { c, names } }: { view: CaseView }) {
  const { case: t, words } = useDesk();
  const unit = (key: string, id: string | undefined) =>
    id !== undefined && { key, value: <a href={`/organisations/units/${id}`}>{names.unit(id)}</a> };
  return (
    <Panel title={t.facts}>
      <KeyValueList
        items={[
          { key: t.channel, value: words.channels[c.channel] },
          { key: words.submittedAt, value: when(c.submittedAt) },
          c.receivedAt !== undefined && { key: words.receivedAt, value: when(c.receivedAt) },
          unit(t.help, c.places.help),
          unit(t.reception, c.places.reception),
          unit(t.decision, c.places.decision),
          unit(t.returnTo, c.places.returnTo),
          unit(t.at, c.atUnitId),
        ]}
      />
    </Panel>
  );
}
