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
  const say = (text: string, at = ''): void => {
    if (state) state.textContent = text.replace('{time}', at);
  };
  const save = oneAtATime(async () => {
    const draft = read(form);
    say(texts.saving);
    const sent = await send(url, draft);
    if (sent === 'saved') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ draft, at: clock() }));
    say(texts[sent], clock());
  });

  const kept = localStorage.getItem(key);
  if (kept) {
    const { draft, at } = JSON.parse(kept) as { draft: Draft; at: string };
    restore(form, draft);
    say(texts.restored, at);
    save();
  }
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, pause);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    // Without a line the browser would leave for a page of its own: what was typed stays here and is sent later.
    if (!navigator.onLine) {
      event.preventDefault();
      return save();
    }
    localStorage.removeItem(key);
  });
  addEventListener('online', () => localStorage.getItem(key) && save());
}

/** Calls that come while one is running are folded into one more afterwards, so that drafts arrive in order. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => void run();
}

type Sent = 'saved' | 'savedHere' | 'notSaved';

async function send(url: string, draft: Draft): Promise<Sent> {
  try {
    const reply = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf() },
      body: JSON.stringify({ content: draft }),
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
      if (control.type === 'checkbox' || control.type === 'radio')
        control.checked = [value].flat().includes(control.value);
      else if (control.type !== 'file') control.value = [value].flat()[0] ?? '';
    }
  }
}
