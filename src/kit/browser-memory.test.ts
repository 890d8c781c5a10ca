import { expect, test } from 'vitest';

import { browserMemory } from './browser-memory.ts';
import type { Keys } from './keys.ts';

const keys = { mac: (text: string) => Buffer.from(text).toString('base64url') } as Keys;

function browser() {
  const jar = new Map<string, string>();
  const find = (name: string) => jar.get(name);
  const set = (name: string, value: string) => void jar.set(name, value);
  const at = (now: string) => browserMemory(keys, new Date(now), { find, set });
  return { jar, at };
}

test('what is kept is found again under its name until its time is over', () => {
  const { at } = browser();
  at('2025-11-17T08:00:00Z').keep('case:1', 'AB12', 60);
  expect(at('2025-11-17T08:00:59Z').kept('case:1')).toBe('AB12');
  expect(at('2025-11-17T08:00:59Z').kept('case:2')).toBeUndefined();
  expect(at('2025-11-17T08:01:00Z').kept('case:1')).toBeUndefined();
});

test('a value or an end that the browser changed is not believed', () => {
  const { at, jar } = browser();
  at('2025-11-17T08:00:00Z').keep('case:1', 'AB12', 60);
  const [[name, value]] = [...jar] as [[string, string]];
  jar.set(name, value.replace(/^[^.]+/, Buffer.from('CD34').toString('base64url')));
  expect(at('2025-11-17T08:00:01Z').kept('case:1')).toBeUndefined();
  jar.set(name, value.replace(/\.[^.]+\./, '.zzzzzzzzz.'));
  expect(at('2025-11-17T08:00:01Z').kept('case:1')).toBeUndefined();
});
