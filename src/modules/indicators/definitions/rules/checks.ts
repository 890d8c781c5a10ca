import type { Day } from '../../../../kit/day.ts';
import type { FieldFault } from '../../../../kit/problems.ts';
import { checkExpression, type FactKind, type Place } from '../../language/index.ts';
import type { CountBody, DefinitionBody } from '../contract/body.ts';
import { differencesOf } from './diff.ts';
import { overlapping, type Version } from './life.ts';

export interface Candidate {
  code: string;
  validFrom: Day;
  validTo?: Day | undefined;
  body: DefinitionBody;
}

export interface Around {
  kinds: ReadonlyMap<string, FactKind>;
  versions: readonly Version[];
  /** Codes that figures of other kinds bear. */
  taken: readonly string[];
  isUnit: boolean;
  today: Day;
}

const fault = (path: string, vi: string, en: string): FieldFault => ({ path, message: { vi, en } });

/** Everything that stands in the way of a definition, field by field, each with its remedy. */
export function faultsOf(candidate: Candidate, around: Around): FieldFault[] {
  const { body } = candidate;
  return [
    ...codeFaults(candidate, around),
    ...dayFaults(candidate, around),
    ...countFaults('body.numerator', body.numerator, around.kinds),
    ...countFaults('body.denominator', body.denominator, around.kinds),
    ...ruleFaults(body),
    ...(around.isUnit
      ? []
      : [
          fault(
            'body.owner',
            'Không có cơ quan này; chọn trong danh sách.',
            'There is no such unit; choose one from the list.',
          ),
        ]),
  ];
}

function codeFaults({ code }: Candidate, { taken }: Around): FieldFault[] {
  if (!taken.includes(code)) return [];
  return [
    fault(
      'code',
      `Mã ${code} đã dùng cho một chỉ số nhiệm vụ; đặt mã khác.`,
      `A figure of tasks bears the code ${code}; take another one.`,
    ),
  ];
}

function dayFaults({ validFrom, validTo, body }: Candidate, { versions, today }: Around): FieldFault[] {
  if (validTo !== undefined && validTo <= validFrom)
    return [
      fault(
        'validTo',
        'Ngày hết hiệu lực phải sau ngày bắt đầu.',
        'The last day must come after the first one.',
      ),
    ];
  if (versions.length === 0) return [];
  const found: FieldFault[] = [];
  if (validFrom < today)
    found.push(
      fault(
        'validFrom',
        'Phiên bản mới bắt đầu từ hôm nay trở đi, để số liệu đã công bố không đổi.',
        'A new version begins today or later, so that published figures stay as they are.',
      ),
    );
  const open = versions.findLast((one) => one.validTo === null && one.validFrom < validFrom);
  const closed = versions.filter((one) => one !== open);
  const [other] = overlapping(closed, { validFrom, validTo: validTo ?? null });
  if (other)
    found.push(
      fault(
        'validFrom',
        `Thời gian trùng với phiên bản ${other.version} (từ ${shown(other.validFrom)}${other.validTo ? ` đến trước ${shown(other.validTo)}` : ''}); chọn ngày khác hoặc kết thúc phiên bản đó.`,
        `The days meet those of version ${other.version} (from ${shown(other.validFrom)}${other.validTo ? ` until before ${shown(other.validTo)}` : ''}); choose other days or end that version.`,
      ),
    );
  return [...found, ...sameFaults(versions.at(-1)!, body)];
}

function sameFaults(newest: Version, body: DefinitionBody): FieldFault[] {
  if (differencesOf(newest.body, body).length > 0) return [];
  const { version } = newest;
  return [
    fault(
      'body.name.vi',
      `Không có gì khác phiên bản ${version}.`,
      `Nothing differs from version ${version}.`,
    ),
  ];
}

const shown = (day: Day): string => day.split('-').toReversed().join('/');

function countFaults(path: string, count: CountBody, kinds: Around['kinds']): FieldFault[] {
  const kind = kinds.get(count.fact);
  if (!kind) {
    const list = [...kinds.keys()].join(', ');
    return [
      fault(
        `${path}.fact`,
        `Không có loại dữ kiện “${count.fact}” ở đây; chọn một trong: ${list}.`,
        `No facts of the kind “${count.fact}” are published here; choose one of: ${list}.`,
      ),
    ];
  }
  const found: FieldFault[] = [];
  const check = (name: 'where' | 'sum', wanted: 'boolean' | 'number') => {
    const text = count[name];
    if (text === undefined) return;
    const checked = checkExpression(text, kind, wanted);
    if (!checked.ok)
      found.push({ path: `${path}.${name}`, message: placed(checked.problem, text, checked.at) });
  };
  check('where', 'boolean');
  check('sum', 'number');
  found.push(...periodFaults(path, count, kind));
  if (count.sum !== undefined && count.of !== undefined && count.of !== 'records')
    found.push(
      fault(
        `${path}.sum`,
        'Đã đếm thủ tục hay cơ quan thì không cộng số; bỏ một trong hai.',
        'Where procedures or units are counted nothing is summed; leave out one of the two.',
      ),
    );
  return found;
}

function periodFaults(path: string, { period }: CountBody, { periods }: FactKind): FieldFault[] {
  if (period === undefined || periods.includes(period)) return [];
  const list = periods.join(', ');
  return [
    fault(
      `${path}.period`,
      `Kỳ phải theo một trong các ngày: ${list}; để trống nếu là hiện trạng.`,
      `The period goes by one of these days: ${list}; blank for the state as it stands.`,
    ),
  ];
}

/** The problem with where it stands in the text. */
export function placed(
  problem: { vi: string; en: string },
  text: string,
  at: Place,
): { vi: string; en: string } {
  const word = text.slice(at.from, at.to).slice(0, 40);
  if (at.from === 0 && at.to >= text.length) return problem;
  return {
    vi: `${problem.vi} (vị trí ${at.from + 1}${word ? `: ${word}` : ''})`,
    en: `${problem.en} (position ${at.from + 1}${word ? `: ${word}` : ''})`,
  };
}

const ruleFaults = (body: DefinitionBody): FieldFault[] => [...zeroFaults(body), ...targetFaults(body)];

function zeroFaults({ zeroDenominator: zero }: DefinitionBody): FieldFault[] {
  const found: FieldFault[] = [];
  const needsValue = zero.rule === 'ratio' || zero.rule === 'points';
  if (needsValue && zero.value === undefined)
    found.push(
      fault(
        'body.zeroDenominator.value',
        'Nêu giá trị được ghi khi mẫu số bằng 0.',
        'State the value that stands when the denominator is 0.',
      ),
    );
  if (!needsValue && zero.value !== undefined)
    found.push(
      fault(
        'body.zeroDenominator.value',
        'Quy tắc này không cần giá trị; để trống.',
        'This rule needs no value; leave it blank.',
      ),
    );
  if (zero.rule === 'ratio' && zero.value !== undefined && (zero.value < 0 || zero.value > 1))
    found.push(
      fault(
        'body.zeroDenominator.value',
        'Tỷ lệ viết từ 0 đến 1 (1 là 100 %).',
        'The ratio is written from 0 to 1 (1 is 100%).',
      ),
    );
  return found;
}

function targetFaults({ comparator, target, unit }: DefinitionBody): FieldFault[] {
  const found: FieldFault[] = [];
  if (comparator !== undefined && target === undefined)
    found.push(
      fault(
        'body.target',
        'Đã có phép so sánh thì nêu mục tiêu.',
        'Where there is a comparison, state the target.',
      ),
    );
  if (unit === 'percent' && target !== undefined && (target < 0 || target > 100))
    found.push(
      fault(
        'body.target',
        'Mục tiêu của một tỷ lệ từ 0 đến 100.',
        'The target of a percentage lies between 0 and 100.',
      ),
    );
  return found;
}
