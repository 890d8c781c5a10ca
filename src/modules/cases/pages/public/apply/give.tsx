import type { FormHandler, PageContext } from '../../../../../kit/page.ts';
import { invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Radios } from '../../../../../web/components/choices.tsx';
import { TextInput } from '../../../../../web/components/inputs.tsx';
import { UnitPicker } from '../../../../../web/components/unit-picker.tsx';
import { pickedHandler, type PickFrom, unitPick } from '../../../../organisations/index.ts';
import { flatOf, heldIn, textIn } from '../parts.tsx';
import { asksPlace, checkGive } from './check.ts';
import { addressOf, after, findDraft, keepTyped } from './draft.ts';
import { type Application, loadApplication } from './load.ts';

const name = 'give';
const picks: Record<string, PickFrom> = {
  'give.place': { levels: ['commune'] },
  'give.returnUnit': { levels: ['commune'] },
};

/** Step 4: how the result comes back, and where; the place that decides where the form does not say it. */
export async function GiveStep(p: PageContext, a: Application) {
  const { give: t } = textIn(p).apply;
  const held = heldIn(p, name, a.draft.content.typed.give);
  const pick = (field: string) => unitPick(p, field, { ...picks[field], given: held.value });
  const isElectronic = a.version.content.results.some((result) => result.electronic);
  const ways = isElectronic ? (['portal', 'desk', 'post'] as const) : (['desk', 'post'] as const);
  const when = (way: string) => JSON.stringify({ '==': [{ var: 'how' }, way] });
  return (
    <div class="form" data-conditions="give">
      {asksPlace(a) && (
        <UnitPicker
          {...held.field('give.place')}
          label={t.place}
          hint={t.placeHint}
          search
          pick={await pick('give.place')}
        />
      )}
      <div data-field="how">
        <Radios
          {...held.field('give.how')}
          label={t.how}
          choices={ways.map((way) => ({ value: way, text: t.ways[way] }))}
        />
      </div>
      <div data-field="returnUnit" data-when={when('desk')}>
        <UnitPicker
          {...held.field('give.returnUnit')}
          label={t.returnUnit}
          hint={t.returnHint}
          optional
          search
          pick={await pick('give.returnUnit')}
        />
      </div>
      <div data-field="address" data-when={when('post')}>
        <TextInput
          {...held.field('give.address')}
          label={t.address}
          hint={t.addressHint}
          size="full"
          maxLength={300}
        />
      </div>
    </div>
  );
}

export const saveGive: FormHandler = pickedHandler(async (p, fields) => {
  const found = (await findDraft(p))!;
  const flat = flatOf(fields);
  const draft = await keepTyped(p, found, 'give', flat);
  const faults = checkGive(flat, await loadApplication(p, draft));
  if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
  return { redirect: addressOf(p, draft.id, after('give')) };
}, picks);
