import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';

import { Checkbox, Radios } from './components/choices.tsx';
import { ErrorSummary } from './components/form.tsx';
import { Select, TextInput } from './components/inputs.tsx';
import { renderPage } from './render.ts';

const drawn = (errors: Record<string, string>, more?: VNode): string =>
  renderPage(
    <main>
      <ErrorSummary errors={errors} />
      <TextInput name="reason" label="Lý do" hint="Nêu ngắn gọn" optional />
      <Radios name="kind" label="Loại" choices={[{ value: 'a', text: 'A' }]} />
      <Checkbox name="truth" label="Tôi cam đoan" />
      {more}
    </main>,
  );
const missing = 'Chưa nhập; trường này là bắt buộc.';

describe('The list above a refused form', () => {
  test.each([
    ['a box', 'reason', 'f-reason', 'Lý do'],
    ['a question above choices', 'kind', 'f-kind', 'Loại'],
    ['a tick', 'truth-true', 'f-truth-true', 'Tôi cam đoan'],
  ])('names %s where the message does not', (_, name, id, label) => {
    expect(drawn({ [name]: missing })).toContain(
      `<a href="#${id}"><strong>${label}</strong>: ${missing}</a>`,
    );
  });

  test('leaves a message that names its field, and one whose field is not on the page', () => {
    expect(drawn({ reason: 'Nhập lý do.' })).toContain('<a href="#f-reason">Nhập lý do.</a>');
    expect(drawn({ other: 'Sai.' })).toContain('<a href="#f-other">Sai.</a>');
  });

  test('writes what people typed into a label as text, and takes a label made of parts', () => {
    const label = (
      <>
        Tệp <em>&lt;của tôi&gt;</em>
      </>
    );
    const page = drawn({ file: missing }, <TextInput name="file" label={label} />);
    expect(page).toContain(`<strong>Tệp <em>&lt;của tôi></em></strong>: ${missing}`);
  });

  test('leads to the field of its own form where two have one name', () => {
    const page = drawn({ 'b-reason': missing }, <TextInput name="reason" id="f-b-reason" label="Căn cứ" />);
    expect(page).toContain(`<a href="#f-b-reason"><strong>Căn cứ</strong>: ${missing}</a>`);
  });

  test('changes nothing else of the page, and text that looks like a link stays text', () => {
    const select = <Select name="s" label="Chọn" options={[{ value: '1', text: '<a href="#f-s">x</a>' }]} />;
    const page = drawn({ reason: missing }, select);
    const plain = drawn({}, select);
    expect(page.slice(page.indexOf('<div class="field'))).toBe(
      plain.slice(plain.indexOf('<div class="field')),
    );
  });
});
