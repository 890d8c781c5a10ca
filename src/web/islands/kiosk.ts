const TURN_MS = 20_000;

/** Clocks run on from the moment the server wrote, whatever the clock of the device says. */
export function startClocks(): void {
  for (const clock of document.querySelectorAll<HTMLTimeElement>('time[data-clock]')) {
    const ahead = Date.parse(clock.dateTime) - Date.now();
    const show = (): void => {
      const now = new Date(Date.now() + ahead + 7 * 3_600_000).toISOString();
      clock.textContent = now.slice(11, 16);
    };
    setInterval(show, 1000);
  }
}

function turn(root: HTMLElement): void {
  const slides = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-slide]')];
  const button = root.querySelector<HTMLButtonElement>('[data-kiosk-pause]');
  const place = root.querySelector('[data-kiosk-place]');
  let at = 0;
  let timer = 0;
  const show = (): void => {
    const all = slides();
    at = (at + all.length) % Math.max(1, all.length);
    for (const [i, slide] of all.entries()) slide.hidden = i !== at;
    if (place) place.textContent = `${at + 1} / ${all.length}`;
  };
  const step = (by: number): void => {
    at += by;
    show();
  };
  const run = (on: boolean): void => {
    clearInterval(timer);
    timer = on ? window.setInterval(() => step(1), TURN_MS) : 0;
    button?.setAttribute('aria-pressed', String(!on));
  };
  button?.addEventListener('click', () => run(timer === 0));
  for (const one of root.querySelectorAll<HTMLElement>('[data-kiosk-step]'))
    one.addEventListener('click', () => {
      run(false);
      step(Number(one.dataset['kioskStep']));
    });
  root
    .querySelector('[data-kiosk-full]')
    ?.addEventListener('click', () =>
      document.fullscreenElement
        ? void document.exitFullscreen()
        : void document.documentElement.requestFullscreen(),
    );
  show();
  // Whoever asked for a quiet screen turns the panels himself.
  run(!matchMedia('(prefers-reduced-motion: reduce)').matches);
}

/** Shows the panels of `[data-kiosk]` one after the other; they all stand below each other without scripts. */
export function startKiosk(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-kiosk]')) turn(root);
}
