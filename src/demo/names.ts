/** Invented people: names as they are common in Huế, none of a person known to us. */
import type { Chance } from './chance.ts';

const families = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Trần',
  'Lê',
  'Lê',
  'Hoàng',
  'Phan',
  'Phạm',
  'Hồ',
  'Võ',
  'Đặng',
  'Đỗ',
  'Ngô',
  'Dương',
  'Trương',
  'Mai',
  'Cao',
  'Tôn Thất',
];
const womenMiddle = ['Thị', 'Thị', 'Thị Thanh', 'Thị Thu', 'Thị Minh', 'Ngọc', 'Thùy', 'Thị Kim', 'Khánh'];
const womenGiven = [
  'Hương',
  'Nga',
  'Lan',
  'Hạnh',
  'Thảo',
  'Trang',
  'Vân',
  'Hồng',
  'Nhung',
  'Phượng',
  'Diệu',
  'Quỳnh',
  'Yến',
  'Châu',
  'Ngân',
  'Tâm',
];
const menMiddle = ['Văn', 'Văn', 'Hữu', 'Đình', 'Quốc', 'Minh', 'Đức', 'Công', 'Xuân', 'Viết', 'Bá'];
const menGiven = [
  'Hùng',
  'Dũng',
  'Nam',
  'Tuấn',
  'Phúc',
  'Long',
  'Hải',
  'Thành',
  'Bình',
  'Khoa',
  'Lộc',
  'Tài',
  'Sơn',
  'Quang',
  'Thắng',
  'Vinh',
];

export type Sex = 'female' | 'male';
export interface Invented {
  fullName: string;
  sex: Sex;
}

export function inventPerson(c: Chance, family?: string, wanted?: Sex): Invented {
  const sex = wanted ?? (c.next() < 0.5 ? 'female' : 'male');
  const surname = family ?? c.pick(families);
  const [middle, given] =
    sex === 'female' ? [c.pick(womenMiddle), c.pick(womenGiven)] : [c.pick(menMiddle), c.pick(menGiven)];
  return { fullName: `${surname} ${middle} ${given}`, sex };
}

export const inventFamily = (c: Chance): string => c.pick(families);

/** A personal number as they are formed (province, century and sex, year of birth), with digits that make it invented. */
export function inventPersonalId(c: Chance, born: number, sex: Sex): string {
  const century = (born < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0);
  return `046${century}${String(born % 100).padStart(2, '0')}${String(c.between(900_000, 999_999))}`;
}

export const inventPhone = (c: Chance): string => `09140${String(c.between(0, 99_999)).padStart(5, '0')}`;

const streets = [
  'Lê Lợi',
  'Hùng Vương',
  'Nguyễn Huệ',
  'Trần Phú',
  'Phan Chu Trinh',
  'Điện Biên Phủ',
  'Hai Bà Trưng',
  'Bà Triệu',
  'Nguyễn Sinh Cung',
  'Tố Hữu',
];
export const inventAddress = (c: Chance): string => `${c.between(1, 240)} ${c.pick(streets)}`;
