import { beforeAll, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { renderBrief } from '../../src/report/brief.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { cache, threads } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';

const euros = (symbol: string) =>
  parseScenario(`${textOf('catherine.yaml')}\ncurrency: "${symbol}"\n`, {
    readBase,
    set: { 'question.horizonMonths': 3, name: 'A $5 bonus' },
  });

let bundle: Bundle;
beforeAll(async () => {
  bundle = await compare(euros('€'), {
    arms: ['fluff', 'revenue-tied'],
    replicates: 30,
    executor: threads,
    cache,
  });
});

/** Every dollar sign with what follows it. */
const dollarsIn = (text: string) => [...text.matchAll(/\$\S*/g)].map(([found]) => found);

test('amounts are in the currency of the scenario, and what somebody wrote stays as written', async () => {
  const page = (await renderHtml(bundle)).replace(/<script[\s\S]*?<\/script>/g, '');
  const texts = [page, renderBrief(bundle)!, renderTerminal(bundle), renderMarkdown(bundle)];
  for (const text of texts) {
    expect(text).toMatch(/€\d/);
    expect(text).toContain('A $5 bonus');
    // The name, and sources and descriptions that speak of dollars.
    for (const found of dollarsIn(text))
      expect(JSON.stringify(bundle.scenario)).toContain(found.replace(/&.*|[.,;:)<].*/g, ''));
    expect(text).not.toContain('\uE024');
  }
});

test('a currency of several letters keeps lines within the width', () => {
  const francs = {
    ...bundle,
    scenario: { ...bundle.scenario, resolved: { ...bundle.scenario.resolved, currency: 'CHF ' } },
  };
  const text = renderBrief(francs)!;
  expect(text).toMatch(/CHF \d/);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('what is no currency is refused', () => {
  for (const wrong of ['<b>', 'euros', '$$', '1']) expect(() => euros(wrong)).toThrow('currency');
});
