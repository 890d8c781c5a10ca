import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';

import { demoFacts } from './facts/demo.ts';
import { collective, parseAgencies } from './rules/agencies.ts';
import type { AgencyPart } from './rules/agencies.ts';
import { buildSnapshot } from './rules/snapshot.ts';

const snapshot = buildSnapshot(demoFacts);
const january = '2025-01-09';
const november = '2025-11-16';

function told(part: AgencyPart): string {
  if (part.kind === 'unit') return part.organ ? `${part.unitId}/${part.organ}` : part.unitId;
  if (part.kind === 'collective')
    return `${part.rule}:${part.unitIds.length}${part.selection === 'some' ? ':some' : ''}`;
  return part.kind === 'ambiguous' ? `ambiguous ${part.unitIds.join(' ')}` : `${part.reason}: ${part.text}`;
}

function read(text: string, day = january): string[] {
  return parseAgencies(snapshot, text, day).map(told);
}

const everyone = 'allMinistriesAndAgenciesAndProvinces';

describe('a printed lead is split into units, collectives and rests', () => {
  test.each([
    ['VTV, VOV, TTXVN, các địa phương', january, ['vtv', 'vov', 'vna', 'allProvinces:63']],
    ['Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ', january, ['mic', 'most']],
    ['Bộ Tài chính; Bộ Công an', january, ['mof', 'mops']],
    [
      'Bộ Khoa học, Công nghệ, Bộ Thông tin và Truyền thông và các địa phương',
      january,
      ['most', 'mic', 'allProvinces:63'],
    ],
    ['Bộ Văn hóa, Thể thao và Du lịch, Thanh tra Chính phủ', november, ['mocst', 'inspectorate']],
    ['Bộ KH&CN, Bộ LĐ-TB&XH', january, ['most', 'molisa']],
    ['Các bộ, ngành, địa phương', january, [`${everyone}:93`]],
    ['Các bộ, ngành, địa phương', november, [`${everyone}:56`]],
    ['Các bộ, ngành liên quan', january, ['allMinistriesAndAgencies:30:some']],
    [
      'Người đứng đầu các ban, bộ, ngành, địa phương',
      november,
      ['allPartyBodiesAndMinistriesAndAgenciesAndProvinces:63'],
    ],
    ['UBND các tỉnh, thành phố trực thuộc trung ương', november, ['allProvinces:34']],
    ['Chủ tịch UBND tỉnh, thành phố', november, ['allProvinces:34']],
    [
      'các địa phương Bắc Ninh, Bình Dương, An Giang',
      january,
      ['27', '74', '89'].map((code) => `province-${code}-before-2025-07`),
    ],
    ['UBND thành phố Huế', november, ['province-46/peoplesCommittee']],
    ['HĐND thành phố Hà Nội', november, ['hanoi-peoples-council']],
    ['Bộ Thông tin và Truyền thông, Bộ', january, ['mic', 'unknown: Bộ']],
    ['Bộ Khoa học và Công nghệ (đôn đốc)', november, ['most', 'remark: (đôn đốc)']],
    ['các cơ quan liên quan', november, ['selectionNotStated: các cơ quan liên quan']],
    ['Sở, ngành', november, ['scopeNeeded: Sở, ngành']],
    ['', november, []],
  ])('%s on %s', (text, day, expected) => {
    expect(read(text, day)).toEqual(expected);
  });

  it('knows departments and communes when it is told who speaks', () => {
    const within = { within: 'province-46' };
    const parts = parseAgencies(snapshot, 'Sở Tài chính; các xã, phường; Phú Xuân', november, within).map(
      told,
    );
    expect(parts).toEqual(['hue-finance', 'allCommunes:40', 'commune-19753']);
  });

  it('reads a text without diacritics and with the tone mark elsewhere', () => {
    expect(read('bo khoa hoc va cong nghe, tinh thanh hoa')).toEqual(['most', 'province-38']);
    expect(read('Tỉnh Thanh Hoá')).toEqual(['province-38']);
  });

  it('finds a unit that ended before the day and says so', () => {
    expect(parseAgencies(snapshot, 'Bộ Thông tin và Truyền thông', november)).toMatchObject([
      { kind: 'unit', unitId: 'mic', former: true },
    ]);
  });

  it('keeps the printed number of a collective beside the number of units', () => {
    expect(collective(snapshot, '63 tỉnh, thành phố', '2025-06-23')).toMatchObject([{ printedCount: 63 }]);
    expect(collective(snapshot, '63 tỉnh, thành phố', november)[0]!.unitIds).toHaveLength(34);
  });

  it('gives ranges that cut the text exactly where the part stands', () => {
    const text = 'Bộ Công an và các bộ, ngành có liên quan; FPT';
    for (const part of parseAgencies(snapshot, text, november))
      expect(text.slice(part.start, part.end)).toBe(part.text);
  });
});

/** Leads of the real rows that name no unit, with the reason why they stay text. */
const stayText: Record<string, string> = {
  'Tập đoàn, doanh nghiệp công nghệ số': 'outsideState',
  'Doanh nghiệp viễn thông': 'outsideState',
  'Thành viên Ban Chỉ đạo': 'persons',
};

const rowsFile = path.resolve('../shared/data/directive-tasks.csv');

describe.skipIf(!existsSync(rowsFile))('the 279 real rows', () => {
  const rows = parse<Record<string, string>>(readFileSync(rowsFile, 'utf8'), { columns: true });
  const texts = (column: string) => [
    ...new Map(rows.map((row) => [row[column]!, row['issued_on'] || november])),
  ];

  test.each(texts('lead_agency_vi'))('the lead “%s” is understood', (text, day) => {
    const parts = parseAgencies(snapshot, text, day);
    expect(parts.length).toBeGreaterThan(0);
    const meant = parts.filter(
      (part) => part.kind === 'unit' || (part.kind === 'collective' && part.unitIds.length > 0),
    );
    if (stayText[text])
      expect(new Set(parts.map((part) => part.kind === 'unresolved' && part.reason))).toEqual(
        new Set([stayText[text]]),
      );
    else expect(meant.length).toBeGreaterThan(0);
    expect(
      parts.filter(
        (part) => part.kind === 'ambiguous' || (part.kind === 'unresolved' && part.reason === 'unknown'),
      ),
    ).toEqual([]);
  });

  it('leaves only one stray word among all coordinating agencies without a reason', () => {
    const strays = texts('coordinating_agencies_vi')
      .flatMap(([text, day]) => parseAgencies(snapshot, text, day))
      .filter(
        (part) => part.kind === 'ambiguous' || (part.kind === 'unresolved' && part.reason === 'unknown'),
      );
    expect(strays.map((part) => part.text)).toEqual(['Bộ']);
  });
});
