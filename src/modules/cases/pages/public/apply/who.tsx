import type { FormHandler, PageContext } from '../../../../../kit/page.ts';
import { invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Checkbox, Radios } from '../../../../../web/components/choices.tsx';
import { TextInput } from '../../../../../web/components/inputs.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { getMe } from '../../../../identity/contract/mine.ts';
import { knownOfMe } from '../../../contract.ts';
import { flatOf, type Held, heldIn, textIn, useMessages } from '../parts.tsx';
import { checkWho } from './check.ts';
import { addressOf, after, findDraft, keepTyped } from './draft.ts';
import type { Application } from './load.ts';

const kinds = ['citizen', 'business', 'organisation'] as const;
const name = 'who';

/** The account's own name and address fill the boxes of somebody who begins, and what he said of himself before. */
export async function whoDefaults(p: PageContext): Promise<Record<string, string>> {
  if (p.actor.kind !== 'account') return { 'who.for': 'self' };
  const me = await p.call(getMe, {});
  const known = new Map((await p.call(knownOfMe, {})).items.map(({ term, value }) => [term, value]));
  const said = (term: string): string => {
    const value = known.get(`person.${term}@applicant`);
    return typeof value === 'string' ? value : '';
  };
  return {
    'who.for': 'self',
    'who.fullName': me.name,
    'who.email': me.email,
    'who.personalId': said('personalId'),
    'who.phone': said('phone'),
  };
}

function Represented({ held }: { held: Held }) {
  const { who: t } = useMessages().apply;
  return (
    <div data-field="rep" data-when={JSON.stringify({ '==': [{ var: 'for' }, 'other'] })}>
      <Panel title={t.rep}>
        <div class="form">
          <p class="hint">{t.repHint}</p>
          <TextInput {...held.field('who.repName')} label={t.repName} maxLength={200} />
          <TextInput
            {...held.field('who.repId')}
            label={t.repId}
            inputMode="numeric"
            size="short"
            maxLength={20}
            optional
          />
          <TextInput
            {...held.field('who.authority')}
            label={t.authority}
            hint={t.authorityHint}
            maxLength={500}
          />
          {held.error('who.consent-true') && <p class="field-error">{held.error('who.consent-true')}</p>}
          <Checkbox name="who.consent" label={t.consent} checked={held.value('who.consent') === 'true'} />
        </div>
      </Panel>
    </div>
  );
}

function Applicant({ held }: { held: Held }) {
  const { who: t } = useMessages().apply;
  return (
    <>
      <TextInput {...held.field('who.fullName')} label={t.fullName} maxLength={200} autocomplete="name" />
      <TextInput
        {...held.field('who.personalId')}
        label={t.personalId}
        hint={t.personalIdHint}
        size="short"
        maxLength={30}
        autocomplete="off"
      />
      <TextInput
        {...held.field('who.phone')}
        label={t.phone}
        hint={t.contactHint}
        type="tel"
        inputMode="tel"
        size="short"
        maxLength={20}
      />
      <TextInput
        {...held.field('who.email')}
        label={t.email}
        type="email"
        inputMode="email"
        maxLength={200}
        autocomplete="email"
      />
    </>
  );
}

/** Step 1: who applies, for whom, and by what authority. */
export async function WhoStep(p: PageContext, a: Application) {
  const { who: t } = textIn(p).apply;
  const kept = a.draft.content.typed.who ?? (await whoDefaults(p));
  const held = heldIn(p, name, kept);
  const subjects = kinds.filter((kind) => a.version.content.subjects.includes(kind));
  const offered = subjects.length > 0 ? subjects : kinds;
  const only = offered.length === 1 ? offered[0] : undefined;
  return (
    <div class="form" data-conditions="who">
      {p.actor.kind === 'account' && <p class="hint">{t.account(p.actor.name)}</p>}
      {only ? (
        <input type="hidden" name="who.kind" value={only} />
      ) : (
        <Radios
          {...held.field('who.kind')}
          label={t.kind}
          choices={offered.map((kind) => ({ value: kind, text: t.kinds[kind] }))}
        />
      )}
      <div data-field="for">
        <Radios
          {...held.field('who.for')}
          label={t.for}
          choices={[
            { value: 'self', text: t.self },
            { value: 'other', text: t.other },
          ]}
        />
      </div>
      <Applicant held={held} />
      <Represented held={held} />
    </div>
  );
}

export const saveWho: FormHandler = async (p, fields) => {
  const draft = (await findDraft(p))!;
  const flat = flatOf(fields);
  await keepTyped(p, draft, 'who', flat);
  const faults = checkWho(flat);
  if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
  return { redirect: addressOf(p, draft.id, after('who')) };
};
