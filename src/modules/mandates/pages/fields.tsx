import type { PageContext } from '../../../kit/page.ts';
import { Checkbox, Radios } from '../../../web/components/choices.tsx';
import { FieldGroup } from '../../../web/components/field.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { Select, TextArea } from '../../../web/components/inputs.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { unitPick } from '../../organisations/index.ts';
import { listStaff } from '../contract/facts.ts';
import { messages } from '../messages.ts';
import { grounds, holderLevels, stepRoles } from '../rules/model.ts';

/** A form with what was typed before it was refused, or what the address gives. */
export interface FormContext {
  p: PageContext;
  value: (name: string) => string;
  values: (name: string) => string[];
  error: (name: string) => string | undefined;
}

export async function Unit(c: FormContext, name: string, label: string, may?: string) {
  const pick = await unitPick(c.p, name, {
    ...(may && { may }),
    given: (field) => c.value(field) || undefined,
  });
  return <UnitPicker name={name} label={label} pick={pick} error={c.error(name)} search />;
}

/** One of the people who serve in the unit that is chosen. */
export async function Person(
  c: FormContext,
  name: string,
  options: { unitId: string; label: string; empty: string; hint?: string; required?: boolean },
) {
  const { unitId, ...shown } = options;
  const staff = unitId ? await c.p.maybe(listStaff, { unitId }) : undefined;
  const people = staff?.items.map(({ person }) => ({ value: person.id, text: person.name })) ?? [];
  return <Select name={name} {...shown} options={people} value={c.value(name)} error={c.error(name)} />;
}

function Scope({ p, value, error }: FormContext) {
  const t = messages[p.lang];
  return (
    <>
      <Radios
        name="scopeKind"
        label={t.scope}
        value={value('scopeKind') || 'all'}
        choices={(['all', 'fields', 'procedures'] as const).map((kind) => ({
          value: kind,
          text: t.scopeKinds[kind],
        }))}
      />
      <TextArea
        name="scopeList"
        label={t.scopeList}
        hint={t.scopeListHint}
        value={value('scopeList')}
        error={error('scope') ?? error('scope.procedures') ?? error('scope.fields')}
      />
    </>
  );
}

export function Roles({ p, values, error, hint }: FormContext & { hint?: string }) {
  const t = messages[p.lang];
  const chosen = values('roles');
  return (
    <FieldGroup name="roles" label={t.roles} hint={hint} error={error('roles')} inline>
      {stepRoles.map((role) => (
        <Checkbox key={role} name="roles" value={role} label={t.role[role]} checked={chosen.includes(role)} />
      ))}
    </FieldGroup>
  );
}

export async function Competent(c: FormContext) {
  const t = messages[c.p.lang];
  return (
    <>
      <Radios
        name="holderKind"
        label={t.holder}
        value={c.value('holderKind') || 'unit'}
        error={c.error('holder')}
        choices={(['unit', 'level'] as const).map((kind) => ({ value: kind, text: t.holders[kind] }))}
      />
      {await Unit(c, 'unitId', t.holders.unit, 'mandate.edit')}
      <FieldRow>
        <Select
          name="level"
          label={t.holders.level}
          value={c.value('level')}
          options={holderLevels.map((level) => ({ value: level, text: t.level[level] }))}
        />
        {await Unit(c, 'within', t.within, 'mandate.edit')}
      </FieldRow>
      <Select
        name="ground"
        label={t.groundLabel}
        value={c.value('ground')}
        error={c.error('ground')}
        options={grounds.map((ground) => ({ value: ground, text: t.ground[ground] }))}
      />
      <Scope {...c} />
      <Roles {...c} hint={t.everyRoleHint} />
    </>
  );
}

export async function Delegated(c: FormContext) {
  const t = messages[c.p.lang];
  const giver = {
    ...c,
    value: (name: string) => c.value(name) || c.value(name.replace('giverUnitId', 'unitId')),
  };
  return (
    <>
      {await Unit(giver, 'giverUnitId', t.giver, 'mandate.edit')}
      {await Unit(c, 'takerUnitId', t.taker)}
      {await Person(c, 'takerPersonId', {
        unitId: c.value('takerUnitId'),
        label: t.takerPerson,
        empty: t.taker,
        hint: t.takerPersonHint,
      })}
      <Scope {...c} />
      <Roles {...c} />
    </>
  );
}

export async function Assigned(c: FormContext) {
  const t = messages[c.p.lang];
  const person = { unitId: c.value('unitId'), label: t.person, empty: t.choosePerson, required: true };
  return (
    <>
      {await Unit(c, 'unitId', t.unit, 'mandate.assign')}
      {await Person(c, 'personId', person)}
      <Scope {...c} />
      <Roles {...c} />
    </>
  );
}

export async function Absent(c: FormContext) {
  const t = messages[c.p.lang];
  const unitId = c.value('unitId');
  return (
    <>
      {await Unit(c, 'unitId', t.unit, 'mandate.assign')}
      <FieldRow>
        {await Person(c, 'personId', { unitId, label: t.person, empty: t.choosePerson, required: true })}
        {await Person(c, 'standInId', { unitId, label: t.standIn, empty: t.nobody })}
      </FieldRow>
    </>
  );
}
