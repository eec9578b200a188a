import type { Scenario } from '../../scenario/scenario.ts';
import { bandOf } from '../../statistics/bandOf.ts';
import { describe } from '../../statistics/describe.ts';
import { OBSERVED } from '../../worlds/revenue/catalogue/observed.ts';
import type { Fit, FitFigure } from '../result/fit.ts';
import type { Values } from './armColumns.ts';

/** Shares of runs left out on each side of the two prediction ranges. */
const USUAL = 0.1;
const RARE = 0.01;
/** Share of months below quota from which a report doubts the company. */
const NEARLY_ALWAYS = 0.95;
/** Fewest runs for the 98% range. */
const LEAST_RUNS = 100;

/**
 * What a company counted, against what is simulated under its plan of today.
 *
 * The distribution of a figure over runs is its prediction range. Where the company counted fewer or more
 * months than a run has, deviations from the mean are scaled by the square root of the ratio, as for a mean
 * of independent months, and clipped to the figure's bounds. Green: within the middle 80% of runs; amber:
 * within 98%; red: outside.
 *
 * @param own outcomes of the reference by run
 * @param honest of the same people without gaming; absent if they cannot game, or it was not run
 * @param today outcomes of the arm that the figures are of; absent if that was not run
 * @returns undefined without figures to compare, unless the team misses its quota nearly always
 */
export function fitOf(
  { observed, horizonMonths, reference }: Pick<Scenario, 'observed' | 'horizonMonths' | 'reference'>,
  own: Values,
  honest: Values | undefined,
  today: Values | undefined,
): Fit | undefined {
  const missed = describe((honest ?? own)('teamMonthsMissedShare'))?.mean ?? 0;
  const isQuotaMissed = missed >= NEARLY_ALWAYS;
  const isCompared = observed !== undefined && today !== undefined;
  if (!isCompared && !isQuotaMissed) return undefined;
  const months = observed?.months ?? horizonMonths;
  const widening = Math.sqrt(horizonMonths / months);
  const figures = OBSERVED.flatMap((figure): FitFigure[] => {
    const value = observed?.figures[figure.id];
    if (value === undefined || today === undefined) return [];
    const columns = figure.outcomes.map(today);
    const each = Array.from(columns[0], (_, run) =>
      figure.of(
        columns.map((column) => column[run]),
        horizonMonths,
      ),
    ).filter((x) => !Number.isNaN(x));
    if (each.length === 0) return [];
    const mean = each.reduce((sum, x) => sum + x, 0) / each.length;
    const within = (x: number) => Math.min(figure.most, Math.max(0, x));
    const sorted = Float64Array.from(each, (x) => within(mean + widening * (x - mean))).sort();
    const [usual, rare] = [bandOf(sorted, USUAL), bandOf(sorted, RARE)];
    const isIn = ([low, high]: readonly [number, number]) => value >= low && value <= high;
    return [
      {
        id: figure.id,
        title: figure.title,
        unit: figure.unit,
        observed: value,
        mean,
        usual,
        rare,
        light: isIn(usual) ? 'green' : isIn(rare) ? 'amber' : 'red',
      },
    ];
  });
  return {
    arm: observed?.arm ?? reference,
    months,
    ...(observed?.note === undefined ? {} : { note: observed.note }),
    figures,
    ...(isQuotaMissed ? { missedShare: missed, isWithoutGaming: honest !== undefined } : {}),
  };
}

/** Warnings: the arm of the figures was not run, or too few runs for the ranges. */
export function fitWarnings(
  { observed, reference }: Pick<Scenario, 'observed' | 'reference'>,
  fit: Fit | undefined,
  arms: readonly string[],
  runs: number,
): string[] {
  const today = observed?.arm ?? reference;
  if (observed !== undefined && !arms.includes(today))
    return [`Observed figures are not compared: ${today}, the arm they belong to, was not run.`];
  return fit !== undefined && fit.figures.length > 0 && runs < LEAST_RUNS
    ? [`Only ${runs} runs: the ranges beside observed figures are rough.`]
    : [];
}
