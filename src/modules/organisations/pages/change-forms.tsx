import type { ComponentChildren } from 'preact';

import type { ReplyOf } from '../../../kit/contract.ts';
import type { PageContext } from '../../../kit/page.ts';
import { Button, ButtonRow } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { Panel } from '../../../web/components/panel.tsx';
import { type UnitPick, UnitPicker, type UnitPickerProps } from '../../../web/components/unit-picker.tsx';
import type { getUnit } from '../contract/units.ts';
import { deskMessages } from '../messages-desk.ts';
import { messages } from '../messages.ts';
import { unitPick } from '../pick.ts';
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

const onItsDay = { asOfField: 'on' };
/** Which fields of the change forms name a unit. */
export const changePickers = { parentId: onItsDay, to: onItsDay, 'rule.default': onItsDay };

/** What the pickers of the change forms show. */
export async function changePicks(p: PageContext, unit: UnitView) {
  const pick = (form: string, name: string, present?: string) => {
    const kit = kitOf(p, form);
    const isTyped = p.form?.form === form;
    const given = (field: string) => (!isTyped && field === name ? present : kit.value(field) || undefined);
    return unitPick(p, name, { ...onItsDay, given });
  };
  return {
    statusParent: await pick('status', 'parentId', unit.path.at(-1)?.id),
    mergeTo: await pick('merge', 'to'),
    splitDefault: await pick('split', 'rule.default'),
    transferTo: await pick('transfer', 'to'),
  };
}
type ChangePicks = Awaited<ReturnType<typeof changePicks>>;

/** What the picker of the unit above a new one shows. */
export const newUnitParent = (p: PageContext): Promise<UnitPick> => {
  const kit = kitOf(p, 'default');
  const given = (field: string) =>
    (p.form ? kit.value(field) : field === 'parentId' ? p.query['parent'] : undefined) || undefined;
  return unitPick(p, 'parentId', { asOfField: 'validFrom', given });
};

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

/** A unit of the change, picked among those of its day. */
function Unit({
  kit,
  ...props
}: { kit: FormKit; name: string } & Pick<UnitPickerProps, 'label' | 'hint' | 'pick' | 'required'>) {
  return <UnitPicker {...props} id={kit.id(props.name)} error={kit.error(props.name)} search />;
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

function StatusForm({ p, unit, picks }: { p: PageContext; unit: UnitView; picks: ChangePicks }) {
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
            <Unit kit={kit} name="parentId" label={text.parent} pick={picks.statusParent} />
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

function EndingForms({ p, picks }: { p: PageContext; picks: ChangePicks }) {
  const text = deskMessages[p.lang].change;
  return (
    <>
      <ChangeForm p={p} form="merge" title={text.merge} confirm={text.mergeConfirm}>
        {(kit) => <Unit kit={kit} name="to" label={text.mergeTo} pick={picks.mergeTo} required />}
      </ChangeForm>
      <ChangeForm p={p} form="split" title={text.split} confirm={text.mergeConfirm}>
        {(kit) => (
          <>
            <Text kit={kit} name="to" label={text.splitTo} hint={text.unitsHint} required size="full" />
            <Unit
              kit={kit}
              name="rule.default"
              label={text.splitDefault}
              hint={text.splitDefaultHint}
              pick={picks.splitDefault}
            />
          </>
        )}
      </ChangeForm>
      <ChangeForm p={p} form="transfer" title={text.transfer}>
        {(kit) => (
          <FieldRow>
            <Text kit={kit} name="subjects" label={text.subjects} hint={text.subjectsHint} required />
            <Unit kit={kit} name="to" label={text.transferTo} pick={picks.transferTo} required />
          </FieldRow>
        )}
      </ChangeForm>
    </>
  );
}

/** All changes that may be stated about a unit. */
export function ChangeForms({ p, unit, picks }: { p: PageContext; unit: UnitView; picks: ChangePicks }) {
  return (
    <>
      <RenameForm p={p} unit={unit} />
      <StatusForm p={p} unit={unit} picks={picks} />
      <EndingForms p={p} picks={picks} />
    </>
  );
}

/** The form of a new unit. */
export function NewUnitForm({ p, parent }: { p: PageContext; parent: UnitPick }) {
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
        <Unit kit={kit} name="parentId" label={text.parent} pick={parent} required />
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
