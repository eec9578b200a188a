import { expect, test } from 'vitest';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { PreparationCache } from '../../src/experiments/running/preparationCache.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { measureBeliefs } from '../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../support/catherine.ts';
import { isThorough } from '../support/thorough.ts';

/** Single changes that could affect measured beliefs. */
const CHANGES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { 'tactics.captured-attribution.maxScale': 0 },
  { 'tactics.relabel.maxScale': 0.5 },
  { 'tactics.fake-leads.priceUsdPerThousand': 90000 },
  { 'governance.stage': 'aligned' },
  { 'governance.followUpShare': 1 },
  { 'governance.followUpOrder': 'leads-first' },
  { 'governance.budgetRule': 'sales-is-king' },
  { 'sales.turnoverSharePerYear': 0.5 },
  { 'people.director.beliefs': 'naive' },
  { 'people.director.integrityUsd': 4000 },
  { 'governance.replacementMonth': 2 },
  { 'governance.coverageTimes': 6 },
  { 'governance.missedGoalDismissalRate': 0.5 },
  { 'governance.auditRatePerMonth': 0.5 },
];

test.runIf(isThorough)(
  'cached beliefs equal freshly measured ones, whatever other worlds share the cache',
  async () => {
    const changes = isThorough ? CHANGES : CHANGES.slice(0, 3);
    const worlds = changes.map(
      (set) =>
        parseRevenueScenario(CATHERINE, {
          set: {
            'marketing.collateralPiecesPerMonth': 6,
            'calendar.warmUpMonths': 1,
            'calendar.daysPerMonth': 5,
            'sales.reps': 2,
            ...set,
          },
        }).arms.find(({ plan }) => plan === 'fluff')!.world,
    );
    const cache = new PreparationCache();
    await cache.measureBeliefs(worlds, inlineExecutor);
    worlds.forEach((world, i) => {
      expect(cache.beliefsOf(world), JSON.stringify(changes[i])).toEqual(measureBeliefs(world));
    });
  },
  120_000,
);
