import { page, type PageContext, submits } from '../../../kit/page.ts';
import { Button } from '../../../web/components/button.tsx';
import { Checkbox } from '../../../web/components/choices.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead } from '../../../web/components/panel.tsx';
import { UnitPicker } from '../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../organisations/index.ts';
import { createCalendar, listCalendars } from '../contract.ts';
import { messages } from '../messages.ts';
import { errorsIn, StatementForm, typedIn, WeekBoxes } from './forms.tsx';
import { nameOf, weekIn } from './words.ts';

type Calendar = Awaited<ReturnType<typeof followable>>[number];

const followable = async (p: PageContext) => (await p.call(listCalendars, {})).items;

/** Hours begin as those of the calendar that is followed most: the first in the list. */
function Hours({ p, given }: { p: PageContext; given: Calendar }) {
  const t = messages[p.lang].version;
  const was = typedIn(p, 'create');
  const errors = errorsIn(p, 'create');
  const kept = p.form ? was('version.keepsMakeUpDays') !== '' : given.version.keepsMakeUpDays;
  return (
    <>
      <p>{t.lead}</p>
      <WeekBoxes p={p} form="create" name="version.week" given={given.version.week} />
      <Checkbox name="version.keepsMakeUpDays" label={t.keeps} checked={kept} />
      <FieldRow>
        <DateInput
          name="version.validFrom"
          label={t.validFrom}
          value={was('version.validFrom', p.today)}
          error={errors['version.validFrom']}
        />
      </FieldRow>
      <TextInput
        name="version.legalBasis"
        label={t.legalBasis}
        size="full"
        value={was('version.legalBasis')}
        error={errors['version.legalBasis']}
      />
    </>
  );
}

async function Create(p: PageContext) {
  const t = messages[p.lang].create;
  const items = await followable(p);
  const was = typedIn(p, 'create');
  const errors = errorsIn(p, 'create');
  const given = (name: string) =>
    typeof p.form?.values[name] === 'string' ? p.form.values[name] : undefined;
  const box = (name: 'nameVi' | 'nameEn') => (
    <TextInput name={name} label={t[name]} size="full" value={was(name)} error={errors[name]} />
  );
  return (
    <StatementForm form="create" title={t.title} p={p}>
      {box('nameVi')}
      {box('nameEn')}
      <TextInput name="id" label={t.id} hint={t.idHint} value={was('id')} error={errors['id']} />
      <UnitPicker
        name="ownerUnitId"
        label={t.owner}
        search
        error={errors['ownerUnitId']}
        pick={await unitPick(p, 'ownerUnitId', { may: 'calendar.edit', given })}
      />
      <Select
        name="follows"
        label={t.follows}
        hint={t.followsHint}
        empty={t.own}
        value={p.form ? was('follows') : items[0]?.id}
        error={errors['follows']}
        options={items.map((one) => ({ value: one.id, text: nameOf(one, p.lang) }))}
      />
      {items[0] && <Hours p={p} given={items[0]} />}
      <Button kind="primary">{t.save}</Button>
    </StatementForm>
  );
}

const versionIn = (fields: Record<string, unknown>) => ({
  validFrom: fields['version.validFrom'],
  legalBasis: fields['version.legalBasis'],
  keepsMakeUpDays: fields['version.keepsMakeUpDays'] === 'true',
  week: weekIn(fields, 'version.week'),
});

export const newPage = page({
  path: '/calendars/new',
  permission: 'calendar.edit',
  area: 'workbench',
  get: async (p) => {
    const t = messages[p.lang].create;
    return {
      title: t.title,
      nav: 'calendars',
      crumbs: [{ href: '/calendars', text: messages[p.lang].list.title }],
      body: (
        <>
          <PageHead title={t.title} lead={<p>{t.lead}</p>} />
          {await Create(p)}
        </>
      ),
    };
  },
  forms: {
    create: pickedHandler(
      submits(createCalendar, {
        input: (fields) => {
          const { id, nameVi, nameEn, follows, ownerUnitId } = fields;
          return { id, nameVi, nameEn, follows, ownerUnitId, version: versionIn(fields) };
        },
        then: ({ id }) => ({
          redirect: `/calendars/${id}`,
          flash: { vi: messages.vi.create.saved, en: messages.en.create.saved },
        }),
      }),
      { ownerUnitId: { may: 'calendar.edit' } },
    ),
  },
});
