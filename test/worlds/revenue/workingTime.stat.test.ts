import { expect, test } from 'vitest';
import { replayDeals } from '../../../src/experiments/commands/dealLog.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { armOf, contrast, mean, play, readBase, textOf } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

type Overrides = Readonly<Record<string, unknown>>;
const working = (set: Overrides = {}) => parseRevenueScenario(textOf('working-time.yaml'), { readBase, set });

test.runIf(isThorough)('two sellers at half time are one at full time', async () => {
  const bundle = await play('working-time', sized(100, 400), {}, ['five', 'two-halves']);
  for (const id of ['revenueUsd', 'repPayUsd', 'quotaAttainmentShare', 'opportunitiesCount']) {
    const { meanDifference, se } = contrast(bundle, 'two-halves', id);
    expect(Math.abs(meanDifference), id).toBeLessThan(4 * se);
    // The claim is worth something only where the comparison is sharp.
    expect(se, id).toBeLessThan(0.01 * mean(bundle, 'five', id));
  }
  const { outcomes } = armOf(bundle, 'two-halves');
  const [half, whole] = [outcomes.sellerFifth1OpportunitiesCount, outcomes.sellerReps1OpportunitiesCount];
  expect(Math.abs(2 * half.mean - whole.mean)).toBeLessThan(4 * Math.hypot(2 * half.se, whole.se));
  expect(
    Math.abs(outcomes.sellerFifth1AttainmentShare.mean / outcomes.sellerReps1AttainmentShare.mean - 1),
  ).toBeLessThan(0.1);
});

test.runIf(isThorough)(
  'a position opens nothing before its holder begins, and is paid from then on',
  async () => {
    const scenario = working();
    const opened = [0, 1, 2].flatMap((run) =>
      replayDeals(scenario, 'month-seven', run).flatMap(({ seller, openedDay }) =>
        seller === 5 ? [openedDay] : [],
      ),
    );
    expect(opened.length).toBeGreaterThan(20);
    expect(Math.min(...opened)).toBeGreaterThanOrEqual(6 * 21 + 1);
    const set = {
      'plans.commission.reps.commission.rateShare': 0,
      'plans.commission.fifth.commission.rateShare': 0,
    };
    const bundle = await play('working-time', 4, set, ['five', 'month-seven']);
    expect(mean(bundle, 'five', 'repPayUsd')).toBeCloseTo(300_000, 6);
    expect(mean(bundle, 'month-seven', 'repPayUsd')).toBeCloseTo(270_000, 6);
    expect(mean(bundle, 'month-seven', 'sellersCount')).toBeCloseTo(4.5, 12);
  },
);

test('working time of people other than sellers is refused, with what to write', () => {
  expect(() => working({ 'people.director.timeShare': 0.5 })).toThrow(/hoursPerMonth/);
  expect(() => working({ 'people.director.startMonth': 3 })).toThrow(/a group of sellers/);
  expect(() => working({ 'people.fifth.timeShare': 0 })).toThrow(/0.05/);
  expect(() => working({ 'people.fifth.startMonth': 13 })).toThrow(/a month of play: at most 12/);
});

test('a company without leads runs; with marketing it is told to name a channel', async () => {
  const bundle = await play('hunters', 40, {}, undefined, 'all');
  expect(mean(bundle, 'twenty', 'leadsCount')).toBe(0);
  const { meanDifference, se } = contrast(bundle, 'twenty', 'repEffortShare');
  expect(meanDifference).toBeGreaterThan(4 * se);
  const text = textOf('hunters.yaml').replace(
    'people: {',
    'people: { director: { role: marketing-director },',
  );
  expect(() => parseRevenueScenario(text, { readBase })).toThrow(/market.channels.*at least one channel/);
});
