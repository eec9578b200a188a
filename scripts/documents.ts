/**
 * Opens what `goodhart report` makes in independent readers: LibreOffice for decks and workbooks, Poppler for
 * PDF. `tsx scripts/documents.ts BUNDLE.json [DIR]` leaves the documents, and a picture of every page, in DIR.
 * Both readers come from the system's packages (libreoffice-impress, libreoffice-calc, poppler-utils).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [bundle, folder = 'reports/documents'] = process.argv.slice(2);
if (bundle === undefined) throw new Error('a bundle is needed: tsx scripts/documents.ts BUNDLE.json [DIR]');
mkdirSync(folder, { recursive: true });
const run = (command: string, ...words: string[]) => execFileSync(command, words, { encoding: 'utf8' });

for (const format of ['pdf', 'pptx', 'xlsx']) {
  const file = join(folder, `report.${format}`);
  run(
    process.execPath,
    '--import',
    'tsx',
    'src/cli/main.ts',
    'report',
    bundle,
    '--format',
    format,
    '--out',
    file,
  );
  let pages = file;
  if (format !== 'pdf') {
    run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', join(folder, format), file);
    pages = join(folder, format, 'report.pdf');
  }
  run('pdftoppm', '-r', '60', '-png', pages, join(folder, `${format}-page`));
  const pictures = readdirSync(folder).filter((name) => name.startsWith(`${format}-page`));
  const words = run('pdftotext', pages, '-').split(/\s+/).length;
  process.stdout.write(`${format}: ${pictures.length} pages, ${words} words\n`);
}
