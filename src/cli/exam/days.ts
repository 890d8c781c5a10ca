import { addDays, type Day, instantOf } from '../../kit/day.ts';

/** First day of the former country as the exam states it, the day of the reform, and the day before. */
export const FIRST_DAY: Day = '2025-01-01';
export const REFORM: Day = '2025-07-01';
export const LAST_DAY: Day = addDays(REFORM, -1);

export const beganAt = instantOf('2025-05-05', '08:00');
/** The lists of the reform are imported on its eve; the next working morning is asked about. */
export const eve = instantOf(LAST_DAY, '18:00');
export const morning = instantOf(REFORM, '08:00');

export const legalBasis =
  'Luật 72/2025/QH15; Nghị quyết 202/2025/QH15; các nghị quyết của Ủy ban Thường vụ Quốc hội về sắp xếp cấp xã';

/** Papers of the exam; the exam's people and their appointments are invented. */
export const lawPaper = { number: '72/2025/QH15', issuedOn: FIRST_DAY };
export const staffPaper = { number: 'MH-01/QĐ-UBND', issuedOn: FIRST_DAY };
export const reformPaper = { number: 'MH-02/QĐ-UBND', issuedOn: LAST_DAY };
