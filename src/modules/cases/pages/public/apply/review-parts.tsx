import type { ComponentChildren } from 'preact';

import type { PageContext } from '../../../../../kit/page.ts';
import { Link } from '../../../../../web/components/button.tsx';
import { KeyValueList } from '../../../../../web/components/lists.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { formatInstant } from '../../../../../web/format.ts';
import { limitText } from '../../../../calendar/index.ts';
import {
  channelRow,
  formPicks,
  originText,
  shownValue,
  visibleFields,
} from '../../../../procedures/index.ts';
import { DueLines, feeText, Say, sayIn, textIn, unitName, useMessages } from '../parts.tsx';
import { wantedPapers } from './check.ts';
import { addressOf, type StepKey } from './draft.ts';
import type { Application } from './load.ts';

/** One part of the review with its link to change it. */
export function Part({
  p,
  draftId,
  step,
  children,
}: {
  p: PageContext;
  draftId: string;
  step: StepKey;
  children: ComponentChildren;
}) {
  const { apply: t } = useMessages();
  const title = t.steps[step];
  return (
    <Panel
      title={title}
      actions={
        <Link href={addressOf(p, draftId, step)}>
          {t.review.change}
          <span class="hidden"> {title}</span>
        </Link>
      }
    >
      {children}
    </Panel>
  );
}

export function WhoFacts({ typed }: { typed: Readonly<Record<string, string>> }) {
  const { who: t } = useMessages().apply;
  const line = (key: string, name: string) => {
    const value = typed[`who.${name}`];
    return value ? { key, value } : false;
  };
  const isOther = typed['who.for'] === 'other';
  const kind = (typed['who.kind'] ?? 'citizen') as keyof typeof t.kinds;
  return (
    <KeyValueList
      items={[
        { key: t.kind, value: t.kinds[kind] },
        { key: t.for, value: isOther ? t.other : t.self },
        line(t.fullName, 'fullName'),
        line(t.personalId, 'personalId'),
        line(t.phone, 'phone'),
        line(t.email, 'email'),
        isOther && line(t.repName, 'repName'),
        isOther && line(t.repId, 'repId'),
        isOther && line(t.authority, 'authority'),
      ]}
    />
  );
}

/** The page as if no form of it had been refused. */
function unrefused(p: PageContext): PageContext {
  const { form: _, ...rest } = p;
  return rest;
}

/** Every answer of the form as people read it, with where it came from. */
export async function FormFacts(p: PageContext, a: Application) {
  const { review: t } = textIn(p).apply;
  if (!a.form) return null;
  const picks = await formPicks(unrefused(p), a.form, a.values);
  return (
    <KeyValueList
      items={visibleFields(a.form, a.values).map((field) => {
        const origin = originText(a.known.origins[field.key], p.lang);
        const value = a.values[field.key];
        return {
          key: sayIn(p.lang, field.label),
          value: (
            <>
              {value === undefined && field.required ? (
                <strong>{t.absent}</strong>
              ) : (
                (picks[field.key]?.text ?? shownValue(field, value, p.lang))
              )}{' '}
              {origin && <small>{origin}</small>}
            </>
          ),
        };
      })}
    />
  );
}

export function PaperFacts({ a }: { a: Application }) {
  const { apply: t } = useMessages();
  const { papers, atDesk } = a.draft.content;
  const wanted = wantedPapers(a);
  if (wanted.length === 0) return <p>{t.papers.none}</p>;
  return (
    <ul class="stack">
      {wanted.map((paper) => (
        <li key={paper.key}>
          <Say words={paper} />:{' '}
          <strong>
            {[
              ...(papers[paper.key] ?? []).map(({ name }) => name),
              ...(atDesk.includes(paper.key) ? [t.review.noFile] : []),
            ].join(', ') || (paper.required ? t.review.absent : '–')}
          </strong>
        </li>
      ))}
    </ul>
  );
}

/** Who decides, how long, how much, and the due date that would follow now. */
export async function PlaceFacts(p: PageContext, a: Application) {
  const { review: t } = textIn(p).apply;
  const { preview, version } = a;
  const kind = preview.caseKind;
  const row = channelRow(version, { channel: 'online', ...(kind && { caseKind: kind.key }) });
  const [decides, receives, returns] = await Promise.all([
    unitName(p, preview.decisionUnitId),
    unitName(p, preview.receptionUnitId),
    unitName(p, preview.returnUnitId),
  ]);
  const limit = row?.limit ? limitText(row.limit)[p.lang] : (row?.limitText ?? '–');
  return (
    <Panel title={t.places}>
      {preview.gap && <Notice tone="warn">{t.gap}</Notice>}
      {a.problem && (
        <Notice tone="bad" title={a.problem.kind.title[p.lang]}>
          <p>{a.problem.kind.remedy[p.lang]}</p>
        </Notice>
      )}
      <KeyValueList
        items={[
          { key: t.decides, value: decides },
          { key: t.receives, value: receives },
          { key: t.returns, value: returns },
          { key: t.fee, value: feeText(row, p.lang) },
          { key: t.time, value: kind ? `${limit}; ${sayIn(p.lang, kind)}` : limit },
          {
            key: t.due,
            value: preview.due.at ? <strong>{formatInstant(preview.due.at)}</strong> : t.noDue,
          },
        ]}
      />
      <DueLines summary={t.dueWhy} lines={preview.due.lines} />
    </Panel>
  );
}
