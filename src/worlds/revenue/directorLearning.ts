import { normalQuantile } from '../../core/numeric/normal.ts';
import { EffectLearning } from '../../people/effectLearning.ts';
import { responseTo } from '../../people/solver/response.ts';
import { uniform } from '../../random/luck.ts';
import type { BeliefTable } from './beliefs.ts';
import type { Company } from './company.ts';
import type { MetricRow } from './directorForecast.ts';
import { PURPOSE } from './purposes.ts';
import { COUNTER_COUNT, REPORTED, type RunState } from './state.ts';
import { TALLY } from './tallies.ts';

/**
 * A director who finds out by doing what tactics are worth, and what they risk.
 *
 * To begin with every tactic is believed to do `priorEffectShare` of what it does, give or take `priorDoubtShare`. Every month the metrics of the plan are held
 * against what was done, this month and before, and beliefs follow (each counter on its own, against its usual luck). Next month is planned on a draw from what is believed: what might
 * be good is tried, and what has been tried long enough is known. Discovery is believed to come at `priorDiscoveryPerMonth` for gaming at scale 1, as if that
 * many months of it had been seen already as `priorDiscoveryMonths` says; months of gaming that go unnoticed lower it, discoveries raise it.
 */
export class DirectorLearning {
  /** What the director goes by this month: the world's effects times the factors drawn. */
  readonly believed: BeliefTable;
  private readonly company: Company;
  private readonly truth: BeliefTable;
  private readonly learning: EffectLearning;
  private readonly watched: readonly number[];
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

  constructor(company: Company, truth: BeliefTable, rows: readonly MetricRow[]) {
    this.company = company;
    this.truth = truth;
    this.believed = { ...truth, effect: truth.effect.slice(), bend: truth.bend.slice() };
    const n = company.tactics.length;
    this.learning = new EffectLearning(n);
    this.watched = [...new Set(rows.flatMap((row) => [row.numerator, row.denominator]))].filter(
      (c) => c >= 0,
    );
    this.done = new Float64Array(truth.lags * n);
    this.exposure = new Float64Array(n);
    this.normals = new Float64Array(n);
    this.factors = new Float64Array(n);
  }

  /** Somebody new sits down, who knows nothing yet; a new run begins with the first. */
  sitDown(state: RunState): void {
    const { director } = this.company;
    if (director === undefined) return;
    if (state.incumbent === 0) this.done.fill(0);
    this.noted = -1;
    this.learning.reset(director.priorEffectShare, director.priorDoubtShare);
    this.scaleSoFar = 0;
    this.discoveries = 0;
    this.discoveriesBefore = state.tally[TALLY.discoveries];
    this.factors.fill(director.priorEffectShare);
    this.apply();
  }

  /** The same person under another plan: what was found out stays. */
  takeOver(before: DirectorLearning): void {
    this.learning.copyFrom(before.learning);
    this.done.set(before.done);
    this.noted = before.noted;
    this.scaleSoFar = before.scaleSoFar;
    this.discoveries = before.discoveries;
    this.discoveriesBefore = before.discoveriesBefore;
  }

  /** Keeps in mind what was done in month m, before the books of it are closed. */
  note(state: RunState, m: number): void {
    if (m < 0) return;
    const { tactics, canSanctionStretching } = this.company;
    const at = (m % this.truth.lags) * tactics.length;
    for (let k = 0; k < tactics.length; k++) {
      const { productive, elasticity, definition, severity } = tactics[k];
      this.done[at + k] = productive ? responseTo(state.level[k], elasticity) : state.units[k];
      if (!productive && (definition.fabricates || canSanctionStretching))
        this.scaleSoFar += state.units[k] * severity;
    }
    this.noted = m;
  }

  /** Learns from the month before m, if it was noted, and draws what to go by in month m. */
  beginMonth(state: RunState, m: number): void {
    if (this.noted >= 0 && this.noted === m - 1) this.observe(state, this.noted);
    this.discoveries += state.tally[TALLY.discoveries] - this.discoveriesBefore;
    this.discoveriesBefore = state.tally[TALLY.discoveries];
    for (let k = 0; k < this.normals.length; k++)
      this.normals[k] = normalQuantile(uniform(state.market.luck, (m << 5) | k, PURPOSE.belief));
    this.learning.draw(this.normals, this.factors);
    this.apply();
  }

  /** Believed chance per month, for small chances, that gaming at scale 1 is discovered: the mean of a Gamma belief. */
  discoveryRate(): number {
    const { priorDiscoveryPerMonth, priorDiscoveryMonths } = this.company.director!;
    const months = priorDiscoveryMonths + this.scaleSoFar;
    return months > 0 ? (priorDiscoveryPerMonth * priorDiscoveryMonths + this.discoveries) / months : 0;
  }

  private observe(state: RunState, m: number): void {
    const { truth, exposure, done } = this;
    const { lags, effect, bend, baseline, variance } = truth;
    const n = exposure.length;
    for (const c of this.watched) {
      if (!(variance[c] > 0)) continue;
      for (let k = 0; k < n; k++) {
        exposure[k] = 0;
        for (let lag = 0; lag < lags && lag <= m; lag++) {
          const u = done[((m - lag) % lags) * n + k];
          const at = (k * COUNTER_COUNT + c) * lags + lag;
          exposure[k] += u * (effect[at] + u * bend[at]);
        }
      }
      const observed = state.months[m * 3 * COUNTER_COUNT + REPORTED + c];
      this.learning.observe(exposure, observed - baseline[c], variance[c]);
    }
  }

  /** Scales the world's effects by the factors. */
  private apply(): void {
    const { effect, bend } = this.truth;
    const each = COUNTER_COUNT * this.truth.lags;
    for (let at = 0; at < effect.length; at++) {
      const factor = this.factors[Math.floor(at / each)];
      this.believed.effect[at] = factor * effect[at];
      this.believed.bend[at] = factor * bend[at];
    }
  }
}
