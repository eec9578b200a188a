import { refuse } from '../../core/messages.ts';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { titlesOf } from '../answer/answerTable.ts';
import { type Board, boardOf } from '../board/board.ts';
import { drawSvg } from '../charts/chart.ts';
import { allInCurrency, inCurrency, symbolOf } from '../currency.ts';
import { quoted, runsInWords } from '../format.ts';
import { titled } from '../titled.ts';
import { verdict } from '../verdict.ts';
import { type Brand, isReadable, lookOf, OWN_FONT } from './brand.ts';
import type { FontFiles } from './png.ts';

/** A4 in points, and its margin. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const INK = '#1b1b1b';
const SOFT = '#595959';
/** Of every document: equal bundles give equal pages. */
const DATE = new Date(Date.UTC(2000, 0, 1));

type Document = PDFKit.PDFDocument;
type DrawSvg = (doc: Document, svg: string, x: number, y: number, options: object) => void;

/**
 * The board page and the ranking as a PDF, set without a browser. The printed report of a browser has all
 * chapters.
 *
 * @returns undefined if the bundle ranks no arms
 */
export async function renderPdf(
  named: Bundle,
  brand: Brand,
  { regular, bold }: FontFiles,
): Promise<Uint8Array | undefined> {
  const symbol = symbolOf(named.scenario.resolved);
  const bundle = titled(named);
  const board = allInCurrency(boardOf(bundle), symbol);
  if (board === undefined) return undefined;
  const { default: PdfDocument } = await import('pdfkit');
  const { default: drawInto } = (await import('svg-to-pdfkit' as string)) as { default: DrawSvg };
  const doc = new PdfDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'en',
    info: { Title: bundle.scenario.name, Creator: 'goodhart', CreationDate: DATE },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  doc.registerFont('regular', regular);
  doc.registerFont('bold', bold);
  writeHead(doc, allInCurrency(bundle, symbol), brand);
  const svg = board.chart && (await drawSvg(board.chart, { ...lookOf(brand), font: OWN_FONT }));
  writeBoard(doc, board, brand, (y) => {
    if (svg === undefined) return;
    const fontCallback = (_family: string, isBold: boolean) => (isBold ? 'bold' : 'regular');
    drawInto(doc, svg, MARGIN, y, {
      width: INNER,
      height: CHART,
      preserveAspectRatio: 'xMinYMin',
      fontCallback,
    });
  });
  const sentences = verdict(bundle).map((sentence) => inCurrency(sentence, symbol));
  writeRanking(doc, named, board, sentences);
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Height of the chart, in points. */
const CHART = 190;

function paragraph(
  doc: Document,
  text: string,
  size: number,
  font: 'regular' | 'bold' = 'regular',
  colour = INK,
): void {
  doc.font(font).fontSize(size).fillColor(colour).text(text, MARGIN, doc.y, { width: INNER });
}

function writeHead(doc: Document, { scenario, arms, replicates }: Bundle, brand: Brand): void {
  if (brand.logo !== undefined) {
    const width = Math.min(110, 40 * brand.logo.ratio);
    const data = `data:image/${brand.logo.kind};base64,${brand.logo.base64}`;
    try {
      doc.image(data, WIDTH - MARGIN - width, MARGIN - 12, { width });
    } catch {
      refuse([{ code: 'wrong-type', path: 'logo', expected: 'a PNG or JPEG file that is not damaged' }]);
    }
  }
  const isInColour = isReadable(brand.primary);
  paragraph(
    doc,
    'goodhart · a flight simulator for incentive schemes',
    8,
    'regular',
    isInColour ? brand.primary : SOFT,
  );
  doc
    .font('bold')
    .fontSize(17)
    .fillColor(INK)
    .text(scenario.name, MARGIN, doc.y, { width: INNER - 120 });
  if (scenario.about !== undefined) paragraph(doc, scenario.about, 9);
  paragraph(
    doc,
    `${runsInWords({ scenario, arms, replicates })}. Compared with ${quoted(scenario.reference)}.`,
    8,
    'regular',
    SOFT,
  );
  doc.moveDown(0.4);
}

function writeBoard(doc: Document, board: Board, brand: Brand, drawChart: (y: number) => void): void {
  const { text, tiles, chart, quotes, cost, notes } = board;
  const top = doc.y;
  doc.font('regular').fontSize(11.5);
  const answer = text.answer.join(' ');
  const height = doc.heightOfString(answer, { width: INNER - 20 }) + 12;
  doc.rect(MARGIN, top, INNER, height).fill('#f5f6f7');
  doc.rect(MARGIN, top, 3, height).fill(brand.primary);
  doc.fillColor(INK).text(answer, MARGIN + 12, top + 6, { width: INNER - 20 });
  doc.y = top + height + 8;
  writeTiles(doc, tiles, brand);
  if (chart !== undefined) {
    paragraph(doc, chart.title, 10.5, 'bold');
    drawChart(doc.y + 4);
    doc.y += CHART + 8;
    paragraph(doc, chart.caption, 8, 'regular', SOFT);
    doc.moveDown(0.4);
  }
  for (const [who, says] of quotes) paragraph(doc, `${who}: “${says}”`, 9.5);
  if (cost !== undefined) {
    doc.moveDown(0.4);
    paragraph(doc, cost.title, 10.5, 'bold');
    writeTable(doc, cost.head, cost.rows);
    paragraph(doc, cost.note, 8, 'regular', SOFT);
  }
  for (const [heading, said] of notes) {
    doc.moveDown(0.3);
    paragraph(doc, heading, 9.5, 'bold');
    paragraph(doc, said, 9.5);
  }
}

function writeTiles(doc: Document, tiles: Board['tiles'], brand: Brand): void {
  if (tiles.length === 0) return;
  const GAP = 8;
  const width = (INNER - GAP * (tiles.length - 1)) / tiles.length;
  const top = doc.y;
  let bottom = top;
  for (const [i, { title, value, beside }] of tiles.entries()) {
    const x = MARGIN + i * (width + GAP);
    doc.rect(x, top, width, 3).fill(brand.primary);
    doc
      .font('regular')
      .fontSize(8)
      .fillColor(SOFT)
      .text(title, x, top + 7, { width });
    doc.font('bold').fontSize(14).fillColor(INK).text(value, x, doc.y, { width });
    doc.font('regular').fontSize(8).fillColor(INK).text(beside, x, doc.y, { width });
    bottom = Math.max(bottom, doc.y);
  }
  doc.y = bottom + 10;
}

/** A table with its first column on the left and numbers on the right. */
function writeTable(doc: Document, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const PAD = 3;
  const first = INNER * 0.34;
  const other = (INNER - first) / Math.max(1, head.length - 1);
  const line = (cells: readonly string[], font: 'regular' | 'bold') => {
    doc.font(font).fontSize(8.5).fillColor(INK);
    const widths = cells.map((_, i) => (i === 0 ? first : other) - 2 * PAD);
    const height =
      Math.max(...cells.map((cell, i) => doc.heightOfString(cell, { width: widths[i] }))) + 2 * PAD;
    if (doc.y + height > HEIGHT - MARGIN) doc.addPage();
    const top = doc.y;
    for (const [i, cell] of cells.entries()) {
      const x = MARGIN + (i === 0 ? 0 : first + (i - 1) * other) + PAD;
      doc.text(cell, x, top + PAD, { width: widths[i], align: i === 0 ? 'left' : 'right' });
    }
    doc.y = top + height;
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + INNER, doc.y)
      .lineWidth(0.5)
      .stroke('#d9d9d9');
  };
  line(head, 'bold');
  for (const row of rows) line(row, 'regular');
  doc.moveDown(0.3);
}

function writeRanking(
  doc: Document,
  { tool, seed, scenario }: Bundle,
  { ranking }: Board,
  sentences: readonly string[],
): void {
  doc.addPage();
  paragraph(doc, 'The ranking', 14, 'bold');
  doc.moveDown(0.3);
  writeTable(
    doc,
    ['Plans', ...ranking.columns],
    ranking.rows.map((row) => [`${row.rank}  ${titlesOf(row).join(', ')}${row.mark}`, ...row.cells]),
  );
  paragraph(
    doc,
    'Plans in one row cannot be distinguished from its first (95%, all pairs jointly).',
    8,
    'regular',
    SOFT,
  );
  doc.moveDown(1);
  paragraph(doc, 'Every plan against its reference', 14, 'bold');
  for (const sentence of sentences) {
    doc.moveDown(0.3);
    paragraph(doc, sentence, 9.5);
  }
  doc.moveDown(1);
  paragraph(
    doc,
    `goodhart ${tool.version}, seed ${seed}, scenario ${scenario.hash.slice(0, 16)}. The same scenario, seed and ` +
      'version give the same numbers.',
    8,
    'regular',
    SOFT,
  );
}
