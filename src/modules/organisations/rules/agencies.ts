import { membersOn, needsScope, ruleName } from './collective.ts';
import type { CollectiveGroup } from './collective.ts';
import type { Day, UnitId } from './model.ts';
import { choose, nameIndex } from './names.ts';
import type { NameAnswer } from './names.ts';
import { parseGap } from './parse-gap.ts';
import type { Organ, UnresolvedReason } from './phrases.ts';
import { subtreeOn } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { foldKeepingPositions, foldWord, toneWord, wordsOf } from './text.ts';
import type { Word } from './text.ts';

/** One part of a printed lead. `start` and `end` are positions in the NFC text. */
export type AgencyPart = { start: number; end: number; text: string } & (
  | { kind: 'unit'; unitId: UnitId; match: 'exact' | 'alias' | 'unaccented'; former: boolean; organ?: Organ }
  | { kind: 'ambiguous'; unitIds: UnitId[]; organ?: Organ }
  | {
      kind: 'collective';
      rule: string;
      groups: CollectiveGroup[];
      unitIds: UnitId[];
      /** 'some': the text means only some of the units and does not say which; `unitIds` are the candidates. */
      selection: 'all' | 'some';
      /** The words that narrow it down ('liên quan', 'được lựa chọn'). */
      condition?: string;
      /** A number printed in the text ('63 tỉnh, thành phố'); compare it with `unitIds.length`. */
      printedCount?: number;
      organ?: Organ;
    }
  | { kind: 'unresolved'; reason: UnresolvedReason | 'scopeNeeded' }
);

export type ParseOptions = {
  /** The unit that speaks: its departments and communes are meant by 'các sở', 'các xã', and found by bare name. */
  within?: UnitId;
};

type NamedPart = Extract<AgencyPart, { kind: 'unit' | 'ambiguous' }>;
type Place = { text: string; folded: string; words: Word[]; plain: boolean; day: Day; scope?: Set<UnitId> };

/**
 * Splits a printed lead ("VTV, VOV, TTXVN, các địa phương") into named units, collectives and rests that stay text,
 * in the order of the text. Names are matched longest first, so that "Bộ Văn hóa, Thể thao và Du lịch" is one unit and
 * a forgotten separator does no harm. Units that ended before `day` are found with `former: true`.
 */
export function parseAgencies(
  snapshot: Snapshot,
  text: string,
  day: Day,
  options: ParseOptions = {},
): AgencyPart[] {
  const normal = text.normalize('NFC');
  const folded = foldKeepingPositions(normal);
  const scope = options.within === undefined ? undefined : subtreeOn(snapshot, options.within, day);
  const place = {
    text: normal,
    folded,
    words: wordsOf(normal),
    plain: folded === normal.toLowerCase(),
    day,
    scope,
  };
  const parts: AgencyPart[] = [];
  let done = 0;
  for (const named of namedUnits(snapshot, place)) {
    parts.push(...gapParts(snapshot, place, done, named.start, true), named);
    done = named.end;
  }
  parts.push(...gapParts(snapshot, place, done, normal.length, false));
  return parts;
}

/** The collectives of a text and the units they mean on `day`; see `parseAgencies`. */
export function collective(
  snapshot: Snapshot,
  text: string,
  day: Day,
  options: ParseOptions = {},
): Extract<AgencyPart, { kind: 'collective' }>[] {
  const parts = parseAgencies(snapshot, text, day, options);
  return parts.filter((part) => part.kind === 'collective');
}

function* namedUnits(snapshot: Snapshot, place: Place): Generator<NamedPart> {
  for (let at = 0; at < place.words.length;) {
    const found = longestAt(snapshot, place, at);
    if (found) yield found.part;
    at += found?.length ?? 1;
  }
}

function longestAt(
  snapshot: Snapshot,
  place: Place,
  at: number,
): { part: NamedPart; length: number } | undefined {
  const { longest } = nameIndex(snapshot);
  for (let length = Math.min(longest, place.words.length - at); length > 0; length -= 1) {
    const words = place.words.slice(at, at + length);
    if (hasHardBreak(place.text, words)) continue;
    const answer = lookUp(snapshot, place, words);
    if (answer.found === 'nothing') continue;
    return { part: namedPart(place, words, answer), length };
  }
  return undefined;
}

function hasHardBreak(text: string, words: Word[]): boolean {
  return /[;\n():]/.test(text.slice(words[0]!.start, words.at(-1)!.end));
}

function lookUp(snapshot: Snapshot, place: Place, words: Word[]): NameAnswer {
  const key = words.map((word) => foldWord(word.text)).join(' ');
  const tone = words.map((word) => toneWord(word.text)).join(' ');
  const capital = words[0]!.text.charAt(0) !== words[0]!.text.charAt(0).toLowerCase();
  const forms = (nameIndex(snapshot).forms.get(key) ?? []).filter((form) => {
    if (form.how !== 'bare') return true;
    const near = form.level === 'province' || (place.scope?.has(form.unitId) ?? false);
    return near && (place.plain || (capital && form.tone === tone));
  });
  const inScope = place.scope ? forms.filter((form) => place.scope!.has(form.unitId)) : [];
  const local = choose(inScope, tone, place.day);
  return local.found === 'unit' && !local.former ? local : choose(forms, tone, place.day);
}

const organs: { pattern: RegExp; organ: Organ }[] = [
  { pattern: /(?:chu tich )(?:ubnd|uy ban nhan dan)\s+(?:tinh |thanh pho |tp\.? )?$/, organ: 'chairperson' },
  { pattern: /(?:ubnd|uy ban nhan dan)\s+(?:tinh |thanh pho |tp\.? )?$/, organ: 'peoplesCommittee' },
  { pattern: /(?:hdnd|hoi dong nhan dan)\s+(?:tinh |thanh pho |tp\.? )?$/, organ: 'peoplesCouncil' },
  { pattern: /(?:lanh dao|bo truong|thu truong|nguoi dung dau)\s+$/, organ: 'head' },
];

function namedPart(
  place: Place,
  words: Word[],
  answer: Exclude<NameAnswer, { found: 'nothing' }>,
): NamedPart {
  const before = place.folded.slice(0, words[0]!.start);
  const organ = organs.find((candidate) => candidate.pattern.test(before));
  const start = words[0]!.start - (organ?.pattern.exec(before)?.[0].length ?? 0);
  const end = words.at(-1)!.end;
  const range = { start, end, text: place.text.slice(start, end), ...(organ && { organ: organ.organ }) };
  if (answer.found === 'ambiguous') return { ...range, kind: 'ambiguous', unitIds: answer.unitIds };
  return { ...range, kind: 'unit', unitId: answer.unitId, match: answer.match, former: answer.former };
}

function gapParts(s: Snapshot, place: Place, start: number, end: number, nameFollows: boolean): AgencyPart[] {
  const rests = parseGap(place.text, place.folded, start, end, nameFollows);
  return rests.map((rest): AgencyPart => {
    const range = { start: rest.start, end: rest.end, text: place.text.slice(rest.start, rest.end) };
    if (rest.groups === undefined) return { ...range, kind: 'unresolved', reason: rest.reason };
    if (!place.scope && rest.groups.some(needsScope))
      return { ...range, kind: 'unresolved', reason: 'scopeNeeded' };
    const unitIds = membersOn(s, rest.groups, place.day, place.scope);
    const { groups, selection, condition, printedCount, organ } = rest;
    return {
      ...range,
      kind: 'collective',
      rule: ruleName(groups),
      groups,
      unitIds,
      selection,
      ...(condition !== undefined && { condition }),
      ...(printedCount !== undefined && { printedCount }),
      ...(organ !== undefined && { organ }),
    };
  });
}
