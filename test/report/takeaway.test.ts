import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { drawSvg } from '../../src/report/charts/chart.ts';
import { rankingChart } from '../../src/report/charts/rankingChart.ts';
import { renderHtml } from '../../src/report/html.ts';
import { type Brand, contrastWithWhite, OWN_FONT, PLAIN, tint } from '../../src/report/takeaway/brand.ts';
import { renderPdf } from '../../src/report/takeaway/pdf.ts';
import { pngOf } from '../../src/report/takeaway/png.ts';
import { renderPptx } from '../../src/report/takeaway/pptx.ts';
import { slidesOf } from '../../src/report/takeaway/slides.ts';
import { renderXlsx } from '../../src/report/takeaway/xlsx.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { unplainSentences } from '../support/plainWords.ts';
import { cache, threads } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';

const FONTS = { regular: 'fonts/SourceSans3-Regular.ttf', bold: 'fonts/SourceSans3-SemiBold.ttf' };
/** A white picture of 2 by 1 pixels. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVQI12P8//8/AwMDAA7/Av+wGIgpAAAAAElFTkSuQmCC';
const BRAND: Brand = {
  primary: '#5b2a86',
  accent: '#c2410c',
  font: 'Georgia',
  logo: { kind: 'png', base64: LOGO, ratio: 2 },
};
const EVIL = `=1+1</a:t><script>alert(1)</script>&amp;"'\u0007`;

let bundle: Bundle;
let hostile: Bundle;

beforeAll(async () => {
  const scenario = parseScenario(textOf('catherine.yaml'), {
    readBase,
    set: { 'question.horizonMonths': 3 },
  });
  bundle = await compare(scenario, {
    arms: ['fluff', 'salary-only', 'revenue-tied'],
    replicates: 40,
    sensitivity: 1,
    executor: threads,
    cache,
  });
  hostile = {
    ...bundle,
    warnings: [EVIL],
    scenario: { ...bundle.scenario, name: EVIL, about: EVIL },
    arms: bundle.arms.map((arm) => ({ ...arm, about: EVIL })),
  };
});

/** Parts of an Office document as text. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, Buffer.from(part).toString('utf8')]),
  );
}

/** Text between tags, with entities replaced. */
function wordsOf(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

/** Whether every tag is closed in order, and no control character is left. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, slash, name, self] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return false;
    } else if (self !== '/') open.push(name);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  return open.length === 0 && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml);
}

/** Relationships to parts that do not exist, and parts without a content type. */
function danglingIn(parts: Map<string, string>): string[] {
  const types = parts.get('[Content_Types].xml')!;
  const wrong: string[] = [];
  for (const [path, xml] of parts) {
    if (path.endsWith('/')) continue;
    const extension = path.split('.').pop()!;
    if (path !== '[Content_Types].xml' && !types.includes(`PartName="/${path}"`))
      if (!types.includes(`Extension="${extension}"`)) wrong.push(`${path} has no content type`);
    if (!path.endsWith('.rels')) continue;
    const folder = path.replace(/_rels\/[^/]*$/, '');
    const ids = [...xml.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id);
    if (new Set(ids).size < ids.length) wrong.push(`${path} repeats an id`);
    for (const [tag, target] of xml.matchAll(/<Relationship [^>]*Target="([^"]*)"[^>]*>/g)) {
      const at = target.startsWith('/')
        ? target.slice(1)
        : new URL(target, `file:///${folder}`).pathname.slice(1);
      if (!tag.includes('TargetMode="External"') && !parts.has(at)) wrong.push(`${path}: ${target}`);
    }
  }
  return wrong;
}

describe('a deck', () => {
  test('eight slides hold the answer as text, pictures of charts, the brand and its logo', async () => {
    const parts = partsOf((await renderPptx(bundle, BRAND, FONTS))!);
    const slides = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides.length).toBe(8);
    const answer = slidesOf(bundle)![1];
    expect(answer.title).toMatch(/^(Clear|Close|Open): /);
    expect(wordsOf(parts.get('ppt/slides/slide2.xml')!)).toContain(answer.title);
    for (const { value } of answer.tiles!)
      expect(wordsOf(parts.get('ppt/slides/slide2.xml')!)).toContain(value);
    for (const [path, xml] of slides) {
      expect(isWellFormed(xml), path).toBe(true);
      expect(xml).toContain('5B2A86');
      expect(xml).toContain('Logo');
    }
    expect(parts.get('ppt/theme/theme1.xml')).toContain('Georgia');
    expect([...parts.keys()].filter((path) => path.endsWith('.png')).length).toBeGreaterThanOrEqual(4);
    expect(danglingIn(parts)).toEqual([]);
  });

  test('hostile names are inert text, and equal bundles give equal bytes', async () => {
    const once = (await renderPptx(hostile, PLAIN, FONTS))!;
    for (const [path, xml] of partsOf(once)) {
      if (!/\.(xml|rels)$/.test(path)) continue;
      expect(isWellFormed(xml), path).toBe(true);
      expect(xml).not.toContain('<script');
    }
    expect(Buffer.compare((await renderPptx(hostile, PLAIN, FONTS))!, once)).toBe(0);
  });
});

describe('plain words', () => {
  test('no sentence of the first page or of a slide has more than 30 words, or a word of the tool', () => {
    expect(unplainSentences(bundle)).toEqual([]);
  });
});

describe('a workbook', () => {
  test('numbers are numbers with all their digits, and no name is a formula', async () => {
    const once = await renderXlsx(hostile);
    const parts = partsOf(once);
    expect(danglingIn(parts)).toEqual([]);
    for (const [path, xml] of parts) expect(isWellFormed(xml), path).toBe(true);
    const sheets = [...parts]
      .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
      .map(([, xml]) => xml);
    expect(sheets.length).toBe(4);
    expect(sheets.join('')).not.toMatch(/<f[ >]/);
    expect(sheets.join('')).toContain(`<v>${bundle.arms[0].outcomes.revenueUsd.mean}</v>`);
    expect(Buffer.compare(await renderXlsx(hostile), once)).toBe(0);
  });
});

describe('pictures and pages', () => {
  test('a PNG of a chart has its text, in the font that comes with the package', async () => {
    const svg = await drawSvg(rankingChart(bundle)!, { font: OWN_FONT, isAlone: true });
    expect(svg).toContain('salary only');
    const withText = await pngOf(svg, FONTS, OWN_FONT, 900);
    const without = await pngOf(svg.replace(/<text[^>]*>[^<]*<\/text>/g, ''), FONTS, OWN_FONT, 900);
    // Text that were dropped would leave both pictures the same.
    expect(withText.length).toBeGreaterThan(1.5 * without.length);
    const other = await pngOf(svg.replaceAll('salary only', 'solary anly'), FONTS, OWN_FONT, 900);
    expect(Buffer.compare(withText, other)).not.toBe(0);
  });

  test('a PDF made without a browser has two pages or more, and the same bytes for the same bundle', async () => {
    const once = Buffer.from((await renderPdf(hostile, BRAND, FONTS))!);
    const text = once.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('/Subtype /Image');
    expect(Buffer.compare(Buffer.from((await renderPdf(hostile, BRAND, FONTS))!), once)).toBe(0);
    const broken = { ...BRAND, logo: { ...BRAND.logo!, base64: LOGO.slice(0, 60) } };
    await expect(renderPdf(bundle, broken, FONTS)).rejects.toThrow('logo has the wrong type');
  });

  test('a brand colours charts, lines and bars of the page; one too light for text draws lines only', async () => {
    const page = await renderHtml(bundle, BRAND);
    expect(page).toContain('--link:#5b2a86');
    expect(page).toContain('stroke="#5b2a86"');
    expect(page).toContain(`linear-gradient(${tint('#5b2a86')}`);
    expect(page).toContain(`src="data:image/png;base64,${LOGO}"`);
    expect(contrastWithWhite('#ffd200')).toBeLessThan(4.5);
    expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
    const light = await renderHtml(bundle, { ...PLAIN, primary: '#ffd200' });
    expect(light).not.toContain('--link:#ffd200');
    expect(light).toContain('.headline{border-left-color:#ffd200}');
  });
});
