import type { Direction, Ledger } from '../../model/metric.ts';
import type { Assumption, Scenario } from '../../scenario/scenario.ts';
import type { Summary } from '../../statistics/describe.ts';
import type { PairedDifference } from '../../statistics/paired.ts';
import type { Answer } from './answer.ts';
import type { Fit } from './fit.ts';
import type { HarmSplit } from './harmSplit.ts';

/** Version of the bundle format; raised when a reader of an older version would misread it. */
export const BUNDLE_VERSION = 1;

/** Summary of one outcome of an arm over replicates; `n` counts those in which it is defined. */
export interface OutcomeSummary extends Summary {
  readonly unit: string;
  readonly direction: Direction;
  readonly title: string;
}

/** Monthly metric in its three ledgers, from sums over replicates; omitted if undefined in any month. */
export type MonthlyMetric = Readonly<Record<Ledger, readonly number[]>>;

/**
 * Average monthly use of one gaming tactic, and what it costs the person: money, effort and trouble,
 * integrity, and expected sanctions.
 */
export interface TacticUse {
  readonly tactic: string;
  readonly title: string;
  /** Metric in whose unit the amount is expressed. */
  readonly unit: string;
  readonly fabricates: boolean;
  /** Hollow amount per month. */
  readonly amountPerMonth: number;
  /** The same in scale: 1 equals the honest monthly amount. */
  readonly scalePerMonth: number;
  readonly moneyUsdPerMonth: number;
  readonly effortUsdPerMonth: number;
  readonly integrityUsdPerMonth: number;
  readonly expectedSanctionUsdPerMonth: number;
}

/** Incentives of a person to game: the monthly bonus at stake against the price of gaming. */
export interface Incentives {
  /** Name of the person in the scenario. */
  readonly person: string;
  readonly targetBonusUsdPerMonth: number;
  readonly hollowBonusUsdPerMonth: number;
  readonly medianIntegrityUsd: number;
  /** Whether the person plans with conversion rates instead of total effects. */
  readonly believesNaively: boolean;
  readonly uses: readonly TacticUse[];
  readonly work: readonly TaskHours[];
}

/**
 * Mean hours that a person's position spends on a productive tactic under an arm, vacancies and ramps
 * included, and baseline hours; both in hours a month.
 */
export interface TaskHours {
  readonly tactic: string;
  readonly title: string;
  readonly hoursPerMonth: number;
  readonly baselineHoursPerMonth: number;
}

/** Hours of a person, task by task. */
export interface PersonWork {
  readonly person: string;
  readonly work: readonly TaskHours[];
}

/** Results of an arm other than its outcomes. */
export interface ArmStory {
  readonly motive: string;
  /**
   * Share of planners' seats still held by their first holder after each month. All runs are followed to the
   * horizon, so there is no censoring and this is the Kaplan-Meier curve. It stays at 1 without planners, and
   * is empty if the world has no months.
   */
  readonly tenure: { readonly survivalShare: readonly number[] };
  /** Empty if the world has no months. */
  readonly monthly: Readonly<
    Record<string, MonthlyMetric & { readonly unit: string; readonly title: string }>
  >;
  /** Every planner's bonus at stake and cost of gaming; absent without planners, or if the plan changes. */
  readonly incentives?: readonly Incentives[];
  /** Planners' hours from the first change of plans of any arm on; absent if no plan changes. */
  readonly workAfterChange?: readonly PersonWork[];
  /** Arrangement chosen by the owner of both marketing and sales. */
  readonly arrangement?: {
    readonly sqlBar: number;
    /** The SQL threshold of the company without an owner. */
    readonly usualSqlBar: number;
    readonly leadVisibility: string;
    readonly followUpOrder: string;
    /** Gain to the owner over the arrangement as written, in dollars per year or per shorter horizon. */
    readonly gainUsd: number;
  };
  /** Metrics on which the plan pays marketers or agents. */
  readonly paidOn: readonly string[];
  /**
   * Pay of everybody in a year in which every target and quota is attained to a share; absent if the plan
   * changes, or if the world has no quotas.
   */
  readonly payAtGoal?: readonly { readonly share: number; readonly usdPerYear: number }[];
}

export interface ArmResult extends ArmStory {
  readonly name: string;
  readonly plan: string;
  /** The plan that replaces the first one from a month of play on. */
  readonly later?: { readonly fromMonth: number; readonly plan: string; readonly beliefs?: 'learning' };
  readonly set: Readonly<Record<string, unknown>>;
  readonly about?: string;
  readonly outcomes: Readonly<Record<string, OutcomeSummary>>;
  /**
   * Certainty equivalent of the head of marketing (or else the first planner) or of an agent, in dollars over
   * the horizon.
   */
  readonly certaintyEquivalentUsd?: { readonly mean: number; readonly se: number };
  /** Salary added to that person by `--hold`, in dollars over the horizon. */
  readonly heldUsd?: number;
  /** Share of runs in which pay exceeds the budget of the question; absent without one. */
  readonly overBudgetShare?: number;
}

export interface Contrast {
  readonly arm: string;
  readonly reference: string;
  readonly outcomes: Readonly<Record<string, PairedDifference>>;
}

/**
 * Cost of misalignment of an arm in one currency: total = gaming part + effort part. Without a benchmark only
 * the gaming part is known.
 */
export interface CurrencyCost {
  readonly unit: string;
  readonly gaming: PairedDifference;
  readonly effort?: PairedDifference;
  readonly total?: PairedDifference;
}

export interface Misalignment {
  readonly arm: string;
  readonly costs: Readonly<Record<string, CurrencyCost>>;
  /** Whether the arm's profit exceeds the benchmark's by more than sampling error. */
  readonly beatsBenchmark: boolean;
}

export interface BlameRow {
  readonly cause: string;
  readonly title: string;
  readonly winsLost: PairedDifference;
}

export interface Blame {
  readonly arm: string;
  readonly rows: readonly BlameRow[];
  readonly total: PairedDifference;
  /** Means of the outcomes with which each department would defend itself. */
  readonly claims: {
    readonly marketing: Readonly<Record<string, number>>;
    readonly sales: Readonly<Record<string, number>>;
  };
}

/** The verdict at one end of an assumption's range. */
export interface AssumptionTest {
  readonly path: string;
  readonly arm: string;
  /** Comparison arm. */
  readonly reference: string;
  /** Outcome of which the difference is tested. */
  readonly outcome: string;
  readonly unit: string;
  readonly about: string;
  readonly base: number;
  readonly end: 'low' | 'high';
  readonly value: number;
  readonly difference: PairedDifference;
  /**
   * `same`: this interval and the base interval lie on the same side of zero, or both include it. `turned`:
   * they lie on opposite sides. `open`: exactly one includes zero.
   */
  readonly verdict: 'same' | 'open' | 'turned';
}

/** Where the tested difference changes its sign as one assumption moves. */
export interface TurningPoint {
  readonly path: string;
  readonly arm: string;
  readonly reference: string;
  readonly unit: string;
  readonly about: string;
  readonly base: number;
  /** The difference has its usual sign at the first, and the other at the second. */
  readonly between: readonly [number, number];
}

/** The tested difference with the default mix of people in place of a person whose integrity is stated. */
export interface PopulationTest {
  readonly person: string;
  readonly integrityUsd: number;
  /** Share of the mix with less integrity than that, and share that never games. */
  readonly belowShare: number;
  readonly neverShare: number;
  readonly arm: string;
  readonly reference: string;
  readonly outcome: string;
  readonly difference: PairedDifference;
}

/** Precision of a comparison with sequential stopping. */
export interface Precision {
  readonly target: string;
  /**
   * Target half-width, and the largest half-width reached, in the outcome's unit; the latter is absent if an
   * arm has no difference.
   */
  readonly aimed: number;
  readonly halfWidth?: number;
  readonly reached: boolean;
}

/** The result of a comparison; every report is a pure function of it. */
export interface Bundle {
  readonly schemaVersion: typeof BUNDLE_VERSION;
  readonly tool: { readonly name: 'goodhart'; readonly version: string };
  readonly scenario: {
    /** The kind of world in which the scenario is set. */
    readonly world: Scenario['kind'];
    readonly name: string;
    readonly about?: string;
    readonly hash: string;
    readonly horizonMonths: number;
    readonly outcome: string;
    readonly reference: string;
    readonly tell?: readonly string[];
    readonly payBudgetUsdPerYear?: number;
    readonly resolved: Readonly<Record<string, unknown>>;
    readonly assumptions: readonly Assumption[];
  };
  readonly command: string;
  readonly seed: string;
  readonly replicates: {
    readonly requested: number;
    readonly completed: number;
    readonly failed: readonly {
      readonly replicate: number;
      readonly arm: string;
      readonly message: string;
    }[];
  };
  /** Target and attained precision of a comparison that was to stop on reaching it. */
  readonly precision?: Precision;
  readonly hold?: 'cost' | 'utility';
  /** Control variate of means and differences, and the outcomes it adjusts; spreads are unadjusted. */
  readonly steadied?: { readonly control: string; readonly of: readonly string[] };
  /** Absent if an arm has no value of the ranking outcome, or too few runs were finished. */
  readonly answer?: Answer;
  readonly arms: readonly ArmResult[];
  readonly contrasts: readonly Contrast[];
  readonly misalignment: readonly Misalignment[];
  readonly blame: readonly Blame[];
  readonly sensitivity: readonly AssumptionTest[];
  /** Absent if no tested end changes the sign of the difference. */
  readonly turning?: TurningPoint;
  /** Absent if no person's integrity is stated, or nothing was tested. */
  readonly population?: PopulationTest;
  /**
   * What makes the difference between the reference and the best plan that pays the same person on other
   * metrics. Absent if there is none, or nothing was tested.
   */
  readonly split?: HarmSplit;
  /** Absent without observed figures, unless the team misses its quota nearly always. */
  readonly fit?: Fit;
  readonly warnings: readonly string[];
}
