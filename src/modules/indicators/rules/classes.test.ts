import { expect, test } from 'vitest';

import { testApp } from '../../../kit/testing.ts';
import { listAllDefinitions } from '../store/definitions.ts';
import { classesOf } from './classes.ts';

test('The rule of every figure of tasks, as text, counts the very classes that its named counts name', async () => {
  await using t = await testApp();
  const definitions = await t.app.db.read(listAllDefinitions);
  expect(definitions).toHaveLength(12);
  for (const { rule, ...named } of definitions) {
    expect(rule.numerator).toContain('class');
    for (const part of ['numerator', 'denominator', 'excluded'] as const)
      expect(classesOf({ ...named, rule }, part)).toEqual(classesOf(named, part));
  }
});
