import type { CalendarVersion, WorkWeek } from '../rules/model.ts';

/**
 * The two calendars of an installation that has stated none. The week of 40 hours and its working days are law; the
 * hours of the day are each province's own, so the standard hours are an assumption and say so.
 */

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:30' },
];
const officeWeek: WorkWeek = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };

const hoursAssumed =
  'Khung giờ trong ngày do từng tỉnh, thành phố quy định; khung giờ này là giả định cho nơi chưa nêu lịch riêng.';

export const NATIONAL = 'national';
export const POLICE = 'police';

export const standardVersions: Record<typeof NATIONAL | typeof POLICE, readonly CalendarVersion[]> = {
  [NATIONAL]: [
    {
      validFrom: '2000-01-01',
      week: officeWeek,
      keepsMakeUpDays: true,
      legalBasis: 'Quyết định 188/1999/QĐ-TTg (tuần làm việc 40 giờ)',
      unverified: hoursAssumed,
    },
  ],
  [POLICE]: [
    {
      validFrom: '2000-01-01',
      week: { ...officeWeek, sat: [{ from: '07:30', to: '11:30' }] },
      keepsMakeUpDays: true,
      legalBasis:
        'Quyết định 188/1999/QĐ-TTg; Quyết định 14/2010/QĐ-TTg (tiếp nhận thủ tục hành chính vào sáng thứ Bảy)',
      unverified: hoursAssumed,
    },
  ],
};

export const standardNames = {
  [NATIONAL]: { nameVi: 'Lịch hành chính chung', nameEn: 'Common office calendar' },
  [POLICE]: {
    nameVi: 'Lịch quầy tiếp dân công an (sáng thứ Bảy)',
    nameEn: 'Calendar of police desks (Saturday mornings)',
  },
} as const;
