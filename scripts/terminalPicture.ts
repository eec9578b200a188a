import { readFileSync, writeFileSync } from 'node:fs';
import { escapeHtml } from '../src/report/html/escapeHtml.ts';
import { renderTerminal } from '../src/report/terminal.ts';

/**
 * Renders the verdict and the table that `npm start` prints as an SVG for the README: `npm run picture`,
 * after `npm start`.
 */
const bundle = JSON.parse(readFileSync('reports/catherine/bundle.json', 'utf8'));
const printed = renderTerminal(bundle, 100).split('\n');
const text = printed.slice(
  1,
  printed.findIndex((line) => line.startsWith('Revenue:')),
);
const height = 20 * text.length + 40;
// Each word is placed at its own column, so that the table lines up in any font.
const lines = text.flatMap((line, i) =>
  [...line.matchAll(/\S+/g)].map(
    (word) =>
      `<text x="${(20 + 8.43 * (word.index ?? 0)).toFixed(1)}" y="${36 + 20 * i}">${escapeHtml(word[0])}</text>`,
  ),
);
writeFileSync(
  'docs/terminal.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 ${height}" width="900" height="${height}" role="img" aria-label="Terminal output: verdict and table of arms"><rect width="900" height="${height}" rx="8" fill="#10151a"/><g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">${lines.join('')}</g></svg>\n`,
);
