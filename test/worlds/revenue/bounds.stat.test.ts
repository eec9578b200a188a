import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { parseScenario } from '../../../src/scenario/load.ts';
import { PlannerMind } from '../../../src/worlds/revenue/minds/planner/planner.ts';
import { SellerLevels } from '../../../src/worlds/revenue/minds/seller/levels.ts';
import { readBase, textOf } from '../../support/shipped.ts';
import { isThorough } from '../../support/thorough.ts';

/** Decisions seen, and those at a bound. */
const seen = { planners: 0, planned: 0, sellers: 0, strained: 0 };
const { decide } = PlannerMind.prototype;
const { effortFor } = SellerLevels.prototype;

beforeAll(() => {
  PlannerMind.prototype.decide = function (this: PlannerMind, view, day) {
    decide.call(this, view, day);
    if (!view.isEmployed) return;
    seen.planners++;
    const tactics = this['tactics'];
    if (
      tactics.some(
        ({ productive, maxScale }, k) => !productive && maxScale > 0 && view.planned[k] >= maxScale,
      )
    )
      seen.planned++;
  };
  SellerLevels.prototype.effortFor = function (this: SellerLevels, worthUsd) {
    const effort = effortFor.call(this, worthUsd);
    seen.sellers++;
    if (effort >= this['company'].world.sales.effortMaxShare) seen.strained++;
    return effort;
  };
});

afterAll(() => {
  PlannerMind.prototype.decide = decide;
  SellerLevels.prototype.effortFor = effortFor;
});

const shipped = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));
const chosen = isThorough ? shipped : ['price-gaming.yaml'];

test.each(chosen)(
  'the bounds of gaming and of effort bind in less than one in a hundred decisions: %s',
  async (file) => {
    Object.assign(seen, { planners: 0, planned: 0, sellers: 0, strained: 0 });
    const scenario = parseScenario(textOf(file), { readBase });
    await compare(scenario, { replicates: 3, counterfactuals: 'none' });
    expect(seen.planners + seen.sellers).toBeGreaterThan(0);
    expect(seen.planned).toBeLessThanOrEqual(0.01 * seen.planners);
    expect(seen.strained).toBeLessThanOrEqual(0.01 * seen.sellers);
  },
);
