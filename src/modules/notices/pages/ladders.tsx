import type { ReplyOf } from '../../../kit/contract.ts';
import { addDays, formatDay } from '../../../kit/day.ts';
import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary, FieldRow, Form } from '../../../web/components/form.tsx';
import { TextArea, TextInput } from '../../../web/components/inputs.tsx';
import { KeyValueList } from '../../../web/components/lists.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { DataTable } from '../../../web/components/table.tsx';
import { listLadders, previewLadder, setLadder } from '../contract.ts';
import { messages } from '../messages.ts';
import { inputOf, lineOf } from './ladder-lines.ts';
import { capital, count, momentText, spansText, whenText } from './parts.tsx';

type Ladder = ReplyOf<typeof listLadders>['inForce'];
type Preview = ReplyOf<typeof previewLadder>;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function InForce({ ladder, p }: { ladder: Ladder; p: PageContext }) {
  const text = messages[p.lang];
  const t = text.ladders;
  return (
    <Panel
      title={`${t.inForce}: ${ladder.version === 0 ? t.standard : t.version(String(ladder.version))} (${t.from(formatDay(ladder.validFrom))})`}
    >
      <DataTable
        caption={t.inForce}
        captionHidden
        rows={ladder.rungs}
        rowKey={(r) => r.code}
        columns={[
          { key: 'when', head: t.when, main: true, cell: (r) => capital(whenText(r, p.lang)) },
          { key: 'to', head: t.to, cell: (r) => text.who[r.to] },
          { key: 'code', head: t.code, cell: (r) => <code>{r.code}</code>, desktopOnly: true },
          { key: 'channels', head: t.channels, cell: (r) => r.channels.map((c) => t.channel[c]).join(', ') },
        ]}
      />
      <KeyValueList
        items={[
          {
            key: t.hours,
            value: `${ladder.hours.start}–${ladder.hours.end}; ${ladder.hours.weekdays.map((d) => t.days[d as 1]).join(', ')}`,
          },
          { key: t.holidays, value: spansText(ladder.hours.holidays) },
          { key: t.catchUp, value: count(ladder.catchUpDays, p.lang) },
          { key: t.quiet, value: count(ladder.quietDays, p.lang) },
        ]}
      />
    </Panel>
  );
}

function Tomorrow({ preview, p }: { preview: Preview; p: PageContext }) {
  const text = messages[p.lang];
  const t = text.ladders;
  const reached = preview.rungs.filter((r) => r.count + r.stopped + r.nobody > 0);
  return (
    <Panel title={t.preview(formatDay(preview.on))}>
      <DataTable
        caption={t.preview(formatDay(preview.on))}
        captionHidden
        rows={reached}
        rowKey={(r) => r.rung.code}
        empty={t.previewNone}
        columns={[
          {
            key: 'rung',
            head: t.rung,
            main: true,
            cell: (r) => `${capital(whenText(r.rung, p.lang))} → ${text.who[r.rung.to]}`,
          },
          {
            key: 'count',
            head: t.count,
            numeric: true,
            cell: (r) => `${count(r.count, p.lang)}${r.more ? ` ${t.more}` : ''}`,
          },
          { key: 'stopped', head: t.stopped, numeric: true, cell: (r) => count(r.stopped, p.lang) },
          { key: 'nobody', head: t.nobody, numeric: true, cell: (r) => count(r.nobody, p.lang) },
          {
            key: 'recipients',
            head: t.recipients,
            cell: (r) =>
              r.recipients
                .map((x) => `${x.name} (${x.unitName[p.lang]}): ${count(x.count, p.lang)}`)
                .join('; '),
          },
        ]}
      />
    </Panel>
  );
}

/** What was typed in a field of the refused form, else what stands now. */
const typedIn =
  (p: PageContext) =>
  (name: string, else_: string): string => {
    const value = p.form?.values[name];
    return typeof value === 'string' ? value : else_;
  };

function HoursFields({ ladder, p }: { ladder: Ladder; p: PageContext }) {
  const t = messages[p.lang].ladders;
  const errors = p.form?.errors ?? {};
  const was = typedIn(p);
  const worked = p.form ? [p.form.values['weekdays'] ?? []].flat().map(Number) : ladder.hours.weekdays;
  return (
    <>
      <FieldRow>
        <TextInput
          name="start"
          label={t.start}
          size="short"
          value={was('start', ladder.hours.start)}
          error={errors['hours.start']}
        />
        <TextInput
          name="end"
          label={t.end}
          size="short"
          value={was('end', ladder.hours.end)}
          error={errors['hours.end']}
        />
        <TextInput
          name="catchUpDays"
          label={t.catchUp}
          size="short"
          inputMode="numeric"
          value={was('catchUpDays', String(ladder.catchUpDays))}
          error={errors['catchUpDays']}
        />
        <TextInput
          name="quietDays"
          label={t.quiet}
          size="short"
          inputMode="numeric"
          value={was('quietDays', String(ladder.quietDays))}
          error={errors['quietDays']}
        />
      </FieldRow>
      <fieldset>
        <legend>{t.weekdays}</legend>
        {weekdays.map((d) => (
          <Checkbox
            key={d}
            name="weekdays"
            value={String(d)}
            label={t.days[d]}
            checked={worked.includes(d)}
          />
        ))}
      </fieldset>
      <FieldRow>
        <TextArea
          name="holidaysText"
          label={t.holidays}
          hint={t.holidaysHint}
          value={was('holidaysText', ladder.hours.holidays.join('\n'))}
          error={errors['hours.holidays']}
        />
        <TextArea
          name="extraText"
          label={t.extra}
          hint={t.holidaysHint}
          value={was('extraText', ladder.hours.extraWorkdays.join('\n'))}
          error={errors['hours.extraWorkdays']}
        />
      </FieldRow>
    </>
  );
}

function NewVersion({ ladder, p }: { ladder: Ladder; p: PageContext }) {
  const t = messages[p.lang].ladders;
  const errors = p.form?.errors ?? {};
  const was = typedIn(p);
  const rungsError = Object.entries(errors).find(([path]) => path.startsWith('rungs'))?.[1];
  const day = was('validFrom', addDays(p.today, 1));
  return (
    <Panel title={t.new}>
      {p.form && (
        <ErrorSummary
          title={p.form.problem.title}
          detail={p.form.problem.detail ?? p.form.problem.remedy}
          errors={errors}
        />
      )}
      <Form name="set" csrf={p.csrf}>
        <DateInput name="validFrom" label={t.validFrom} value={day} error={errors['validFrom']} />
        <TextArea
          name="rungsText"
          label={t.rungsText}
          hint={t.rungsHint}
          rows={ladder.rungs.length + 2}
          value={was('rungsText', ladder.rungs.map(lineOf).join('\n'))}
          error={rungsError}
        />
        <HoursFields ladder={ladder} p={p} />
        <TextInput name="note" label={t.note} size="full" value={was('note', '')} error={errors['note']} />
        <Button kind="primary">{t.save}</Button>
      </Form>
    </Panel>
  );
}

function Versions({ versions, p }: { versions: readonly Ladder[]; p: PageContext }) {
  const t = messages[p.lang].ladders;
  if (versions.length === 0) return null;
  return (
    <Panel title={t.versions}>
      <DataTable
        caption={t.versions}
        captionHidden
        rows={versions}
        rowKey={(v) => String(v.version)}
        columns={[
          { key: 'version', head: t.versions, main: true, cell: (v) => t.version(String(v.version)) },
          { key: 'from', head: t.validFrom, cell: (v) => formatDay(v.validFrom) },
          {
            key: 'by',
            head: t.setBy,
            cell: (v) => `${v.setBy ?? ''}${v.setAt ? ` · ${momentText(v.setAt)}` : ''}`,
          },
          { key: 'note', head: t.note, cell: (v) => v.note },
        ]}
      />
    </Panel>
  );
}

export const laddersPage = page({
  path: '/notices/ladders',
  permission: 'notice.settings',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].ladders;
    const { inForce, versions } = await p.call(listLadders, {});
    const preview = await p.call(previewLadder, {});
    return {
      title: t.title,
      nav: 'ladders',
      wide: true,
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          <InForce ladder={inForce} p={p} />
          <Tomorrow preview={preview} p={p} />
          <Versions versions={versions} p={p} />
          <NewVersion ladder={inForce} p={p} />
        </>
      ),
    };
  },
  forms: {
    set: submits(setLadder, {
      input: inputOf,
      then: () => ({
        redirect: '/notices/ladders',
        flash: { vi: messages.vi.ladders.saved, en: messages.en.ladders.saved },
      }),
    }),
  },
});
