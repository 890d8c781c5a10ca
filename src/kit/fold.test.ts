import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { testApp } from './testing.ts';

const words: [text: string, folded: string][] = [
  ['Nguyễn Thị Hường 12', 'nguyen thi huong 12'],
  ['ĐẶNG Thái Sơn', 'dang thai son'],
  ['Nguyễn Thị Hường'.normalize('NFD'), 'nguyen thi huong'],
  ['Thừa Thiên – Huế', 'thua thien - hue'],
  ['', ''],
];

test('Words are found without their diacritics, however they were composed', async () => {
  await using t = await testApp();
  for (const [text, folded] of words) {
    const found = await t.app.db.read((tx) => tx.one(sql`select kit.fold(${text}) as folded`));
    expect(found, text).toEqual({ folded });
  }
  const none = await t.app.db.read((tx) => tx.one(sql`select kit.fold(null) as folded`));
  expect(none).toEqual({ folded: null });
});
