import { morph } from './morph.ts';
import { texts } from './texts.ts';

/** A line that is away for longer than this is called cut; a server closes it every minute and it comes back at once. */
const CUT_MS = 4000;
/** The shortest time between two spoken summaries. */
const SAY_MS = 15_000;
const AGAIN_MS = 3000;

type State = 'liveOn' | 'livePaused' | 'liveCut';

/** Marks what has changed for a moment, unless the person asked for a quiet screen. */
function mark(changed: ReadonlySet<Element>): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const colour = getComputedStyle(document.body).getPropertyValue('--warn-wash');
  for (const one of changed)
    if (one instanceof HTMLElement && one.isConnected)
      one.animate([{ backgroundColor: colour }, {}], { duration: 1600, easing: 'ease-out' });
}

/** Says one thing at most every so often, and always the last one. */
function speaker(place: Element | null, drawn: string): (text: string) => void {
  let said = drawn;
  let next = '';
  let at = -SAY_MS;
  let timer = 0;
  const say = (): void => {
    timer = 0;
    if (!place || next === said) return;
    at = performance.now();
    place.textContent = said = next;
  };
  return (text) => {
    next = text;
    if (!timer) timer = window.setTimeout(say, Math.max(0, at + SAY_MS - performance.now()));
  };
}

/** Fetches the living part again; false when the server would not give it. */
async function freshPart(root: HTMLElement, say: (text: string) => void): Promise<boolean> {
  const reply = await fetch(root.dataset['livePart'] ?? '', { redirect: 'manual' }).catch(() => undefined);
  if (!reply?.ok) return false;
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const body = root.querySelector('[data-live-body]');
  const next = fresh.querySelector('[data-live-body]');
  if (!body || !next) return false;
  mark(morph(body, next));
  say(next.getAttribute('data-live-summary') ?? '');
  return true;
}

/** Calls that come while one is running are folded into one more afterwards. */
function folded(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    again = running;
    if (running) return;
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => void run();
}

function watch(root: HTMLElement): void {
  const place = root.querySelector('[data-live-state]');
  const drawn = root.querySelector<HTMLElement>('[data-live-body]')?.dataset['liveSummary'] ?? '';
  const say = speaker(root.querySelector('[data-live-say]'), drawn);
  const button = root.querySelector<HTMLButtonElement>('[data-live-pause]');
  let source: EventSource | undefined;
  let timer = 0;
  let told = '';
  let isPaused = false;
  const wording = (state: State): string => {
    const at = root.querySelector<HTMLElement>('[data-live-body]')?.dataset['liveAt'] ?? '';
    return texts[state].replace('{time}', at);
  };
  const show = (state: State): void => {
    root.dataset['liveIs'] = state;
    if (place) place.textContent = wording(state);
  };
  const cut = (): void => {
    show('liveCut');
    say(wording('liveCut'));
  };
  const refresh = folded(async () => {
    if (!(await freshPart(root, say))) return cut();
    if (!isPaused) show('liveOn');
  });
  const close = (): void => {
    clearTimeout(timer);
    timer = 0;
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    if (source || isPaused || document.hidden) return;
    const line = (source = new EventSource(root.dataset['live'] ?? ''));
    line.addEventListener(root.dataset['liveEvent'] ?? 'message', ({ data }: MessageEvent<string>) => {
      if (data !== told) refresh();
      told = data;
    });
    line.addEventListener('open', () => {
      clearTimeout(timer);
      timer = 0;
      if (root.dataset['liveIs'] === 'liveCut') refresh();
      else show('liveOn');
    });
    line.addEventListener('error', () => {
      timer ||= window.setTimeout(cut, CUT_MS);
      if (line.readyState !== EventSource.CLOSED) return;
      line.close();
      source = undefined;
      setTimeout(open, AGAIN_MS);
    });
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  button?.addEventListener('click', () => {
    isPaused = !isPaused;
    button.setAttribute('aria-pressed', String(isPaused));
    if (isPaused) {
      close();
      show('livePaused');
    } else open();
  });
  open();
}

/** Keeps `[data-live]` parts as the server draws them: told by server-sent events, only what differs is replaced. */
export function startLive(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-live]')) watch(root);
}
