/** Splits a printed list of agencies, whose names themselves hold commas and "và". */

export interface AgencyPart {
  text: string;
  /** named: in the register; collective: "các bộ, ngành, địa phương"; unknown: neither. */
  kind: 'named' | 'collective' | 'unknown';
}

/**
 * One spelling for comparing names: NFC, lower case, single spaces, without commas, "và" and a full stop at the end, so
 * that "Bộ Khoa học, Công nghệ" and "Bộ Khoa học và Công nghệ" are one. For comparing only, not for showing.
 */
export function agencyKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[,;.]/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll(' và ', ' ')
    .trim();
}

const COLLECTIVE_START =
  /^(?:\d+ )?(các|một số|toàn bộ|bộ|ban|ngành|địa phương|tỉnh|thành phố|sở|doanh nghiệp|cơ quan|tập đoàn|viện|trường|đơn vị|ubnd|hđnd|chủ tịch|người đứng đầu|thành viên|ủy ban nhân dân|báo chí|truyền thông)(?=$|[\s,])/i;

/** Words with a capital that still name no single agency. */
const COMMON = new Set([
  'TW',
  'Trung',
  'UBND',
  'HĐND',
  'CSDLQG',
  'CSDL',
  'MTTQ',
  'Đảng',
  'Ban',
  'Chỉ',
  'Nhà',
  'Quốc',
  'Việt',
  'Nam',
  'Chủ',
]);

/** "Các bộ, ngành", "UBND tỉnh, thành phố", "63 tỉnh": a group of agencies, without a name of its own. */
export function isCollective(text: string): boolean {
  const t = text.trim();
  if (!COLLECTIVE_START.test(t)) return false;
  const capitals = t.replace(/^\S+/, '').match(/(?<!\p{L})\p{Lu}[\p{L}]*/gu) ?? [];
  return capitals.every((word) => COMMON.has(word));
}

interface Token {
  text: string;
  /** What stood before it: ', ', ' và '… */ before: string;
}

/** Also the gap before another "Bộ …" and the words before a list of provinces. */
const SEPARATOR =
  /(\s*[,;]\s*(?:các địa phương (?=\p{Lu}))?| và (?:các địa phương (?=\p{Lu}))?| (?=Bộ \p{Lu}))/u;
const ONLY_SEPARATOR = /^(?:\s*[,;]\s*| và | )(?:các địa phương )?$/;

function tokens(printed: string): Token[] {
  const found: Token[] = [];
  let before = '';
  for (const piece of printed
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .split(SEPARATOR)) {
    if (piece === '' || ONLY_SEPARATOR.test(piece)) before += piece;
    else {
      found.push({ text: piece, before });
      before = '';
    }
  }
  return found;
}

const join = (list: Token[]) =>
  list.map((token, i) => (i === 0 ? token.text : token.before + token.text)).join('');

/**
 * Splits a printed list into agencies. From left to right the longest run that the register knows is taken, then the
 * longest collective; what is neither is 'unknown', piece by piece.
 * @param isKnown asks the register, as of the day of the document; gets names as printed
 */
export function splitAgencies(printed: string, isKnown: (name: string) => boolean): AgencyPart[] {
  const all = tokens(printed);
  const parts: AgencyPart[] = [];
  for (let at = 0; at < all.length;) {
    const taken = longest(all, at, isKnown) ?? longestCollective(all, at, isKnown);
    if (taken) parts.push({ text: join(all.slice(at, taken.to)), kind: taken.kind });
    else parts.push({ text: all[at]!.text, kind: 'unknown' });
    at = taken?.to ?? at + 1;
  }
  return parts;
}

function longest(
  all: Token[],
  at: number,
  isKnown: (name: string) => boolean,
): { to: number; kind: 'named' } | undefined {
  for (let to = Math.min(all.length, at + 6); to > at; to -= 1) {
    // A semicolon always separates.
    if (all.slice(at + 1, to).some((token) => token.before.includes(';'))) continue;
    if (isKnown(join(all.slice(at, to)))) return { to, kind: 'named' };
  }
  return undefined;
}

function longestCollective(
  all: Token[],
  at: number,
  isKnown: (name: string) => boolean,
): { to: number; kind: 'collective' } | undefined {
  let to = at;
  while (
    to < all.length &&
    isCollective(join(all.slice(at, to + 1))) &&
    !(to > at && longest(all, to, isKnown))
  )
    to += 1;
  return to > at ? { to, kind: 'collective' } : undefined;
}
