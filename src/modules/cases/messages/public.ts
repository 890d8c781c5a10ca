import { applyEn } from './public-apply-en.ts';
import { applyVi } from './public-apply-vi.ts';
import { trackEn } from './public-track-en.ts';
import { trackVi } from './public-track-vi.ts';

/** Everything the pages for applicants say, in both languages. */
export const publicMessages = {
  vi: { apply: applyVi, track: trackVi },
  en: { apply: applyEn, track: trackEn },
};
export type PublicMessages = (typeof publicMessages)['vi'];
