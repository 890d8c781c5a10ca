import type { CollectiveGroup } from './collective.ts';
import { elements, quantifier, reasons, someOnly } from './phrases.ts';
import type { Organ, UnresolvedReason } from './phrases.ts';

export type GapPart = { start: number; end: number } & (
  | { groups?: undefined; reason: UnresolvedReason }
  | {
      groups: CollectiveGroup[];
      selection: 'all' | 'some';
      condition?: string;
      printedCount?: number;
      organ?: Organ;
    }
);

const separator = /(?:[\s,;.+]|(?:va|cung|voi)(?=\s))+/y;
const joiner = /\s*(?:,|\/|-|và|va)?\s*(?:va\s+)?/y;

function matchAt(pattern: RegExp, text: string, at: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && at + match[0].length <= end ? match : undefined;
}

/**
 * Reads the text between two named units: collectives ("các bộ, ngành, địa phương liên quan") and rests that stay
 * text. `folded` has the same length as `text`. With `nameFollows`, "các địa phương" directly before a name is only
 * the label of that name.
 */
export function parseGap(
  text: string,
  folded: string,
  start: number,
  end: number,
  nameFollows: boolean,
): GapPart[] {
  const parts: GapPart[] = [];
  let at = start;
  while (at < end) {
    at += matchAt(separator, folded, at, end)?.[0].length ?? 0;
    if (at >= end) break;
    const run = collectiveAt(text, folded, at, end);
    const label =
      run &&
      nameFollows &&
      run.end >= end - 1 &&
      run.selection === 'all' &&
      !/[,;]/.test(text.slice(run.end, end));
    if (run && label) at = run.end;
    else {
      const part = run ?? restAt(text, folded, at, end);
      parts.push(part);
      at = part.end;
    }
  }
  return parts;
}

type Run = Extract<GapPart, { groups: CollectiveGroup[] }>;
type Found = {
  groups: CollectiveGroup[];
  end: number;
  organ?: Organ;
  /** Understood without another element beside it. */
  standsAlone: (narrowed: boolean) => boolean;
  count?: number;
  head: boolean;
};

function elementAt(folded: string, at: number, end: number): Found | undefined {
  const lead = matchAt(quantifier, folded, at, end)!;
  const from = at + lead[0].length;
  let best: Found | undefined;
  for (const element of elements) {
    const match = matchAt(element.pattern, folded, from, end);
    if (!match || /[a-z0-9]/.test(folded.charAt(from + match[0].length))) continue;
    if (best && best.end >= from + match[0].length) continue;
    best = {
      groups: element.groups,
      end: from + match[0].length,
      standsAlone: (narrowed) =>
        !element.needsCompany && (!element.needsPlural || narrowed || lead[0] !== ''),
      head: lead[0].startsWith('nguoi dung dau') || lead[0].startsWith('thu truong'),
      ...(element.organ && { organ: element.organ }),
      ...(lead[1] && { count: Number(lead[1]) }),
    };
  }
  return best;
}

/** A run of elements joined by commas and “và”, with the words that narrow it. */
function collectiveAt(text: string, folded: string, at: number, end: number): Run | undefined {
  const first = elementAt(folded, at, end);
  if (!first) return undefined;
  const found = [first];
  let last = first.end;
  let condition = matchAt(someOnly, folded, last, end)?.[0];
  while (condition === undefined) {
    const gap = matchAt(joiner, folded, last, end)![0];
    const next = gap === '' ? undefined : elementAt(folded, last + gap.length, end);
    if (!next || next.organ !== first.organ) break;
    found.push(next);
    last = next.end;
    condition = matchAt(someOnly, folded, last, end)?.[0];
  }
  if (found.length === 1 && !first.standsAlone(condition !== undefined)) return undefined;
  const groups = [...new Set(found.flatMap((element) => element.groups))];
  const organ = first.organ ?? (first.head ? 'head' : undefined);
  return {
    start: at,
    end: last + (condition?.length ?? 0),
    groups: groups.includes('provinces') ? groups.filter((group) => group !== 'centralCities') : groups,
    selection: condition === undefined ? 'all' : 'some',
    ...(condition !== undefined && { condition: text.slice(last, last + condition.length).trim() }),
    ...(first.count !== undefined && { printedCount: first.count }),
    ...(organ !== undefined && { organ }),
  };
}

/** Text up to the next separator, with the reason why it stays text. */
function restAt(text: string, folded: string, at: number, end: number): GapPart {
  const stop = text.charAt(at) === '(' ? /\)/g : /[,;]|\sva\s/g;
  stop.lastIndex = at + 1;
  const match = stop.exec(folded);
  const until = match && match.index < end ? match.index + (match[0] === ')' ? 1 : 0) : end;
  const trimmed = text.slice(at, until).trimEnd();
  const plain = folded.slice(at, at + trimmed.length);
  const reason = reasons.find((candidate) => candidate.pattern.test(plain))?.reason ?? 'unknown';
  return { start: at, end: at + trimmed.length, reason };
}
