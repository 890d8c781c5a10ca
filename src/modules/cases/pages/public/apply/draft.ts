import { textOf, type Fields, type PageContext, type Upload } from '../../../../../kit/page.ts';
import type { Problem as Refused } from '../../../../../kit/problems.ts';
import { Problem } from '../../../../../kit/problems.ts';
import { attachFile, openDraft, saveDraft } from '../../../contract.ts';
import { publicMessages } from '../../../messages/public.ts';
import { proofOf } from '../access.tsx';

export const steps = ['who', 'form', 'papers', 'give', 'review'] as const;
export type StepKey = (typeof steps)[number];
export type Flat = Record<string, string>;
export interface Paper {
  id: string;
  name: string;
  size: number;
  looks: ('rotated' | 'small')[];
}

/** What a draft holds: inputs by name for each typed part, papers by component, and those brought to the desk. */
export interface DraftContent {
  typed: Partial<Record<'who' | 'form' | 'give', Flat>>;
  papers: Record<string, Paper[]>;
  atDesk: string[];
}
export interface Draft {
  id: string;
  content: DraftContent;
  savedAt: string;
}

export const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export const draftIdOf = (p: PageContext): string => p.query['draft'] ?? '';

/** The draft that the address names, if this browser or this account may open it. */
export async function findDraft(p: PageContext): Promise<Draft | undefined> {
  const id = draftIdOf(p);
  if (!isId(id)) return undefined;
  const found = await p.maybe(openDraft, { id, ...proofOf(p, id) });
  if (!found || found.procedureCode !== p.params['code']) return undefined;
  return { id, savedAt: found.savedAt, content: contentOf(found.content) };
}

const contentOf = (kept: Record<string, unknown>): DraftContent => {
  const { typed, papers, atDesk } = kept as Partial<DraftContent>;
  return { typed: typed ?? {}, papers: papers ?? {}, atDesk: atDesk ?? [] };
};

/** Whether a secret (or the account) opens the draft of the address. */
export const opensDraft = async (p: PageContext, secret: string | undefined): Promise<boolean> => {
  const id = draftIdOf(p);
  return isId(id) && (await p.maybe(openDraft, { id, ...(secret && { secret }) })) !== undefined;
};

export async function keepDraft(p: PageContext, draft: Draft, change: Partial<DraftContent>): Promise<Draft> {
  const content = { ...draft.content, ...change };
  const { id } = draft;
  const procedureCode = p.params['code']!;
  const { savedAt } = await p.call(saveDraft, {
    id,
    ...proofOf(p, id),
    procedureCode,
    content,
  });
  return { id, content, savedAt };
}

export const keepTyped = (p: PageContext, draft: Draft, part: 'who' | 'form' | 'give', flat: Flat) =>
  keepDraft(p, draft, { typed: { ...draft.content.typed, [part]: flat } });

export const addressOf = (p: PageContext, draftId: string, step?: StepKey): string =>
  `/procedures/${p.params['code']!}/apply?draft=${draftId}${step ? `&step=${step}` : ''}`;

export const stepOf = (p: PageContext): StepKey => steps.find((step) => step === p.query['step']) ?? 'who';
export const after = (step: StepKey): StepKey => steps[steps.indexOf(step) + 1] ?? 'review';

const isUpload = (value: Fields[string] | undefined): value is Upload =>
  typeof value === 'object' && !Array.isArray(value) && 'bytes' in value;

/** A refusal of a file, said at the box it came from. */
function atBox(error: unknown, key: string, name: string): Refused['fields'][number] {
  if (!(error instanceof Problem)) throw error;
  const { title, remedy } = error.kind;
  const vi = `${name}: ${error.detail?.vi ?? title.vi} ${remedy.vi}`;
  const en = `${name}: ${error.detail?.en ?? title.en} ${remedy.en}`;
  return { path: `file.${key}`, message: { vi, en } };
}

/** Stores every file that came with a form; those that are refused are told, each at its box, and hold up no other. */
export async function storeUploads(p: PageContext, proof: { id: string; secret?: string }, fields: Fields) {
  const stored: { key: string; paper: Paper }[] = [];
  const faults: Refused['fields'] = [];
  for (const [name, value] of Object.entries(fields)) {
    const key = /^(?:file|camera)\.(.+)$/.exec(name)?.[1];
    if (!key || !isUpload(value) || (value.bytes.length === 0 && !value.filename)) continue;
    const content = value.bytes.toString('base64');
    try {
      const made = await p.call(attachFile, { ...proof, name: value.filename, content });
      const { id: fileId, size, looks } = made;
      stored.push({ key, paper: { id: fileId, name: made.name, size, looks } });
    } catch (error) {
      faults.push(atBox(error, key, value.filename));
    }
  }
  return { stored, faults };
}

/** A fault of a field in both languages, by the words of these pages. */
export const fault = (path: string, pick: (m: (typeof publicMessages)['vi']['apply']) => string) => ({
  path,
  message: { vi: pick(publicMessages.vi.apply), en: pick(publicMessages.en.apply) },
});

export { textOf };
