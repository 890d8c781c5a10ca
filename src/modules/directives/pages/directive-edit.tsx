import { type FormHandler, type PageContext, page, submits } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { missing } from '../../../kit/problems.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { Select, TextInput } from '../../../web/components/inputs.tsx';
import { PageHead, Panel } from '../../../web/components/panel.tsx';
import { pickedHandler, ROOT } from '../../organisations/index.ts';
import {
  amendDirective,
  enterDirective,
  getDirective,
  listDirectives,
  relateDirective,
} from '../contract.ts';
import { messages } from '../messages.ts';
import { ContentFields, IdentityFields, SettingFields } from './directive-fields.tsx';
import { directiveInput } from './directive-input.ts';
import { keptOf, pickIn, Refusal, said } from './parts/forms.tsx';
import { useMessages } from './parts/say.tsx';
import { storeUploads } from './parts/uploads.ts';

const others = async (p: PageContext) =>
  (await p.call(listDirectives, { limit: 200 })).items.map((d) => ({
    value: d.id,
    text: `${d.number} · ${d.titleVi}`.slice(0, 90),
  }));

const mayEdit = { may: 'directive.edit' };

const ownerOf = (p: PageContext): string =>
  p.actor.grants.find((g) => g.permissions.has('directive.edit'))?.unitId.replace('*', ROOT) ?? '';

const enter: FormHandler = async (p, fields) => {
  const unitId =
    typeof fields['ownerUnitId'] === 'string' && fields['ownerUnitId'] ? fields['ownerUnitId'] : ownerOf(p);
  const classification =
    fields['classification'] === 'public' || fields['classification'] === 'restricted'
      ? fields['classification']
      : 'internal';
  await storeUploads(p, fields, { unitId, classification });
  const made = await p.call(enterDirective, typedFields(enterDirective, directiveInput(fields)) as never);
  return { redirect: `/directives/${made.id}/tasks/new`, flash: said((m) => m.editor.entered) };
};

export const newDirectivePage = page({
  path: '/directives/new',
  permission: 'directive.edit',
  area: 'workbench',
  get: async (p) => {
    const { editor: t, directives, words } = messages[p.lang];
    const k = keptOf(p, 'default');
    const start = keptOf(
      p,
      'default',
      k.refused
        ? {}
        : {
            ownerUnitId: ownerOf(p),
            kind: 'resolution',
            classification: 'internal',
            'settings.confirm': 'true',
            'settings.accept': 'true',
            'settings.cycle.cutoffDay': '10',
            'settings.cycle.cutoffHour': '23:30',
            'settings.cycle.cutoffMonthOffset': '1',
            'settings.cycle.remindDaysBefore': '3',
            'settings.cycle.lockHoursAfter': '24',
          },
    );
    return {
      title: t.newTitle,
      nav: 'directives',
      crumbs: [
        { href: '/directives', text: directives.title },
        { href: '/directives/new', text: t.newTitle },
      ],
      body: (
        <>
          <PageHead
            title={t.newTitle}
            lead={t.lead}
            actions={
              <LinkButton icon="upload" href="/directives/import">
                {directives.import}
              </LinkButton>
            }
          />
          <Form csrf={p.csrf} files>
            <Refusal kept={k} />
            <IdentityFields
              k={start}
              owner={await pickIn(p, start, 'ownerUnitId', mayEdit)}
              directives={await others(p)}
              today={p.today}
            />
            <ContentFields k={start} />
            <SettingFields k={start} />
            <ButtonRow>
              <Button kind="primary">{t.save}</Button>
              <LinkButton href="/directives">{words.cancel}</LinkButton>
            </ButtonRow>
          </Form>
        </>
      ),
    };
  },
  forms: { default: pickedHandler(enter, { ownerUnitId: mayEdit }) },
});

const amend: FormHandler = async (p, fields) => {
  const id = p.params['id']!;
  const d = await p.call(getDirective, { id });
  await storeUploads(p, fields, { unitId: d.owner.id, classification: d.classification });
  await p.call(
    amendDirective,
    typedFields(amendDirective, { ...directiveInput(fields, d.sections), id }) as never,
  );
  return { redirect: `/directives/${id}`, flash: said((m) => m.editor.saved) };
};

function RelateForm({ p, choices }: { p: PageContext; choices: Awaited<ReturnType<typeof others>> }) {
  const { editor: t, words } = useMessages();
  const k = keptOf(p, 'relate');
  const kinds = ['amends', 'replaces', 'implements', 'basedOn'] as const;
  return (
    <Panel title={t.relateTitle} id="relate">
      <Form name="relate" csrf={p.csrf}>
        <Refusal kept={k} />
        <FieldRow>
          <Select
            {...k.field('kind', 'amends')}
            label={t.relateKind}
            options={kinds.map((value) => ({ value, text: words.relations[value] }))}
          />
          <Select
            {...k.field('toId')}
            label={t.relateTo}
            empty={t.chooseDirective}
            options={choices.filter((c) => c.value !== p.params['id'])}
            required
          />
        </FieldRow>
        <TextInput {...k.field('note')} label={t.relationNote} optional />
        <ButtonRow>
          <Button>{t.relateSend}</Button>
        </ButtonRow>
      </Form>
    </Panel>
  );
}

export const editDirectivePage = page({
  path: '/directives/:id/edit',
  permission: 'directive.edit',
  area: 'workbench',
  get: async (p) => {
    const id = p.params['id']!;
    const { editor: t, directives, words } = messages[p.lang];
    const d = await p.call(getDirective, { id });
    if (!d.mayEdit) missing();
    const k = keptOf(p, 'default');
    return {
      title: `${t.editTitle}: ${d.number}`,
      nav: 'directives',
      crumbs: [
        { href: '/directives', text: directives.title },
        { href: `/directives/${id}`, text: d.number },
        { href: p.url, text: t.editTitle },
      ],
      body: (
        <>
          <PageHead kicker={`${words.kinds[d.kind]} ${d.number}`} title={t.editTitle} />
          <Form name="default" csrf={p.csrf} files>
            <Refusal kept={k} />
            <ContentFields k={k} d={d} />
            <SettingFields k={k} d={d} />
            <ButtonRow>
              <Button kind="primary">{t.save}</Button>
              <LinkButton href={`/directives/${id}`}>{words.cancel}</LinkButton>
            </ButtonRow>
          </Form>
          <RelateForm p={p} choices={await others(p)} />
        </>
      ),
    };
  },
  forms: {
    default: amend,
    relate: submits(relateDirective, {
      input: (fields, p) => ({ ...fields, id: p.params['id'] }),
      then: (_, p) => ({ redirect: `/directives/${p.params['id']!}`, flash: said((m) => m.editor.related) }),
    }),
  },
});
