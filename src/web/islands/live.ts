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

interface Line {
  open(): void;
  close(): void;
}

/** Server-sent events that come back by themselves; tells when it is there, and when it has been away for too long. */
function lineTo(
  url: string,
  name: string,
  on: { word: () => void; there: () => void; cut: () => void },
): Line {
  let source: EventSource | undefined;
  let timer = 0;
  let again = 0;
  let told = '';
  const rest = (): void => {
    clearTimeout(timer);
    timer = 0;
  };
  const close = (): void => {
    rest();
    clearTimeout(again);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    if (source) return;
    const line = (source = new EventSource(url));
    line.addEventListener(name, ({ data }: MessageEvent<string>) => {
      if (data !== told) on.word();
      told = data;
    });
    line.addEventListener('open', () => {
      rest();
      on.there();
    });
    line.addEventListener('error', () => {
      timer ||= window.setTimeout(on.cut, CUT_MS);
      if (line.readyState !== EventSource.CLOSED || source !== line) return;
      source = undefined;
      again = window.setTimeout(open, AGAIN_MS);
    });
  };
  return { open, close };
}

/** Says how the line is, in words beside the part and, when it is cut, aloud. */
function stateOf(root: HTMLElement, say: (text: string) => void) {
  const place = root.querySelector('[data-live-state]');
  return (state: State): void => {
    const at = root.querySelector<HTMLElement>('[data-live-body]')?.dataset['liveAt'] ?? '';
    const words = texts[state].replace('{time}', at);
    root.dataset['liveIs'] = state;
    if (place) place.textContent = words;
    if (state === 'liveCut') say(words);
  };
}

function watch(root: HTMLElement): void {
  const drawn = root.querySelector<HTMLElement>('[data-live-body]')?.dataset['liveSummary'] ?? '';
  const say = speaker(root.querySelector('[data-live-say]'), drawn);
  const show = stateOf(root, say);
  const button = root.querySelector<HTMLButtonElement>('[data-live-pause]');
  let isPaused = false;
  const refresh = folded(async () => {
    const isFresh = await freshPart(root, say);
    if (!isFresh) show('liveCut');
    else if (!isPaused) show('liveOn');
  });
  const line = lineTo(root.dataset['live'] ?? '', root.dataset['liveEvent'] ?? 'message', {
    word: refresh,
    there: () => (root.dataset['liveIs'] === 'liveCut' ? refresh() : show('liveOn')),
    cut: () => show('liveCut'),
  });
  const follow = (): void => (document.hidden || isPaused ? line.close() : line.open());
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', line.close);
  addEventListener('pageshow', follow);
  button?.addEventListener('click', () => {
    isPaused = !isPaused;
    button.setAttribute('aria-pressed', String(isPaused));
    follow();
    if (isPaused) show('livePaused');
  });
  follow();
}

/** Keeps `[data-live]` parts as the server draws them: told by server-sent events, only what differs is replaced. */
export function startLive(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-live]')) watch(root);
}
