import type { FormHandler, PageContext, View } from '../../../kit/page.ts';
import { page } from '../../../kit/page.ts';
import { typedFields } from '../../../kit/parse.ts';
import { Button, ButtonRow, LinkButton } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FieldRow, Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/inputs.tsx';
import { Tabs } from '../../../web/components/lists.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Columns, PageHead, Panel } from '../../../web/components/panel.tsx';
import { getProcedure, getVersion, saveDraft } from '../contract.ts';
import type { CheckResult } from '../rules/checks/model.ts';
import type { VersionState } from '../rules/model.ts';
import { FormPreview, PartBoxes } from './editor/body.tsx';
import { boxNameOf } from './editor/box-names.ts';
import { changeRows, type Flat, flatOf, type Sheet } from './editor/flat.ts';
import { boxesOf, type Edited, editedBy, nothingYet, type Part, partOf, parts } from './editor/parts.ts';
import { SheetProvider, useBox, useWords } from './editor/sheet.tsx';
import { Checks, Refusal, said, sayIn, StateChip, textIn, useMessages } from './parts.tsx';

/** A draft in the editor, or one that is not saved yet. */
interface Draft extends Edited {
  id?: string;
  code?: string;
  number?: number;
  state: VersionState;
  validFrom: string;
  checks: readonly CheckResult[];
}

/** What the page shows: what was typed where a form was refused or its rows changed, else what the draft holds. */
export function sheetOf(p: PageContext, drafted: Flat, typed?: Flat): Sheet {
  if (typed) return { values: typed, errors: {} };
  // Another form of the page was refused: the boxes stay as drafted.
  if (p.form?.form !== 'default') return { values: drafted, errors: {} };
  const errors = Object.entries(p.form.errors).map(([name, text]) => [boxNameOf(name), text]);
  return { values: flatOf(p.form.values), errors: Object.fromEntries(errors) as Sheet['errors'] };
}

export const crumbsTo = (p: PageContext, code?: string) => [
  { href: '/catalogue', text: textIn(p).nav.catalogue },
  ...(code ? [{ href: `/catalogue/${code}`, text: code }] : []),
];

export function CheckPanel({ checks }: { checks: readonly CheckResult[] }) {
  return (
    <Panel title={useMessages().editor.checks} flush>
      <Checks checks={checks} />
    </Panel>
  );
}

function Heading({ draft }: { draft: Draft }) {
  const { words } = useMessages();
  const box = useBox();
  return (
    <Panel>
      <FieldRow>
        {draft.code ? (
          <input type="hidden" name="code" value={draft.code} />
        ) : (
          <TextInput {...box('code')} label={words.code} placeholder="1.001193" required />
        )}
        <DateInput {...box('validFrom', draft.validFrom)} label={words.from} required />
      </FieldRow>
    </Panel>
  );
}

/** Enter in a box presses the first button of a form: it must save, not move a row. */
function SaveButtons({ next }: { next?: Part | undefined }) {
  const t = useWords();
  return (
    <ButtonRow>
      <Button kind="primary">{t.save}</Button>
      {next && (
        <Button name="then" value={next}>
          {t.saveAndNext(t.parts[next])}
        </Button>
      )}
    </ButtonRow>
  );
}

function PartForm({ p, draft, part, sheet }: { p: PageContext; draft: Draft; part: Part; sheet: Sheet }) {
  const t = useWords();
  const next = draft.id ? parts[parts.indexOf(part) + 1] : undefined;
  const onwards = next === 'expert' ? undefined : next;
  const isDraft = draft.state === 'draft';
  return (
    <Form csrf={p.csrf} action={p.url}>
      <input type="hidden" name="part" value={part} />
      {isDraft && <SaveButtons next={onwards} />}
      {!draft.id && <p>{t.firstPart}</p>}
      {part === 'general' ? (
        <Heading draft={draft} />
      ) : (
        <>
          <input type="hidden" name="code" value={draft.code} />
          <input type="hidden" name="validFrom" value={sheet.values['validFrom']} />
        </>
      )}
      <PartBoxes part={part} was={draft} values={sheet.values} />
      {part === 'form' && isDraft && (
        <p>
          <Button name="row" value="look">
            {t.look}
          </Button>
        </p>
      )}
      {isDraft && <SaveButtons next={onwards} />}
    </Form>
  );
}

function Editor({
  p,
  draft,
  part,
  typed,
}: {
  p: PageContext;
  draft: Draft;
  part: Part;
  typed?: Flat | undefined;
}) {
  const t = useWords();
  const { editor } = useMessages();
  const sheet = sheetOf(p, { ...boxesOf(part, draft), validFrom: draft.validFrom }, typed);
  const form = <PartForm p={p} draft={draft} part={part} sheet={sheet} />;
  return (
    <SheetProvider value={sheet}>
      {draft.id && (
        <Tabs
          label={t.partsLabel}
          items={parts.map((one) => ({
            href: `/catalogue/versions/${draft.id}?part=${one}`,
            text: t.parts[one],
            current: one === part,
          }))}
        />
      )}
      <Refusal form={p.form} box={boxNameOf} />
      {draft.state !== 'draft' && <Notice>{t.published}</Notice>}
      {typed && draft.state === 'draft' && <Notice>{t.unsaved}</Notice>}
      {part === 'form' ? (
        <Columns aside={<FormPreview values={sheet.values} was={draft.content.form} />}>{form}</Columns>
      ) : (
        form
      )}
      {part === 'general' && draft.id && <CheckPanel checks={draft.checks} />}
      {part !== 'general' && draft.checks.length > 0 && (
        <p>
          <a href={`/catalogue/versions/${draft.id}`}>
            {editor.checks}: {draft.checks.length}
          </a>
        </p>
      )}
    </SheetProvider>
  );
}

interface Kind {
  load: (p: PageContext) => Promise<Draft>;
  title: (p: PageContext, draft: Draft) => string;
}

/** Draws the editor; `typed` wins over the draft. */
async function draw(p: PageContext, { load, title }: Kind, typed?: Flat): Promise<View> {
  const { editor: t, catalogue } = textIn(p);
  const draft = await load(p);
  const { id, code, number, state } = draft;
  const part = id
    ? partOf(typed?.['part'] ?? p.form?.values['part']?.toString() ?? p.query['part'])
    : 'general';
  const isSaved = id !== undefined && state === 'draft';
  return {
    title: title(p, draft),
    nav: 'catalogue',
    crumbs: crumbsTo(p, code),
    body: (
      <>
        <PageHead
          kicker={code && (number ? `${code} · ${catalogue.number(number)}` : code)}
          title={id ? sayIn(p.lang, draft.content.name) : title(p, draft)}
          chips={id && <StateChip state={state} />}
          actions={isSaved && <LinkButton href={`/catalogue/versions/${id}/publish`}>{t.next_}</LinkButton>}
        />
        <Editor p={p} draft={draft} part={part} typed={typed} />
      </>
    ),
  };
}

/** Saves what one part says, or changes its rows and draws the page again. */
const handling =
  (kind: Kind): FormHandler =>
  async (p, fields) => {
    const values = flatOf(fields);
    const { row, then, part: named, ...typed } = values;
    if (row) return draw(p, kind, { ...changeRows(typed, row), part: named ?? '' });
    const draft = await kind.load(p);
    const { content, transition } = editedBy(partOf(named), typed, draft);
    const { validFrom = p.today } = typedFields(saveDraft, { validFrom: typed['validFrom'] ?? '' }) as {
      validFrom?: string;
    };
    const saved = await p.call(saveDraft, {
      code: typed['code'] ?? '',
      validFrom,
      content,
      ...(draft.id ? { versionId: draft.id } : {}),
      ...(transition ? { transition } : {}),
    });
    const next = then || (draft.id ? partOf(named) : 'times');
    return {
      redirect: `/catalogue/versions/${saved.id}${next === 'general' ? '' : `?part=${next}`}`,
      flash: said((m) => m.editor.saved),
    };
  };

const editing = (path: string, kind: Kind) =>
  page({
    path,
    permission: 'procedure.edit',
    area: 'workbench',
    get: (p) => draw(p, kind),
    forms: { default: handling(kind) },
  });

const unsaved = (p: PageContext) => ({ state: 'draft' as const, validFrom: p.today, checks: [] });

export const newProcedurePage = editing('/catalogue/new', {
  load: (p) => Promise.resolve({ ...unsaved(p), content: nothingYet() }),
  title: (p) => textIn(p).editor.newTitle,
});

const newest = async (p: PageContext) => {
  const shown = await p.call(getProcedure, { code: p.params['code']! });
  const id = shown.version?.id ?? shown.versions[0]?.id;
  return id ? (await p.call(getVersion, { id })).version : undefined;
};

export const newVersionPage = editing('/catalogue/:code/new', {
  load: async (p) => ({
    ...unsaved(p),
    code: p.params['code']!,
    content: (await newest(p))?.content ?? nothingYet(),
  }),
  title: (p) => textIn(p).catalogue.newVersion,
});

export const versionPage = editing('/catalogue/versions/:id', {
  load: async (p) => {
    const { version, checks } = await p.call(getVersion, { id: p.params['id']! });
    const { id, code, number, state, validFrom, content, transition } = version;
    return { id, code, number, state, validFrom, content, transition, checks };
  },
  title: (p, { code = '' }) => textIn(p).editor.title(code),
});
