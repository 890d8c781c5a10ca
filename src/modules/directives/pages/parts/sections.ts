export interface Section {
  code: string;
  number: string;
  titleVi: string;
  titleEn: string;
  parentCode?: string | undefined;
}

/** Sections as lines of text: number | title | English title, two spaces deeper for each level. */
export function sectionsText(sections: readonly Section[]): string {
  const lines = (parent: string | undefined, depth: number): string[] =>
    sections
      .filter((s) => (s.parentCode ?? undefined) === parent)
      .flatMap((s) => [
        `${'  '.repeat(depth)}${[s.number, s.titleVi, ...(s.titleEn ? [s.titleEn] : [])].join(' | ')}`,
        ...lines(s.code, depth + 1),
      ]);
  return lines(undefined, 0).join('\n');
}

/**
 * Reads such lines. A section that is there already (same number under the same section) keeps its code, so that its
 * tasks stay with it. Lines without a title are left out.
 */
export function readSections(text: string, there: readonly Section[] = []): Section[] {
  const found: Section[] = [];
  const open: { depth: number; code: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const depth = /^\s*/.exec(line)![0].replaceAll('\t', '  ').length;
    const [first = '', second, third = ''] = line
      .trim()
      .split('|')
      .map((part) => part.trim());
    const [number, titleVi] = second === undefined ? ['', first] : [first, second];
    if (titleVi === '') continue;
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const parentCode = open.at(-1)?.code;
    const known = there.find((s) => s.number === number && (s.parentCode ?? undefined) === parentCode);
    const code = known?.code ?? freeCode([parentCode, number].filter(Boolean).join('.'), found, there);
    found.push({ code, number, titleVi, titleEn: third, ...(parentCode ? { parentCode } : {}) });
    open.push({ depth, code });
  }
  return found;
}

function freeCode(wanted: string, ...taken: readonly (readonly Section[])[]): string {
  const codes = new Set(taken.flat().map((s) => s.code));
  if (wanted && !codes.has(wanted)) return wanted.slice(0, 60);
  let n = codes.size + 1;
  while (codes.has(`s${n}`)) n += 1;
  return `s${n}`;
}
