const printed = (day: string): string => day.split('-').reverse().join('/');

/** The calendar button of a day box opens the native picker and writes dd/mm/yyyy into the box. */
export function startDayBoxes(): void {
  for (const box of document.querySelectorAll('[data-day]')) {
    const text = box.querySelector<HTMLInputElement>('[type=text]');
    const native = box.querySelector<HTMLInputElement>('[type=date]');
    if (!text || !native) continue;
    box.querySelector('button')?.addEventListener('click', () => {
      const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.value.trim());
      if (typed) native.value = `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}`;
      native.showPicker();
    });
    native.addEventListener('change', () => {
      text.value = printed(native.value);
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    });
  }
}

/** The slider of a past view moves the day beside it and asks for that day when it is let go. */
export function startDateSliders(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-date-slider]')) {
    const range = form.querySelector<HTMLInputElement>('[type=range]');
    const text = form.querySelector<HTMLInputElement>('[type=text]');
    if (!range || !text) continue;
    const first = Date.parse(`${form.dataset['from']}T00:00Z`);
    range.addEventListener('input', () => {
      text.value = printed(new Date(first + range.valueAsNumber * 86_400_000).toISOString().slice(0, 10));
      range.setAttribute('aria-valuetext', text.value);
    });
    range.addEventListener('change', () => form.requestSubmit());
  }
}
