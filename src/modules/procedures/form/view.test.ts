import type { VNode } from 'preact';
import { h } from 'preact';
import { describe, expect, test } from 'vitest';

import { type Lang, LangProvider } from '../../../web/language.tsx';
import { renderPart } from '../../../web/render.ts';
import { completeProcedures } from '../facts/catalogue.ts';
import { birth } from '../facts/complete/birth.ts';
import { formPicksFrom } from './pick.ts';
import { prefill } from './prefill.ts';
import { FormView, type FormViewProps } from './view.tsx';

const form = birth.content.form!;
const draw = (props: FormViewProps, lang: Lang = 'vi'): string =>
  renderPart(h(LangProvider, { lang, children: h(FormView, props) }) as VNode);
const fieldOf = (html: string, key: string): string =>
  html.split(/(?=<div[^>]*data-field=)/).find((part) => part.includes(`data-field="${key}"`)) ?? '';

describe.each(completeProcedures)('the drawn form of $code', ({ content }) => {
  const html = draw({ form: content.form!, values: {} }, 'en');

  test('obeys the content security policy and has no holes', () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+="|undefined|NaN|\[object/);
  });

  test('has every id once, and labels and descriptions that point at something', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(
      ([, list]) => list!.split(' '),
    );
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a form', () => {
  test('names its inputs so that they unfold under `form`', () => {
    expect(fieldOf(draw({ form, values: {} }), 'childName')).toContain('name="form.childName"');
    expect(draw({ form, values: {}, name: 'answers' })).toContain('name="answers.childName"');
    expect(formPicksFrom(form)).toEqual({ 'form.motherResidence': { levels: ['commune'] } });
  });

  test('hides what is not asked and offers “Tiếp tục” where there is no script', () => {
    const html = draw({ form, values: { relation: 'mother' } });
    expect(fieldOf(html, 'motherName')).toMatch(/^<div[^>]*\shidden/);
    expect(fieldOf(html, 'fatherKnown')).not.toMatch(/^<div[^>]*\shidden/);
    expect(html).toContain('name="continue" value="parents"');
    expect(html).not.toContain('name="continue" value="applicant"');
  });

  test('gives back what was typed, with the fault beside it', () => {
    const html = draw({
      form,
      values: { childBirthDay: '31/06/2025' },
      errors: { childBirthDay: 'Không có ngày này.' },
    });
    const field = fieldOf(html, 'childBirthDay');
    expect(field).toContain('value="31/06/2025"');
    expect(field).toContain('Không có ngày này.');
    expect(field).toContain('aria-invalid="true"');
  });

  test('shows what sign-in knows as a fact with origin and time, without a control', () => {
    const known = prefill(form, { at: '2025-11-16T02:30:00Z', facts: { fullName: 'Nguyễn Thị Lan' } });
    const field = fieldOf(draw({ form, values: known.values, known }), 'fullName');
    expect(field).toContain('Nguyễn Thị Lan');
    expect(field).toContain('09:30 16/11/2025');
    expect(field).not.toContain('<input');
  });

  test('says where a value of an earlier case comes from and lets it be changed', () => {
    const earlier = { value: 'Huế', caseCode: 'H57.01-251110-0001', at: '2025-11-10T02:30:00Z' };
    const known = prefill(form, undefined, { 'person.homeTown@child': earlier });
    const field = fieldOf(draw({ form, values: known.values, known }), 'childHomeTown');
    expect(field).toContain('H57.01-251110-0001');
    expect(field).toContain('value="Huế"');
  });

  test('draws one section alone and keeps its place in the whole', () => {
    const html = draw({ form, values: {}, section: 'child' });
    expect(html).toContain('Phần 2/3');
    expect(html).not.toContain('data-field="fullName"');
  });
});
