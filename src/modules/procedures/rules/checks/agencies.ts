import type { ProcedureContent, ProcedureLevel } from '../model.ts';
import { foldWords } from '../words.ts';
import type { Check, Finding } from './model.ts';

/** Districts ended on this day. */
const districtsEnd = '2025-07-01';

const agencyMissing: Check = {
  name: 'agencyMissing',
  severity: 'block',
  title: { vi: 'Thiếu cơ quan thực hiện', en: 'The agency is missing' },
  remedy: { vi: 'Ghi cơ quan có thẩm quyền giải quyết.', en: 'Name the competent agency.' },
  find: (content) =>
    content.agencyText.trim() === ''
      ? [{ path: 'agencyText', vi: 'Chưa ghi cơ quan thực hiện.', en: 'No agency is named.' }]
      : [],
};

/** All texts that may name an agency, with their paths. */
function textsOf(content: ProcedureContent): { path: string; text: string }[] {
  return [
    { path: 'agencyText', text: content.agencyText },
    ...content.coordinating.map((text, i) => ({ path: `coordinating.${i}`, text })),
    ...content.conditions.map(({ vi: text }, i) => ({ path: `conditions.${i}`, text })),
    ...content.steps.map(({ name: { vi: text } }, i) => ({ path: `steps.${i}.name`, text })),
    ...content.components.map(({ name: { vi: text } }, i) => ({ path: `components.${i}.name`, text })),
    ...content.channels.flatMap(({ remark }, i) =>
      remark ? [{ path: `channels.${i}.remark`, text: remark.vi }] : [],
    ),
  ];
}

const districtWords =
  /cấp\s+huyện|thị\s+trấn|(ủy|uỷ)\s+ban\s+nhân\s+dân\s+(quận|huyện|thị\s+xã)|ubnd\s+(quận|huyện|thị\s+xã)|công\s+an\s+(quận|huyện)|phòng\s+tư\s+pháp|(^|[\s,;(])(quận|huyện)\s+(?=\p{Lu})/iu;

const districtBodies: Check = {
  name: 'districtBodies',
  severity: 'warn',
  title: { vi: 'Còn nêu cấp huyện, thị trấn', en: 'District bodies are still named' },
  remedy: {
    vi: 'Thay bằng cơ quan cấp xã hoặc cấp tỉnh theo quy định từ 01/07/2025.',
    en: 'Name the commune or province body that decides since 1 July 2025.',
  },
  find: (content, { day }) =>
    day < districtsEnd
      ? []
      : textsOf(content).flatMap(({ path, text }): Finding[] => {
          const named = districtWords.exec(text.normalize('NFC'))?.[0].trim();
          if (named === undefined) return [];
          return [
            {
              path,
              vi: `Còn nêu “${named}”, không còn từ 01/07/2025.`,
              en: `“${named}” is still named; it ended on 1 July 2025.`,
            },
          ];
        }),
};

const levelWords: readonly [ProcedureLevel, RegExp][] = [
  [
    'commune',
    /cap xa|xa phuong|(uy ban nhan dan|ubnd|cong an|trung tam phuc vu hanh chinh cong) (xa|phuong|dac khu)\b/,
  ],
  ['province', /cap tinh|(uy ban nhan dan|ubnd|cong an) (tinh|thanh pho)|van phong dang ky dat dai/],
  ['ministry', /^bo\b|\b(cuc|tong cuc|vu) |hai quan|thu tuong|bo truong/],
];

/** A department is a "Sở"; "cơ sở" and "sổ" are none. */
const department = /(?<!\p{L}|cơ\s)sở\s/iu;

/** The levels an agency's text names; "bảo hiểm xã hội" is no commune. */
export function levelsIn(agencyText: string): ProcedureLevel[] {
  const parts = [...agencyText.split(/[;,/\n]/), agencyText].map((part) =>
    foldWords(part).replaceAll('xa hoi', ''),
  );
  const isNamed = (level: ProcedureLevel, words: RegExp): boolean =>
    parts.some((part) => words.test(part)) ||
    (level === 'province' && department.test(agencyText.normalize('NFC')));
  return levelWords.filter(([level, words]) => isNamed(level, words)).map(([level]) => level);
}

const competenceLevels = {
  commune: 'commune',
  province: 'province',
  department: 'province',
  ministry: 'ministry',
} as const;

const levelFitsAgency: Check = {
  name: 'levelFitsAgency',
  severity: 'block',
  title: { vi: 'Cấp thực hiện không khớp cơ quan', en: 'The level does not fit the agency' },
  remedy: {
    vi: 'Sửa cấp thực hiện, hoặc sửa cơ quan có thẩm quyền, cho khớp nhau.',
    en: 'Correct the level or the competent agency so that they fit.',
  },
  find: (content): Finding[] => {
    const { level, agencyText, competence } = content;
    const named = levelsIn(agencyText);
    const own = competenceLevels[competence.level];
    return [
      ...(level !== 'other' && named.length > 0 && !named.includes(level)
        ? [
            {
              path: 'level',
              vi: `Cấp thực hiện không phải cấp của “${agencyText}”.`,
              en: `The level is not that of “${agencyText}”.`,
            },
          ]
        : []),
      ...(named.length > 0 && !named.includes(own)
        ? [
            {
              path: 'competence.level',
              vi: `Thẩm quyền giải quyết đặt ở cấp khác với “${agencyText}”.`,
              en: `The competence lies at another level than “${agencyText}”.`,
            },
          ]
        : []),
    ];
  },
};

export const agencyChecks: readonly Check[] = [agencyMissing, districtBodies, levelFitsAgency];
