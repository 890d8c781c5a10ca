import { texts } from './texts.ts';

interface Unit {
  id: string;
  nameVi: string;
  nameEn: string;
  above: { nameVi: string; nameEn: string }[];
}

/** How long the person must pause before units are asked for, in milliseconds. */
const pause = 180;
const nameOf = (unit: { nameVi: string; nameEn: string }): string =>
  (document.documentElement.lang === 'en' && unit.nameEn) || unit.nameVi;

/** Pickers of units suggest while typing: a combobox with a list (arrows, Enter, Escape), as the ARIA pattern says. */
export function startUnitPickers(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-unit-picker]')) start(box);
}

interface Picker {
  box: HTMLElement;
  text: HTMLInputElement;
  list: HTMLUListElement;
  status: HTMLElement;
  units: Unit[];
  /** Place of the suggestion that Enter takes; -1 for none. */
  at: number;
}

function build(box: HTMLElement, text: HTMLInputElement): Picker {
  const list = document.createElement('ul');
  list.className = 'unit-options';
  list.id = `${text.id}-list`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', text.labels?.[0]?.textContent ?? '');
  const status = document.createElement('p');
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  box.append(list, status);
  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(roles)) text.setAttribute(name, value);
  text.setAttribute('aria-expanded', 'false');
  // Enter in another field would press the first button of the form, and that would be this one.
  box.querySelector('.no-script')?.remove();
  return { box, text, list, status, units: [], at: -1 };
}

function start(box: HTMLElement): void {
  const text = box.querySelector<HTMLInputElement>('input[type=text]');
  if (!text) return;
  const picker = build(box, text);
  let timer = 0;
  let asked = new AbortController();
  text.addEventListener('input', () => {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    timer = window.setTimeout(() => void suggest(picker, signal), pause);
  });
  text.addEventListener('keydown', (event) => onKey(picker, event));
  text.addEventListener('blur', () => {
    clearTimeout(timer);
    asked.abort();
    close(picker);
  });
  // The box keeps the focus while a suggestion is pressed.
  picker.list.addEventListener('mousedown', (event) => event.preventDefault());
  picker.list.addEventListener('click', (event) => {
    const item = (event.target as Element).closest('li');
    if (item) choose(picker, [...picker.list.children].indexOf(item));
  });
  text.form?.addEventListener('formdata', ({ formData }) => tidy(picker, formData));
}

async function suggest(picker: Picker, signal: AbortSignal): Promise<void> {
  const q = picker.text.value.trim();
  if (!q) return close(picker);
  try {
    const reply = await fetch(`${picker.box.dataset['unitPicker']}&q=${encodeURIComponent(q)}`, { signal });
    if (!reply.ok) return close(picker);
    picker.units = ((await reply.json()) as { items: Unit[] }).items;
    show(picker);
  } catch {
    // Typed on, or no line: the form still finds the unit when it is sent.
  }
}

function show(picker: Picker): void {
  const { list, units, text, status } = picker;
  list.replaceChildren(
    ...units.map((unit, i) => {
      const item = document.createElement('li');
      item.id = `${list.id}-${i}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      const note = document.createElement('small');
      note.textContent = unit.above.map(nameOf).join(', ');
      item.append(nameOf(unit), ' ', note);
      return item;
    }),
  );
  picker.at = -1;
  text.removeAttribute('aria-activedescendant');
  list.hidden = units.length === 0;
  text.setAttribute('aria-expanded', String(units.length > 0));
  const { found = texts.unitsFound, none = texts.unitsNone } = picker.box.dataset;
  status.textContent = units.length > 0 ? found.replace('{count}', String(units.length)) : none;
}

function close(picker: Picker): void {
  picker.units = [];
  picker.list.hidden = true;
  picker.text.setAttribute('aria-expanded', 'false');
  picker.text.removeAttribute('aria-activedescendant');
  picker.status.textContent = '';
}

function onKey(picker: Picker, event: KeyboardEvent): void {
  const { units, at } = picker;
  if (units.length === 0 || event.isComposing) return;
  if (event.key === 'ArrowDown') mark(picker, (at + 1) % units.length);
  else if (event.key === 'ArrowUp') mark(picker, (at <= 0 ? units.length : at) - 1);
  else if (event.key === 'Escape') close(picker);
  else if (event.key === 'Enter' && at >= 0) choose(picker, at);
  else return;
  event.preventDefault();
}

function mark(picker: Picker, to: number): void {
  picker.at = to;
  [...picker.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === to)));
  const item = picker.list.children[to];
  if (!item) return;
  picker.text.setAttribute('aria-activedescendant', item.id);
  item.scrollIntoView({ block: 'nearest' });
}

const partOf = (picker: Picker, suffix: string): string => picker.text.name.replace(/-text$/, suffix);
const hidden = (picker: Picker, suffix: string): HTMLInputElement | null =>
  picker.box.querySelector(`input[type=hidden][name="${partOf(picker, suffix)}"]`);

/** The value of the form; choices that the server offered make room for it. */
function valueOf(picker: Picker): HTMLInputElement {
  const there = hidden(picker, '');
  if (there) return there;
  picker.box.querySelector('.unit-found')?.remove();
  const made = document.createElement('input');
  made.type = 'hidden';
  made.name = partOf(picker, '');
  picker.box.append(made);
  return made;
}

function choose(picker: Picker, i: number): void {
  const unit = picker.units[i];
  if (!unit) return;
  const value = valueOf(picker);
  value.value = unit.id;
  picker.text.value = nameOf(unit);
  const seen = hidden(picker, '-seen');
  if (seen) seen.value = picker.text.value;
  close(picker);
  // Drafts listen to typing; filters apply at once.
  value.dispatchEvent(new Event('input', { bubbles: true }));
  if (picker.text.form?.dataset['filter'] !== undefined) picker.text.form.requestSubmit();
}

/** A choice travels alone; a text that is no choice yet goes along, for the server to find the unit. */
function tidy(picker: Picker, formData: FormData): void {
  const text = picker.text.value.trim();
  const isChosen = text === (hidden(picker, '-seen')?.value ?? '') && formData.get(partOf(picker, '')) !== '';
  if (text && !isChosen) return;
  for (const suffix of ['-text', '-seen']) formData.delete(partOf(picker, suffix));
  if (!text) formData.delete(partOf(picker, ''));
}
