import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { ButtonRow, LinkButton } from '../../../../web/components/button.tsx';
import { KeyValueList } from '../../../../web/components/lists.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { PageHead, Panel } from '../../../../web/components/panel.tsx';
import { getCase, type receiveCase } from '../../contract.ts';
import { deskMessages } from '../../messages/desk.ts';
import { namesFor } from './parts/names.ts';
import { sayIn, when } from './parts/words.tsx';
import type { Intake } from './receive-load.ts';

/** What the officer tells the applicant: code, hour and day of return and why, where, and how to follow the case. */
export async function Received(p: PageContext, intake: Intake, made: ReplyOf<typeof receiveCase>) {
  const { receive: t, words, case: c } = deskMessages[p.lang];
  const seen = await p.maybe(getCase, { id: made.id });
  const names = await namesFor(p, { units: [seen?.places.decision, seen?.places.returnTo] });
  return (
    <>
      <PageHead title={made.code ?? t.gapTitle} kicker={sayIn(p.lang, intake.version.content.name)} />
      {made.gap ? (
        <Notice tone="warn" live title={words.gaps(made.gap)} />
      ) : (
        <Notice tone="good" live title={t.doneTitle(made.code ?? '')} />
      )}
      <Panel title={words.due}>
        <KeyValueList
          items={[
            made.dueAt !== undefined && {
              key: words.due,
              value: <strong class="figures">{when(made.dueAt)}</strong>,
            },
            seen?.places.decision !== undefined && {
              key: c.decision,
              value: names.unit(seen.places.decision),
            },
            seen !== undefined && { key: c.returnTo, value: names.unit(seen.places.returnTo) },
            made.secret !== undefined && { key: t.secret, value: <code>{made.secret}</code> },
          ]}
        />
        {seen && seen.due.lines.length > 0 && (
          <>
            <h3>{t.dueWhy}</h3>
            <ol>
              {seen.due.lines.map((line, i) => (
                <li key={i}>{sayIn(p.lang, line)}</li>
              ))}
            </ol>
          </>
        )}
      </Panel>
      <ButtonRow>
        {made.code && (
          <LinkButton kind="primary" icon="print" href={`/api/cases/${made.id}/slips/receipt`}>
            {t.printSlip}
          </LinkButton>
        )}
        <LinkButton icon="plus" href={`/desk/receive?unitId=${intake.unitId}`}>
          {t.next}
        </LinkButton>
        <LinkButton href={`/cases/${made.id}`}>{t.openCase}</LinkButton>
      </ButtonRow>
    </>
  );
}
