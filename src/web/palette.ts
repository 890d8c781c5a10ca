/** The colours of Lienthong, spelled once: CSS variables, charts and the contrast test all read them from here. */

export type Scheme = 'light' | 'dark';
export type Palette = Record<ColourName, string>;
export type ColourName = keyof typeof light;

/** Glaze-blue ink on cool paper; lacquer red is kept for what is overdue and for the mark. */
const light = {
  ground: '#f2f5f6',
  paper: '#ffffff',
  sunk: '#e9eef0',
  ink: '#13242c',
  soft: '#4b5d66',
  rule: '#d3dce0',
  edge: '#75858d',
  brand: '#0b4a5b',
  brandInk: '#ffffff',
  brandDeep: '#083744',
  brandSoft: '#c4dbe2',
  wash: '#e4eff2',
  link: '#0a5a78',
  linkStrong: '#083744',
  focus: '#c25100',
  lacquer: '#b3261e',
  goodInk: '#14602f',
  goodWash: '#e2f2e6',
  calmInk: '#0b4f6b',
  calmWash: '#e0eff5',
  warnInk: '#7d4a00',
  warnWash: '#fdf0d2',
  badInk: '#a01d14',
  badWash: '#fde8e4',
  lateInk: '#74305f',
  lateWash: '#f6e6f1',
  idleInk: '#4b5d66',
  idleWash: '#e9eef0',
  series1: '#0b6a84',
  series2: '#c0672a',
  series3: '#5a7d2a',
  series4: '#7d4c94',
  series5: '#3f6fc4',
  series6: '#8a6d1c',
};

const dark: Palette = {
  ground: '#0d1519',
  paper: '#152026',
  sunk: '#1d2b32',
  ink: '#e4ecef',
  soft: '#a4b5bd',
  rule: '#2b3b43',
  edge: '#7f929b',
  brand: '#0d4252',
  brandInk: '#f2f8fa',
  brandDeep: '#092c37',
  brandSoft: '#9fc3ce',
  wash: '#173440',
  link: '#7ecbe4',
  linkStrong: '#b5e3f2',
  focus: '#ffb454',
  lacquer: '#ff7a6b',
  goodInk: '#86d9a0',
  goodWash: '#143322',
  calmInk: '#8ccfe8',
  calmWash: '#14323f',
  warnInk: '#f3c267',
  warnWash: '#3a2b0c',
  badInk: '#ff9d90',
  badWash: '#421b17',
  lateInk: '#e7a8d3',
  lateWash: '#3a1e33',
  idleInk: '#a4b5bd',
  idleWash: '#1d2b32',
  series1: '#4fb3cf',
  series2: '#e6935a',
  series3: '#9cc25f',
  series4: '#c193d8',
  series5: '#87aef2',
  series6: '#d0b259',
};

export const palettes: Record<Scheme, Palette> = { light, dark };

/** Pairs that carry text (WCAG 1.4.3, at least 4.5) and pairs that only draw edges or graphics (1.4.11, at least 3). */
export const textPairs: readonly (readonly [ColourName, ColourName])[] = [
  ['ink', 'ground'],
  ['ink', 'paper'],
  ['ink', 'sunk'],
  ['ink', 'wash'],
  ['soft', 'ground'],
  ['soft', 'paper'],
  ['soft', 'sunk'],
  ['soft', 'wash'],
  ['link', 'ground'],
  ['link', 'paper'],
  ['link', 'sunk'],
  ['link', 'wash'],
  ['linkStrong', 'paper'],
  ['linkStrong', 'wash'],
  ['brandInk', 'brand'],
  ['brandInk', 'brandDeep'],
  ['brandSoft', 'brand'],
  ['brandSoft', 'brandDeep'],
  ['goodInk', 'goodWash'],
  ['calmInk', 'calmWash'],
  ['warnInk', 'warnWash'],
  ['badInk', 'badWash'],
  ['lateInk', 'lateWash'],
  ['idleInk', 'idleWash'],
  ['goodInk', 'paper'],
  ['calmInk', 'paper'],
  ['warnInk', 'paper'],
  ['badInk', 'paper'],
  ['lateInk', 'paper'],
  ['badInk', 'ground'],
  ['badInk', 'sunk'],
  ['warnInk', 'ground'],
  ['goodInk', 'ground'],
];
export const edgePairs: readonly (readonly [ColourName, ColourName])[] = [
  ['edge', 'paper'],
  ['edge', 'ground'],
  ['focus', 'paper'],
  ['focus', 'ground'],
  ['focus', 'wash'],
  ['lacquer', 'paper'],
  ['series1', 'paper'],
  ['series2', 'paper'],
  ['series3', 'paper'],
  ['series4', 'paper'],
  ['series5', 'paper'],
  ['series6', 'paper'],
];

/** Contrast ratio of two #rrggbb colours by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The palette as CSS: light by default, dark by the system's wish or by the person's own switch on <html data-theme>. */
export function paletteCss(): string {
  const darkVariables = variables(dark);
  return [
    `:root{color-scheme:light;${variables(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${darkVariables}}}`,
    `:root[data-theme=dark]{color-scheme:dark;${darkVariables}}`,
    `@media print{:root:root:root{color-scheme:light;${variables(light)}}}`,
  ].join('\n');
}

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(
      ([name, value]) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`,
    )
    .join('');
}
