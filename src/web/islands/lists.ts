/** Filters apply as soon as a choice is made; boxes of text wait for Enter. Empty values leave the address. */
export function startFilters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) {
    form.addEventListener('change', (event) => {
      if ((event.target as Element).matches('select, [type=checkbox], [type=radio]')) form.requestSubmit();
    });
    form.addEventListener('formdata', ({ formData }) => {
      const names = new Set(formData.keys());
      for (const name of names)
        if (formData.getAll(name).every((value) => value === '')) formData.delete(name);
    });
  }
}

/** "Select all" of a table, and the number of chosen rows wherever `data-selected-count` stands in the same form. */
export function startSelection(): void {
  for (const table of document.querySelectorAll('table')) {
    const all = table.querySelector<HTMLInputElement>('[data-select-all]');
    if (!all) continue;
    const boxes = [...table.querySelectorAll<HTMLInputElement>('[data-select]')];
    const show = (): void => {
      const chosen = boxes.filter((box) => box.checked).length;
      all.checked = chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
      for (const count of document.querySelectorAll('[data-selected-count]'))
        count.textContent = String(chosen);
    };
    all.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked;
      show();
    });
    table.addEventListener('change', show);
    show();
  }
}

/** Opens the print dialog of the browser. */
export function startPrint(): void {
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-print]')) print();
  });
}

/** Copies an address, or the text it names, and says so on the button for two seconds. */
export function startCopy(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
    const label = button?.querySelector('span');
    if (!button || !label) return;
    const before = label.textContent;
    void navigator.clipboard
      .writeText(
        button.dataset['copyText'] ?? new URL(button.dataset['copy'] || location.href, location.href).href,
      )
      .then(() => {
        label.textContent = button.dataset['done'] ?? '';
        setTimeout(() => (label.textContent = before), 2000);
      });
  });
}
