import type { DocumentModel, Inline, ReportSection, Rich } from '../report/model.ts';
import type { SlipFacts, SlipPart, SlipTemplate } from '../rules/slip.ts';

const WORD = /\{\{\s*(\w+)\s*\}\}/g;

/** The text with its words in place, the words in bold: they are what the reader looks for. */
function fillRich(text: string, facts: SlipFacts): Rich {
  const runs: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > at) runs.push(text.slice(at, match.index));
    const value = facts.words[match[1]!] ?? '';
    if (value) runs.push({ text: value, bold: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push(text.slice(at));
  return runs;
}

const fillText = (text: string, facts: SlipFacts): string =>
  text.replaceAll(WORD, (_, name: string) => facts.words[name] ?? '').trim();

const applies = (part: SlipPart, facts: SlipFacts): boolean =>
  part.when === undefined || (facts.words[part.when] ?? '') !== '';

function sectionOf(part: SlipPart, facts: SlipFacts): ReportSection {
  if (part.kind === 'heading') return { heading: fillText(part.text, facts) };
  if (part.kind === 'paragraph') return { paragraphs: [fillRich(part.text, facts)] };
  if (part.kind === 'note') return { notes: [fillRich(part.text, facts)] };
  const rows = facts.tables[part.of] ?? [];
  return {
    table: {
      columns: part.columns.map(({ title, width, align }) => ({ title, width, align })),
      rows: rows.map((row) => part.columns.map((c) => row[c.value] ?? '')),
    },
  };
}

/** A slip with its facts, ready for `renderPdf`, `renderDocx` or a page. The same facts give the same bytes. */
export function fillTemplate(template: SlipTemplate, facts: SlipFacts): DocumentModel {
  const { signature, subtitle } = template;
  return {
    lang: 'vi',
    heading: facts.heading,
    formLabel: template.formLabel,
    title: fillText(template.title, facts),
    ...(subtitle ? { subtitle: fillText(subtitle, facts) } : {}),
    asOf: facts.madeAt,
    sections: template.parts.filter((part) => applies(part, facts)).map((part) => sectionOf(part, facts)),
    recipients: template.recipients.map((line) => fillText(line, facts)),
    ...(signature
      ? { signature: { title: fillText(signature.title, facts), name: fillText(signature.name, facts) } }
      : {}),
    ...(facts.trackUrl ? { verifyUrl: facts.trackUrl, verifyLabel: facts.trackLabel ?? '' } : {}),
    ...(facts.watermark ? { watermark: facts.watermark } : {}),
  };
}
