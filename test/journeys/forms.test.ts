import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { VNode } from 'preact';
import { h } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { launchOptions } from '../../scripts/browser.ts';
import { completeProcedures } from '../../src/modules/procedures/facts/catalogue.ts';
import { prefill } from '../../src/modules/procedures/form/prefill.ts';
import { validateForm } from '../../src/modules/procedures/form/validate.ts';
import { FormView } from '../../src/modules/procedures/form/view.tsx';
import { assetUrl, loadAssets } from '../../src/web/assets.ts';
import { Form } from '../../src/web/components/form.tsx';
import { Page as Document } from '../../src/web/layout.tsx';
import { renderPage } from '../../src/web/render.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch(await launchOptions());
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  page = await context.newPage();
});
afterAll(() => browser?.close());

const asset = (name: string): string => loadAssets().files.get(assetUrl(name))!.body.toString();
const account = {
  at: '2025-11-16T02:30:00Z',
  facts: { fullName: 'Nguyễn Thị Lan', personalId: '079190001234' },
};

/** A form with everything it can show: locks, faults, hidden fields. */
async function open(
  form: NonNullable<(typeof completeProcedures)[number]['content']['form']>,
): Promise<void> {
  const known = prefill(form, account);
  const faults = Object.entries(validateForm(form, known.values)).map(([key, text]) => [key, text.vi]);
  const view = h(FormView, { form, values: known.values, known, errors: Object.fromEntries(faults) });
  const body = h(Form, { csrf: 'x', children: view });
  const document = h(Document, {
    lang: 'vi',
    title: 'Nộp hồ sơ',
    url: '/',
    nav: [],
    children: [h('h1', {}, 'Nộp hồ sơ'), h('h2', {}, 'Tờ khai'), body],
  } as never) as VNode;
  await page.setContent(
    renderPage(document).replaceAll(/<(link|script)[^>]*(stylesheet|src=)[^>]*>(<\/script>)?/g, ''),
  );
  await page.addStyleTag({ content: asset('app.css') });
  await page.addScriptTag({ content: asset('app.js'), type: 'module' });
}

// Birth, copies, land and building show every kind of field there is.
const shown = ['1.001193', '2.000815', '1.013978', '1.013225'];

describe.each(completeProcedures.filter(({ code }) => shown.includes(code)))(
  'the form of $code on a phone',
  ({ content }) => {
    test('has nothing that axe objects to and nothing wider than the window', async () => {
      await open(content.form!);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
    });
  },
);

test('the fields of a parent who files disappear while the person answers', async () => {
  await open(completeProcedures[0]!.content.form!);
  const mother = page.locator('[data-field="motherName"]');
  const father = page.locator('[data-field="fatherName"]');
  expect(await mother.isVisible()).toBe(true);
  await page.check('input[name="form.relation"][value="mother"]');
  expect(await mother.isHidden()).toBe(true);
  expect(await father.isHidden()).toBe(true);
  await page.check('input[name="form.fatherKnown"][value="true"]');
  expect(await father.isVisible()).toBe(true);
});
