import { openDialog } from './dialogs.ts';
import { labels, texts } from './texts.ts';

/** Keys for people who read lists all day: / search, j k rows, Enter opens, ? shows them. Never while typing. */
export function startKeys(): void {
  let current = -1;
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey && event.key === 'Enter') return sendWhole(target);
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      target.matches('input, textarea, select, [contenteditable]')
    )
      return;
    if (document.querySelector('dialog[open]')) return;
    const rows = [...document.querySelectorAll<HTMLElement>('table[data-rows] tbody tr')];
    const actions: Record<string, () => void> = {
      '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
      '?': showHelp,
      j: () => move(rows, (current = Math.min(rows.length - 1, current + 1))),
      k: () => move(rows, (current = Math.max(0, current - 1))),
      Enter: () => open(rows[current]),
    };
    const chosen = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    const action = actions[event.key] ?? (chosen ? () => chosen.click() : undefined);
    if (!action || (event.key === 'Enter' && target.matches('a, button, summary'))) return;
    event.preventDefault();
    action();
  });
}

/** Ctrl+Enter sends the long form in which one is typing, by its own button. */
function sendWhole(target: HTMLElement): void {
  const button = target.closest('form')?.querySelector<HTMLButtonElement>('[data-whole] button');
  if (button) button.form?.requestSubmit(button);
}

function move(rows: readonly HTMLElement[], to: number): void {
  rows.forEach((row, i) => row.classList.toggle('row-now', i === to));
  const row = rows[to];
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>('a, input')?.focus({ preventScroll: true });
}

function open(row: HTMLElement | undefined): void {
  const href = row?.dataset['href'] ?? row?.querySelector('a')?.href;
  if (href) location.assign(href);
}

function showHelp(): void {
  const list = document.createElement('dl');
  list.className = 'keys';
  const keys = [
    ['/', texts.keySearch],
    ['j k', texts.keyMove],
    ['Enter', texts.keyOpen],
    ['?', texts.keyHelp],
  ] as const;
  for (const [key, meaning] of keys) {
    const term = document.createElement('dt');
    const sign = document.createElement('kbd');
    sign.textContent = key;
    term.append(sign);
    const text = document.createElement('dd');
    text.textContent = meaning;
    list.append(term, text);
  }
  void openDialog(texts.keysTitle, list, [{ text: labels['close'] ?? '', kind: 'plain', value: '' }]);
}
