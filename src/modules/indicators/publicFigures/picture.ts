/** A figure as a picture that stands alone: value, both counts, day and source. Pure. */
import type { Lang } from '../../../kit/i18n.ts';
import { formatNumber } from '../../../web/format.ts';
import { palettes } from '../../../web/palette.ts';
import { valueText } from '../definitions/pages/parts.tsx';
import type { PublicFigure } from './contract.ts';

export interface PictureWords {
  about: string;
  asOf: string;
  source: string;
  /** Why there is no value, where there is none. */
  status: string;
  /** The page of the figure. */
  address: string;
  /** The address of the picture itself. */
  image: string;
}

const WIDTH = 480;
const HEIGHT = 240;
const LETTERS = 44;
const { light } = palettes;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Breaks words into at most two lines; a third would not fit. */
function lines(text: string, letters: number): string[] {
  const found = [''];
  for (const word of text.split(' ')) {
    const last = found.at(-1)!;
    if (last !== '' && last.length + word.length + 1 > letters) found.push(word);
    else found[found.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return found.length <= 2
    ? found
    : [
        found[0]!,
        `${found
          .slice(1)
          .join(' ')
          .slice(0, letters - 1)}…`,
      ];
}

/** A unit in the language of the reader; undefined where none is meant. */
export const nameOf = <U extends { name: string; nameEn: string } | undefined>(unit: U, lang: Lang) =>
  (unit && (lang === 'en' ? unit.nameEn : unit.name)) as U extends undefined ? string | undefined : string;

export function valueOf(figure: PublicFigure, lang: Lang): string {
  if (figure.rounded === undefined) return '–';
  return valueText(figure.rounded, figure.unit as 'percent', lang, figure.decimals);
}

export const countsOf = (figure: PublicFigure, lang: Lang): string =>
  figure.numerator === undefined || figure.denominator === undefined
    ? ''
    : `${formatNumber(figure.numerator, lang)} / ${formatNumber(figure.denominator, lang)}`;

const text = (x: number, y: number, size: number, fill: string, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${more}>${escaped(words)}</text>`;

export function picture(figure: PublicFigure, words: PictureWords, lang: Lang): string {
  const name = lines(figure.name[lang], LETTERS);
  const share =
    figure.numerator !== undefined && figure.denominator
      ? Math.max(0, Math.min(1, figure.numerator / figure.denominator))
      : 0;
  const [value, counts] = [valueOf(figure, lang), countsOf(figure, lang)];
  const said = [figure.name[lang], words.about, value, counts, words.status, words.asOf, words.source];
  const bar = WIDTH - 48;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" lang="${lang}" font-family="'Be Vietnam Pro', 'Segoe UI', Roboto, sans-serif">`,
    `<title>${escaped(said.filter(Boolean).join('. '))}</title>`,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="6" fill="${light.paper}" stroke="${light.rule}"/>`,
    `<rect x="0.5" y="0.5" width="6" height="${HEIGHT - 1}" fill="${light.brand}"/>`,
    ...name.map((line, i) => text(24, 34 + i * 22, 17, light.ink, line, ' font-weight="600"')),
    text(24, 34 + name.length * 22, 13, light.soft, words.about),
    text(24, 148, 46, light.brandDeep, value, ' font-weight="700"'),
    ...(counts ? [text(WIDTH - 24, 148, 17, light.ink, counts, ' text-anchor="end"')] : []),
    ...(words.status ? [text(WIDTH - 24, 172, 13, light.soft, words.status, ' text-anchor="end"')] : []),
    ...(figure.unit === 'percent'
      ? [
          `<rect x="24" y="164" width="${bar}" height="10" rx="2" fill="${light.sunk}"/>`,
          `<rect x="24" y="164" width="${Math.round(bar * share * 10) / 10}" height="10" rx="2" fill="${light.series1}"/>`,
        ]
      : []),
    text(24, 202, 13, light.soft, words.asOf),
    text(24, 222, 13, light.soft, words.source),
    '</svg>',
  ].join('');
}

/** The same in a page of its own, with the way to the figure. */
export function framePage(figure: PublicFigure, words: PictureWords, lang: Lang): string {
  const said = [figure.name[lang], words.about, valueOf(figure, lang), countsOf(figure, lang), words.asOf];
  return [
    '<!doctype html>',
    `<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(figure.name[lang])}</title></head>`,
    `<body><main><h1><a href="${escaped(words.address)}" target="_blank" rel="noopener"><img src="${escaped(words.image)}" width="100%" alt="${escaped(said.filter(Boolean).join('. '))}"></a></h1></main></body></html>`,
    '',
  ].join('');
}
