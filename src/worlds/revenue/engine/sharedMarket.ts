import { canonicalJson } from '../../../core/canonicalJson.ts';
import type { LuckKey } from '../../../random/luck.ts';
import type { Company } from '../contract/company.ts';
import { rulesOfWork } from '../contract/rulesOfWork.ts';
import { Market, marketSignature } from './market/market.ts';
import { Runner } from './run.ts';
import { RunState } from './state/state.ts';

/**
 * Companies that meet the same buyers. Work independent of the plan is done once per replicate for all of
 * them: the market's random numbers, and the warm-up of companies with the same one.
 *
 * @example
 * const shared = new SharedMarket([fluff, honest]);
 * shared.meet(luckKey('seed', 0)); shared.run(0, outcomes); shared.run(1, outcomes);
 */
export class SharedMarket {
  readonly runners: readonly Runner[];
  private readonly markets: Market[] = [];
  private readonly group: readonly number[];
  /** State after the warm-up, by group; absent for a group of one company. */
  private readonly warm: (RunState | undefined)[] = [];
  private readonly isWarm: boolean[] = [];

  constructor(companies: readonly Company[]) {
    const markets = new Map<string, Market>();
    this.runners = companies.map((company) => {
      const signature = marketSignature(company.world);
      let market = markets.get(signature);
      if (market === undefined) {
        market = new Market(company.world, company.days);
        markets.set(signature, market);
        this.markets.push(market);
      }
      return new Runner(company, market);
    });
    const groups = new Map<string, number>();
    const first: number[] = [];
    this.group = companies.map((company, i) => {
      const signature = `${this.runners[i].warmUpDays} ${warmUpSignature(company)}`;
      let group = groups.get(signature);
      if (group === undefined) {
        group = first.push(i) - 1;
        groups.set(signature, group);
        this.warm.push(undefined);
        this.isWarm.push(false);
      } else if (this.warm[group] === undefined) {
        this.warm[group] = new RunState(companies[first[group]], this.runners[first[group]].state.market);
      }
      return group;
    });
  }

  /** Generates everyone's buyers of one replicate. */
  meet(luck: LuckKey): void {
    for (const market of this.markets) market.fill(luck);
    for (let group = 0; group < this.isWarm.length; group++) this.isWarm[group] = false;
  }

  /** Runs company i on the current replicate; `runners[i].state` stays valid until its next run. */
  run(i: number, outcomes: Float64Array): void {
    const runner = this.runners[i];
    const group = this.group[i];
    const warm = this.warm[group];
    if (warm !== undefined && this.isWarm[group]) runner.state.copyFrom(warm);
    else {
      runner.warmUp();
      if (warm !== undefined) {
        warm.copyFrom(runner.state);
        this.isWarm[group] = true;
      }
    }
    runner.play(outcomes);
  }
}

/**
 * Signature of all that the warm-up depends on. People's traits, pay and audits do not count: everyone works
 * at the baseline before play.
 */
function warmUpSignature(company: Company): string {
  const { people, tactics, governance, ...rest } = company.world;
  void people;
  void tactics;
  const { barShift, expectedDeals } = company.policy;
  return canonicalJson({
    rest,
    labelOnly: company.labelOnly,
    classes: company.classes,
    sqlBar: company.sqlBar,
    seats: company.seats,
    workingTimes: [[...company.timeShares], [...company.startMonths]],
    tactics: company.tactics.map(({ definition }) => definition.id),
    rows: [company.assignments.length, company.planners.length, company.slots.size],
    governance: rulesOfWork(governance),
    barShift: barShift ?? 0,
    expectedDeals: expectedDeals ?? false,
  });
}
