import type PptxGenJS from 'pptxgenjs';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { type Chart, drawSvg } from '../charts/chart.ts';
import { allInCurrency, symbolOf } from '../currency.ts';
import { titled } from '../titled.ts';
import { type Brand, isReadable, lookOf, OWN_FONT } from './brand.ts';
import { type FontFiles, pngOf } from './png.ts';
import { type Slide, slidesOf } from './slides.ts';
import { xmlText } from './xmlText.ts';
import { withFixedDates } from './zipped.ts';

/** Size of a slide and its parts, in inches. */
const WIDTH = 13.333;
const HEIGHT = 7.5;
const MARGIN = 0.6;
const INNER = WIDTH - 2 * MARGIN;
/** Width of pictures in pixels: twice what a slide shows. */
const PIXELS = 1600;
const INK = '1B1B1B';
const SOFT = '595959';
/** Least height of a row of a table, in inches. */
const ROW = 0.3;
/** Where the body of a slide begins, in inches. */
const TOP = 1.75;

type Deck = PptxGenJS.default;
type Page = PptxGenJS.default.Slide;

/**
 * A deck of eight slides with real text, and pictures of charts. Equal bundles and brands give equal bytes.
 *
 * @returns undefined if the bundle ranks no arms
 */
export async function renderPptx(
  named: Bundle,
  brand: Brand,
  fonts: FontFiles,
): Promise<Uint8Array | undefined> {
  const slides = allInCurrency(slidesOf(titled(named)), symbolOf(named.scenario.resolved));
  if (slides === undefined) return undefined;
  const { default: imported } = await import('pptxgenjs');
  // The package is CommonJS inside: its default export may be wrapped once more.
  const Presentation = ((imported as unknown as { default?: unknown }).default ?? imported) as new () => Deck;
  const deck = new Presentation();
  deck.layout = 'LAYOUT_WIDE';
  deck.author = 'goodhart';
  deck.company = '';
  deck.title = xmlText(named.scenario.name);
  deck.theme = { headFontFace: brand.font ?? 'Arial', bodyFontFace: brand.font ?? 'Arial' };
  for (const [i, slide] of slides.entries())
    await addSlide(deck, slide, brand, fonts, `${i + 1} / ${slides.length}`);
  const written = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
  return withFixedDates(written);
}

async function addSlide(
  deck: Deck,
  slide: Slide,
  brand: Brand,
  fonts: FontFiles,
  number: string,
): Promise<void> {
  const page = deck.addSlide();
  const colour = brand.primary.slice(1).toUpperCase();
  const kicker = isReadable(brand.primary) ? colour : SOFT;
  page.addShape('rect', { x: 0, y: 0, w: WIDTH, h: 0.12, fill: { color: colour } });
  page.addText(xmlText(slide.topic), {
    x: MARGIN,
    y: 0.3,
    w: 6,
    h: 0.35,
    fontSize: 14,
    color: kicker,
    margin: 0,
  });
  const title = xmlText(slide.title);
  page.addText(title, {
    x: MARGIN,
    y: 0.68,
    w: INNER - (brand.logo === undefined ? 0 : 2.2),
    h: 0.95,
    fontSize: sizeFor(title, 28, 60),
    bold: true,
    color: INK,
    valign: 'top',
    margin: 0,
  });
  addLogo(page, brand);
  page.addText(`goodhart · ${number}`, {
    x: MARGIN,
    y: HEIGHT - 0.42,
    w: INNER,
    h: 0.25,
    fontSize: 10,
    color: SOFT,
    align: 'right',
    margin: 0,
  });
  await addBody(page, slide, brand, fonts);
}

/**
 * Tiles, lines and a table under each other. A chart stands on the right of lines, or above a table if there
 * is one too.
 */
async function addBody(page: Page, slide: Slide, brand: Brand, fonts: FontFiles): Promise<void> {
  const { tiles = [], chart, table, lines = [] } = slide;
  let top = TOP;
  const isBeside = chart !== undefined && table === undefined && lines.length > 0;
  const width = isBeside ? INNER * 0.38 : INNER;
  if (chart !== undefined) {
    const x = isBeside ? MARGIN + width + 0.3 : MARGIN;
    const h = table === undefined ? HEIGHT - 0.6 - TOP : 2.9;
    const height = await addChart(page, chart, { x, w: WIDTH - MARGIN - x, h }, brand, fonts);
    if (!isBeside) top += height + 0.15;
  }
  if (tiles.length > 0) top = addTiles(page, tiles, brand, top);
  if (lines.length > 0) top = addLines(page, lines, width, top);
  if (table !== undefined) addTable(page, table, width, top);
}

/** A picture of a chart, as large as a box allows; returns its height in inches. */
async function addChart(
  page: Page,
  chart: Chart,
  box: { readonly x: number; readonly w: number; readonly h: number },
  brand: Brand,
  fonts: FontFiles,
): Promise<number> {
  const svg = await drawSvg(chart, { ...lookOf(brand), font: OWN_FONT });
  const data = await pngOf(svg, fonts, OWN_FONT, PIXELS);
  const ratio = ratioOf(data);
  const w = Math.min(box.w, box.h * ratio);
  page.addImage({
    data: `image/png;base64,${Buffer.from(data).toString('base64')}`,
    x: box.x,
    y: TOP,
    w,
    h: w / ratio,
    altText: xmlText(`${chart.title}. ${chart.caption}`),
  });
  return w / ratio;
}

function addLines(page: Page, lines: readonly string[], width: number, top: number): number {
  const text = lines.map(xmlText);
  const size = sizeFor(text.join(' '), 18, width < INNER ? 260 : 500);
  // Room by a rough count of characters in a line: a deck is edited afterwards.
  const perLine = (width * 72) / (size * 0.48);
  const rows = text.reduce((sum, line) => sum + Math.ceil((line.length + 1) / perLine), 0);
  const h = Math.min(4.6, (rows * size * 1.25 + text.length * 6) / 72 + 0.1);
  page.addText(
    text.map((line) => ({ text: line, options: { breakLine: true, paraSpaceAfter: 6 } })),
    { x: MARGIN, y: top, w: width, h, fontSize: size, color: INK, valign: 'top', margin: 0 },
  );
  return top + h + 0.15;
}

function addTiles(page: Page, tiles: NonNullable<Slide['tiles']>, brand: Brand, top: number): number {
  const gap = 0.2;
  const w = (INNER - gap * (tiles.length - 1)) / tiles.length;
  for (const [i, { title, value, beside }] of tiles.entries()) {
    const x = MARGIN + i * (w + gap);
    page.addShape('rect', { x, y: top, w, h: 0.07, fill: { color: brand.primary.slice(1).toUpperCase() } });
    page.addText(
      [
        { text: xmlText(title), options: { fontSize: 13, color: SOFT, breakLine: true } },
        {
          text: xmlText(value),
          options: { fontSize: sizeFor(value, 26, 14), bold: true, color: INK, breakLine: true },
        },
        { text: xmlText(beside), options: { fontSize: 12, color: INK } },
      ],
      { x, y: top + 0.1, w, h: 1.6, valign: 'top', margin: 4 },
    );
  }
  return top + 1.95;
}

function addTable(page: Page, { head, rows }: NonNullable<Slide['table']>, width: number, top: number): void {
  const header = head.map((cell) => ({
    text: xmlText(cell),
    options: { bold: true, fill: { color: 'F2F3F4' } },
  }));
  const fontSize = rows.length > 6 || width < INNER ? 11 : 13;
  page.addTable(
    [
      header,
      ...rows.map((row) => row.map((cell, i) => ({ text: xmlText(cell), options: { bold: i === 0 } }))),
    ],
    {
      x: MARGIN,
      y: top,
      w: width,
      colW: columnsOf(head, rows, width),
      rowH: ROW,
      fontSize,
      color: INK,
      border: { type: 'solid', pt: 0.5, color: 'D9D9D9' },
      valign: 'top',
      autoPage: false,
    },
  );
}

function addLogo(page: Page, { logo }: Brand): void {
  if (logo === undefined) return;
  const w = Math.min(1.9, 0.9 * logo.ratio);
  page.addImage({
    data: `image/${logo.kind};base64,${logo.base64}`,
    x: WIDTH - MARGIN - w,
    y: 0.35,
    w,
    h: w / logo.ratio,
    altText: 'Logo',
  });
}

/** A font size that shrinks with the length of the text, from a length on. */
function sizeFor(text: string, most: number, roomy: number): number {
  const LEAST = 11;
  return text.length <= roomy ? most : Math.max(LEAST, Math.round(most * Math.sqrt(roomy / text.length)));
}

/** Width per height of a PNG, from its header. */
function ratioOf(png: Uint8Array): number {
  const view = new DataView(png.buffer, png.byteOffset);
  return view.getUint32(16) / view.getUint32(20);
}

/** Widths of the columns by their longest texts, within bounds. */
function columnsOf(head: readonly string[], rows: readonly (readonly string[])[], width: number): number[] {
  const [LEAST, MOST] = [8, 40];
  const longest = head.map((title, i) =>
    Math.min(MOST, Math.max(LEAST, title.length, ...rows.map((row) => row[i]?.length ?? 0))),
  );
  const all = longest.reduce((sum, each) => sum + each, 0);
  return longest.map((each) => (width * each) / all);
}
