import type { ReplyOf } from '../../../../kit/contract.ts';
import type { PageContext } from '../../../../kit/page.ts';
import { formatDay } from '../../../../web/format.ts';
import type { listMyOffers } from '../contract.ts';
import { offerMessages } from '../messages.ts';

export type Offer = ReplyOf<typeof listMyOffers>['items'][number];
type Lang = PageContext['lang'];

export const wordsOf = (p: PageContext) => offerMessages[p.lang];
export const sayWords = (lang: Lang, words: { vi: string; en?: string | undefined }): string =>
  (lang === 'en' && words.en) || words.vi;

/** Why it is offered, in one sentence. */
export function reasonOf(lang: Lang, { occasion, occasionName, factDay }: Offer): string {
  const t = offerMessages[lang];
  const day = formatDay(factDay);
  if (occasion.kind === 'age') return t.age(occasion.years, day);
  if (occasion.kind === 'told') return t.told(t.events[occasion.event], day);
  const name = occasionName ? sayWords(lang, occasionName) : occasion.procedureCode;
  return occasion.months ? t.runsOut(name, day) : t.granted(name, day);
}

/** Where an offer opens; `of` names the case whose secret proves whose it is. */
export const offerAddress = (id: string, of?: string): string =>
  `/offers/${id}${of ? `?of=${encodeURIComponent(of)}` : ''}`;
