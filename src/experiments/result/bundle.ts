import type { Direction, Ledger } from '../../model/metric.ts';
import type { Assumption, Scenario } from '../../scenario/scenario.ts';
import type { Summary } from '../../statistics/describe.ts';
import type { PairedDifference } from '../../statistics/paired.ts';

/** Version of the bundle's form: raised when a reader of an older form would misread it. */
export const BUNDLE_VERSION = 1;

/** An outcome of one arm: its summary over replicates, `n` counting those in which it was defined. */
export interface OutcomeSummary extends Summary {
  readonly unit: string;
  readonly direction: Direction;
  readonly title: string;
}

/**
 * A metric in each month, in its three ledgers, from sums over replicates. A ratio that is undefined in some
 * month is left out altogether.
 */
export type MonthlyMetric = Readonly<Record<Ledger, readonly number[]>>;

/** What one gaming tactic took in an average month, and what it cost the person who used it. */
export interface TacticUse {
  readonly tactic: string;
  readonly title: string;
  /** Metric in whose unit the amount is. */
  readonly unit: string;
  readonly fabricates: boolean;
  /** Hollow amount a month. */
  readonly amountPerMonth: number;
  /** The same in scale: 1 is the honest monthly amount. */
  readonly scalePerMonth: number;
  readonly moneyUsdPerMonth: number;
  readonly effortUsdPerMonth: number;
  readonly integrityUsdPerMonth: number;
  readonly expectedSanctionUsdPerMonth: number;
}

/** Why a person gamed or did not: the bonus at stake each month against the price of gaming. */
export interface Incentives {
  /** Name of the person in the scenario. */
  readonly person: string;
  readonly targetBonusUsdPerMonth: number;
  readonly hollowBonusUsdPerMonth: number;
  readonly medianIntegrityUsd: number;
  /** Whether the person reckons with conversion rates instead of total effects. */
  readonly believesNaively: boolean;
  readonly uses: readonly TacticUse[];
}

/** What is told of an arm besides its outcomes. */
export interface ArmStory {
  readonly motive: string;
  /**
   * Share of marketers' chairs whose first holder is still there after each month. All runs are followed to
   * the horizon, so this is the Kaplan-Meier curve. Empty where nobody has a chair.
   */
  readonly tenure: { readonly survivalShare: readonly number[] };
  /** Empty where there are no months. */
  readonly monthly: Readonly<
    Record<string, MonthlyMetric & { readonly unit: string; readonly title: string }>
  >;
  /** Everybody who could game the numbers of their plan: what was at stake, and what gaming took. */
  readonly incentives?: readonly Incentives[];
  /** What one owner of marketing and sales arranged. */
  readonly arrangement?: {
    readonly sqlBar: number;
    /** The bar of the company without an owner. */
    readonly usualSqlBar: number;
    readonly leadVisibility: string;
    readonly followUpOrder: string;
    /**
     * Dollars a year, or a shorter horizon, by which it is worth more to the owner than what was in force.
     */
    readonly gainUsd: number;
  };
  /** Metrics that the plan pays marketers on, or agents. */
  readonly paidOn: readonly string[];
}

export interface ArmResult extends ArmStory {
  readonly name: string;
  readonly plan: string;
  /** The plan that takes the place of the first from a month of play on. */
  readonly later?: { readonly fromMonth: number; readonly plan: string };
  readonly set: Readonly<Record<string, unknown>>;
  readonly about?: string;
  readonly outcomes: Readonly<Record<string, OutcomeSummary>>;
  /** What the pay of the head of marketing, or of an agent, is worth to them, in dollars over the horizon. */
  readonly certaintyEquivalentUsd?: { readonly mean: number; readonly se: number };
  /** What `--hold` added to that person's salary over the horizon, in dollars. */
  readonly heldUsd?: number;
}

export interface Contrast {
  readonly arm: string;
  readonly reference: string;
  readonly outcomes: Readonly<Record<string, PairedDifference>>;
}

/**
 * Cost of misalignment of an arm in one currency: gaming part + effort part = total. Without a benchmark only
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
  /** Whether the arm beats the best company policy that was found, beyond noise. */
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
  /** What each side's own numbers would claim. */
  readonly claims: {
    readonly marketing: Readonly<Record<string, number>>;
    readonly sales: Readonly<Record<string, number>>;
  };
}

/** How the verdict stands at one end of an assumption's range. */
export interface AssumptionTest {
  readonly path: string;
  readonly arm: string;
  /** The arm that it is compared with. */
  readonly reference: string;
  readonly unit: string;
  readonly about: string;
  readonly base: number;
  readonly end: 'low' | 'high';
  readonly value: number;
  readonly difference: PairedDifference;
  /** Whether the interval lies on the other side of zero, or no longer off it, compared with the base. */
  readonly verdict: 'same' | 'open' | 'turned';
}

/** How precisely a comparison that stops by itself knows its differences. */
export interface Precision {
  readonly target: string;
  /**
   * Half-width aimed at, and the largest there is, in the outcome's unit; absent where some arm has no
   * difference.
   */
  readonly aimed: number;
  readonly halfWidth?: number;
  readonly reached: boolean;
}

/** The result of a comparison: everything that shows it is a pure function of this. */
export interface Bundle {
  readonly schemaVersion: typeof BUNDLE_VERSION;
  readonly tool: { readonly name: 'goodhart'; readonly version: string };
  readonly scenario: {
    /** The kind of world that the scenario is set in. */
    readonly world: Scenario['kind'];
    readonly name: string;
    readonly about?: string;
    readonly hash: string;
    readonly horizonMonths: number;
    readonly outcome: string;
    readonly reference: string;
    readonly tell?: readonly string[];
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
  /** How exactly the differences were to be known, and are; the runs ended there. */
  readonly precision?: Precision;
  readonly hold?: 'cost' | 'utility';
  /**
   * Luck that was taken out of means and differences, and of which outcomes; spreads from run to run keep it.
   */
  readonly steadied?: { readonly control: string; readonly of: readonly string[] };
  readonly arms: readonly ArmResult[];
  readonly contrasts: readonly Contrast[];
  readonly misalignment: readonly Misalignment[];
  readonly blame: readonly Blame[];
  readonly sensitivity: readonly AssumptionTest[];
  readonly warnings: readonly string[];
}
