import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { replay } from '../../../src/experiments/commands/replay.ts';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { gamingSentence, verdict } from '../../../src/report/sentences.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { cache, threads } from '../../support/shared.ts';

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
  replicates = 150,
) => compare(scenarioWith(set), { arms, replicates, cache, counterfactuals: 'gaming', executor: threads });
const armOf = (bundle: Bundle, name: string) => bundle.arms.find((arm) => arm.name === name)!;
const mean = (bundle: Bundle, arm: string, id: string) => armOf(bundle, arm).outcomes[id].mean;

describe('sellers who may cut the price', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await run({}, ['accelerated', 'straight', 'accelerated-no-authority', 'from-quota']);
  }, 60_000);

  test('move deals at a discount under an accelerator, and hardly under a straight commission', () => {
    expect(mean(bundle, 'accelerated', 'discountShare')).toBeGreaterThan(0.008);
    expect(mean(bundle, 'accelerated', 'pulledForwardShare')).toBeGreaterThan(0.06);
    expect(mean(bundle, 'straight', 'discountShare')).toBeLessThan(0.0005);
    expect(mean(bundle, 'from-quota', 'discountShare')).toBeGreaterThan(0.004);
  });

  test('which costs profit against the same people without it, by more than four standard errors', () => {
    const { profitUsd, revenueUsd } = bundle.misalignment.find((item) => item.arm === 'accelerated')!.costs;
    for (const { gaming } of [profitUsd, revenueUsd])
      expect(gaming.meanDifference).toBeGreaterThan(4 * gaming.se);
  });

  test('without authority nothing is given away, and gaming costs exactly nothing', () => {
    expect(mean(bundle, 'accelerated-no-authority', 'discountShare')).toBe(0);
    expect(mean(bundle, 'accelerated-no-authority', 'pulledForwardShare')).toBe(0);
    const { gaming } = bundle.misalignment.find((item) => item.arm === 'accelerated-no-authority')!.costs
      .profitUsd;
    expect([gaming.meanDifference, gaming.se]).toEqual([0, 0]);
  });

  test('the report says who gave what away', () => {
    expect(gamingSentence(armOf(bundle, 'accelerated'))).toMatch(/sellers give away 1\.\d% of list price/);
    expect(gamingSentence(armOf(bundle, 'straight'))).toContain('nothing is gamed');
    expect(verdict(bundle).join(' ')).toMatch(/under “from quota” sellers give away/);
  });

  test('what is given away is a part of the list price in every month, and nothing in the last, which no later one follows', () => {
    const { months } = replay(scenarioWith(), 'accelerated', 3);
    for (const { metrics } of months) {
      const share = metrics['discount-share']?.reported ?? 0;
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(0.3);
    }
    // What is signed in the last month would be missing from none after it: nobody moves anything then.
    expect(months.at(-1)!.metrics['discount-share']?.reported ?? 0).toBe(0);
    expect(months.some(({ metrics }) => (metrics['discount-share']?.reported ?? 0) > 0)).toBe(true);
  });

  test('buyers who ask for nothing move no deal that a seller would rather leave', async () => {
    const eager = await run({ 'sales.earlySigningShare': 0 }, ['straight'], 50);
    expect(mean(eager, 'straight', 'pulledForwardShare')).toBeLessThan(0.001);
  });

  test('honest sellers leave the timing of deals alone', async () => {
    const honest = await run({ 'people.reps.motive': 'honest' }, ['accelerated'], 50);
    expect(mean(honest, 'accelerated', 'discountShare')).toBe(0);
  });

  test.each([
    ['less authority leaves less to give away', { 'sales.discountAuthorityShare': 0.1 }, 'discountShare'],
    ['buyers who cannot bargain get less', { 'sales.buyerBargainingShare': 0 }, 'discountShare'],
    [
      'the more trouble it is, the fewer deals are moved',
      { 'sales.earlySigningEffortUsd': 2000 },
      'pulledForwardShare',
    ],
    [
      'the more buyers ask for, the fewer deals are moved',
      { 'sales.earlySigningShare': 0.6 },
      'pulledForwardShare',
    ],
  ])(
    'direction: %s',
    async (_, set, outcome) => {
      expect(mean(await run(set, ['accelerated']), 'accelerated', outcome)).toBeLessThan(
        0.9 * mean(bundle, 'accelerated', outcome),
      );
    },
    60_000,
  );
});

describe('sellers who may keep a signature in the drawer', () => {
  const SANDBAGGING = readFileSync('scenarios/sandbagging.yaml', 'utf8');
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await compare(scenarioWith({}, SANDBAGGING), {
      replicates: 150,
      cache,
      counterfactuals: 'gaming',
      executor: threads,
    });
  }, 60_000);

  test('hold deals back beyond a cap and short of a threshold, and none on a straight commission', () => {
    expect(mean(bundle, 'capped', 'heldBackShare')).toBeGreaterThan(0.05);
    expect(mean(bundle, 'from-quota', 'heldBackShare')).toBeGreaterThan(0.03);
    expect(mean(bundle, 'straight', 'heldBackShare')).toBe(0);
    expect(mean(bundle, 'capped-no-drawer', 'heldBackShare')).toBe(0);
  });

  test('which costs revenue by more than four standard errors: some buyers do not wait', () => {
    const { gaming } = bundle.misalignment.find((item) => item.arm === 'capped')!.costs.revenueUsd;
    expect(gaming.meanDifference).toBeGreaterThan(4 * gaming.se);
    const without = bundle.misalignment.find((item) => item.arm === 'capped-no-drawer')!.costs.revenueUsd
      .gaming;
    expect([without.meanDifference, without.se]).toEqual([0, 0]);
  });

  test('no buyer is lost who does not wait: without losses only the month changes', async () => {
    const patient = await compare(scenarioWith({ 'sales.heldLossShare': 0 }, SANDBAGGING), {
      arms: ['capped'],
      replicates: 100,
      executor: threads,
    });
    expect(mean(patient, 'capped', 'heldBackShare')).toBeGreaterThan(mean(bundle, 'capped', 'heldBackShare'));
    const { gaming } = patient.misalignment[0].costs.revenueUsd;
    // A deal in the drawer is one less to work hard for: a thousandth of revenue, where losses cost many times as much.
    expect(Math.abs(gaming.meanDifference)).toBeLessThan(0.0015 * mean(patient, 'capped', 'revenueUsd'));
    const lost = bundle.misalignment.find(({ arm }) => arm === 'capped')!.costs.revenueUsd.gaming;
    expect(lost.meanDifference).toBeGreaterThan(5 * Math.abs(gaming.meanDifference));
  });

  test('the report says so', () => {
    expect(gamingSentence(armOf(bundle, 'capped'))).toMatch(
      /sellers hold \d+% of deals back until the next month/,
    );
  });
});
