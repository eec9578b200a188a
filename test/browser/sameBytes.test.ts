import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { launchChromium } from '../../src/cli/launchChromium.ts';
import { canonicalJson, compare, parseScenario } from '../../src/index.ts';
import { isThorough } from '../support/thorough.ts';

const text = readFileSync('scenarios/catherine.yaml', 'utf8');
const options = { arms: ['fluff', 'revenue-tied', 'accepted-leads-gated'], replicates: 15 };

/** The part of the library used in the page. */
interface Library {
  parseScenario: typeof parseScenario;
  compare: typeof compare;
  canonicalJson: typeof canonicalJson;
}

test.runIf(isThorough)(
  'the library in a browser gives the same bytes as in Node',
  async () => {
    const bundle = await build({
      entryPoints: ['src/index.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'goodhart',
      platform: 'browser',
      logLevel: 'silent',
    });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.addScriptTag({ content: bundle.outputFiles[0].text });
      const there = await page.evaluate(
        async ([scenario, choice]) => {
          const { goodhart } = globalThis as unknown as { goodhart: Library };
          return goodhart.canonicalJson(await goodhart.compare(goodhart.parseScenario(scenario), choice));
        },
        [text, options] as const,
      );
      const here = canonicalJson(await compare(parseScenario(text), options));
      expect(complaints).toEqual([]);
      expect(there.length).toBeGreaterThan(10_000);
      expect(there === here).toBe(true);
    } finally {
      await browser.close();
    }
  },
  90_000,
);
