import { expect, test } from 'vitest';

import { permissionsOf, type Role } from '../../identity/index.ts';
import { type Reader, readerOf } from './work-reader.ts';

const reports = ['report.write', 'report.confirm'];

test.each<[roles: Role[], reader: Reader]>([
  [['coordinator'], 'duty'],
  [['head'], 'duty'],
  [['specialist', 'coordinator'], 'duty'],
  [['office'], 'decides'],
  [['desk'], 'desk'],
  [['desk', 'specialist'], 'desk'],
  [['specialist'], 'handles'],
  [['leader'], 'steers'],
  [['administrator'], 'runs'],
  [['inspector'], 'inspects'],
  [[], 'reads'],
])('The page of work of %s is that of whom it %s', (roles, reader) => {
  const can = (permission: string): boolean => roles.some((role) => permissionsOf(role).has(permission));
  expect(readerOf(can, reports.some(can))).toBe(reader);
});
