import type { WebText } from '../language.tsx';

/** The words of the islands come with the page, so that the script knows no language. */
export const texts = JSON.parse(document.body.dataset['text'] ?? '{}') as WebText['island'];

export const labels = document.body.dataset;

/** The hour now on the clock of the desk. */
export const clock = (): string =>
  new Date().toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit' });

export const csrf = (): string => document.querySelector<HTMLMetaElement>('meta[name=csrf]')?.content ?? '';
