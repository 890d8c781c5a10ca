import type { ComponentChildren } from 'preact';

import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import type { getUnit } from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';
import { messages } from '../messages.ts';
import { kinds, levels } from '../rules/model.ts';

export type UnitView = ReplyOf<typeof getUnit>;
type FormKit = {
  text: (typeof deskMessages)['vi']['change'];
  /** What was typed into this form before it was refused, or the present value. */
  value: (name: string, present?: string | null) => string;
  error: (name: string) => string | undefined;
  id: (name: string) => string;
};

function kitOf(p: PageContext, form: string): FormKit {
  const state = p.form?.form === form ? p.form : undefined;
  return {
    text: deskMessages[p.lang].change,
    value: (name, present = '') => String(state?.values[name] ?? present ?? ''),
    error: (name) => state?.errors[name],
    id: (name) => `${form}-${name}`,
  };
}

export function kindOptions(p: PageContext) {
  return kinds.map((kind) => ({ value: kind, text: messages[p.lang].kind[kind] }));
}

export function levelOptions(p: PageContext) {
  return levels.map((level) => ({ value: level, text: messages[p.lang].level[level] }));
}

function Text({
  kit,
  name,
  label,
  hint,
  present,
  required,
  size,
}: {
  kit: FormKit;
  name: string;
  label: string;
  hint?: string;
  present?: string | null;
  required?: boolean;
  size?: 'full';
}) {
  return (
    <TextInput
      id={kit.id(name)}
      name={name}
      label={label}
      hint={hint}
      value={kit.value(name, present)}
      error={kit.error(name)}
      required={required}
      size={size}
    />
  );
}

/** One change: its own fields, then the day, the legal basis and the button. */
function ChangeForm({
  p,
  form,
  title,
  confirm,
  children,
}: {
  p: PageContext;
  form: string;
  title: string;
  confirm?: string;
  children: (kit: FormKit) => ComponentChildren;
}) {
  const kit = kitOf(p, form);
  const { text } = kit;
  return (
    <Panel title={title} id={form}>
      <Form csrf={p.csrf} name={form}>
        {children(kit)}
        <FieldRow>
          <DateInput
            id={kit.id('on')}
            name="on"
            label={text.on}
            value={kit.value('on', p.today)}
            error={kit.error('on')}
            required
          />
          <Text kit={kit} name="legalBasis" label={text.legalBasis} hint={text.legalBasisHint} required />
        </FieldRow>
        <ButtonRow>
          <Button kind={confirm ? 'danger' : 'plain'} confirm={confirm}>
            {text.save}
          </Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

function RenameForm({ p, unit }: { p: PageContext; unit: UnitView }) {
  const text = deskMessages[p.lang].change;
  return (
    <ChangeForm p={p} form="rename" title={text.rename}>
      {(kit) => (
        <>
          <FieldRow>
            <Text kit={kit} name="nameVi" label={text.nameVi} present={unit.nameVi} required />
            <Text kit={kit} name="nameEn" label={text.nameEn} present={unit.nameEn} required />
          </FieldRow>
          <Text kit={kit} name="shortName" label={text.shortName} present={unit.shortName} />
        </>
      )}
    </ChangeForm>
  );
}

function StatusForm({ p, unit }: { p: PageContext; unit: UnitView }) {
  const text = deskMessages[p.lang].change;
  return (
    <ChangeForm p={p} form="status" title={text.status}>
      {(kit) => (
        <>
          <FieldRow>
            <Select
              id={kit.id('kind')}
              name="kind"
              label={text.kind}
              options={kindOptions(p)}
              value={kit.value('kind', unit.kind)}
            />
            <Text
              kit={kit}
              name="parentId"
              label={text.parent}
              hint={text.unitHint}
              present={unit.path.at(-1)?.nameVi ?? ''}
            />
          </FieldRow>
          <FieldRow>
            <Text kit={kit} name="nameVi" label={text.nameVi} present={unit.nameVi} required />
            <Text kit={kit} name="nameEn" label={text.nameEn} present={unit.nameEn} required />
          </FieldRow>
        </>
      )}
    </ChangeForm>
  );
}

function EndingForms({ p }: { p: PageContext }) {
  const text = deskMessages[p.lang].change;
  return (
    <>
      <ChangeForm p={p} form="merge" title={text.merge} confirm={text.mergeConfirm}>
        {(kit) => <Text kit={kit} name="to" label={text.mergeTo} hint={text.unitHint} required size="full" />}
      </ChangeForm>
      <ChangeForm p={p} form="split" title={text.split} confirm={text.mergeConfirm}>
        {(kit) => (
          <>
            <Text kit={kit} name="to" label={text.splitTo} hint={text.unitsHint} required size="full" />
            <Text
              kit={kit}
              name="rule.default"
              label={text.splitDefault}
              hint={text.splitDefaultHint}
              size="full"
            />
          </>
        )}
      </ChangeForm>
      <ChangeForm p={p} form="transfer" title={text.transfer}>
        {(kit) => (
          <FieldRow>
            <Text kit={kit} name="subjects" label={text.subjects} hint={text.subjectsHint} required />
            <Text kit={kit} name="to" label={text.transferTo} hint={text.unitHint} required />
          </FieldRow>
        )}
      </ChangeForm>
    </>
  );
}

/** All changes that may be stated about a unit. */
export function ChangeForms({ p, unit }: { p: PageContext; unit: UnitView }) {
  return (
    <>
      <RenameForm p={p} unit={unit} />
      <StatusForm p={p} unit={unit} />
      <EndingForms p={p} />
    </>
  );
}

/** The form of a new unit. */
export function NewUnitForm({ p }: { p: PageContext }) {
  const kit = kitOf(p, 'default');
  const { text } = kit;
  return (
    <Form csrf={p.csrf}>
      <FieldRow>
        <Text kit={kit} name="nameVi" label={text.nameVi} required />
        <Text kit={kit} name="nameEn" label={text.nameEn} required />
      </FieldRow>
      <FieldRow>
        <Select
          id={kit.id('level')}
          name="level"
          label={text.level}
          options={levelOptions(p)}
          value={kit.value('level', 'department')}
        />
        <Select
          id={kit.id('kind')}
          name="kind"
          label={text.kind}
          options={kindOptions(p)}
          value={kit.value('kind', 'department')}
        />
      </FieldRow>
      <FieldRow>
        <Text
          kit={kit}
          name="parentId"
          label={text.parent}
          hint={text.unitHint}
          present={p.query['parent'] ?? ''}
          required
        />
        <Text kit={kit} name="shortName" label={text.shortName} />
      </FieldRow>
      <FieldRow>
        <Text kit={kit} name="code" label={text.code} />
        <Text kit={kit} name="codeSystem" label={text.codeSystem} present="gso" />
      </FieldRow>
      <DateInput
        id={kit.id('validFrom')}
        name="validFrom"
        label={text.on}
        value={kit.value('validFrom', p.today)}
        error={kit.error('validFrom')}
        required
      />
      <ButtonRow>
        <Button kind="primary">{text.create}</Button>
      </ButtonRow>
    </Form>
  );
}
