import { labels } from './texts.ts';

/** Builds a modal dialog that removes itself when it closes. Texts go in as text, never as markup. */
export function openDialog(
  title: string,
  content: Node,
  buttons: readonly { text: string; kind: string; value: string }[],
): Promise<string> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  const heading = document.createElement('h2');
  heading.textContent = title;
  heading.id = 'dialog-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  const form = document.createElement('form');
  form.method = 'dialog';
  form.className = 'button-row';
  for (const { text, kind, value } of buttons) {
    const button = document.createElement('button');
    button.className = `button button-${kind}`;
    button.value = value;
    button.textContent = text;
    form.append(button);
  }
  dialog.append(heading, content, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/** Asks before a button with `data-confirm` sends its form. */
export function startConfirm(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-confirm]');
    if (!button || !button.form || button.dataset['agreed']) return;
    event.preventDefault();
    const question = document.createElement('p');
    question.textContent = button.dataset['confirm'] ?? '';
    const buttons = [
      {
        text: button.textContent?.trim() ?? '',
        kind: button.classList.contains('button-danger') ? 'danger' : 'primary',
        value: 'yes',
      },
      { text: labels['cancel'] ?? '', kind: 'plain', value: '' },
    ];
    void openDialog(labels['confirmTitle'] ?? '', question, buttons).then((answer) => {
      if (answer !== 'yes') return button.focus();
      button.dataset['agreed'] = 'yes';
      button.form?.requestSubmit(button);
      delete button.dataset['agreed'];
    });
  });
}
