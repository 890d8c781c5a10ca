import type { FormHandler, PageContext } from '../../../../../kit/page.ts';
import { invalidInput, Problem } from '../../../../../kit/problems.ts';
import { Button } from '../../../../../web/components/button.tsx';
import { Checkbox } from '../../../../../web/components/choices.tsx';
import { Notice } from '../../../../../web/components/notice.tsx';
import { Panel } from '../../../../../web/components/panel.tsx';
import { Chip, type ChipTone } from '../../../../../web/components/state.tsx';
import { formatBytes } from '../../../../../web/format.ts';
import { useLang } from '../../../../../web/language.tsx';
import { detachFile, listAttached } from '../../../contract.ts';
import { proofOf } from '../access.tsx';
import { PaperInputs, Say, sayIn, textIn, useMessages } from '../parts.tsx';
import { checkPapers, wantedPapers } from './check.ts';
import { addressOf, after, findDraft, isId, keepDraft, type Paper, storeUploads, textOf } from './draft.ts';
import { type Application, loadApplication, type Preview } from './load.ts';

const name = 'papers';
type Wanted = Preview['papers'][number];
type State = keyof ReturnType<typeof useMessages>['apply']['papers']['states'];
const tones: Record<State, ChipTone> = {
  notScanned: 'calm',
  clean: 'good',
  infected: 'bad',
  rejected: 'bad',
};

function FileLine({ componentKey, paper, state }: { componentKey: string; paper: Paper; state: State }) {
  const { papers: t } = useMessages().apply;
  const lang = useLang();
  return (
    <li>
      <strong>{paper.name}</strong> <small>{formatBytes(paper.size, lang)}</small>{' '}
      <Chip tone={tones[state]}>{t.states[state]}</Chip>{' '}
      <Button kind="quiet" small name="remove" value={`${componentKey} ${paper.id}`}>
        {t.remove}
        <span class="hidden"> {paper.name}</span>
      </Button>
      {paper.looks.map((look) => (
        <Notice key={look} tone="warn">
          {t.looks[look]}
        </Notice>
      ))}
    </li>
  );
}

interface Box {
  wanted: Wanted;
  files: readonly Paper[];
  states: ReadonlyMap<string, State>;
  atDesk: boolean;
  error: string | undefined;
}

function PaperBox({ wanted, files, states, atDesk, error }: Box) {
  const { papers: t } = useMessages().apply;
  const lang = useLang();
  const title = sayIn(lang, wanted);
  return (
    <Panel
      title={
        <>
          <Say words={wanted} /> <small>({wanted.required ? t.required : t.optional})</small>
        </>
      }
    >
      <div class="form">
        <p class="hint">{t.copies(wanted.originals, wanted.copies)}</p>
        {files.length > 0 && (
          <ul class="stack">
            {files.map((paper) => (
              <FileLine
                key={paper.id}
                componentKey={wanted.key}
                paper={paper}
                state={states.get(paper.id) ?? 'notScanned'}
              />
            ))}
          </ul>
        )}
        <PaperInputs
          name={wanted.key}
          file={`${t.file}: ${title}`}
          camera={`${t.camera}: ${title}`}
          error={error}
        />
        <Button name="upload" value={wanted.key} icon="upload">
          {t.upload}
        </Button>
        <Checkbox name={`atDesk.${wanted.key}`} label={t.atDesk} checked={atDesk} />
      </div>
    </Panel>
  );
}

/** What need not be uploaded, and why. */
function NotUploaded({ papers }: { papers: readonly Wanted[] }) {
  const { papers: t } = useMessages().apply;
  if (papers.length === 0) return null;
  return (
    <ul class="stack">
      {papers.map((paper) => (
        <li key={paper.key}>
          <Say words={paper} />{' '}
          <small>
            {paper.replacedBy
              ? t.replaced(paper.replacedBy.database)
              : paper.kind === 'form'
                ? t.filled
                : t.shown}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Step 3: papers that no database replaces, each with its own boxes. */
export async function PapersStep(p: PageContext, a: Application) {
  const { papers: t } = textIn(p).apply;
  const wanted = wantedPapers(a);
  const { items } = await p.call(listAttached, { id: a.draft.id, ...proofOf(p, a.draft.id) });
  const states = new Map(items.map(({ id, state }) => [id, state]));
  const { papers, atDesk } = a.draft.content;
  const errors = p.form?.form === name ? p.form.errors : {};
  return (
    <>
      {wanted.length === 0 ? <Notice>{t.none}</Notice> : <p>{t.lead}</p>}
      {wanted.map((one) => (
        <PaperBox
          key={one.key}
          wanted={one}
          files={papers[one.key] ?? []}
          states={states}
          atDesk={atDesk.includes(one.key)}
          error={errors[`file.${one.key}`]}
        />
      ))}
      <NotUploaded papers={a.preview.papers.filter((paper) => !wanted.includes(paper))} />
    </>
  );
}

export const savePapers: FormHandler = async (p, fields) => {
  const found = (await findDraft(p))!;
  const { stored, faults } = await storeUploads(p, { id: found.id, ...proofOf(p, found.id) }, fields);
  const papers = { ...found.content.papers };
  for (const { key, paper } of stored) papers[key] = [...(papers[key] ?? []), paper];
  const [key = '', removed] = textOf(fields, 'remove').split(' ');
  if (removed) papers[key] = (papers[key] ?? []).filter(({ id }) => id !== removed);
  const atDesk = Object.keys(fields).flatMap((one) => (one.startsWith('atDesk.') ? [one.slice(7)] : []));
  const draft = await keepDraft(p, found, { papers, atDesk });
  if (isId(removed)) await p.call(detachFile, { id: found.id, ...proofOf(p, found.id), fileId: removed });
  if (faults.length > 0) throw new Problem(invalidInput, { fields: faults });
  if (removed || textOf(fields, 'upload')) return { redirect: addressOf(p, draft.id, 'papers') };
  const missing = checkPapers(await loadApplication(p, draft));
  if (missing.length > 0) throw new Problem(invalidInput, { fields: missing });
  return { redirect: addressOf(p, draft.id, after('papers')) };
};
