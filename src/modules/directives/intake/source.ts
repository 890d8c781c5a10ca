/** Reads how an assigning document is cited: number, part, kind, issuer. */
import { parseDay, type Day } from '../../../kit/day.ts';

export type DocumentKind =
  | 'resolution'
  | 'decree'
  | 'telegram'
  | 'notice'
  | 'plan'
  | 'directive'
  | 'decision'
  | 'conclusion'
  | 'meeting'
  | 'regulation'
  | 'programme'
  | 'law'
  | 'other';

export interface SourceDocument {
  /** As cited. */
  text: string;
  /** '03/NQ-CP', '278/2025/NĐ-CP'; absent for conclusions and meetings without a number. */
  number?: string;
  /** What tells documents apart: the number, or the citation without its part when there is none. */
  key: string;
  /** 'Phụ lục II'. */
  part?: string;
  kind: DocumentKind;
  /** Vietnamese name of the issuer, guessed from the symbol; absent when the symbol is not known. */
  issuer?: string;
  /** What stands in brackets: a session, a place. */
  detail?: string;
  /** A day named in the citation: of the session or meeting, not of the issue. */
  heldOn?: Day;
}

const KINDS: Record<string, DocumentKind> = {
  NQ: 'resolution',
  NĐ: 'decree',
  CĐ: 'telegram',
  TB: 'notice',
  KH: 'plan',
  CT: 'directive',
  QĐ: 'decision',
  KL: 'conclusion',
  QC: 'regulation',
  CTr: 'programme',
  QH: 'law',
};

const ISSUERS: Record<string, string> = {
  CP: 'Chính phủ',
  TTg: 'Thủ tướng Chính phủ',
  VPCP: 'Văn phòng Chính phủ',
  BCĐCP: 'Ban Chỉ đạo của Chính phủ',
  BCĐTW: 'Ban Chỉ đạo Trung ương',
  CQTTBCĐ: 'Cơ quan thường trực Ban Chỉ đạo Trung ương',
  TGV: 'Tổ Giúp việc Ban Chỉ đạo Trung ương',
  BCA: 'Bộ Công an',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BNV: 'Bộ Nội vụ',
  BTC: 'Bộ Tài chính',
  BTP: 'Bộ Tư pháp',
  'BNN&MT': 'Bộ Nông nghiệp và Môi trường',
  BNNMT: 'Bộ Nông nghiệp và Môi trường',
  QH: 'Quốc hội',
  QH15: 'Quốc hội',
};

const NUMBER =
  /(?<![\p{L}\d])(\d+)((?:\/\d{4})?)[/-]((?:NQ|NĐ|CĐ|TB|KH|CT|QĐ|KL|QC|CTr)[-/][\p{L}\d&]+(?:-[\p{L}\d&]+)*)/u;

/** Reads a citation. Never fails: what is not recognised has kind 'other' and no number. */
export function parseSourceDocument(text: string): SourceDocument {
  const cited = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const found = NUMBER.exec(cited);
  const number = found?.[0];
  const detail = /\(([^)]*)\)/.exec(cited)?.[1];
  const part = /,\s*((?:Phụ lục|Mục|Phần|Biểu|Chương)\s[^,(]+)/.exec(cited)?.[1]?.trim();
  const heldOn = dayIn(cited.replace(number ?? '', ''));
  const issuer = found ? issuerOf(found[3]!, detail) : speaker(cited);
  const withoutPart = part ? cited.replace(/,\s*(?:Phụ lục|Mục|Phần|Biểu|Chương)\s[^,(]+/, '') : cited;
  return {
    text,
    ...(number && { number }),
    key: number ?? withoutPart,
    ...(part && { part }),
    kind: found ? (KINDS[found[3]!.split(/[-/]/)[0]!] ?? 'other') : spokenKind(cited),
    ...(issuer && { issuer }),
    ...(detail && { detail }),
    ...(heldOn && { heldOn }),
  };
}

function dayIn(text: string): Day | undefined {
  const printed = /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/.exec(text)?.[0];
  return printed === undefined ? undefined : parseDay(printed);
}

/** 'NQ-CP' → Chính phủ; 'KH-BCA-BNN&MT' → both; 'QĐ/TU (Hà Nội)' → Thành ủy Hà Nội. */
function issuerOf(symbol: string, detail: string | undefined): string | undefined {
  const [kind, ...bodies] = symbol.split(/[-/]/);
  const body = bodies.join('-');
  const place = detail && /^\p{Lu}/u.test(detail) && !/\d/.test(detail) ? detail : undefined;
  const at = place ? ` ${place}` : '';
  if (body === 'TW') return kind === 'NQ' ? 'Bộ Chính trị' : 'Ban Chấp hành Trung ương Đảng';
  if (body === 'UBND') return `Ủy ban nhân dân${at}`;
  if (body === 'HĐND') return `Hội đồng nhân dân${at}`;
  if (body === 'TU') return `${place ? 'Thành ủy' : 'Tỉnh ủy, Thành ủy'}${at}`;
  if (body === 'BCĐ') return `Ban Chỉ đạo${at}`;
  const names = bodies.map((one) => ISSUERS[one]);
  return names.length > 0 && names.every((name) => name !== undefined) ? names.join(', ') : undefined;
}

function spokenKind(cited: string): DocumentKind {
  if (/^(cuộc họp|họp|phiên họp|buổi làm việc|hội nghị)/i.test(cited)) return 'meeting';
  if (/^(thông báo )?kết luận/i.test(cited)) return 'conclusion';
  if (/^luật /i.test(cited)) return 'law';
  return 'other';
}

function speaker(cited: string): string | undefined {
  const titles = ['Phó Thủ tướng', 'Thủ tướng', 'Tổng Bí thư', 'Chủ tịch nước', 'Chủ tịch Quốc hội'];
  const found = titles.find((title) => cited.includes(title));
  if (found) return found.endsWith('Thủ tướng') ? `${found} Chính phủ` : found;
  return cited.includes('BCĐTW') ? ISSUERS.BCĐTW : undefined;
}
