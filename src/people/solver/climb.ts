import { exchange } from './exchange.ts';
import { HoursStep } from './hoursStep.ts';
import { LineSearch } from './lineSearch.ts';
import type { Value } from './value.ts';

const MOST_ROUNDS = 8;

/** Local ascent from the trial point: single tactics, joint productive moves, and pairwise exchanges. */
export class Climb {
  /**
   * Whether to try exchanges between tactics and refine more lines: slower, and rarely useful from one week
   * to the next.
   */
  thorough = true;
  readonly hours: HoursStep;
  private readonly value: Value;
  private readonly line: LineSearch;
  private readonly effort = { thorough: true, firstRound: true };

  constructor(value: Value) {
    this.value = value;
    this.hours = new HoursStep(value);
    this.line = new LineSearch(value);
  }

  prepare(): void {
    this.value.prepare();
    this.hours.prepare();
    this.line.prepare();
  }

  climb(): void {
    const { value, effort } = this;
    const { tactics, productive, lower, upper, valueScale } = value.problem;
    const hasKinks = hasAnyKink(value);
    let works = false;
    for (let k = 0; k < tactics; k++) if (productive[k] === 1 && upper[k] > lower[k]) works = true;
    effort.thorough = this.thorough;
    let wide = hasKinks;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      effort.firstRound = round === 0 || wide;
      const before = value.total;
      for (let k = 0; k < tactics; k++) if (productive[k] === 0 || wide) this.line.search(k, effort);
      wide = false;
      if (works) this.hours.move(hasKinks);
      if (value.total - before > (hasKinks ? 1e-5 : 1e-8) * (valueScale + Math.abs(before))) continue;
      if (!hasKinks || !this.thorough || !exchange(value, this.line, effort)) break;
      wide = true;
    }
  }
}

function hasAnyKink({ problem }: Value): boolean {
  if (problem.gateComponent.length > 0) return true;
  for (const curve of problem.componentCurve) if (curve.knots.length > 0) return true;
  return false;
}
