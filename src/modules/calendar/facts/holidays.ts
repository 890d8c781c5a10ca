import { dayNumber, dayText } from '../rules/minutes.ts';
import type { Day, DayException } from '../rules/model.ts';

/**
 * Days off and make-up days of officials, 2024 to 2027. Whole announced stretches are entered, Saturdays and Sundays
 * inside them too, so that a desk which works on Saturdays is closed with the others. A make-up day works the hours of
 * the day it pays for.
 *
 * Checked in November 2026 against copies and press reports that give number, day and content: notices 5015/TB-LĐTBXH of
 * 22/11/2023, 6150/TB-BLĐTBXH of 03/12/2024 and 9441/TB-BNV of 16/10/2025, dispatches 2450/VPCP-KGVX of 12/04/2024 and
 * 12729/VPCP-KGVX of 25/12/2025, and Resolution 28/2026/QH16 (article 2, in force on 01/07/2026). Around 30/04/2026
 * nothing was swapped (3383/BNV-CVL of 10/04/2026). What could not be checked says so in `unverified`.
 */

interface Paper {
  decision: string;
  issuedOn: Day;
  unverified?: string;
}
interface Occasion {
  vi: string;
  en: string;
}

const code: Paper = {
  decision: 'Bộ luật Lao động 2019 (45/2019/QH14), Điều 112 khoản 1',
  issuedOn: '2019-11-20',
};
const compensated: Paper = {
  decision: 'Bộ luật Lao động 2019 (45/2019/QH14), Điều 111 khoản 3 (nghỉ bù)',
  issuedOn: '2019-11-20',
};
const notice2024: Paper = {
  decision: 'Thông báo 5015/TB-LĐTBXH ngày 22/11/2023',
  issuedOn: '2023-11-22',
};
const swap2024: Paper = { decision: 'Công văn 2450/VPCP-KGVX ngày 12/04/2024', issuedOn: '2024-04-12' };
const notice2025: Paper = {
  decision: 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024',
  issuedOn: '2024-12-03',
};
const notice2026: Paper = { decision: 'Thông báo 9441/TB-BNV ngày 16/10/2025', issuedOn: '2025-10-16' };
const swap2026: Paper = { decision: 'Văn bản 12729/VPCP-KGVX ngày 25/12/2025', issuedOn: '2025-12-25' };
/** Outside article 112, so the substitute day of article 111 does not reach it. */
const cultureAct: Paper = {
  decision: 'Nghị quyết 28/2026/QH16, Điều 2 (hiệu lực 01/07/2026)',
  issuedOn: '2026-04-24',
};
const expected2027: Paper = {
  decision: 'Bộ luật Lao động 2019, Điều 112 (chưa thấy thông báo cho năm 2027)',
  issuedOn: '2019-11-20',
  unverified: 'Dự kiến theo luật và âm lịch; thay bằng quyết định khi có.',
};

const newYear: Occasion = { vi: 'Tết Dương lịch', en: 'New Year’s Day' };
const hung: Occasion = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Day' };
const victory: Occasion = { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day' };
const labour: Occasion = { vi: 'Ngày Quốc tế lao động 1/5', en: 'Labour Day' };
const nationalDay: Occasion = { vi: 'Quốc khánh 2/9', en: 'National Day' };
const culture: Occasion = { vi: 'Ngày Văn hóa Việt Nam', en: 'Việt Nam Culture Day' };
const tet = (year: string): Occasion => ({ vi: `Tết Nguyên đán ${year}`, en: `Tết ${year}` });

function off(from: Day, to: Day, name: Occasion, paper: Paper): DayException[] {
  const days = dayNumber(to) - dayNumber(from) + 1;
  return Array.from({ length: days }, (_, i) => ({
    day: dayText(dayNumber(from) + i),
    kind: 'off',
    nameVi: name.vi,
    nameEn: name.en,
    ...paper,
  }));
}

/** A working day given for a day of rest. */
function swap(free: Day, worked: Day, name: Occasion, paper: Paper): DayException[] {
  return [
    { day: free, kind: 'off', nameVi: `${name.vi} (hoán đổi)`, nameEn: `${name.en} (swapped)`, ...paper },
    {
      day: worked,
      kind: 'working',
      insteadOf: free,
      nameVi: `Làm bù ${name.vi}`,
      nameEn: `Make-up for ${name.en}`,
      ...paper,
    },
  ];
}

export const holidays: readonly DayException[] = [
  ...off('2024-01-01', '2024-01-01', newYear, code),
  ...off('2024-02-08', '2024-02-14', tet('Giáp Thìn'), notice2024),
  ...off('2024-04-18', '2024-04-18', hung, code),
  ...swap('2024-04-29', '2024-05-04', victory, swap2024),
  ...off('2024-04-30', '2024-04-30', victory, code),
  ...off('2024-05-01', '2024-05-01', labour, code),
  ...off('2024-08-31', '2024-09-03', nationalDay, notice2024),

  ...off('2025-01-01', '2025-01-01', newYear, code),
  ...off('2025-01-25', '2025-02-02', tet('Ất Tỵ'), notice2025),
  ...off('2025-04-07', '2025-04-07', hung, code),
  ...off('2025-04-30', '2025-04-30', victory, code),
  ...off('2025-05-01', '2025-05-01', labour, code),
  ...swap('2025-05-02', '2025-04-26', victory, notice2025),
  ...off('2025-08-30', '2025-09-02', nationalDay, notice2025),

  ...off('2026-01-01', '2026-01-01', newYear, code),
  ...swap('2026-01-02', '2026-01-10', newYear, swap2026),
  ...off('2026-02-14', '2026-02-22', tet('Bính Ngọ'), notice2026),
  ...off('2026-04-26', '2026-04-26', hung, code),
  ...off('2026-04-27', '2026-04-27', hung, compensated),
  ...off('2026-04-30', '2026-04-30', victory, code),
  ...off('2026-05-01', '2026-05-01', labour, code),
  ...off('2026-08-29', '2026-08-30', nationalDay, notice2026),
  ...swap('2026-08-31', '2026-08-22', nationalDay, notice2026),
  ...off('2026-09-01', '2026-09-02', nationalDay, notice2026),
  ...off('2026-11-24', '2026-11-24', culture, cultureAct),

  ...off('2027-01-01', '2027-01-01', newYear, code),
  ...off('2027-02-05', '2027-02-11', tet('Đinh Mùi'), expected2027),
  ...off('2027-04-16', '2027-04-16', hung, code),
  ...off('2027-04-30', '2027-04-30', victory, code),
  ...off('2027-05-01', '2027-05-01', labour, code),
  ...off('2027-05-03', '2027-05-03', labour, compensated),
  ...off('2027-09-02', '2027-09-02', nationalDay, code),
  ...off('2027-09-03', '2027-09-03', nationalDay, expected2027),
  ...off('2027-11-24', '2027-11-24', culture, cultureAct),
];

/** What no decision says yet; shown with the year. */
export const openQuestions: readonly { year: number; vi: string; en: string }[] = [
  {
    year: 2026,
    vi: 'Dịp 24/11/2026 (thứ Ba): từng có đề xuất hoán đổi ngày thứ Hai 23/11; không tìm thấy quyết định nên không tính.',
    en: 'Around 24/11/2026 (Tuesday) a swap of Monday 23/11 was proposed; no decision was found, so none is counted.',
  },
  {
    year: 2027,
    vi: 'Chưa tìm thấy thông báo cho năm 2027: Tết Đinh Mùi và ngày nghỉ thứ hai dịp Quốc khánh là dự kiến theo luật và âm lịch; chưa có ngày hoán đổi.',
    en: 'No notice for 2027 was found: Tết and the second day of National Day are expected from the law and the lunar calendar; no swapped days yet.',
  },
];
