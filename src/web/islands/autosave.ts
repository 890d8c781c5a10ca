import { clock, csrf, texts } from './texts.ts';

/** How long the person must pause before a draft is sent, in milliseconds. */
const pause = 1200;

type Draft = Record<string, string | string[]>;

/** Saves drafts of `form[data-autosave]` by PUT while typing; keeps them on the device while the line is cut. */
export function startAutosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);
}

function watch(form: HTMLFormElement): void {
  const url = form.dataset['autosave'] ?? '';
  const key = `draft:${url}`;
  const state = form.querySelector<HTMLElement>('[data-autosave-state]');
  const say = (text: string): void => {
    if (state) state.textContent = text;
  };
  let timer = 0;
  let sending = false;
  let again = false;

  const save = async (): Promise<void> => {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    const draft = read(form);
    say(texts.saving);
    const sent = await send(url, draft);
    sending = false;
    if (sent === 'saved') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ draft, at: clock() }));
    say(texts[sent].replace('{time}', clock()));
    if (again) {
      again = false;
      void save();
    }
  };

  const kept = localStorage.getItem(key);
  if (kept) {
    const { draft, at } = JSON.parse(kept) as { draft: Draft; at: string };
    restore(form, draft);
    say(texts.restored.replace('{time}', at));
    void save();
  }
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pause);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    localStorage.removeItem(key);
  });
  addEventListener('online', () => localStorage.getItem(key) && void save());
}

type Sent = 'saved' | 'savedHere' | 'notSaved';

async function send(url: string, draft: Draft): Promise<Sent> {
  try {
    const reply = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf() },
      body: JSON.stringify(draft),
    });
    return reply.ok ? 'saved' : 'notSaved';
  } catch {
    return 'savedHere';
  }
}

function read(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name === 'csrf' || name === 'form') continue;
    const before = draft[name];
    draft[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return draft;
}

function restore(form: HTMLFormElement, draft: Draft): void {
  for (const [name, value] of Object.entries(draft)) {
    const controls = [...form.elements].filter((e): e is HTMLInputElement => 'name' in e && e.name === name);
    for (const control of controls) {
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = [value].flat().includes(control.value);
      else if (control.type !== 'file') control.value = [value].flat()[0] ?? '';
    }
  }
}
