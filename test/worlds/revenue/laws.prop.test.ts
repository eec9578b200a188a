import { beforeAll, describe, expect, test } from 'vitest';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { COUNTER, SOUND, TRUE } from '../../../src/worlds/revenue/contract/counters.ts';
import { LEAD } from '../../../src/worlds/revenue/contract/labels.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';
import { type Finished, lawsOf, playRandomCompanies, sum } from '../../support/randomCompanies.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/** Number of leads in each state. */
function leadsByState({ state }: Finished): number[] {
  const counts = new Array<number>(Object.keys(LEAD).length).fill(0);
  for (let lead = 0; lead < state.market.count; lead++) counts[state.leads.rows.status[lead]]++;
  return counts;
}

/** Leads passed to sales, whether they still wait for a call or are settled. */
function passedLeads(run: Finished): number {
  const counts = leadsByState(run);
  const open = counts[LEAD.waiting] + counts[LEAD.disbelieved];
  return open + counts[LEAD.followedUp] + counts[LEAD.dropped] + counts[LEAD.turnedDown];
}

const hasNoWarmUp = ({ world }: Finished) => world.calendar.warmUpMonths === 0;

describe('every company', () => {
  let companies: readonly Finished[];
  beforeAll(() => {
    companies = playRandomCompanies(7, sized(24, 100));
  }, 180_000);
  const law = lawsOf(() => companies);

  law('every potential lead is in exactly one state', (run) => {
    const counts = leadsByState(run);
    expect(sum(counts)).toBe(run.state.market.count);
    return run.state.market.count - counts[LEAD.absent];
  });

  law('every lead that arrived is either unqualified or passed to sales', (run) => {
    if (!hasNoWarmUp(run)) return 0;
    const arrived = run.total('leads', TRUE);
    expect(leadsByState(run)[LEAD.unqualified] + passedLeads(run)).toBe(arrived);
    return arrived;
  });

  law('every reported SQL either waits for a call or is settled', (run) => {
    if (!hasNoWarmUp(run)) return 0;
    const reported = run.total('sqls');
    expect(passedLeads(run)).toBe(reported);
    return reported;
  });

  law('in every month hours wasted are part of hours worked, and those of hours available', (run) => {
    const [wasted, worked, available] = ['hoursWasted', 'hoursWorked', 'hoursAvailable'].map((id) =>
      run.months(id),
    );
    worked.forEach((hours, month) => {
      expect(wasted[month]).toBeLessThanOrEqual(hours * (1 + 1e-12));
      expect(hours).toBeLessThanOrEqual(available[month] * (1 + 1e-12));
    });
    return sum(wasted);
  });

  law('the fates of passed leads, one reason each, sum to all passed leads', ({ value }) => {
    const shares = [
      'acceptedShare',
      'turnedDownShare',
      'rejectedNotReadyShare',
      'droppedNotBelievedShare',
      'droppedNoTimeShare',
    ].map(value);
    if (Number.isNaN(shares[0])) return 0;
    expect(sum(shares)).toBeCloseTo(1, 12);
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
    return 1;
  });

  law('hours worked are never negative and never exceed hours available', (run) => {
    const available = run.months('hoursAvailable');
    for (const [m, worked] of run.months('hoursWorked').entries()) {
      expect(worked).toBeLessThanOrEqual(available[m] + 1e-9);
      expect(worked).toBeGreaterThanOrEqual(0);
    }
    return run.total('hoursWorked');
  });

  law('sellers who prospect have no idle hours', (run) => {
    if (run.world.sales.prospectingHours === 0) return 0;
    const available = run.months('hoursAvailable');
    for (const [m, worked] of run.months('hoursWorked').entries())
      expect(Math.abs(worked - available[m])).toBeLessThan(1e-6);
    return run.total('ownHours');
  });

  law('nobody works more than full days, and a closed seat has no hours', ({ company, state }) => {
    const { seats, all } = state.floor;
    for (let seat = 0; seat < company.seats; seat++) {
      expect(seats.capacity[seat]).toBeLessThanOrEqual(1);
      if (seat >= all.seats) expect(seats.capacity[seat]).toBe(0);
    }
    return company.seats - all.seats;
  });

  law('the list price of deals won equals bookings plus discounts', (run) => {
    const [list, booked, given] = ['listUsd', 'bookingsUsd', 'discountUsd'].map((id) => run.months(id));
    for (const [m, usd] of list.entries())
      expect(Math.abs(usd - booked[m] - given[m])).toBeLessThanOrEqual(1e-9 * usd);
    return sum(given);
  });

  law('no discount is given without authority', (run) => {
    if (run.set['sales.discountAuthorityShare'] > 0) return 0;
    expect(run.months('discountUsd')).toEqual(run.months('discountUsd').fill(0));
    return run.total('listUsd');
  });

  law(
    'budget reviews conserve money: programmes, new seats and savings add up',
    ({ world, company, state }) => {
      const { budgetUsd, purseUsd } = state.marketing.all;
      const newSeats = state.floor.all.seats - world.sales.reps;
      const money = budgetUsd + purseUsd + newSeats * company.seatUsdPerMonth;
      expect(Math.abs(money - world.marketing.budgetUsdPerMonth)).toBeLessThan(1e-6);
      expect(budgetUsd).toBeGreaterThanOrEqual(0);
      return Math.abs(newSeats);
    },
  );

  law('a fixed budget leaves the number of seats unchanged', ({ world, state }) => {
    if (world.governance.budgetRule !== 'fixed') return 0;
    expect(state.floor.all.seats).toBe(world.sales.reps);
    return 1;
  });

  law('every reference is a customer', ({ state }) => {
    const { references, customers } = state.customers.all;
    expect(references).toBeGreaterThanOrEqual(-1e-9);
    expect(references).toBeLessThanOrEqual(customers + 1e-9);
    return references;
  });

  law('collateral in use was produced before', (run) => {
    const made = run.months('piecesMade', TRUE);
    for (const [m, used] of run.months('piecesUsed', TRUE).entries())
      expect(used).toBeLessThanOrEqual(made[m]);
    return run.total('piecesUsed', TRUE);
  });

  law('renewed contracts are among those that expire, and churn is the rest', (run) => {
    const due = run.months('renewalsDue', SOUND);
    for (const [m, kept] of run.months('renewalsKept', SOUND).entries())
      expect(kept).toBeLessThanOrEqual(due[m]);
    const kept = run.total('renewalsKept', SOUND);
    if (sum(due) > 0) expect(run.value('churnShare')).toBeCloseTo(1 - kept / sum(due), 9);
    return sum(due) - kept;
  });

  law(
    'the bonus on hollow metrics is never negative, and no more of it is clawed back than was paid',
    ({ value }) => {
      expect(value('bonusHollowUsd')).toBeGreaterThanOrEqual(0);
      expect(value('clawedBackUsd')).toBeLessThanOrEqual(value('bonusHollowUsd') + 1e-6);
      return value('bonusHollowUsd');
    },
  );

  law('the director’s pay is at most salary and bonus less clawback', ({ value, world }) => {
    const salaryAtMost = (100000 / 12) * world.horizonMonths;
    expect(value('directorPayUsd')).toBeLessThanOrEqual(
      salaryAtMost + value('bonusPaidUsd') - value('clawedBackUsd') + 1e-6,
    );
    return value('bonusPaidUsd');
  });

  law('gaming only adds to reported visits, leads and SQLs, and no count is negative', (run) => {
    let added = 0;
    for (const counter of ['visits', 'leads', 'sqls']) {
      const truth = run.months(counter, TRUE);
      const sound = run.months(counter, SOUND);
      for (const [m, reported] of run.months(counter).entries()) {
        expect(reported).toBeGreaterThanOrEqual(truth[m]);
        expect(sound[m]).toBeGreaterThanOrEqual(0);
        added += reported - truth[m];
      }
    }
    return added;
  });

  law('a ready lead that is called is accepted, or entered as the seller’s own', (run) => {
    const ready = run.months('accepted', SOUND);
    const taken = run.months('takenLeads');
    for (const [m, accepted] of run.months('accepted').entries()) expect(accepted + taken[m]).toBe(ready[m]);
    return sum(taken);
  });

  law('marketing’s reported pipeline falls short by at most the leads that sellers took', (run) => {
    const takenUsd = run.months('takenPipelineUsd');
    const truth = run.months('marketingPipelineUsd', TRUE);
    for (const [m, reported] of run.months('marketingPipelineUsd').entries())
      expect(reported + takenUsd[m] - truth[m]).toBeGreaterThan(-1e-6);
    return sum(takenUsd);
  });

  law('without inside sales there are no meetings, and nobody turns a lead down', (run) => {
    if (run.world.inside.reps > 0) return 0;
    expect(run.total('meetings') + leadsByState(run)[LEAD.turnedDown]).toBe(0);
    return passedLeads(run);
  });

  law('leads turned down by inside sales stay so, and sellers call none without a meeting', (run) => {
    if (run.world.inside.reps === 0) return 0;
    const turnedDown = run.total('turnedDown');
    expect(leadsByState(run)[LEAD.turnedDown]).toBeGreaterThanOrEqual(turnedDown);
    if (hasNoWarmUp(run)) expect(run.total('worked')).toBeLessThanOrEqual(run.total('meetings'));
    return turnedDown;
  });

  law('meetings in good faith are a subset of all meetings', (run) => {
    const hollow = run.total('meetings') - run.total('meetings', TRUE);
    expect(hollow).toBeGreaterThanOrEqual(0);
    return hollow;
  });

  law('deals won by promising too much are a subset of the deals won', (run) => {
    expect(run.total('promised')).toBeLessThanOrEqual(run.total('wins'));
    return run.total('promised');
  });

  law(
    'deals of the other line are a subset of the deals won, and there are none if there is only one line',
    (run) => {
      const otherLine = run.total('otherLineWins');
      expect(otherLine).toBeLessThanOrEqual(run.total('wins'));
      if (run.world.lines.otherShare === 0) expect(otherLine).toBe(0);
      return otherLine;
    },
  );

  law('gross margin lies between those of the two lines', ({ value, world }) => {
    const sold = value('revenueUsd') + value('renewalUsd');
    const shares = [world.customers.marginShare, world.lines.otherMarginShare];
    const margin = value('newMarginUsd') + value('renewalMarginUsd');
    expect(margin).toBeLessThanOrEqual(Math.max(...shares) * sold + 1e-6);
    expect(margin).toBeGreaterThanOrEqual(Math.min(...shares) * sold - 1e-6);
    return sold;
  });

  law('an outcome with parts is their sum: profit dollar for dollar, wins deal for deal', (run) => {
    const parts = new Map<string, number[]>();
    for (const { id, partOf } of run.company.outcomes)
      if (partOf !== undefined)
        parts.set(partOf.whole, [...(parts.get(partOf.whole) ?? []), partOf.sign * run.value(id)]);
    expect([...parts].map(([whole, { length }]) => [whole, length])).toEqual([
      ['profitUsd', 10],
      ['winsCount', 10],
    ]);
    for (const [whole, values] of parts) {
      const size = values.reduce((total, value) => total + Math.abs(value), 1);
      expect(Math.abs(sum(values) - run.value(whole)), whole).toBeLessThan(1e-11 * size);
    }
    return run.value('winsCount');
  });

  law('sellers keep lost deals in the pipeline only if coverage is required', (run) => {
    const dead = run.total('openPipelineUsd') - run.total('openPipelineUsd', SOUND);
    expect(dead).toBeGreaterThanOrEqual(0);
    if (dead > 0) expect(run.world.governance.coverageTimes).toBeGreaterThan(0);
    return run.value('deadPipelineShare') || 0;
  });

  law('no seller has more than one pipeline review per month', (run) => {
    expect(run.total('reviewed')).toBeLessThanOrEqual(run.total('filledChairs'));
    return run.total('reviewed');
  });

  law('quotas are reduced either by the full effect of lobbying or not at all', ({ value, set }) => {
    expect([0, set['sales.lobbyingShare']]).toContain(value('lobbiedShare'));
    return value('lobbiedShare');
  });

  law('activities are padded only by sellers who are paid for them', ({ value, set }) => {
    const padded = value('paddedShare') || 0;
    expect(padded).toBeGreaterThanOrEqual(0);
    if (padded > 0) {
      expect(set['sales.paddedPerDay']).toBeGreaterThan(0);
      expect(set.commission.perActivityUsd).toBeGreaterThan(0);
    }
    return padded;
  });

  law('the sales manager dismisses nobody if sellers are identical', ({ value, world }) => {
    const dismissed = value('repsDismissedCount');
    if (world.sales.skillCv === 0) expect(dismissed).toBe(0);
    return dismissed;
  });

  law('the blame ledger sums to expected wins', ({ value }) => {
    const lost = [
      'lostNeverPassedCount',
      'lostPassedLateCount',
      'lostNoTimeCount',
      'lostNotBelievedCount',
      'lostCooledCount',
      'lostWorkedBadlyCount',
    ].map(value);
    const won = value('readyWinsCount') - sum(lost) + value('unreadyWinsCount') + value('ownWinsCount');
    expect(Math.abs(won - value('expectedWinsCount'))).toBeLessThan(1e-6);
    return sum(lost);
  });
});

describe.runIf(isThorough)('every company without gaming', () => {
  let companies: readonly Finished[];
  beforeAll(() => {
    companies = playRandomCompanies(8, 9, { motive: 'honest', sellersHonest: true });
  }, 120_000);
  const law = lawsOf(() => companies);

  law('reported equals true exactly, in every counter and month', (run) => {
    for (const { id } of run.company.slots.counters) expect(run.months(id), id).toEqual(run.months(id, TRUE));
    return run.total('sqls');
  });
});

describe('a company in steady state', () => {
  test('honest salaried people do as much in month 1 as in month 12', () => {
    const scenario = parseRevenueScenario(CATHERINE, {});
    const { world, pay } = scenario.arms.find((candidate) => candidate.name === 'salary-only')!;
    const company = compileCompany(world, pay, measureBeliefs(world));
    const market = new Market(world, company.days);
    const runner = new Runner(company, market);
    const outcomes = new Float64Array(company.outcomes.length);
    const n = 600;
    const counters = ['bookingsUsd', 'sqls', 'opportunities', 'hoursWasted'] as const;
    const sums = new Float64Array(counters.length);
    const squares = new Float64Array(counters.length);
    for (let replicate = 0; replicate < n; replicate++) {
      market.fill(luckKey('steady', replicate));
      runner.run(outcomes);
      const { months, slots } = runner.state.books;
      counters.forEach((counter, c) => {
        const gain = months[11 * slots + COUNTER[counter]] - months[COUNTER[counter]];
        sums[c] += gain;
        squares[c] += gain * gain;
      });
    }
    counters.forEach((counter, c) => {
      const mean = sums[c] / n;
      const se = Math.sqrt((squares[c] / n - mean * mean) / n);
      // Would catch a warm-up that is too short: bookings in month 1 would lag those in month 12.
      expect(Math.abs(mean / se), `${counter}: n ${n}, mean ${mean}, se ${se}`).toBeLessThan(5);
    });
  }, 60_000);
});
