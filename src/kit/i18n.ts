/** The two languages of the product; Vietnamese is the first. */
export type Lang = 'vi' | 'en';

/** A short text in both languages, as contracts and problems carry it. */
export interface Text {
  vi: string;
  en: string;
}

export const isLang = (value: unknown): value is Lang => value === 'vi' || value === 'en';

/** The words of one language: strings, functions of their parameters, or groups of both. */
type Words = { [key: string]: string | ((...params: never[]) => string) | Words };
type SameShape<W> = {
  [K in keyof W]: W[K] extends string
    ? string
    : W[K] extends (...p: infer P) => string
      ? (...p: P) => string
      : SameShape<W[K]>;
};

/** Declares a module's messages; `en` must have the shape of `vi`, or the compiler refuses. */
export function defineMessages<W extends Words>(vi: W, en: SameShape<W>): Record<Lang, SameShape<W>> {
  return { vi: vi as unknown as SameShape<W>, en };
}
