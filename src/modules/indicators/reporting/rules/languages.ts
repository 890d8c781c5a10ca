/** Templates hold their words in both languages, reports in one. */
import type { Lang } from '../../../../kit/i18n.ts';
import type { Part } from '../contract/parts.ts';

type Words = { heading: string; text?: string };
const wordsOf = (part: Part): Words => ({
  heading: part.heading,
  ...(part.kind === 'text' && { text: part.text }),
});

/** The parts of a template for a report in a language; what nobody put into English stays as it is. */
export const partsIn = (parts: readonly Part[], language: Lang): Part[] =>
  parts.map(({ en, ...part }) => {
    if (language === 'vi' || !en) return part;
    const text = part.kind === 'text' && en.text ? { text: en.text } : {};
    return { ...part, ...(en.heading && { heading: en.heading }), ...text };
  });

/** A word of a part as it is kept: English that came from the template goes back to its place, changed words stand alone. */
function kept(is: string, was: string, en: string | undefined): { own: string; en?: string } {
  if (en !== undefined && (is === en || is === was)) return { own: was, en };
  return { own: is };
}

/** The parts of a report as a template, with the English that the template had where its words are unchanged. */
export const partsKept = (before: readonly Part[], parts: readonly Part[]): Part[] =>
  parts.map((part) => {
    const was = before.find((one) => one.id === part.id && one.kind === part.kind);
    if (!was?.en || part.en) return part;
    const { heading, text } = wordsOf(part);
    const old = wordsOf(was);
    const head = kept(heading, old.heading, was.en.heading);
    const body = text === undefined ? undefined : kept(text, old.text ?? '', was.en.text);
    const en = {
      ...(head.en !== undefined && { heading: head.en }),
      ...(body?.en !== undefined && { text: body.en }),
    };
    return {
      ...part,
      heading: head.own,
      ...(body && { text: body.own }),
      ...(Object.keys(en).length > 0 && { en }),
    };
  });
