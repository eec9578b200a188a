/** Files of the font in which pictures and pages are set. */
export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

/**
 * Renders an SVG as a PNG.
 *
 * @param width of the picture, in pixels
 */
export async function pngOf(
  svg: string,
  { regular, bold }: FontFiles,
  family: string,
  width: number,
): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const picture = new Resvg(svg, {
    // Without a font, all text would be left out without a word.
    font: { fontFiles: [regular, bold], loadSystemFonts: false, defaultFontFamily: family },
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
  });
  return picture.render().asPng();
}
