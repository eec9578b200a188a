import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { EffectLearning } from '../../../../people/effectLearning.ts';
import { responseTo } from '../../../../people/solver/response.ts';
import { uniform } from '../../../../random/luck.ts';
import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company, Planner } from '../../contract/company.ts';
import type { PlannerView } from '../../contract/mind.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { EffectTable } from './effectTable.ts';

/** Tactics that one counter word of luck tells apart. */
const TACTIC_BITS = 5;
/** Where the place of a person begins in a purpose. */
const PLACE_BITS = 8;

/**
 * A planner who finds out by doing what tactics are worth, and what they risk.
 *
 * To begin with every tactic is believed to do `priorEffectShare` of what it does, give or take
 * `priorDoubtShare`. Every month the metrics of the plan are held against what was done, this month and
 * before, and beliefs follow (each counter by itself, against its usual luck). Next month is planned on a
 * draw from what is believed: what might be good is tried, and what has been tried long enough is known.
 *
 * Discovery is believed to come at `priorDiscoveryPerMonth` for gaming at scale 1, as if so many months of it
 * had been seen already as `priorDiscoveryMonths` says; months of gaming that go unnoticed lower it,
 * discoveries raise it.
 */
export class PlannerLearning {
  /** What the person goes by this month: the world's effects times the factors drawn. */
  readonly believed: EffectTable;
  private readonly company: Company;
  private readonly planner: Planner;
  private readonly beliefs: Beliefs;
  private readonly truth: EffectTable;
  private readonly learning: EffectLearning;
  /** Response of every tactic in the months behind: [(month % lags) * tactics + tactic]. */
  private readonly done: Float64Array;
  private readonly exposure: Float64Array;
  private readonly normals: Float64Array;
  private readonly factors: Float64Array;
  private noted = -1;
  private discoveriesBefore = 0;
  /** Gaming so far that could have been sanctioned, in months at scale 1, and how often it was discovered. */
  private scaleSoFar = 0;
  private discoveries = 0;

  constructor(company: Company, planner: Planner, beliefs: Beliefs, truth: EffectTable) {
    const { tactics, lags } = truth;
    this.company = company;
    this.planner = planner;
    this.beliefs = beliefs;
    this.truth = truth;
    this.believed = { ...truth, effect: truth.effect.slice(), bend: truth.bend.slice() };
    this.learning = new EffectLearning(tactics);
    this.done = new Float64Array(lags * tactics);
    this.exposure = new Float64Array(tactics);
    this.normals = new Float64Array(tactics);
    this.factors = new Float64Array(tactics);
  }

  /** Somebody new takes the chair, who knows nothing yet; a new run begins with the first. */
  startTenure(view: PlannerView): void {
    const { priorEffectShare, priorDoubtShare } = this.planner.values;
    if (view.incumbent === 0) this.done.fill(0);
    this.noted = -1;
    this.learning.reset(priorEffectShare, priorDoubtShare);
    this.scaleSoFar = 0;
    this.discoveries = 0;
    this.discoveriesBefore = view.discoveries;
    this.factors.fill(priorEffectShare);
    this.apply();
  }

  /** The same person under another plan: what was found out stays. */
  takeOver(before: PlannerLearning): void {
    this.learning.copyFrom(before.learning);
    this.done.set(before.done);
    this.noted = before.noted;
    this.scaleSoFar = before.scaleSoFar;
    this.discoveries = before.discoveries;
    this.discoveriesBefore = before.discoveriesBefore;
  }

  /** Keeps in mind what was done in a month, before its books are closed. */
  note(view: PlannerView, month: number): void {
    if (month < 0) return;
    const { company, truth } = this;
    const at = (month % truth.lags) * truth.tactics;
    for (let k = 0; k < truth.tactics; k++) {
      const { weightShare, tactic } = this.assignment(k);
      const { productive, elasticity, definition, severity } = company.tactics[tactic];
      this.done[at + k] = productive ? responseTo(view.level[k], elasticity, weightShare) : view.units[k];
      if (!productive && (definition.fabricates || company.canSanctionStretching))
        this.scaleSoFar += view.units[k] * severity;
    }
    this.noted = month;
  }

  /** Learns from the month before, if it was noted, and draws what to go by in this one. */
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

  /**
   * Believed chance per month, for small chances, that gaming at scale 1 is discovered: the mean of a Gamma
   * belief.
   */
  discoveryRate(): number {
    const { priorDiscoveryPerMonth, priorDiscoveryMonths } = this.planner.values;
    const months = priorDiscoveryMonths + this.scaleSoFar;
    return months > 0 ? (priorDiscoveryPerMonth * priorDiscoveryMonths + this.discoveries) / months : 0;
  }

  private assignment(k: number) {
    return this.company.assignments[this.planner.firstAssignment + k];
  }

  private observe(view: PlannerView, month: number): void {
    const { truth, beliefs, exposure, done } = this;
    const { lags, tactics, watched, effect, bend } = truth;
    const { baseline, variance } = beliefs;
    watched.forEach((slot, c) => {
      if (!(variance[slot] > 0)) return;
      for (let k = 0; k < tactics; k++) {
        exposure[k] = 0;
        for (let lag = 0; lag < lags && lag <= month; lag++) {
          const u = done[((month - lag) % lags) * tactics + k];
          const at = (k * watched.length + c) * lags + lag;
          exposure[k] += u * (effect[at] + u * bend[at]);
        }
      }
      this.learning.observe(exposure, view.reportedIn(month, slot) - baseline[slot], variance[slot]);
    });
  }

  /** Scales the world's effects by the factors. */
  private apply(): void {
    const { effect, bend, lags, watched } = this.truth;
    const each = watched.length * lags;
    for (let at = 0; at < effect.length; at++) {
      const factor = this.factors[Math.floor(at / each)];
      this.believed.effect[at] = factor * effect[at];
      this.believed.bend[at] = factor * bend[at];
    }
  }
}
