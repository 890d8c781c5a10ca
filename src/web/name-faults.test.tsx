import { describe, expect, test } from 'vitest';

import { Radios } from './components/choices.tsx';
import { ErrorSummary } from './components/form.tsx';
import { TextInput } from './components/inputs.tsx';
import { renderPage } from './render.ts';

const drawn = (errors: Record<string, string>): string =>
  renderPage(
    <main>
      <ErrorSummary errors={errors} />
      <TextInput name="reason" label="Lý do" hint="Nêu ngắn gọn" optional />
      <Radios name="kind" label="Loại" choices={[{ value: 'a', text: 'A' }]} />
    </main>,
  );

describe('The list above a refused form', () => {
  test('names the field of a message that does not name it', () => {
    expect(drawn({ reason: 'Chưa nhập; trường này là bắt buộc.' })).toContain(
      '<a href="#f-reason"><strong>Lý do</strong>: Chưa nhập; trường này là bắt buộc.</a>',
    );
    expect(drawn({ kind: 'Chọn một mục.' })).toContain(
      '<a href="#f-kind"><strong>Loại</strong>: Chọn một mục.</a>',
    );
  });

  test('leaves a message that names its field, and one whose field is not on the page', () => {
    expect(drawn({ reason: 'Nhập lý do.' })).toContain('<a href="#f-reason">Nhập lý do.</a>');
    expect(drawn({ other: 'Sai.' })).toContain('<a href="#f-other">Sai.</a>');
  });
});
