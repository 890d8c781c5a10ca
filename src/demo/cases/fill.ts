/** What an invented applicant writes into the form of a procedure. */
import { addDays, type Day } from '../../kit/day.ts';
import type { FormField, ProcedureForm } from '../../modules/procedures/contract.ts';
import { visibleFields } from '../../modules/procedures/index.ts';
import { CITIZEN } from '../accounts.ts';
import { chanceOf, type Chance } from '../chance.ts';
import {
  inventAddress,
  inventFamily,
  inventPerson,
  inventPersonalId,
  inventPhone,
  type Sex,
} from '../names.ts';

export interface Persona {
  fullName: string;
  personalId: string;
  phone: string;
  address: string;
  sex: Sex;
  birthDay: Day;
}

/** A person of between so many years on a day. */
export function invent(
  c: Chance,
  on: Day,
  ages: readonly [number, number],
  fixed: { family?: string; sex?: Sex } = {},
): Persona {
  const { fullName, sex } = inventPerson(c, fixed.family, fixed.sex);
  const birthDay = addDays(on, -Math.round(c.between(ages[0] * 365, ages[1] * 365)));
  const born = Number(birthDay.slice(0, 4));
  return {
    fullName,
    sex,
    birthDay,
    personalId: inventPersonalId(c, born, sex),
    phone: inventPhone(c),
    address: inventAddress(c),
  };
}

/** Who files under the account of the demonstration: the same person in each case. */
export const citizen: Persona = {
  ...invent(chanceOf('the citizen'), '2025-07-01', [33, 34], { sex: 'female' }),
  fullName: CITIZEN,
};

/** Everybody a form may ask about; the family of the child is that of its father. */
export function inventCast(c: Chance, on: Day): Record<string, Persona> {
  const applicant = invent(c, on, [24, 62]);
  const family = applicant.fullName.split(' ')[0]!;
  const { sex } = applicant;
  return {
    applicant,
    child: invent(c, on, [0, 0.1], { family }),
    father: invent(c, on, [26, 40], { family, sex: 'male' }),
    mother: invent(c, on, [22, 38], { sex: 'female' }),
    partner: invent(c, on, [22, 40], { family: inventFamily(c), sex: sex === 'male' ? 'female' : 'male' }),
    deceased: invent(c, on, [60, 92], { family }),
    subject: invent(c, on, [20, 60], { family }),
    beneficiary: invent(c, on, [76, 90]),
    household: invent(c, on, [40, 70], { family }),
  };
}

const activities = ['Bán lẻ tạp hóa', 'Ăn uống, giải khát', 'Sửa chữa xe máy', 'May mặc', 'Dịch vụ lưu trú'];
const papers = ['Bằng tốt nghiệp đại học', 'Căn cước', 'Giấy chứng nhận quyền sử dụng đất', 'Học bạ'];
const wards = ['Bệnh viện Trung ương Huế', 'Bệnh viện Trường Đại học Y – Dược Huế'];

/** Words for data that are not about a person. */
function thing(datum: string, c: Chance, of: Persona): string {
  const given = of.fullName.split(' ').at(-1)!;
  const known: Record<string, string> = {
    'person.ethnicity': 'Kinh',
    'person.nationality': 'Việt Nam',
    'person.homeTown': 'Thành phố Huế',
    'person.birthPlace': c.pick(wards),
    'person.deathPlace': 'Tại nhà riêng',
    'person.deathHour': `${c.between(1, 22)} giờ 30 phút`,
    'person.deathCause': 'Tuổi già',
    'person.bankAccount': `Ngân hàng minh họa, 00${c.between(100_000, 999_999)}`,
    'birth.proof': `MH-${c.between(1000, 9999)}/2025`,
    'business.name': `Hộ kinh doanh ${given} ${c.between(1, 99)}`,
    'business.activity': c.pick(activities),
    'paper.name': c.pick(papers),
    'paper.number': `MH-${c.between(100, 999)}`,
    'paper.issuer': 'Cơ quan cấp (minh họa)',
    'land.certificate': `MH ${c.between(100_000, 999_999)}`,
    'land.sheet': String(c.between(1, 60)),
    'land.plot': String(c.between(1, 900)),
    'health.clinic': c.pick(wards),
    'case.purpose': 'Bổ sung hồ sơ xin việc',
    'case.request': 'Đề nghị giải quyết theo quy định; xin nhận kết quả tại nơi nộp.',
  };
  return known[datum] ?? 'Theo hồ sơ kèm theo';
}

const dayBefore = (c: Chance, on: Day, most: number): Day => addDays(on, -c.between(2, most));

function day(datum: string, c: Chance, on: Day, of: Persona): Day {
  if (datum === 'person.birthDay') return of.birthDay;
  if (datum === 'person.deathDay') return dayBefore(c, on, 9);
  return dayBefore(c, on, 3000);
}

const numbers: Readonly<Record<string, readonly [number, number]>> = {
  'person.marriageCount': [1, 1],
  'case.pages': [1, 12],
  'case.copies': [1, 5],
  'work.floors': [1, 4],
  'work.floorArea': [60, 400],
  'work.height': [4, 16],
  'land.area': [80, 600],
  'business.capital': [30, 500],
  'business.workers': [0, 6],
};

function amount(field: FormField, datum: string, c: Chance): number {
  const [from, to] = numbers[datum] ?? [field.min ?? 1, Math.min(field.max ?? 10, (field.min ?? 1) + 9)];
  const value = c.between(from, to);
  return field.type === 'money' ? value * 1_000_000 : value;
}

interface Scene {
  on: Day;
  /** The commune that is meant wherever a place is asked. */
  placeId: string;
  cast: Record<string, Persona>;
  /** Answers that the story needs, by field. */
  said: Readonly<Record<string, unknown>>;
}

function answer(field: FormField, c: Chance, { on, placeId, cast, said }: Scene): unknown {
  const wanted = said[field.key];
  if (wanted !== undefined && (!field.options || field.options.some((one) => one.value === wanted)))
    return wanted;
  const [datum = '', role = 'applicant'] = field.term.split('@');
  const person = cast[role] ?? cast['applicant']!;
  switch (field.type) {
    case 'place':
    case 'unit':
      return placeId;
    case 'personalId':
      return person.personalId;
    case 'phone':
      return person.phone;
    case 'email':
      return undefined;
    case 'day':
      return day(datum, c, on, person);
    case 'number':
    case 'money':
      return amount(field, datum, c);
    case 'yesNo':
      return c.next() < 0.5;
    case 'choice':
      return datum === 'person.sex' ? person.sex : c.pick(field.options!).value;
    default:
      if (datum === 'person.fullName') return person.fullName;
      return datum.endsWith('.address') ? person.address : thing(datum, c, person);
  }
}

/** A form filled in from top to bottom: each answer decides what is asked next. */
export function fillForm(form: ProcedureForm, c: Chance, scene: Scene): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { fields } of form.sections)
    for (const field of fields) {
      if (!visibleFields(form, values).some((one) => one.key === field.key)) continue;
      const value = answer(field, c, scene);
      if (value !== undefined) values[field.key] = value;
    }
  return values;
}
