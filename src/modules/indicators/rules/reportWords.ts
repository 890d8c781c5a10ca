import type { Lang } from '../../../kit/i18n.ts';

/** Titles of reports that were given none. */
export const reportTitle = (kind: 'session' | 'late', lang: Lang): string =>
  ({
    session: { vi: 'Báo cáo tình hình thực hiện nhiệm vụ', en: 'Report on the state of tasks' },
    late: { vi: 'Danh sách nhiệm vụ chậm theo cơ quan', en: 'Late tasks by agency' },
  })[kind][lang];
