import { expect, test } from 'vitest';

import type { PageContext } from '../../../kit/page.ts';
import { dutyTitle } from './panels/watch.tsx';

const p = { lang: 'en' } as PageContext;
const item = {
  id: '019a0000-0000-7000-8000-000000000000',
  code: '19789-251106-0002',
  unit: { id: 'u', name: { vi: 'Sở', en: 'Department' } },
  due: '2025-11-13T10:30:00.000Z',
};
const title = { vi: 'Cấp bản sao', en: 'Copy' };

test.each([
  ['consultation', false, undefined, '19789-251106-0002'],
  ['consultation', true, undefined, 'Consultation'],
  ['case', true, title, 'Copy'],
  ['case', true, undefined, 'Case'],
  ['task', true, undefined, '19789-251106-0002'],
] as const)(
  'A %s (on a wall: %s) is called without the code of a case where all may look',
  (what, isWall, named, said) => {
    expect(dutyTitle({ p, isWall }, { ...item, what, ...(named && { title: named }) })).toBe(said);
  },
);
