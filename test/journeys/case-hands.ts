import { spawnSync } from 'node:child_process';

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

import { stepMessages } from '../../src/modules/cases/messages/desk-steps.ts';
import type { FormStep } from '../../src/modules/cases/pages/desk/step-asks.ts';
import type { ProcedureForm } from '../../src/modules/procedures/contract.ts';
import type { Visitor } from './world.ts';

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n%%EOF startxref\n'),
});

/** Types a unit's name and takes the first that is offered. */
export async function pickUnit(within: Page | Locator, name: string, unit: string): Promise<void> {
  await within.locator(`[name="${name}-text"]`).pressSequentially(unit);
  await within.getByRole('option', { name: unit }).first().click();
}

/** Takes one step on the page of a case as its buttons offer it; the page is looked at before and after. */
export async function takeStep(
  visitor: Visitor,
  path: string,
  step: FormStep,
  fill: (form: Locator) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await visitor.visit(path);
  const { page } = visitor;
  const form = page.locator(`#step-${step}`);
  await form.waitFor();
  if ((await form.evaluate((box) => box.tagName)) === 'DETAILS')
    await form.locator('summary').first().click();
  await fill(form);
  await visitor.check();
  await form.getByRole('button', { name: stepMessages.vi[step].send, exact: true }).click();
  await page.getByText(stepMessages.vi[step].done).first().waitFor();
  await visitor.check();
}

const above: Readonly<Record<string, string>> = {
  fullName: 'person.fullName@applicant',
  personalId: 'person.personalId@applicant',
  phone: 'person.phone@applicant',
  email: 'person.email@applicant',
  address: 'person.address@applicant',
};
const furniture =
  /^(q|do|truth|secret|who\.(for|kind)|give\.|channel|applicant\.kind|placeUnitId|returnUnitId|(got|as|count|file|camera|desk)\.)/;

/** What one case has asked a person for, screen by screen, and what was typed into it. */
export interface Ledger {
  /** Dictionary terms in the order in which screens asked for them; a term asked for twice stands here twice. */
  asked: string[];
  typed: string[];
  /** Notes the boxes that stand open on the screen. */
  look(page: Page): Promise<void>;
  type(page: Page, name: string, value: string): Promise<void>;
}

export function openLedger(form: ProcedureForm): Ledger {
  const terms = new Map(form.sections.flatMap(({ fields }) => fields.map(({ key, term }) => [key, term])));
  const termOf = (name: string): string => {
    const key = name.slice(name.indexOf('.') + 1);
    return name.startsWith('form.') ? (terms.get(key) ?? name) : (above[key] ?? name);
  };
  const ledger: Ledger = {
    asked: [],
    typed: [],
    look: async (page) => {
      const names = await page
        .locator('main form :is(input, select, textarea)[name]')
        .evaluateAll((all) =>
          (all as HTMLInputElement[])
            .filter((one) => one.type !== 'hidden' && one.checkVisibility())
            .map((one) => one.name.replace(/-text$/, '')),
        );
      ledger.asked.push(...[...new Set(names)].filter((name) => !furniture.test(name)).map(termOf));
    },
    type: async (page, name, value) => {
      await page.fill(`[name="${name}"]`, value);
      ledger.typed.push(value);
    },
  };
  return ledger;
}

const text = (panel: Locator, selector: string): Promise<string[]> =>
  panel.locator(selector).evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));

/** The due date and its reasons as an official reads them; nothing while the clock stands. */
export async function dueAtOffice(page: Page): Promise<{ at: string | undefined; lines: string[] }> {
  const panel = page.locator('#due');
  const [at] = await text(panel, 'p > strong.figures');
  return { at, lines: await text(panel, 'ol > li') };
}

/** The same as the applicant reads it; each line has the hour it is about behind it. */
export async function dueAtHome(page: Page): Promise<{ at: string | undefined; lines: string[] }> {
  const panel = page.locator('section.panel', {
    has: page.getByRole('heading', { name: 'Hẹn trả kết quả', exact: true }),
  });
  const [at] = await text(panel, '.panel-body > p > strong');
  const lines = await text(panel, 'ol > li');
  return { at, lines: lines.map((line) => line.replace(/ \d\d:\d\d \d\d\/\d\d\/\d{4}$/, '')) };
}

const canReadText = spawnSync('pdftotext', ['-v']).error === undefined;

/** A slip as it comes: a PDF, and with its words where this machine can read them. */
export function expectSlip(bytes: Buffer, words: readonly string[]): void {
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  if (!canReadText) return;
  const said = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).stdout.toString('utf8');
  for (const word of words) expect(said.replaceAll(/\s+/g, ' ')).toContain(word);
}
