import { expect, test } from 'vitest';
import { inlineExecutor } from '../../src/experiments/executor.ts';
import { WorldBook } from '../../src/experiments/worldBook.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { measureBeliefs } from '../../src/worlds/revenue/measureBeliefs.ts';
import { CATHERINE } from '../support/catherine.ts';

/** Changes of one thing each that people's beliefs could depend on. */
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

test('what is believed of a world does not depend on the other worlds in the book', async () => {
  const worlds = CHANGES.map(
    (set) =>
      parseRevenueScenario(CATHERINE, { set: { 'marketing.collateralPiecesPerMonth': 6, ...set } }).arms.find(
        ({ plan }) => plan === 'fluff',
      )!.world,
  );
  const book = new WorldBook();
  await book.learn(worlds, inlineExecutor);
  worlds.forEach((world, i) => {
    const naive = world.people.some(({ beliefs }) => beliefs === 'naive');
    expect(book.beliefsOf(world), JSON.stringify(CHANGES[i])).toEqual(measureBeliefs(world, naive));
  });
}, 60_000);
