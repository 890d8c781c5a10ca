/** Expressions are checked while they are typed: read aloud when they can be, else told what stands in the way. */

interface Told {
  ok: boolean;
  words?: Record<string, string>;
  problem?: Record<string, string>;
}

const WAIT = 400;

async function tell(
  box: HTMLTextAreaElement | HTMLInputElement,
  holder: HTMLElement,
  state: HTMLElement,
): Promise<void> {
  const text = box.value.trim();
  const fact = document.querySelector<HTMLSelectElement>(`#${holder.dataset['ruleFact']}`)?.value ?? '';
  state.textContent = '';
  if (!text) return;
  const query = new URLSearchParams({ fact, text, wanted: holder.dataset['rule'] ?? 'boolean' });
  const reply = await fetch(`/api/rule-check?${query.toString()}`, {
    headers: { accept: 'application/json' },
  });
  if (!reply.ok || box.value.trim() !== text) return;
  const told = (await reply.json()) as Told;
  const said = told.ok ? told.words : told.problem;
  state.textContent = said?.[document.documentElement.lang] ?? '';
  state.classList.toggle('field-error', !told.ok);
  box.setAttribute('aria-invalid', String(!told.ok));
}

export function startRules(): void {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-rule]')) {
    const box = holder.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    const state = holder.querySelector<HTMLElement>('[data-rule-state]');
    const fact = document.querySelector(`#${holder.dataset['ruleFact']}`);
    if (!box || !state) continue;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void tell(box, holder, state).catch(() => undefined), WAIT);
    };
    box.addEventListener('input', soon);
    fact?.addEventListener('change', soon);
    if (box.value.trim()) soon();
  }
}
