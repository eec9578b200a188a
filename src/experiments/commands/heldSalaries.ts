import type { Plan } from '../../model/plan.ts';
import type { RevenueArm, Scenario } from '../../scenario/scenario.ts';
import { payOfPerson } from '../../worlds/revenue/compile/pay.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { type Hold, salaryGaps } from '../estimates/armColumns.ts';
import type { Column } from '../running/column.ts';

const MONTHS_PER_YEAR = 12;
/** Most rounds of changing salaries and running again, and relative difference that is close enough. */
export const MOST_ROUNDS = 6;
const CLOSE_SHARE = 0.005;

/** Changes of salaries that make plans cost as much as the reference, or be worth as much to the person. */
export class HeldSalaries {
  /** Change of each arm's salary, in dollars per recipient over the horizon; undefined without a salary. */
  readonly changes: (number | undefined)[];
  /** Runs with changed salaries so far. */
  private rounds = 0;
  private readonly hold: Hold;
  private readonly reference: number;
  private readonly floored = new Set<string>();
  private leftShare = 0;

  constructor(hold: Hold, adapter: WorldAdapter, reference: number) {
    this.hold = hold;
    this.reference = reference;
    this.changes = adapter.arms.map(() => undefined);
  }

  /**
   * Changes salaries by the gaps of the last runs; returns whether the arms have to be run again because
   * turnover responds to pay. A salary never falls below 0.
   *
   * @param adapter of the last runs, with the salaries changed so far
   */
  adjust(adapter: WorldAdapter, column: Column, horizonMonths: number): boolean {
    const { changes, reference } = this;
    const gaps = salaryGaps(this.hold, adapter, column, reference);
    this.leftShare = Math.max(
      0,
      ...gaps.map(({ usd = 0, levelUsd }) => (usd === 0 ? 0 : Math.abs(usd / levelUsd))),
    );
    const affectsRuns = adapter.arms.some(
      (_, a) => a !== reference && adapter.salary(a)?.affectsRuns === true,
    );
    if (this.rounds > 0 && (this.leftShare <= CLOSE_SHARE || this.rounds === MOST_ROUNDS)) return false;
    this.floored.clear();
    let isChanged = false;
    gaps.forEach(({ usd }, a) => {
      if (usd === undefined) return;
      const before = changes[a] ?? 0;
      // The salary of the last runs has the change so far in it.
      const now = adapter.salary(a)?.usdPerYear;
      const played = this.rounds === 0 ? 0 : before;
      const least = now === undefined ? -Infinity : played - (now * horizonMonths) / MONTHS_PER_YEAR;
      const next = Math.max(least, before + usd);
      if (next > before + usd + 1e-9) this.floored.add(adapter.arms[a].name);
      if (Math.abs(next - before) > 1e-9) isChanged = true;
      changes[a] = next;
    });
    if (!affectsRuns || !isChanged) return false;
    this.rounds++;
    return true;
  }

  /** Changes that are not in the last runs: all of them where no run depends on a salary. */
  get afterwards(): readonly (number | undefined)[] {
    return this.rounds === 0 ? this.changes : this.changes.map((usd) => usd && 0);
  }

  /** The scenario with the salaries changed so far. */
  applied(scenario: Scenario, adapter: WorldAdapter): Scenario {
    if (scenario.kind !== 'revenue') return scenario;
    const arms = scenario.arms.map((arm) => {
      const a = adapter.arms.findIndex(({ name }) => name === arm.name);
      const usd = this.changes[a];
      const person = a < 0 ? undefined : adapter.salary(a)?.person;
      return usd === undefined || person === undefined
        ? arm
        : withSalary(arm, person, (usd * MONTHS_PER_YEAR) / scenario.horizonMonths);
    });
    return { ...scenario, arms };
  }

  get warnings(): string[] {
    const found: string[] = [];
    for (const arm of this.floored)
      found.push(
        `Even with a salary of 0, ${arm} costs more, or is worth more to the person, than the reference.`,
      );
    if (this.rounds > 0 && this.leftShare > CLOSE_SHARE && this.floored.size === 0)
      found.push(
        `After ${this.rounds} changes of salaries, what is held equal still differs from the reference by up to ` +
          `${(100 * this.leftShare).toFixed(1)}%: turnover responds to pay.`,
      );
    return found;
  }
}

/** An arm whose person has another salary, in dollars a year more. */
function withSalary(arm: RevenueArm, name: string, moreUsdPerYear: number): RevenueArm {
  const person = arm.world.people.find((each) => each.name === name)!;
  const raised = (pay: Plan): Plan => {
    const terms = payOfPerson(pay, person);
    return {
      ...pay,
      [name]: { ...terms, baseUsdPerYear: Math.max(0, terms.baseUsdPerYear + moreUsdPerYear) },
    };
  };
  const { later } = arm;
  return {
    ...arm,
    pay: raised(arm.pay),
    ...(later === undefined ? {} : { later: { ...later, pay: raised(later.pay) } }),
  };
}
