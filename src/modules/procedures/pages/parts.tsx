import type { ComponentChildren } from 'preact';

import type { FormState, PageContext } from '../../../kit/page.ts';
import { ErrorSummary } from '../../../web/components/form.tsx';
import { Chip, type ChipTone } from '../../../web/components/state.tsx';
import { type Column, DataTable } from '../../../web/components/table.tsx';
import { formatDay, formatNumber } from '../../../web/format.ts';
import { type Lang, useLang } from '../../../web/language.tsx';
import { limitText } from '../../calendar/index.ts';
import { messages, type Messages } from '../messages.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import type { Announcement, ChannelRow, Fee, Step, Words } from '../rules/model.ts';

/** The words of this module in the language of the page. */
export const useMessages = (): Messages => messages[useLang()];

/** A text in the language of the page; Vietnamese on an English page says so to screen readers. */
export function Say({ words }: { words: Words }) {
  const lang = useLang();
  if (lang === 'vi') return <>{words.vi}</>;
  return words.en ? <>{words.en}</> : <span lang="vi">{words.vi}</span>;
}

/** Vietnamese text that has no translation. */
export function Vi({ children }: { children: ComponentChildren }) {
  return useLang() === 'vi' ? <>{children}</> : <span lang="vi">{children}</span>;
}

/** The decision named in a version, and that which announces it with its day. */
export function Decided({
  of: { decision, announcement },
}: {
  of: { decision: string; announcement?: Announcement | undefined };
}) {
  const { publish: t } = useMessages();
  const number = announcement?.number;
  return (
    <>
      <Vi>{decision || '–'}</Vi>
      {announcement && (
        <div class="hint">
          {number && number !== decision && <Vi>{number}, </Vi>}
          {t.decidedOn(formatDay(announcement.day))}
        </div>
      )}
    </>
  );
}

export const sayIn = (lang: Lang, words: { vi: string; en?: string | undefined }): string =>
  (lang === 'en' && words.en) || words.vi;

export function feeText(fee: Fee, lang: Lang): string {
  const { words } = messages[lang];
  if (fee.kind !== 'amount') return words.fees[fee.kind];
  const per = fee.per ? `/${sayIn(lang, fee.per)}` : '';
  return words.dong(formatNumber(fee.dong, lang)) + per;
}

/** A length of time in the language of the page. */
export const limitIn = (limit: NonNullable<Step['limit']>, lang: Lang): string =>
  sayIn(lang, limitText(limit));

const tones: Readonly<Record<string, ChipTone>> = {
  published: 'good',
  coming: 'calm',
  draft: 'warn',
  ended: 'idle',
  withdrawn: 'idle',
};
type State = keyof Messages['words']['states'];

export function StateChip({ state }: { state: State }) {
  return <Chip tone={tones[state] ?? 'idle'}>{useMessages().words.states[state]}</Chip>;
}

export function ServiceChip({ level }: { level: keyof Messages['words']['services'] | undefined }) {
  const { words } = useMessages();
  return level ? <Chip tone={level === 'full' ? 'good' : 'calm'}>{words.serviceChips[level]}</Chip> : null;
}

/** How to file, how long, how much: a row for each channel and kind of case. */
export function ChannelTable({
  rows,
  kinds,
}: {
  rows: readonly ChannelRow[];
  kinds: readonly { key: string; name: Words }[];
}) {
  const { portal: t, words } = useMessages();
  const lang = useLang();
  return (
    <DataTable
      caption={t.howLong}
      captionHidden
      rows={rows.map((row, index) => ({ ...row, index }))}
      rowKey={(row) => String(row.index)}
      columns={[
        {
          key: 'channel',
          head: t.channel,
          main: true,
          cell: ({ channel, caseKind }) => {
            const kind = kinds.find((one) => one.key === caseKind);
            return (
              <>
                {words.channels[channel]} {kind && <small>{<Say words={kind.name} />}</small>}
              </>
            );
          },
        },
        {
          key: 'time',
          head: t.time,
          cell: (row) => (row.limit ? limitIn(row.limit, lang) : (row.limitText ?? '–')),
        },
        { key: 'fee', head: t.fee, cell: (row) => feeText(row.fee, lang) },
        { key: 'remark', head: t.remark, cell: (row) => (row.remark ? <Say words={row.remark} /> : '') },
      ]}
    />
  );
}

/** The plan of steps: who, where, how long, what comes after; `brief` as a citizen needs it. */
export function StepTable({ steps, brief }: { steps: readonly Step[]; brief?: boolean }) {
  const { portal, editor, words } = useMessages();
  const lang = useLang();
  const nameOf = (key: string): string => {
    const step = steps.find((one) => one.key === key);
    return step ? sayIn(lang, step.name) : key;
  };
  const official: Column<Step>[] = [
    { key: 'role', head: editor.role, cell: (step) => words.roles[step.role] },
    {
      key: 'next',
      head: editor.next,
      cell: (step) => step.next.map((way) => nameOf(way.to)).join(', ') || '–',
    },
  ];
  const [role, next] = official;
  return (
    <DataTable
      caption={portal.steps}
      captionHidden
      rows={steps}
      rowKey={(step) => step.key}
      columns={[
        { key: 'name', head: editor.step, main: true, cell: (step) => <Say words={step.name} /> },
        ...(brief ? [] : [role!]),
        { key: 'at', head: editor.at, cell: (step) => words.where[step.at] },
        { key: 'limit', head: portal.time, cell: (step) => (step.limit ? limitIn(step.limit, lang) : '–') },
        ...(brief ? [] : [next!]),
      ]}
    />
  );
}

/** What the checks found, blocking ones first, each with what to do. */
export function Checks({ checks }: { checks: readonly CheckResult[] }) {
  const { editor: t, words } = useMessages();
  const lang = useLang();
  return (
    <DataTable
      caption={t.checks}
      captionHidden
      rows={checks.map((check, index) => ({ ...check, index }))}
      rowKey={(check) => String(check.index)}
      rowTone={(check) => (check.severity === 'block' ? 'bad' : 'warn')}
      empty={<p>{t.noFindings}</p>}
      columns={[
        {
          key: 'severity',
          head: words.state,
          width: 'narrow',
          cell: (check) => (
            <Chip tone={check.severity === 'block' ? 'bad' : 'warn'}>{words.severities[check.severity]}</Chip>
          ),
        },
        { key: 'message', head: words.message, main: true, cell: (check) => check[lang] },
        { key: 'remedy', head: t.remedy, cell: (check) => check.remedy[lang] },
      ]}
    />
  );
}

/** Stands above a refused form and leads to its fields. */
export function Refusal({ form, box }: { form: FormState | undefined; box?: (path: string) => string }) {
  if (!form) return null;
  const { problem } = form;
  const errors = Object.fromEntries(
    Object.entries(form.errors).map(([path, text]) => [box ? box(path) : path, text]),
  );
  return (
    <ErrorSummary
      title={problem.title}
      detail={[problem.detail, problem.remedy].filter(Boolean).join(' ')}
      errors={errors}
    />
  );
}

/** One sentence in both languages. */
export const said = (pick: (m: Messages) => string) => ({ vi: pick(messages.vi), en: pick(messages.en) });

export const textIn = (p: PageContext): Messages => messages[p.lang];
