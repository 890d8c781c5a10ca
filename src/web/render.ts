import { h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';

import { FieldNamesProvider, newFieldNames } from './field-names.tsx';

/**
 * A whole document as text. Page must be the outermost component, as it draws <html>. A refused form is drawn twice:
 * its list of faults stands above the fields and says what they are called.
 */
export function renderPage(page: VNode): string {
  const names = newFieldNames();
  const draw = () => render(h(FieldNamesProvider, { names, children: page }));
  const first = draw();
  return `<!doctype html>\n${names.asked ? draw() : first}`;
}

/** A piece of a page, for tests and for replies that are put into an open page. */
export function renderPart(part: VNode): string {
  return render(part);
}
