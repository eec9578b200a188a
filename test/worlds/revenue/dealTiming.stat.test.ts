import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { replay } from '../../../src/experiments/commands/replay.ts';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { gamingSentence } from '../../../src/report/gamingSentence.ts';
import { verdict } from '../../../src/report/verdict.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { cache, threads } from '../../support/shared.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const TEXT = readFileSync('scenarios/price-gaming.yaml', 'utf8');
const readBase = (reference: string) => ({
  text: readFileSync(`scenarios/${reference}`, 'utf8'),
  file: reference,
});
const scenarioWith = (set: Readonly<Record<string, unknown>> = {}, text = TEXT) =>
  parseRevenueScenario(text, { readBase, set });
const run = (
  set: Readonly<Record<string, unknown>> = {},
  arms = ['accelerated', 'straight'],
  replicates = sized(35, 300),
) => compare(scenarioWith(set), { arms, replicates, cache, counterfactuals: 'gaming', executor: threads });
const armOf = (bundle: Bundle, name: string) => bundle.arms.find((arm) => arm.name === name)!;
const mean = (bundle: Bundle, arm: string, id: string) => armOf(bundle, arm).outcomes[id].mean;

describe('deals pulled forward by sellers with discount authority', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await run({}, ['accelerated', 'straight', 'accelerated-no-authority', 'from-quota']);
  }, 60_000);

  test('an accelerator pulls many deals forward, a straight commission hardly any', () => {
    expect(mean(bundle, 'accelerated', 'discountShare')).toBeGreaterThan(0.008);
    expect(mean(bundle, 'accelerated', 'pulledForwardShare')).toBeGreaterThan(0.06);
    expect(mean(bundle, 'straight', 'discountShare')).toBeLessThan(0.0005);
    expect(mean(bundle, 'from-quota', 'discountShare')).toBeGreaterThan(0.004);
  });

  test('pulling deals forward costs profit and revenue, by more than four standard errors', () => {
    const { profitUsd, revenueUsd } = bundle.misalignment.find((item) => item.arm === 'accelerated')!.costs;
    for (const { gaming } of [profitUsd, revenueUsd])
      expect(gaming.meanDifference).toBeGreaterThan(4 * gaming.se);
  });

  test('without authority no deals are pulled forward, and gaming costs exactly nothing', () => {
    expect(mean(bundle, 'accelerated-no-authority', 'discountShare')).toBe(0);
    expect(mean(bundle, 'accelerated-no-authority', 'pulledForwardShare')).toBe(0);
    const { gaming } = bundle.misalignment.find((item) => item.arm === 'accelerated-no-authority')!.costs
      .profitUsd;
    expect([gaming.meanDifference, gaming.se]).toEqual([0, 0]);
  });

  test('the report mentions the discounts that sellers give', () => {
    expect(gamingSentence(armOf(bundle, 'accelerated'))).toMatch(/sellers give away 1\.\d% of list price/);
    expect(gamingSentence(armOf(bundle, 'straight'))).toContain('nothing is gamed');
    expect(verdict(bundle).join(' ')).toMatch(/under “from quota” sellers give away/);
  });

  test('discounts never exceed the authority in any month, and the last months are like any others', () => {
    const { months } = replay(scenarioWith(), 'accelerated', 3);
    for (const { metrics } of months) {
      const share = metrics['discount-share']?.reported ?? 0;
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(0.3);
    }
    // The end of a run is the observer's: sellers go on as always. Some months have no deal to bring forward.
    const last = months.slice(-4).map(({ metrics }) => metrics['discount-share']?.reported ?? 0);
    expect(Math.max(...last)).toBeGreaterThan(0);
  });

  test.runIf(isThorough)(
    'a straight commission pulls almost no deals forward, even if buyers ask for nothing in return',
    async () => {
      const eager = await run({ 'sales.earlySigningShare': 0 }, ['straight'], 50);
      expect(mean(eager, 'straight', 'pulledForwardShare')).toBeLessThan(0.001);
    },
  );

  test('honest sellers pull no deals forward', async () => {
    const honest = await run({ 'people.reps.motive': 'honest' }, ['accelerated'], 50);
    expect(mean(honest, 'accelerated', 'discountShare')).toBe(0);
  });

  // Two of the four here, all in the thorough size.
  const responses = [
    ['less authority, smaller discounts', { 'sales.discountAuthorityShare': 0.1 }, 'discountShare'],
    [
      'no bargaining power of buyers, smaller discounts',
      { 'sales.buyerBargainingShare': 0 },
      'discountShare',
    ],
    [
      'more effort for each, fewer deals pulled forward',
      { 'sales.earlySigningEffortUsd': 2000 },
      'pulledForwardShare',
    ],
    [
      'buyers who ask for more, fewer deals pulled forward',
      { 'sales.earlySigningShare': 0.6 },
      'pulledForwardShare',
    ],
  ] as const;
  test.each(responses.filter((_, n) => isThorough || n === 0))(
    'discounts and deals pulled forward respond in the expected direction: %s',
    async (_, set, outcome) => {
      expect(mean(await run(set, ['accelerated']), 'accelerated', outcome)).toBeLessThan(
        0.9 * mean(bundle, 'accelerated', outcome),
      );
    },
    60_000,
  );
});

describe.runIf(isThorough)('deals held back until the next month', () => {
  const SANDBAGGING = readFileSync('scenarios/sandbagging.yaml', 'utf8');
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await compare(scenarioWith({}, SANDBAGGING), {
      replicates: sized(50, 300),
      cache,
      counterfactuals: 'gaming',
      executor: threads,
    });
  }, 60_000);

  test('caps and thresholds make sellers hold many deals back, a straight commission none', () => {
    expect(mean(bundle, 'capped', 'heldBackShare')).toBeGreaterThan(0.05);
    expect(mean(bundle, 'from-quota', 'heldBackShare')).toBeGreaterThan(0.03);
    expect(mean(bundle, 'straight', 'heldBackShare')).toBe(0);
    expect(mean(bundle, 'capped-no-drawer', 'heldBackShare')).toBe(0);
  });

  test('holding deals back costs revenue, by more than four standard errors', () => {
    const { gaming } = bundle.misalignment.find((item) => item.arm === 'capped')!.costs.revenueUsd;
    expect(gaming.meanDifference).toBeGreaterThan(4 * gaming.se);
    const without = bundle.misalignment.find((item) => item.arm === 'capped-no-drawer')!.costs.revenueUsd
      .gaming;
    expect([without.meanDifference, without.se]).toEqual([0, 0]);
  });

  test.runIf(isThorough)('holding deals back costs next to nothing if every buyer waits', async () => {
    // Four years: what the months at both ends shift in or out is a quarter as much beside it.
    const costOf = async (heldLossShare: number) => {
      const { arms, misalignment } = await compare(
        scenarioWith({ 'sales.heldLossShare': heldLossShare, 'question.horizonMonths': 48 }, SANDBAGGING),
        { arms: ['capped'], replicates: sized(40, 200), counterfactuals: 'gaming', executor: threads },
      );
      const { outcomes } = arms.find(({ name }) => name === 'capped')!;
      const { gaming } = misalignment.find(({ arm }) => arm === 'capped')!.costs.revenueUsd;
      return { held: outcomes.heldBackShare.mean, share: gaming.meanDifference / outcomes.revenueUsd.mean };
    };
    const [patient, usual] = [await costOf(0), await costOf(0.05)];
    expect(patient.held).toBeGreaterThan(usual.held);
    // A held deal means less work: two thousandths of revenue. Lost deals cost many times as much.
    expect(Math.abs(patient.share)).toBeLessThan(0.003);
    expect(usual.share).toBeGreaterThan(3 * Math.abs(patient.share));
  });

  test('the report mentions deals held back', () => {
    expect(gamingSentence(armOf(bundle, 'capped'))).toMatch(
      /sellers hold \d+% of deals back until the next month/,
    );
  });
});
