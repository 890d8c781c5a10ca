import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { Checkbox } from '../../../../web/components/choices.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { FieldGroup, fieldId } from '../../../../web/components/field.tsx';
import { FieldRow } from '../../../../web/components/form.tsx';
import {
  type Option,
  type OptionGroup,
  Select,
  TextArea,
  TextInput,
} from '../../../../web/components/inputs.tsx';
import { Panel } from '../../../../web/components/panel.tsx';
import { DataTable } from '../../../../web/components/table.tsx';
import type { listFactKinds } from '../contract.ts';
import { comparators, scopeWords, statuses, units, zeroRules } from '../contract/body.ts';
import { labelOf } from '../labels.ts';
import { messages } from '../messages.ts';

type Kinds = ReplyOf<typeof listFactKinds>['items'];

/** What stands in the fields: typed before, else what is given; and what was refused. */
export interface Editing {
  p: PageContext;
  kinds: Kinds;
  was: (name: string) => string | undefined;
  many: (name: string) => readonly string[];
  errors: Record<string, string>;
}

const label = ({ p }: Editing, path: string): string => labelOf(path)[p.lang];
const given = (e: Editing, path: string) => ({
  name: `body.${path}`,
  label: label(e, path),
  value: e.was(`body.${path}`),
  error: e.errors[`body.${path}`],
});

const options = <K extends string>(codes: readonly K[], words: Record<K, string>): Option[] =>
  codes.map((value) => ({ value, text: words[value] }));

export function Naming({ e }: { e: Editing }) {
  const t = messages[e.p.lang].editor;
  const langs = ['vi', 'en'] as const;
  return (
    <Panel title={t.naming}>
      {langs.map((lang) => (
        <TextInput key={lang} {...given(e, `name.${lang}`)} size="full" maxLength={200} />
      ))}
      {langs.map((lang) => (
        <TextInput key={lang} {...given(e, `source.${lang}`)} size="full" maxLength={500} />
      ))}
      {langs.map((lang) => (
        <TextArea key={lang} {...given(e, `explanation.${lang}`)} optional rows={2} maxLength={1000} />
      ))}
      {langs.map((lang) => (
        <TextArea key={lang} {...given(e, `conflict.${lang}`)} optional rows={2} maxLength={1000} />
      ))}
    </Panel>
  );
}

/** An expression that is checked while it is typed where there is a script, and when it is saved in any case. */
function Expression({
  e,
  path,
  wanted,
  hint,
}: {
  e: Editing;
  path: string;
  wanted: 'boolean' | 'number';
  hint: string;
}) {
  const fact = fieldId(`body.${path.split('.')[0]}.fact`);
  return (
    <div data-rule={wanted} data-rule-fact={fact}>
      {wanted === 'boolean' ? (
        <TextArea {...given(e, path)} hint={hint} rows={3} maxLength={2000} />
      ) : (
        <TextInput {...given(e, path)} hint={hint} maxLength={2000} optional size="full" spellcheck={false} />
      )}
      <p class="hint" role="status" data-rule-state />
    </div>
  );
}

export function Count({ e, side }: { e: Editing; side: 'numerator' | 'denominator' }) {
  const { lang } = e.p;
  const t = messages[lang];
  const periods: OptionGroup[] = e.kinds.map((kind) => ({
    label: kind.name[lang],
    options: kind.periods.map((name) => ({
      value: name,
      text: kind.fields.find((field) => field.name === name)?.text[lang] ?? name,
    })),
  }));
  const ofs = ['records', 'procedures', 'units'] as const;
  return (
    <Panel title={t.parts[side]}>
      <FieldRow>
        <Select
          {...given(e, `${side}.fact`)}
          options={e.kinds.map((kind) => ({ value: kind.code, text: kind.name[lang] }))}
        />
        <Select {...given(e, `${side}.period`)} empty={t.editor.periodState} options={periods} />
        <Select {...given(e, `${side}.of`)} options={options(ofs, t.one.ofs)} />
      </FieldRow>
      <Expression e={e} path={`${side}.where`} wanted="boolean" hint={t.editor.whereHint} />
      <Expression e={e} path={`${side}.sum`} wanted="number" hint={t.editor.sumHint} />
      {(['vi', 'en'] as const).map((one) => (
        <TextInput key={one} {...given(e, `${side}Text.${one}`)} optional size="full" maxLength={300} />
      ))}
    </Panel>
  );
}

export function Measure({ e }: { e: Editing }) {
  const t = messages[e.p.lang];
  const signs = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' };
  const scopes = e.many('body.scopes');
  const modes = {
    halfUp: t.one.halfUp(Number(e.was('body.rounding.decimals') ?? 1)),
    cut: t.one.cut(Number(e.was('body.rounding.decimals') ?? 1)),
  };
  return (
    <Panel title={t.editor.measure}>
      <FieldRow>
        <Select {...given(e, 'unit')} options={options(units, t.units)} />
        <Select
          {...given(e, 'direction')}
          options={options(['higher', 'lower'] as const, t.one.directions)}
        />
        <Select {...given(e, 'status')} options={options(statuses, t.marks)} />
      </FieldRow>
      <FieldRow>
        <Select {...given(e, 'comparator')} empty={t.editor.none} options={options(comparators, signs)} />
        <TextInput {...given(e, 'target')} optional size="short" inputMode="decimal" />
      </FieldRow>
      <FieldRow>
        <Select {...given(e, 'rounding.mode')} options={options(['halfUp', 'cut'] as const, modes)} />
        <TextInput {...given(e, 'rounding.decimals')} size="short" inputMode="numeric" />
      </FieldRow>
      <FieldRow>
        <Select {...given(e, 'zeroDenominator.rule')} options={options(zeroRules, t.one.zeros)} />
        <TextInput {...given(e, 'zeroDenominator.value')} optional size="short" inputMode="decimal" />
      </FieldRow>
      <FieldGroup name="body.scopes" label={label(e, 'scopes')} error={e.errors['body.scopes']} inline>
        {scopeWords.map((one) => (
          <Checkbox
            key={one}
            name="body.scopes"
            value={one}
            label={t.one.scopeWords[one]}
            checked={scopes.includes(one)}
          />
        ))}
      </FieldGroup>
    </Panel>
  );
}

export function Validity({ e, isNew }: { e: Editing; isNew: boolean }) {
  const t = messages[e.p.lang].editor;
  const box = (name: string) => ({ name, value: e.was(name), error: e.errors[name] });
  return (
    <FieldRow>
      {isNew && <TextInput {...box('code')} label={t.code} hint={t.codeHint} maxLength={60} />}
      <DateInput {...box('validFrom')} label={t.validFrom} />
      <DateInput {...box('validTo')} label={t.validTo} hint={t.validToHint} />
    </FieldRow>
  );
}

const examples = [
  [
    'outcome = "granted" and finished <= due',
    'Kết quả là đồng ý, xong không sau ngày hẹn trả',
    'Granted, and finished not after the due day',
  ],
  ['channel in ("online", "post")', 'Kênh là một trong các giá trị', 'The channel is one of these'],
  [
    'finished = null and due < asOf',
    'Chưa xong và ngày hẹn trả trước ngày xem',
    'Not finished, and due before the day asked',
  ],
  ['not(hasFees) or paid', 'Không có phí hoặc đã nộp đủ', 'No fee, or paid in full'],
  [
    'received between date("2025-07-01") and asOf',
    'Tiếp nhận từ 01/07/2025 đến ngày xem',
    'Received from 1 July 2025 to the day asked',
  ],
  ['days between(received, finished) <= 3', 'Xong trong 3 ngày', 'Finished within 3 days'],
  ['due <= asOf + duration("P3D")', 'Đến hạn trong 3 ngày tới', 'Due within the next 3 days'],
  [
    'if components > 0 then reusedComponents / components else 0',
    'Phần giấy tờ được thay bằng dữ liệu',
    'The part of the papers replaced by data',
  ],
] as const;

/** How expressions are written, by examples. */
export function Examples({ e }: { e: Editing }) {
  const { lang } = e.p;
  const t = messages[lang].editor;
  return (
    <Panel title={t.guide} flush>
      <DataTable
        caption={t.guide}
        captionHidden
        rows={examples}
        rowKey={([text]) => text}
        columns={[
          {
            key: 'example',
            head: t.example,
            main: true,
            cell: ([text]) => <code class="expression">{text}</code>,
          },
          { key: 'meaning', head: t.meaning, cell: ([, vi, en]) => (lang === 'vi' ? vi : en) },
        ]}
      />
    </Panel>
  );
}

/** Every field that an expression may use, kind by kind. */
export function FieldLists({ e }: { e: Editing }) {
  const { lang } = e.p;
  const t = messages[lang].editor;
  return (
    <Panel title={t.fields}>
      {e.kinds.map((kind) => (
        <details key={kind.code}>
          <summary>{t.fieldsOf(kind.name[lang])}</summary>
          <DataTable
            caption={kind.name[lang]}
            captionHidden
            rows={kind.fields}
            rowKey={(field) => field.name}
            columns={[
              { key: 'name', head: t.fieldHead, main: true, cell: (field) => <code>{field.name}</code> },
              {
                key: 'text',
                head: t.meaning,
                width: 'wide',
                cell: (field) => (
                  <>
                    {field.text[lang]} <small>{t.types[field.type]}</small>
                  </>
                ),
              },
              {
                key: 'values',
                head: t.values,
                width: 'wide',
                cell: (field) => field.values?.map((one) => `"${one.code}" ${one.text[lang]}`).join('; '),
              },
            ]}
          />
        </details>
      ))}
    </Panel>
  );
}
