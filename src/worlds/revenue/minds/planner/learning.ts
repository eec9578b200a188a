import { cubicAt } from '../../../../core/numeric/monotoneCubic.ts';
import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { EffectLearning } from '../../../../people/effectLearning.ts';
import { responseTo } from '../../../../people/solver/response.ts';
import { uniform } from '../../../../random/luck.ts';
import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company, Planner } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { discoveryRate } from '../../contract/discoveryRate.ts';
import type { PlannerView } from '../../contract/mind.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { EffectTable } from './effectTable.ts';

/** Low bits of a draw's entity that tell tactics apart; the month is above them. */
const TACTIC_BITS = 5;
/** Bits of a purpose below the person's place: they hold the rest of the tactic's key. */
const PLACE_BITS = 8;
/**
 * Least standard deviation of what is seen of a counter, as a share of its level: one that never varies, such
 * as the number of people who are asked, is known that well.
 */
const LEAST_NOISE = 0.001;

/**
 * A planner who learns by doing: what tactics are worth, and how risky gaming is.
 *
 * The prior is that every tactic has `priorEffectShare` of its true effect, with standard deviation
 * `priorDoubtShare`. Every month the counters of the plan's metrics are compared with the work of that and
 * earlier months. Beliefs are updated counter by counter, against each one's usual noise. The next month is
 * planned on a draw from the belief (Thompson sampling): promising tactics are tried, and tactics tried long
 * enough are known.
 *
 * The discovery hazard is believed to be `priorDiscoveryPerMonth` for gaming at scale 1, with the weight of
 * `priorDiscoveryMonths` months of it. Gaming lowers it if it goes undiscovered; discoveries raise it.
 *
 * A person who starts learning at a plan change already knows the effects on the counters of the old plan,
 * and the true risk of discovery. Only the effects on counters that the new plan adds are uncertain.
 */
export class PlannerLearning {
  /** Effects that the person acts on this month: the world's effects times the multipliers drawn. */
  readonly believed: EffectTable;
  private readonly company: Company;
  private readonly planner: Planner;
  private readonly beliefs: Beliefs;
  private readonly truth: EffectTable;
  private readonly learning: EffectLearning;
  /** Response of every tactic in past months: [(month % lags) * tactics + tactic]. */
  private readonly done: Float64Array;
  private readonly exposure: Float64Array;
  private readonly normals: Float64Array;
  private readonly factors: Float64Array;
  private noted = -1;
  private discoveriesBefore = 0;
  /** Sanctionable gaming in this tenure, in months at scale 1 and severity 1, and number of discoveries. */
  private scaleSoFar = 0;
  private discoveries = 0;
  /** Whether the effects on a counter are known, and the risk of gaming. */
  private readonly known: Uint8Array;
  private knowsRisk = false;

  constructor(company: Company, planner: Planner, beliefs: Beliefs, truth: EffectTable) {
    const { tactics, lags } = truth;
    this.company = company;
    this.planner = planner;
    this.beliefs = beliefs;
    this.truth = truth;
    this.believed = { ...truth, values: truth.values.slice(), slopes: truth.slopes.slice() };
    this.learning = new EffectLearning(tactics);
    this.done = new Float64Array(lags * tactics);
    this.exposure = new Float64Array(tactics);
    this.normals = new Float64Array(tactics);
    this.factors = new Float64Array(tactics);
    this.known = Uint8Array.from(truth.watched, isOwnScale);
  }

  /**
   * Starts a holder of the position without experience. Past work is forgotten only with the first one, who
   * starts a new run: a successor meets the late effects of a predecessor's work.
   */
  startTenure(view: PlannerView): void {
    const { priorEffectShare, priorDoubtShare } = this.planner.values;
    if (view.incumbent === 0) this.done.fill(0);
    this.noted = -1;
    this.learning.reset(priorEffectShare, priorDoubtShare);
    this.scaleSoFar = 0;
    this.discoveries = 0;
    this.discoveriesBefore = view.discoveries;
    this.factors.fill(priorEffectShare);
    this.known.set(this.truth.watched.map(isOwnScale));
    this.knowsRisk = false;
    this.apply();
  }

  /** Forgets past work: no earlier plan of this run recorded any. */
  forgetWork(): void {
    this.done.fill(0);
  }

  /**
   * Starts learning with the knowledge of an earlier plan.
   *
   * @param watched counters that the earlier plan paid on
   * @param habit response to every tactic in the months before
   */
  startInformed(watched: readonly number[], habit: Float64Array): void {
    const { truth, known, done } = this;
    truth.watched.forEach((slot, c) => {
      if (watched.includes(slot)) known[c] = 1;
    });
    this.knowsRisk = true;
    for (let lag = 0; lag < truth.lags; lag++) done.set(habit, lag * truth.tactics);
    this.apply();
  }

  /** Continues the same person under another plan, keeping what was learned. */
  takeOver(before: PlannerLearning): void {
    this.learning.copyFrom(before.learning);
    this.done.set(before.done);
    this.noted = before.noted;
    this.scaleSoFar = before.scaleSoFar;
    this.discoveries = before.discoveries;
    this.discoveriesBefore = before.discoveriesBefore;
  }

  /**
   * Records the work of a month, before its books are closed.
   *
   * @param weights the person's part of each tactic's hours
   */
  note(view: PlannerView, month: number, weights: Float64Array): void {
    if (month < 0) return;
    const { company, truth } = this;
    const at = (month % truth.lags) * truth.tactics;
    for (let k = 0; k < truth.tactics; k++) {
      const { productive, elasticity, definition, severity } = company.tactics[this.assignment(k).tactic];
      this.done[at + k] = productive ? responseTo(view.level[k], elasticity, weights[k]) : view.units[k];
      if (!productive && (definition.fabricates || company.canSanctionStretching))
        this.scaleSoFar += view.units[k] * severity;
    }
    this.noted = month;
  }

  /** Learns from the previous month, if it was recorded, and draws the effects to act on in this one. */
  beginMonth(view: PlannerView, month: number): void {
    if (this.noted >= 0 && this.noted === month - 1) this.observe(view, this.noted);
    this.discoveries += view.discoveries - this.discoveriesBefore;
    this.discoveriesBefore = view.discoveries;
    const { place } = this.planner.values;
    for (let k = 0; k < this.normals.length; k++) {
      const { luck } = this.company.tactics[this.assignment(k).tactic];
      const entity = (month << TACTIC_BITS) | (luck & ((1 << TACTIC_BITS) - 1));
      const purpose = PURPOSE.belief | (place << PLACE_BITS) | (luck >> TACTIC_BITS);
      this.normals[k] = normalQuantile(uniform(view.luck, entity, purpose));
    }
    this.learning.draw(this.normals, this.factors);
    this.apply();
  }

  /** Believed monthly hazard of discovery for gaming at scale 1: the mean of a Gamma belief. */
  discoveryRate(): number {
    if (this.knowsRisk) return discoveryRate(this.company.world.governance);
    const { priorDiscoveryPerMonth, priorDiscoveryMonths } = this.planner.values;
    const months = priorDiscoveryMonths + this.scaleSoFar;
    return months > 0 ? (priorDiscoveryPerMonth * priorDiscoveryMonths + this.discoveries) / months : 0;
  }

  private assignment(k: number) {
    return this.company.assignments[this.planner.firstAssignment + k];
  }

  private observe(view: PlannerView, month: number): void {
    const { truth, beliefs, exposure, done } = this;
    const { lags, tactics, watched, knots, mostKnots, values, slopes } = truth;
    const { baseline, variance } = beliefs;
    watched.forEach((slot, c) => {
      if (this.known[c] === 1 || !(variance[slot] > 0)) return;
      for (let k = 0; k < tactics; k++) {
        exposure[k] = 0;
        for (let lag = 0; lag < lags && lag <= month; lag++) {
          const u = done[((month - lag) % lags) * tactics + k];
          const at = (k * watched.length + c) * lags + lag;
          if (u !== 0) exposure[k] += cubicAt(knots[k], values, slopes, u, at * mostKnots);
        }
      }
      const least = LEAST_NOISE * baseline[slot];
      const noise = Math.max(variance[slot], least * least);
      this.learning.observe(exposure, view.reportedIn(month, slot) - baseline[slot], noise);
    });
  }

  /** Sets the believed effects: the world's effects times the multipliers, tactic by tactic. */
  private apply(): void {
    const { values, slopes, lags, watched, mostKnots } = this.truth;
    const each = watched.length * lags * mostKnots;
    for (let at = 0; at < values.length; at++) {
      const isKnown = this.known[Math.floor((at % each) / (lags * mostKnots))] === 1;
      const factor = isKnown ? 1 : this.factors[Math.floor(at / each)];
      this.believed.values[at] = factor * values[at];
      this.believed.slopes[at] = factor * slopes[at];
    }
  }
}

/** Whether a counter needs no learning: nobody has to find out how much they game themselves. */
function isOwnScale(slot: number): number {
  return slot === COUNTER.gamedScale ? 1 : 0;
}
