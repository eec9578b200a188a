/** Number formatting for readers: few digits, money in $, k, M and B, shares in percent. */

/**
 * A value with its unit.
 *
 * @example formatValue(1234567, 'USD') // '$1.23M'
 * @example formatValue(0.4567, 'share') // '46%'
 */
export function formatValue(value: number, unit: string): string {
  if (unit === 'USD') return formatUsd(value);
  if (unit === 'share') return formatShare(value);
  if (unit === 'months' || unit === 'days') return `${value.toFixed(1)} ${unit}`;
  if (unit === 'score' || unit.startsWith('score')) return value.toFixed(1);
  if (unit === 'index') return value.toFixed(2);
  if (unit === 'units') return threeSignificant(value);
  return plainNumber(value);
}

/**
 * A difference with its sign; shares are in percentage points. Zero has no sign, nor has an amount of dollars
 * or a share that rounds to zero.
 */
export function formatDifference(value: number, unit: string): string {
  if (value === 0) return unit === 'USD' ? '$0' : '0';
  const sign = value > 0 ? '+' : '−';
  const size = Math.abs(value);
  if (unit === 'share') return size < 5e-5 ? '0.00 points' : `${sign}${twoDigits(size * 100)} points`;
  if (unit.startsWith('score')) return `${sign}${twoDigits(size)}`;
  if (unit === 'USD' && size < 0.005) return '$0';
  return `${sign}${formatValue(size, unit)}`;
}

/** An interval [low, high] in the unit; with `signed`, its ends are formatted as differences. */
export function formatInterval(ci: readonly [number, number], unit: string, signed = false): string {
  const inThousands = unit === 'USD' ? endsInThousands(ci, signed) : undefined;
  if (inThousands !== undefined) return inThousands;
  const show = signed ? (x: number) => formatDifference(x, unit) : (x: number) => formatValue(x, unit);
  return `${show(ci[0])} to ${show(ci[1])}`;
}

/** Both ends in thousands, where one is so large that it is and the other is not. */
function endsInThousands(ci: readonly [number, number], signed: boolean): string | undefined {
  const sizes = ci.map(Math.abs);
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  if (small < 999.5 || small >= 9_995 || large < 9_995 || large >= 999_500) return undefined;
  return ci
    .map((value) => {
      const digits = Math.abs(value) < 9_995 ? 1 : 0;
      const sign = value < 0 ? '−' : signed ? '+' : '';
      return `${sign}$${(Math.abs(value) / 1000).toFixed(digits)}k`;
    })
    .join(' to ');
}

export function formatUsd(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 && size >= 0.5 ? '−' : '';
  if (size >= 999_500_000) return `${sign}$${threeDigits(size / 1e9)}B`;
  if (size >= 999_500) return `${sign}$${threeDigits(size / 1e6)}M`;
  if (size >= 9_995) return `${sign}$${Math.round(size / 1000)}k`;
  return isFew(size)
    ? `${value < 0 ? '−' : ''}$${size.toFixed(2)}`
    : `${sign}$${Math.round(size).toLocaleString('en-US')}`;
}

/** Whether an amount is so small that its cents matter: below ten dollars, and no whole number of them. */
function isFew(usd: number): boolean {
  return usd >= 0.005 && usd < 9.995 && Math.abs(usd - Math.round(usd)) >= 0.005;
}

function formatShare(value: number): string {
  const size = Math.abs(value * 100);
  if (size < 0.005) return '0%';
  const sign = value < 0 ? '−' : '';
  if (size < 0.095) return `${sign}${size.toFixed(2)}%`;
  return `${sign}${size < 9.95 && size !== Math.round(size) ? size.toFixed(1) : size.toFixed(0)}%`;
}

function plainNumber(value: number): string {
  const size = Math.abs(value);
  const digits =
    size >= 999_500
      ? `${threeDigits(size / 1e6)} million`
      : size >= 1000
        ? Math.round(size).toLocaleString('en-US')
        : size >= 100 || Number.isInteger(size)
          ? size.toFixed(0)
          : size.toFixed(1);
  return `${value < 0 && !/^[0.]+$/.test(digits) ? '−' : ''}${digits}`;
}

/** Three significant digits without trailing zeros, or a whole number from 1000. */
function threeSignificant(value: number): string {
  const size = Math.abs(value);
  if (size < 5e-4) return '0';
  const digits =
    size >= 1000 ? Math.round(size).toLocaleString('en-US') : String(Number(size.toPrecision(3)));
  return `${value < 0 && digits !== '0' ? '−' : ''}${digits}`;
}

/** Two significant digits of a value of at least 0, or a whole number from 10; below 0.005 it is 0.00. */
function twoDigits(value: number): string {
  if (value >= 10) return value.toFixed(0);
  if (value >= 1) return value.toFixed(1);
  return value < 0.005 ? '0.00' : value.toPrecision(2);
}

function threeDigits(value: number): string {
  return value >= 99.95 ? value.toFixed(0) : value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

/** A count with its noun: `1 deal`, `2 deals`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Name of an arm or plan as a title: hyphens and underscores become spaces. */
export function titleOf(name: string): string {
  return name.replace(/[-_]+/g, ' ');
}

/** Name of an arm or plan inside a sentence: in quotation marks, because it can be any text. */
export function quoted(name: string): string {
  return `“${titleOf(name)}”`;
}

/** Duration of a run in words. */
export function durationOf(bundle: {
  readonly scenario: { readonly world: string; readonly horizonMonths: number };
}): string {
  return bundle.scenario.world === 'textbook'
    ? 'measured and paid once'
    : plural(bundle.scenario.horizonMonths, 'month');
}

/** What was run, in words: how many plans, how often, and how long. */
export function runsInWords({
  scenario,
  arms,
  replicates,
}: {
  readonly scenario: { readonly world: string; readonly horizonMonths: number };
  readonly arms: readonly unknown[];
  readonly replicates: { readonly completed: number; readonly failed: readonly unknown[] };
}): string {
  const runs = plural(replicates.completed, 'run');
  const failed = replicates.failed.length > 0 ? ` (${replicates.failed.length} failed)` : '';
  const each =
    scenario.world === 'textbook'
      ? `measured and paid once in each of ${runs}`
      : `${runs} of ${plural(scenario.horizonMonths, 'month')} each`;
  return `${plural(arms.length, 'plan')}, ${each}${failed}`;
}
