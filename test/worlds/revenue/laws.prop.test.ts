import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany, type Policy } from '../../../src/worlds/revenue/company.ts';
import { COUNTER } from '../../../src/worlds/revenue/counters.ts';
import { LEAD } from '../../../src/worlds/revenue/labels.ts';
import { MarketLuck } from '../../../src/worlds/revenue/marketLuck.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/measureBeliefs.ts';
import { OUTCOME, OUTCOME_COUNT, type OutcomeId } from '../../../src/worlds/revenue/outcomes.ts';
import { PARTS } from '../../../src/worlds/revenue/parts.ts';
import { Runner } from '../../../src/worlds/revenue/run.ts';
import { COUNTER_COUNT, REPORTED, type RunState, SOUND, TRUE } from '../../../src/worlds/revenue/state.ts';
import type { RevenueWorld } from '../../../src/worlds/revenue/world.ts';
import { CATHERINE } from '../../support/catherine.ts';

/** Overrides of the Catherine company that make a random company. */
const worlds = fc
  .record({
    'question.horizonMonths': fc.constantFrom(1, 3, 7, 12),
    'calendar.daysPerMonth': fc.integer({ min: 5, max: 25 }),
    'calendar.warmUpMonths': fc.integer({ min: 0, max: 3 }),
    'sales.reps': fc.integer({ min: 1, max: 9 }),
    'sales.sellingHoursPerDay': fc.double({ min: 0, max: 12, noNaN: true }),
    'sales.screeningHours': fc.double({ min: 0, max: 2, noNaN: true }),
    'sales.unreadyLeadHours': fc.double({ min: 0, max: 15, noNaN: true }),
    'sales.coolingDays': fc.double({ min: 1, max: 60, noNaN: true }),
    'sales.dropAfterDays': fc.integer({ min: 0, max: 40 }),
    'sales.prospectingHours': fc.constantFrom(0, 8, 26),
    'sales.cycleDays': fc.integer({ min: 0, max: 60 }),
    'sales.discountAuthorityShare': fc.constantFrom(0, 0.3),
    commission: fc.constantFrom(
      { rateShare: 0.1 },
      { rateShare: 0.04, aboveQuotaRateShare: 0.3 },
      { rateShare: 0.04, aboveQuotaRateShare: 0.3, ownDealExtraShare: 0.05 },
      { rateShare: 0.1, churnClawbackShare: 1, otherLineCreditShare: 0.6, perActivityUsd: 5 },
    ),
    'sales.holdBackDays': fc.constantFrom(0, 5),
    'sales.trustMemoryLeads': fc.integer({ min: 1, max: 200 }),
    'market.channels.organic.visitsPerMonth': fc.integer({ min: 0, max: 6000 }),
    'market.channels.paid.ambientBotShare': fc.double({ min: 0, max: 0.9, noNaN: true }),
    'market.channels.paid.junkLeadShare': fc.double({ min: 0, max: 0.9, noNaN: true }),
    'marketing.definitionGap': fc.constantFrom(0, 1.5),
    'marketing.collateralPiecesPerMonth': fc.constantFrom(0, 7.5),
    'governance.salesVoiceShare': fc.constantFrom(0, 0.6),
    'governance.replacementMonth': fc.constantFrom(0, 2, 5),
    'sales.quotaRatchetShare': fc.constantFrom(0, 0.5),
    'sales.gambleShare': fc.constantFrom(0, 0.5),
    'sales.turnoverSharePerYear': fc.constantFrom(0, 0.3, 0.9),
    'sales.vacancyMonths': fc.constantFrom(0, 2),
    'sales.skillCv': fc.constantFrom(0, 0.6, 1.5),
    'tactics.customer-visits.hoursPerMonth': fc.constantFrom(0, 20),
    'sales.territoryCv': fc.constantFrom(0, 0.4),
    'sales.promiseLiftShare': fc.constantFrom(0, 0.3),
    'sales.paddedPerDay': fc.constantFrom(0, 8),
    'governance.coverageTimes': fc.constantFrom(0, 2, 6),
    'sales.lobbyingShare': fc.constantFrom(0, 0.15),
    'lines.otherShare': fc.constantFrom(0, 0.5),
    'tactics.sales-training.hoursPerMonth': fc.constantFrom(0, 20),
    'inside.reps': fc.constantFrom(0, 1, 3),
    'inside.errorShare': fc.constantFrom(0, 0.3),
    'sales.quotaByTerritoryShare': fc.constantFrom(0, 1),
    'governance.followUpShare': fc.constantFrom(0, 0.5, 1),
    'governance.followUpOrder': fc.constantFrom('deals-first', 'leads-first'),
    'customers.referralsPerYear': fc.constantFrom(0, 20),
    'customers.expansionShare': fc.constantFrom(0, 0.2),
    'marketing.budgetUsdPerMonth': fc.constantFrom(0, 60_000),
    'governance.budgetRule': fc.constantFrom('fixed', 'sales-is-king', 'outcome-based'),
    'governance.budgetReviewMonths': fc.constantFrom(2, 5),
    'governance.stage': fc.constantFrom('ambiguous', 'structured', 'aligned'),
    'governance.leadVisibility': fc.constantFrom('by-stage', 'label', 'score', 'readiness'),
    'governance.auditRatePerMonth': fc.double({ min: 0, max: 0.5, noNaN: true }),
    'governance.missedGoalDismissalRate': fc.constantFrom(0, 0.5),
    'customers.contractMonths': fc.integer({ min: 1, max: 14 }),
    'people.director.integrityUsd': fc.constantFrom(0, 40, 100000),
  })
  .map((set) => ({ ...set, 'market.accounts': 4000 }));

interface Finished {
  readonly state: RunState;
  readonly world: RevenueWorld;
  readonly outcomes: Float64Array;
}

const PLANS = ['fluff', 'revenue-tied-accelerated', 'traffic-only', 'accepted-leads-gated'] as const;

function finish(
  set: Readonly<Record<string, unknown>>,
  plan: string,
  policy: Policy = {},
  replicate = 0,
): Finished {
  const { commission = { rateShare: 0.1 }, ...rest } = set;
  const scenario = parseRevenueScenario(CATHERINE, {
    set: {
      ...rest,
      'people.inside': { role: 'inside-sales' },
      'people.manager': { role: 'sales-manager', foresightMonths: 60 },
      [`plans.${plan}.reps`]: { baseUsdPerYear: 60_000, commission },
      [`plans.${plan}.manager`]: { baseUsdPerYear: 100_000, commission: { rateShare: 0.01 } },
      [`plans.${plan}.inside`]: { baseUsdPerYear: 25_000, meetings: { perMeetingUsd: 75 } },
      arms: { only: { plan } },
      'question.reference': 'only',
    },
  });
  const arm = scenario.arms.find((candidate) => candidate.plan === plan)!;
  const beliefs = measureBeliefs(arm.world, false);
  const company = compileCompany(arm.world, arm.pay, beliefs, policy);
  const market = new MarketLuck(arm.world, company.days);
  const runner = new Runner(company, market);
  const outcomes = new Float64Array(OUTCOME_COUNT);
  market.fill(luckKey('laws', replicate));
  runner.run(outcomes);
  return { state: runner.state, world: arm.world, outcomes };
}

function monthsOf({ state, world }: Finished, ledger: number, counter: number): number[] {
  return Array.from(
    { length: world.horizonMonths },
    (_, m) => state.months[m * 3 * COUNTER_COUNT + ledger + counter],
  );
}

describe('laws of any company', () => {
  test('hold over random worlds and plans', () => {
    let givenInAll = 0;
    let moved = 0;
    let taken = 0;
    let hollowMeetings = 0;
    let promised = 0;
    let otherLine = 0;
    let lobbied = 0;
    let padded = 0;
    let dead = 0;
    let dismissed = 0;
    const total = (months: readonly number[]) => months.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(worlds, fc.constantFrom(...PLANS), (set, plan) => {
        const run = finish(set, plan);
        const { state, world } = run;
        // Every lead that came is in exactly one state, and none that did not come has one.
        const counts = new Array<number>(7).fill(0);
        for (let i = 0; i < state.market.count; i++) counts[state.leadStatus[i]]++;
        expect(counts.reduce((a, b) => a + b, 0)).toBe(state.market.count);
        if (world.calendar.warmUpMonths === 0) {
          const came = monthsOf(run, TRUE, COUNTER.leads).reduce((a, b) => a + b, 0);
          const open = counts[LEAD.waiting] + counts[LEAD.disbelieved];
          const done = counts[LEAD.followedUp] + counts[LEAD.dropped] + counts[LEAD.turnedDown];
          expect(counts[LEAD.unqualified] + open + done).toBe(came);
          const passed = monthsOf(run, REPORTED, COUNTER.sqls).reduce((a, b) => a + b, 0);
          expect(open + done).toBe(passed);
        }
        // Hours worked never exceed hours available, and what is not worked is idle.
        for (let m = 0; m < world.horizonMonths; m++) {
          const worked = monthsOf(run, REPORTED, COUNTER.hoursWorked)[m];
          const available = monthsOf(run, REPORTED, COUNTER.hoursAvailable)[m];
          expect(worked).toBeLessThanOrEqual(available + 1e-9);
          expect(worked).toBeGreaterThanOrEqual(0);
          if (world.sales.prospectingHours > 0) expect(Math.abs(worked - available)).toBeLessThan(1e-6);
        }
        // What deals list for is what was booked and what was given away; nobody moves a deal without authority.
        for (let m = 0; m < world.horizonMonths; m++) {
          const [list, booked, given] = [COUNTER.listUsd, COUNTER.bookingsUsd, COUNTER.discountUsd].map(
            (counter) => monthsOf(run, REPORTED, counter)[m],
          );
          expect(Math.abs(list - booked - given)).toBeLessThanOrEqual(1e-9 * list);
          if (world.sales.discountAuthorityShare === 0) expect(given).toBe(0);
          givenInAll += given;
        }
        // A review moves money and loses none: programmes, chairs beyond the first ones, and what is saved for the next.
        const { sales, marketing, governance } = world;
        const { company } = state;
        const money =
          state.marketingUsd + state.purseUsd + (state.seats - sales.reps) * company.seatUsdPerMonth;
        expect(Math.abs(money - marketing.budgetUsdPerMonth)).toBeLessThan(1e-6);
        expect(state.marketingUsd).toBeGreaterThanOrEqual(0);
        if (governance.budgetRule === 'fixed') expect(state.seats).toBe(sales.reps);
        moved += state.seats === sales.reps ? 0 : 1;
        // An empty chair, or one that is not there, has no hours.
        for (let seat = 0; seat < company.seats; seat++) {
          expect(state.capacity[seat]).toBeLessThanOrEqual(1);
          if (seat >= state.seats) expect(state.capacity[seat]).toBe(0);
        }
        // Every passed lead whose fate is known was accepted, or has one reason why not; references are customers.
        const fates = [
          'acceptedShare',
          'turnedDownShare',
          'rejectedNotReadyShare',
          'droppedNotBelievedShare',
          'droppedNoTimeShare',
        ] as const;
        const shares = fates.map((id) => run.outcomes[OUTCOME[id]]);
        if (!Number.isNaN(shares[0])) {
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          for (const part of shares) expect(part).toBeGreaterThanOrEqual(0);
        }
        expect(state.references).toBeGreaterThanOrEqual(-1e-9);
        expect(state.references).toBeLessThanOrEqual(state.customers + 1e-9);
        // Collateral that is used was made.
        const [made, used] = [COUNTER.piecesMade, COUNTER.piecesUsed].map((counter) =>
          monthsOf(run, TRUE, counter),
        );
        for (let m = 0; m < world.horizonMonths; m++) expect(used[m]).toBeLessThanOrEqual(made[m]);
        // Contracts renewed are some of those that ran out, and churn is the rest.
        const [due, kept] = [COUNTER.renewalsDue, COUNTER.renewalsKept].map((counter) =>
          monthsOf(run, SOUND, counter),
        );
        for (let m = 0; m < world.horizonMonths; m++) expect(kept[m]).toBeLessThanOrEqual(due[m]);
        const [allDue, allKept] = [due, kept].map((counts) => counts.reduce((a, b) => a + b, 0));
        if (allDue > 0) expect(run.outcomes[OUTCOME.churnShare]).toBeCloseTo(1 - allKept / allDue, 9);
        // Dollars: pay is salary plus bonus less clawback; bonus on hollow numbers is part of the bonus.
        const value = (id: keyof typeof OUTCOME) => run.outcomes[OUTCOME[id]];
        expect(value('bonusHollowUsd')).toBeGreaterThanOrEqual(0);
        expect(value('clawedBackUsd')).toBeLessThanOrEqual(value('bonusHollowUsd') + 1e-6);
        const salaryAtMost = (100000 / 12) * world.horizonMonths;
        expect(value('directorPayUsd')).toBeLessThanOrEqual(
          salaryAtMost + value('bonusPaidUsd') - value('clawedBackUsd') + 1e-6,
        );
        // Ledgers of counts: gaming only adds, and no count is negative.
        for (const counter of [COUNTER.visits, COUNTER.leads, COUNTER.sqls]) {
          const [reported, truth, sound] = [REPORTED, TRUE, SOUND].map((ledger) =>
            monthsOf(run, ledger, counter),
          );
          for (let m = 0; m < world.horizonMonths; m++) {
            expect(reported[m]).toBeGreaterThanOrEqual(truth[m]);
            expect(sound[m]).toBeGreaterThanOrEqual(0);
          }
        }
        // A good lead is accepted or taken, and what sellers took is missing from marketing's reported numbers, no more.
        const inLedgers = (counter: number) =>
          [REPORTED, TRUE, SOUND].map((ledger) => monthsOf(run, ledger, counter));
        const [accepted, , good] = inLedgers(COUNTER.accepted);
        const [takenLeads] = inLedgers(COUNTER.takenLeads);
        const [pipeline, truePipeline] = inLedgers(COUNTER.marketingPipelineUsd);
        const [takenUsd] = inLedgers(COUNTER.takenPipelineUsd);
        for (let m = 0; m < world.horizonMonths; m++) {
          expect(accepted[m] + takenLeads[m]).toBe(good[m]);
          expect(pipeline[m] + takenUsd[m] - truePipeline[m]).toBeGreaterThan(-1e-6);
          taken += takenLeads[m];
        }
        // Sellers hear of no lead that inside sales turned down, and work none without a meeting; hollow meetings are some of all.
        const [met, inGoodFaith] = inLedgers(COUNTER.meetings).map(total);
        if (world.inside.reps > 0) {
          expect(counts[LEAD.turnedDown]).toBeGreaterThanOrEqual(total(inLedgers(COUNTER.turnedDown)[0]));
          expect(inGoodFaith).toBeLessThanOrEqual(met);
          if (world.calendar.warmUpMonths === 0)
            expect(total(inLedgers(COUNTER.worked)[0])).toBeLessThanOrEqual(met);
          hollowMeetings += met - inGoodFaith;
        } else expect(met + counts[LEAD.turnedDown]).toBe(0);
        // Deals with promises, and of the other line, are deals won; margin is that of the lines that were sold.
        const wins = total(inLedgers(COUNTER.wins)[0]);
        const won = [COUNTER.promised, COUNTER.otherLineWins].map((counter) => total(inLedgers(counter)[0]));
        for (const part of won) expect(part).toBeLessThanOrEqual(wins);
        if (world.lines.otherShare === 0) expect(won[1]).toBe(0);
        const all = value('revenueUsd') + value('renewalUsd');
        const margins = [world.customers.marginShare, world.lines.otherMarginShare];
        const margin = value('newMarginUsd') + value('renewalMarginUsd');
        expect(margin).toBeLessThanOrEqual(Math.max(...margins) * all + 1e-6);
        expect(margin).toBeGreaterThanOrEqual(Math.min(...margins) * all - 1e-6);
        // What is a sum is the sum of its parts, dollar for dollar and deal for deal.
        for (const [whole, parts] of Object.entries(PARTS)) {
          const total = parts.reduce((sum, { id, sign }) => sum + sign * value(id), 0);
          const size = parts.reduce((sum, { id }) => sum + Math.abs(value(id)), 1);
          expect(Math.abs(total - value(whole as OutcomeId)), whole).toBeLessThan(1e-11 * size);
        }
        promised += won[0];
        otherLine += won[1];
        lobbied += value('lobbiedShare');
        padded += value('paddedShare');
        dead += value('deadPipelineShare');
        const [shown, , open] = inLedgers(COUNTER.openPipelineUsd).map(total);
        expect(shown).toBeGreaterThanOrEqual(open);
        // Nobody shows more than is asked for by keeping lost deals, nor is asked twice in a month.
        if (shown > open) expect(world.governance.coverageTimes).toBeGreaterThan(0);
        expect(total(inLedgers(COUNTER.reviewed)[0])).toBeLessThanOrEqual(
          total(inLedgers(COUNTER.filledChairs)[0]),
        );
        dismissed += value('repsDismissedCount');
        // The blame ledger adds up to the wins to be expected.
        const lost =
          value('lostNeverPassedCount') +
          value('lostPassedLateCount') +
          value('lostNoTimeCount') +
          value('lostNotBelievedCount') +
          value('lostCooledCount') +
          value('lostWorkedBadlyCount');
        expect(
          Math.abs(
            value('readyWinsCount') -
              lost +
              value('unreadyWinsCount') +
              value('ownWinsCount') -
              value('expectedWinsCount'),
          ),
        ).toBeLessThan(1e-6);
      }),
      { seed: 7, numRuns: 40 },
    );
    expect(givenInAll).toBeGreaterThan(0);
    expect(moved).toBeGreaterThan(0);
    expect(taken).toBeGreaterThan(0);
    expect(hollowMeetings).toBeGreaterThan(0);
    expect(promised).toBeGreaterThan(0);
    expect(otherLine).toBeGreaterThan(0);
    expect(lobbied).toBeGreaterThan(0);
    expect(padded).toBeGreaterThan(0);
    expect(dead).toBeGreaterThan(0);
    expect(dismissed).toBeGreaterThan(0);
  }, 180_000);

  test('with gaming unavailable reported equals true exactly, in every counter and month', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...PLANS), (set, plan) => {
        const run = finish(set, plan, { motive: 'honest', repsHonest: true });
        for (let counter = 0; counter < COUNTER_COUNT; counter++) {
          expect(monthsOf(run, REPORTED, counter)).toEqual(monthsOf(run, TRUE, counter));
        }
      }),
      { seed: 8, numRuns: 12 },
    );
  }, 120_000);
});

describe('a steady company', () => {
  test('honest salaried people bring in as much in month 1 as in month 12', () => {
    const scenario = parseRevenueScenario(CATHERINE, {});
    const arm = scenario.arms.find((candidate) => candidate.name === 'salary-only')!;
    const beliefs = measureBeliefs(arm.world, false);
    const company = compileCompany(arm.world, arm.pay, beliefs, {});
    const market = new MarketLuck(arm.world, company.days);
    const runner = new Runner(company, market);
    const outcomes = new Float64Array(OUTCOME_COUNT);
    const n = 600;
    for (const counter of [COUNTER.bookingsUsd, COUNTER.sqls, COUNTER.opportunities, COUNTER.hoursWasted]) {
      let sum = 0;
      let squares = 0;
      for (let replicate = 0; replicate < n; replicate++) {
        market.fill(luckKey('steady', replicate));
        runner.run(outcomes);
        const d = runner.state.months[11 * 3 * COUNTER_COUNT + counter] - runner.state.months[counter];
        sum += d;
        squares += d * d;
      }
      const mean = sum / n;
      const se = Math.sqrt((squares / n - mean * mean) / n);
      // Would catch a warm-up too short: bookings of month 1 would lag those of month 12.
      expect(Math.abs(mean / se)).toBeLessThan(5);
    }
  }, 60_000);
});
