import { log } from '../../../../core/numeric/elementary.ts';
import type { Company, Planner } from '../../contract/company.ts';
import { relativeWorth } from '../participation.ts';
import { PlannerMind } from './planner.ts';
import { isChoosing } from './plannerProblem.ts';
import { NEVER_USD } from './population.ts';

const MONTHS_PER_YEAR = 12;
/** Integrity at which worth is solved for, as multiples of the typical integrity. */
const LEVELS = [1 / 64, 1 / 16, 1 / 4, 1 / 2, 1, 2, 4, 16, 64];
/** Natural logarithms of these multiples: the scale on which worth is interpolated. */
const PLACES = LEVELS.map(log);

/**
 * Worth of a plan to a marketer of given integrity, relative to the outside option: the salary that the
 * scenario states for people whom a plan does not name. Worth is salary and the certainty equivalent of the
 * bonus less the cost of effort, gaming, conscience and expected sanctions, in ordinary months. It is solved
 * for at some levels of integrity, by a separate {@link PlannerMind}, and interpolated between them.
 */
export class PlannerOffer {
  private readonly company: Company;
  private readonly planner: Planner;
  /** Relative worth at each level, and for those who never game; one value if it is the same for all. */
  private times: readonly number[] | undefined;

  constructor(company: Company, planner: Planner) {
    this.company = company;
    this.planner = planner;
  }

  /** @param seenUsd what the bonus is worth a month as somebody sees it who still learns */
  timesMarket(integrityUsd: number, seenUsd?: number): number {
    if (seenUsd !== undefined) return this.relative(seenUsd);
    this.times ??= this.solve();
    if (this.times.length === 1) return this.times[0];
    if (integrityUsd >= NEVER_USD) return this.times[LEVELS.length];
    const x = log(Math.max(1e-9, integrityUsd / this.typicalUsd));
    const last = LEVELS.length - 1;
    if (x <= PLACES[0]) return this.times[0];
    if (x >= PLACES[last]) return this.times[last];
    const above = PLACES.findIndex((place) => place > x);
    const share = (x - PLACES[above - 1]) / (PLACES[above] - PLACES[above - 1]);
    return this.times[above - 1] + share * (this.times[above] - this.times[above - 1]);
  }

  private get typicalUsd(): number {
    const { integrityUsd } = this.planner.values;
    return typeof integrityUsd === 'number' ? Math.max(1, integrityUsd) : integrityUsd.lognormal.median;
  }

  private solve(): number[] {
    const { company, planner } = this;
    if (!(planner.values.baseUsdPerYear > 0) || !isChoosing(company, planner)) return [this.relative(0)];
    const mind = new PlannerMind(company, planner);
    return [...LEVELS.map((factor) => factor * this.typicalUsd), NEVER_USD].map((integrityUsd) =>
      this.relative(mind.ordinaryAt(integrityUsd).worthUsd),
    );
  }

  /** Worth relative to the outside option of a bonus that is worth so much a month. */
  private relative(bonusUsd: number): number {
    const { values, pay } = this.planner;
    return relativeWorth(pay.baseUsdPerMonth + bonusUsd, values.baseUsdPerYear / MONTHS_PER_YEAR);
  }
}
