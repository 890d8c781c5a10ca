import { page, type PageContext, submits, type View } from '../../../../kit/page.ts';
import { Button, ButtonRow, LinkButton } from '../../../../web/components/button.tsx';
import { ErrorSummary, Form } from '../../../../web/components/form.tsx';
import { PageHead } from '../../../../web/components/panel.tsx';
import { UnitPicker } from '../../../../web/components/unit-picker.tsx';
import { pickedHandler, unitPick } from '../../../organisations/index.ts';
import {
  dropDefinitionDraft,
  getDefinition,
  getDefinitionDraft,
  listFactKinds,
  saveDefinitionDraft,
} from '../contract.ts';
import { fieldLabels } from '../labels.ts';
import { messages } from '../messages.ts';
import { Count, type Editing, Examples, FieldLists, Measure, Naming, Validity } from './editor-fields.tsx';

type Given = Record<string, string | string[]>;

/** A definition as the fields of its form: `body.numerator.where`. */
function flat(value: unknown, path: string, into: Given = {}): Given {
  if (Array.isArray(value)) into[path] = value.map(String);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) flat(one, path ? `${path}.${key}` : key, into);
  else if (typeof value === 'string' || typeof value === 'number') into[path] = String(value);
  return into;
}

const blank: Given = {
  'body.owner': 'centre',
  'body.unit': 'percent',
  'body.direction': 'higher',
  'body.status': 'verified',
  'body.rounding.mode': 'halfUp',
  'body.rounding.decimals': '1',
  'body.zeroDenominator.rule': 'noFigure',
  'body.scopes': ['province', 'commune'],
  'body.numerator.fact': 'case',
  'body.denominator.fact': 'case',
  'body.numerator.period': 'received',
  'body.denominator.period': 'received',
};

/** What the editor begins with: the draft, else the newest version from today on, else a blank one. */
async function givenFor(p: PageContext, code: string | undefined): Promise<Given> {
  if (!code) return { ...blank, validFrom: p.today };
  const draft = await p.maybe(getDefinitionDraft, { code });
  if (draft) return flat({ validFrom: draft.validFrom, validTo: draft.validTo, body: draft.body }, '');
  const { versions } = await p.call(getDefinition, { code });
  return flat({ validFrom: p.today, body: versions.at(-1)!.body }, '');
}

/** A text of which neither language was typed is missing in both: each box says so. */
function faultsOf(p: PageContext): Record<string, string> {
  const errors = Object.entries(p.form?.form === 'save' ? p.form.errors : {});
  const isPair = (path: string) => `${path.slice('body.'.length)}.vi` in fieldLabels;
  return Object.fromEntries(
    errors.flatMap(([path, message]) =>
      isPair(path)
        ? [
            [`${path}.vi`, message],
            [`${path}.en`, message],
          ]
        : [[path, message]],
    ),
  );
}

/** The same, each with the name of its field, for the list above the form. */
function namedFaults(p: PageContext): Record<string, string> {
  const { code } = messages[p.lang].editor;
  const nameOf = (path: string) =>
    path === 'code' ? code : (fieldLabels[path] ?? fieldLabels[path.slice('body.'.length)])?.[p.lang];
  return Object.fromEntries(
    Object.entries(faultsOf(p)).map(([path, message]) => {
      const name = nameOf(path);
      return [path, name ? `${name}: ${message}` : message];
    }),
  );
}

async function editing(p: PageContext, code: string | undefined): Promise<Editing> {
  const { items } = await p.call(listFactKinds, {});
  const values: Given = p.form?.form === 'save' ? p.form.values : await givenFor(p, code);
  const of = (name: string) => values[name];
  return {
    p,
    kinds: items,
    was: (name) => (Array.isArray(of(name)) ? of(name)![0] : (of(name) as string | undefined)),
    many: (name) => [of(name) ?? []].flat(),
    errors: faultsOf(p),
  };
}

async function view(p: PageContext, code: string | undefined): Promise<View> {
  const t = messages[p.lang];
  const e = await editing(p, code);
  const title = code ? t.editor.title(code) : t.editor.titleNew;
  const owner = await unitPick(p, 'body.owner', { given: e.was });
  const hasDraft = code !== undefined && (await p.maybe(getDefinitionDraft, { code })) !== undefined;
  return {
    title,
    nav: 'definitions',
    crumbs: [{ href: '/definitions', text: t.catalogue.title }],
    body: (
      <>
        <PageHead title={title} lead={<p>{t.editor.lead}</p>} />
        {p.form && (
          <ErrorSummary
            title={p.form.problem.title}
            detail={p.form.problem.detail ?? p.form.problem.remedy}
            errors={namedFaults(p)}
          />
        )}
        <Form name="save" csrf={p.csrf}>
          <Validity e={e} isNew={!code} />
          <UnitPicker
            name="body.owner"
            label={t.one.owner}
            search
            pick={owner}
            error={e.errors['body.owner']}
          />
          <Naming e={e} />
          <Count e={e} side="numerator" />
          <Count e={e} side="denominator" />
          <Measure e={e} />
          <ButtonRow>
            <Button kind="primary">{t.editor.save}</Button>
            {hasDraft && <LinkButton href={`/definitions/${code}/preview`}>{t.one.preview}</LinkButton>}
          </ButtonRow>
        </Form>
        {hasDraft && (
          <Form name="drop" csrf={p.csrf} inline>
            <Button kind="danger" confirm={t.editor.dropConfirm}>
              {t.editor.drop}
            </Button>
          </Form>
        )}
        <Examples e={e} />
        <FieldLists e={e} />
      </>
    ),
  };
}

/** The fields of the form with the scopes as a list, whether one was ticked or several. */
const inputOf = (fields: Record<string, unknown>, p: PageContext): Record<string, unknown> => ({
  ...fields,
  code: p.params['code'] ?? fields['code'],
  ...(typeof fields['body.scopes'] === 'string' && { 'body.scopes': [fields['body.scopes']] }),
});

const save = pickedHandler(
  submits(saveDefinitionDraft, {
    input: inputOf,
    then: ({ code }) => ({
      redirect: `/definitions/${code}/preview`,
      flash: { vi: messages.vi.editor.saved, en: messages.en.editor.saved },
    }),
  }),
);

export const newDefinitionPage = page({
  path: '/definitions/new',
  permission: 'figure.define',
  area: 'workbench',
  get: (p) => view(p, undefined),
  forms: { save },
});

export const editDefinitionPage = page({
  path: '/definitions/:code/edit',
  permission: 'figure.define',
  area: 'workbench',
  get: (p) => view(p, p.params['code']),
  forms: {
    save,
    drop: submits(dropDefinitionDraft, {
      input: (_, p) => ({ code: p.params['code'] }),
      then: () => ({
        redirect: '/definitions',
        flash: { vi: messages.vi.editor.dropped, en: messages.en.editor.dropped },
      }),
    }),
  },
});
