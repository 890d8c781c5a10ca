import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const cuts = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
];

/** The files of the typeface of reports. */
export const fontFiles: readonly string[] = cuts.map((cut) => join(folder, `${cut}.ttf`));
export const FONT_FAMILY = 'Tinos';
