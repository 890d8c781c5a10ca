import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

import { nameFaults } from './name-faults.ts';

/** A whole document as text. Page must be the outermost component, as it draws <html>. */
export function renderPage(page: VNode): string {
  return nameFaults(`<!doctype html>\n${render(page)}`);
}

/** A piece of a page, for tests and for replies that are put into an open page. */
export function renderPart(part: VNode): string {
  return render(part);
}
