import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from '../src/cli/launchChromium.ts';
import { renderBrief } from '../src/report/brief.ts';
import { escapeHtml } from '../src/report/html/escapeHtml.ts';
import { renderHtml } from '../src/report/html.ts';

/** Columns and rows of a terminal in pixels, and the margin around the text. */
const COLUMN = 8.43;
const ROW = 20;
const MARGIN = 20;

/**
 * Renders the answer that `npm start` prints as an SVG for the README, and the first page of its report as a
 * PNG: `npm run picture`, after `npm start`. The picture names the stored numbers of the scenario that it was made with, so that a
 * test tells when it is out of date.
 */
const bundle = JSON.parse(readFileSync('reports/catherine/bundle.json', 'utf8'));
const numbers = createHash('sha256').update(readFileSync('test/numbers/catherine.gz')).digest('hex');
const text = renderBrief(bundle)!.trim().split('\n');
const width = Math.ceil(2 * MARGIN + COLUMN * Math.max(...text.map((line) => line.length)));
const height = ROW * text.length + 2 * MARGIN;
/** Length of a bar in columns: its last block counts in eighths. */
function columnsOf(bar: string): number {
  const last = ' ▏▎▍▌▋▊▉█'.indexOf(bar.at(-1)!) / 8;
  return bar.length - 1 + last;
}
// Each word stands at its own column and has the width of its letters, so that the table lines up in any font.
const lines = text.flatMap((line, i) =>
  [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const x = (MARGIN + COLUMN * index).toFixed(1);
    const y = MARGIN + 16 + ROW * i;
    const length = (COLUMN * word.length).toFixed(1);
    // Bars are drawn: fonts differ in blocks.
    return /^[█▏▎▍▌▋▊▉]+$/.test(word)
      ? `<rect x="${x}" y="${y - 12}" width="${(COLUMN * columnsOf(word)).toFixed(1)}" height="14" fill="#58a6ff"/>`
      : `<text x="${x}" y="${y}" textLength="${length}">${escapeHtml(word)}</text>`;
  }),
);
writeFileSync(
  'docs/terminal.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Terminal output: the answer, the ranking of plans, and why" data-numbers="${numbers}"><rect width="${width}" height="${height}" rx="8" fill="#10151a"/><g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">${lines.join('')}</g></svg>\n`,
);

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1000, height: 1180 } });
await page.setContent(await renderHtml(bundle));
// The buttons and the folded table are of no use in a picture.
await page.addStyleTag({ content: '.save,.twin{display:none}main,header{max-width:940px}' });
await page.screenshot({ path: 'docs/board.png' });
await browser.close();
