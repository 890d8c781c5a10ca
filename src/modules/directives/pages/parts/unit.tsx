import type { z } from 'zod';

import { type Lang, useLang } from '../../../../web/language.tsx';
import type { unitRef } from '../../contract/words.ts';
import { messages } from '../../messages.ts';
import { useMessages } from './say.tsx';

export type UnitValue = z.infer<typeof unitRef>;

/** The name of a unit in the language of the page. */
export const unitName = (unit: { name: string; nameEn?: string | undefined }, lang: Lang): string =>
  (lang === 'en' && unit.nameEn) || unit.name;

/** As officials write it, where there is such a name: 'Bộ KH&CN'; in English the name itself. */
export const shortName = (unit: UnitValue, lang: Lang): string =>
  (lang === 'vi' && unit.shortName) || unitName(unit, lang);

/** "nay thuộc Bộ KH&CN"; a unit that kept its name when it was reorganised says so. Empty where it holds its own duties. */
export function holderText(unit: UnitValue, lang: Lang): string {
  if (!unit.holder) return '';
  const { words } = messages[lang];
  const name = unitName(unit.holder, lang);
  return unit.holder.name === unit.name ? `${words.nowReorganised} ${name}` : words.nowHeldBy(name);
}

/** The unit as it was named then, and who holds its duties today where that is another. */
export function UnitName({ unit, short }: { unit: UnitValue; short?: boolean }) {
  const { words } = useMessages();
  const lang = useLang();
  const isSameName = unit.holder?.name === unit.name;
  return (
    <>
      <a href={`/organisations/units/${unit.id}`}>{short ? shortName(unit, lang) : unitName(unit, lang)}</a>
      {unit.holder && (
        <small class="holder">
          {isSameName ? words.nowReorganised : words.nowHeldBy('')}{' '}
          <a href={`/organisations/units/${unit.holder.id}`}>{unitName(unit.holder, lang)}</a>
        </small>
      )}
    </>
  );
}
