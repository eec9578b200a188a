import { log } from '../../../../core/numeric/elementary.ts';
import type { Company, Planner } from '../../contract/company.ts';
import { PlannerMind } from './planner.ts';
import { isChoosing } from './plannerProblem.ts';
import { NEVER_USD } from './population.ts';

/** Offers closer to the market's than this are the same. */
const SAME = 1e-9;
const MONTHS_PER_YEAR = 12;
/** Levels of integrity for which worth is worked out: factors of the typical one. */
const LEVELS = [1 / 64, 1 / 16, 1 / 4, 1 / 2, 1, 2, 4, 16, 64];

/**
 * What a plan is worth to marketers of an integrity, as a multiple of what they earn elsewhere: the salary
 * that the world names for when a plan has none. Worth is salary and the certainty equivalent of the bonus,
 * less the cost of effort, gaming, conscience and expected sanction, at the habit. Between levels of
 * integrity it is interpolated; a mind of its own works it out, so that nobody's habit changes.
 */
export class PlannerOffer {
  private readonly company: Company;
  private readonly planner: Planner;
  /** Multiples of pay elsewhere at each level, and for those who never game. */
  private times: readonly number[] | undefined;

  constructor(company: Company, planner: Planner) {
    this.company = company;
    this.planner = planner;
  }

  timesMarket(integrityUsd: number): number {
    this.times ??= this.workOut();
    if (this.times.length === 1) return this.times[0];
    if (integrityUsd >= NEVER_USD) return this.times[LEVELS.length];
    const places = LEVELS.map((factor) => log(factor * this.typicalUsd));
    const x = log(Math.max(1e-9, integrityUsd));
    const last = LEVELS.length - 1;
    if (x <= places[0]) return this.times[0];
    if (x >= places[last]) return this.times[last];
    const above = places.findIndex((place) => place > x);
    const share = (x - places[above - 1]) / (places[above] - places[above - 1]);
    return this.times[above - 1] + share * (this.times[above] - this.times[above - 1]);
  }

  private get typicalUsd(): number {
    const { integrityUsd } = this.planner.values;
    return typeof integrityUsd === 'number' ? Math.max(1, integrityUsd) : integrityUsd.lognormal.median;
  }

  private workOut(): number[] {
    const { company, planner } = this;
    const { values, pay } = planner;
    const elsewhere = values.baseUsdPerYear / MONTHS_PER_YEAR;
    if (!(elsewhere > 0)) return [1];
    const multiple = (usd: number) => {
      const times = Math.max(0, pay.baseUsdPerMonth + usd) / elsewhere;
      return Math.abs(times - 1) < SAME ? 1 : times;
    };
    if (!isChoosing(company, planner)) return [multiple(0)];
    const mind = new PlannerMind(company, planner);
    return [...LEVELS.map((factor) => factor * this.typicalUsd), NEVER_USD].map((integrityUsd) =>
      multiple(mind.worthAt(integrityUsd)),
    );
  }
}
