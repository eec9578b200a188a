import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { answerTable } from '../../src/report/answer/answerTable.ts';
import { answerInWords } from '../../src/report/answer/answerWords.ts';
import { MOST_LINES, renderBrief, WIDTH } from '../../src/report/brief.ts';
import { formatDifference } from '../../src/report/format.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { shippedScenarios } from '../support/numbers.ts';
import { cache } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

const known = new Map<string, Promise<Bundle>>();

function bundleOf(file: string, replicates = 16): Promise<Bundle> {
  const found = known.get(file);
  if (found !== undefined) return found;
  const scenario = parseScenario(textOf(file), { file, readBase });
  const bundle = compare(scenario, { replicates, counterfactuals: 'none', cache });
  known.set(file, bundle);
  return bundle;
}

/** Scenarios of the usual size: a company with many arms, and a textbook world. */
const SOME = ['catherine.yaml', 'textbook/one-task.yaml'];

describe('the brief text', () => {
  test.each(isThorough ? shippedScenarios() : SOME)('%s has at most 25 lines of 80 columns', async (file) => {
    const text = renderBrief(await bundleOf(file, file === 'catherine.yaml' ? 16 : 3))!;
    const lines = text.trim().split('\n');
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(WIDTH);
    const { answer, why, change, fit, nothing } = answerInWords(await bundleOf(file))!;
    for (const sentence of [...answer, ...why, change, fit, ...nothing].join(' ').split(/(?<=[.;]) /))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(30);
  });
});

describe('the answer', () => {
  test('is the same in words, numbers and table', async () => {
    const bundle = await bundleOf('catherine.yaml');
    const { best, tied, confidence, ranking, rankedBy } = bundle.answer!;
    expect(rankedBy).toBe('profitBeforePayUsd');
    expect(ranking.find(({ arm }) => arm === 'fluff-honest')!.isChoice).toBe(false);
    const text = answerInWords(bundle)!.answer.join(' ');
    expect(confidence).toBe(tied.length === 0 ? 'clear' : 'shared');
    expect(text).toMatch(confidence === 'clear' ? /^Clear: choose/ : /^Close: choose/);
    expect(text).toContain(`“${best.replaceAll('-', ' ')}”`);
    const { rows } = answerTable(bundle)!;
    expect(rows.flatMap(({ arms }) => arms)).toEqual(ranking.map(({ arm }) => arm));
    const reference = rows.find(({ isReference }) => isReference)!;
    expect([rows[0].barShare, reference.barShare]).toEqual([1, 0]);
    const { fromReference } = ranking[0];
    expect(rows[0].cells[0]).toBe(formatDifference(fromReference!.meanDifference, 'USD'));
    expect(reference.cells[0]).not.toMatch(/^[+−]/);
  });

  test('profit at equal pay is profit plus pay', async () => {
    const { arms, contrasts } = await bundleOf('catherine.yaml');
    for (const { outcomes } of arms)
      expect(outcomes.profitBeforePayUsd.mean).toBeCloseTo(outcomes.profitUsd.mean + outcomes.payUsd.mean, 3);
    for (const { outcomes } of contrasts)
      expect(outcomes.profitBeforePayUsd.meanDifference).toBeCloseTo(
        outcomes.profitUsd.meanDifference + outcomes.payUsd.meanDifference,
        3,
      );
  });

  test('arms that cannot be told apart share a group, and no claim separates them', async () => {
    const { answer } = await bundleOf('catherine.yaml');
    const firsts = answer!.ranking.filter(({ fromFirst }) => fromFirst === undefined);
    expect(firsts.map(({ group }) => group)).toEqual(firsts.map((_, i) => i + 1));
    for (const { fromFirst } of answer!.ranking)
      if (fromFirst !== undefined) {
        const [low, high] = fromFirst.ci95Simultaneous;
        expect(low).toBeLessThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(0);
      }
  });

  const twin = (more: string, plan = 'plain') => `schemaVersion: 1
name: Twins
extends: preset:smb-software
question: { horizonMonths: 6, outcome: profitUsd, replicates: 30, reference: usual }
people: { director: { role: marketing-director }, reps: { role: account-executive } }
plans:
  plain: { director: { baseUsdPerYear: 100000 } }
  dear: { director: { baseUsdPerYear: 160000 } }
arms:
  usual: { plan: plain }
  other: { plan: ${plan}, set: { ${more} } }
`;
  const answerOf = async (text: string) => {
    const bundle = await compare(parseScenario(text), { counterfactuals: 'none', cache });
    return { text: answerInWords(bundle)!, bundle };
  };

  test('what changes nothing is named with its reason', async () => {
    const { text, bundle } = await answerOf(twin('governance.auditRatePerMonth: 0.5'));
    expect(bundle.answer!.unchanged).toEqual([{ arm: 'other', sameAs: 'usual' }]);
    expect(text.nothing).toEqual([
      '“other” is the same as “usual” in every run: nobody games there, and so there is nothing to discover.',
    ]);
    expect(text.answer[0]).toContain('no plan here is shown to beat “usual”');
  });

  test('a pay cut is no better plan: at equal pay, salaries alone change nothing', async () => {
    const { bundle } = await answerOf(twin('', 'dear'));
    expect(bundle.answer!.best).toBe('usual');
    const other = bundle.answer!.ranking.find(({ arm }) => arm === 'other')!;
    expect(other.fromReference!.meanDifference).toBeCloseTo(0, 6);
    expect(bundle.contrasts[0].outcomes.profitUsd.meanDifference).toBeCloseTo(-30_000, 4);
  });

  test('a change of the company is no choice of plan', async () => {
    const { text } = await answerOf(twin('customers.marginShare: 0.5'));
    expect(text.answer[0]).toMatch(/^Everything else here is a what-if/);
  });

  test('plans and arms are called what their titles say, everywhere but in the data', async () => {
    const text = twin('governance.auditRatePerMonth: 0.5').replace(
      'plans:',
      "titles: { usual: 'Pay as you go', other: 'Follow-up <b>audits</b>' }\nplans:",
    );
    const bundle = await compare(parseScenario(text), { counterfactuals: 'none', cache });
    for (const page of [renderBrief(bundle)!, renderTerminal(bundle), renderMarkdown(bundle)]) {
      expect(page).toContain('Pay as you go');
      expect(page).not.toContain('“other”');
    }
    const page = await renderHtml(bundle);
    expect(page).toContain('Pay as you go');
    expect(page).not.toContain('<b>audits');
    expect(page).toContain('"name":"other"');
    expect(renderBrief(bundle)).toContain('Follow‑up');
  });

  test.each([
    ["titles: { nobody: 'X' }", 'titles.nobody'],
    ["titles: { usual: 'X', other: 'X' }", 'a title other than that of usual'],
  ])('%s is refused', (titles, words) => {
    expect(() => parseScenario(twin('').replace('plans:', `${titles}\nplans:`))).toThrow(words);
  });
});
