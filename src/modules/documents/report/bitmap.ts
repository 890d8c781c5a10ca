import { Resvg } from '@resvg/resvg-js';

import { FONT_FAMILY, fontFiles } from './fonts.ts';

/** An SVG drawn as PNG, so many pixels wide, in the typeface of reports. */
export const bitmapOf = (svg: string, width: number): Buffer =>
  new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
  })
    .render()
    .asPng();
