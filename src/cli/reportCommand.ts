import { statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { refuse, showValue } from '../core/messages.ts';
import { unknownName } from '../core/unknownName.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { type Chart, drawSvg } from '../report/charts/chart.ts';
import { chartsOf } from '../report/charts/charts.ts';
import { rankingChart } from '../report/charts/rankingChart.ts';
import { allInCurrency, symbolOf } from '../report/currency.ts';
import { renderHtml } from '../report/html.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { type Brand, lookOf, OWN_FONT, PLAIN } from '../report/takeaway/brand.ts';
import type { FontFiles } from '../report/takeaway/png.ts';
import { titled } from '../report/titled.ts';
import { EXIT } from './exit.ts';
import { tryWriting, writeWhole } from './files.ts';
import { launchChromium } from './launchChromium.ts';
import { packageFile } from './packageFile.ts';
import { readBrand } from './readBrand.ts';
import { readBundle } from './readBundle.ts';
import { tell } from './streams.ts';

interface ReportFlags {
  readonly format?: string;
  readonly out?: string;
  readonly brand?: string;
  readonly chart?: string;
  readonly png?: boolean;
  readonly svg?: boolean;
}

const FORMATS = ['html', 'pdf', 'pptx', 'md', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** Width of a chart as PNG, in pixels. */
const PIXELS = 1600;

/** Packages that are not installed with this one, by format. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdfkit@0.20.2', 'svg-to-pdfkit@0.1.8'],
  pptx: ['pptxgenjs@4.0.1', '@resvg/resvg-js@2.6.2'],
  xlsx: ['write-excel-file@4.1.1'],
  png: ['@resvg/resvg-js@2.6.2'],
};

export async function reportCommand(file: string, flags: ReportFlags): Promise<number> {
  const kind = flags.chart === undefined ? formatOf(flags) : pictureOf(flags);
  // A folder of `compare --out` has the bundle in it.
  const path = statSync(file, { throwIfNoEntry: false })?.isDirectory() ? join(file, 'bundle.json') : file;
  if (flags.brand !== undefined && (kind === 'md' || kind === 'xlsx'))
    refuse([
      {
        code: 'usage',
        path: '--brand',
        expected: `a format that has colours: html, pdf, pptx or a chart; ${kind} has none`,
      },
    ]);
  const bundle = readBundle(path);
  const brand = flags.brand === undefined ? PLAIN : readBrand(flags.brand);
  const out = flags.out ?? join(dirname(path), `${flags.chart ?? 'report'}.${kind}`);
  tryWriting(out);
  const content = await made(kind, () =>
    kind === 'png' || kind === 'svg'
      ? picture(bundle, flags.chart!, kind, brand)
      : document(bundle, kind, brand),
  );
  writeWhole(out, content);
  tell(`Wrote ${out}\n`);
  return EXIT.fine;
}

/** The format asked for, or that of the name of the file; HTML if neither says. */
function formatOf({ format, out = '', png, svg }: ReportFlags): Format {
  if (png || svg)
    refuse([{ code: 'usage', path: png ? '--png' : '--svg', expected: '--chart NAME beside it' }]);
  const asked = format ?? (extname(out).slice(1) || 'html');
  return (
    FORMATS.find((each) => each === asked) ??
    refuse([
      {
        code: 'usage',
        path: '--format',
        got: showValue(asked),
        expected: `one of ${FORMATS.join(', ')}; for png or svg: --chart NAME`,
      },
    ])
  );
}

function pictureOf({ png, svg, format, out = '' }: ReportFlags): 'png' | 'svg' {
  if (format !== undefined || (png && svg))
    refuse([{ code: 'usage', path: '--chart', expected: '--png or --svg beside it, and no --format' }]);
  if (png || svg) return png ? 'png' : 'svg';
  return extname(out) === '.svg' ? 'svg' : 'png';
}

const fonts = (): FontFiles => ({
  regular: packageFile('fonts/SourceSans3-Regular.ttf'),
  bold: packageFile('fonts/SourceSans3-SemiBold.ttf'),
});

async function document(bundle: Bundle, format: Format, brand: Brand): Promise<string | Uint8Array> {
  if (format === 'html') return renderHtml(bundle, brand);
  if (format === 'md') return renderMarkdown(bundle);
  if (format === 'xlsx') return (await import('../report/takeaway/xlsx.ts')).renderXlsx(bundle);
  const made =
    format === 'pdf'
      ? ((await printed(bundle, brand)) ??
        (await (await import('../report/takeaway/pdf.ts')).renderPdf(bundle, brand, fonts())))
      : await (await import('../report/takeaway/pptx.ts')).renderPptx(bundle, brand, fonts());
  return (
    made ??
    refuse([
      {
        code: 'usage',
        path: '--format',
        got: format,
        expected: 'html, md or xlsx: this bundle ranks no arms',
      },
    ])
  );
}

/** The HTML report as a browser prints it; undefined where no browser is installed. */
async function printed(bundle: Bundle, brand: Brand): Promise<Uint8Array | undefined> {
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  try {
    browser = await launchChromium();
  } catch {
    return undefined;
  }
  try {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(await renderHtml(bundle, brand));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  } finally {
    await browser.close();
  }
}

async function picture(
  bundle: Bundle,
  name: string,
  kind: 'png' | 'svg',
  brand: Brand,
): Promise<string | Uint8Array> {
  const shown = titled(bundle);
  const charts = [rankingChart(shown), ...chartsOf(shown)].filter(
    (each): each is Chart => each !== undefined,
  );
  const chart =
    allInCurrency(
      charts.find(({ id }) => id === name),
      symbolOf(bundle.scenario.resolved),
    ) ??
    refuse([
      unknownName(
        '--chart',
        name,
        charts.map(({ id }) => id),
      ),
    ]);
  const look = { ...lookOf(brand), isAlone: true };
  if (kind === 'svg')
    return `${await drawSvg(chart, { ...look, ...(brand.font && { font: brand.font }) })}\n`;
  const { pngOf } = await import('../report/takeaway/png.ts');
  return pngOf(await drawSvg(chart, { ...look, font: OWN_FONT }), fonts(), OWN_FONT, PIXELS);
}

/** Runs `work`; a package that is missing is named, with the command that installs it. */
async function made<T>(kind: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    const packages = PACKAGES[kind];
    if (!isMissing || packages === undefined) throw error;
    return refuse([
      {
        code: 'usage',
        path: `--format ${kind}`,
        expected: `packages that do not come with goodhart: npm install ${packages.join(' ')}`,
      },
    ]);
  }
}
