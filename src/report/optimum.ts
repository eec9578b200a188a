import { printable } from '../core/plainText.ts';
import type { Optimum } from '../experiments/result/optimum.ts';
import { formatDifference, formatInterval, formatValue } from './format.ts';
import { textTable } from './textLayout.ts';

/** A parameter value to a thousandth of its range or finer: beyond the resolution of the search. */
function parameterText(value: number, range: number): string {
  const decimals = Math.ceil(-Math.log10(range / 1000));
  const step = 10 ** -decimals;
  const rounded = Math.round(value / step) * step;
  return rounded.toLocaleString('en-US', { maximumFractionDigits: Math.max(0, Math.min(9, decimals)) });
}

/** The best plan found in one line: its parameters, and what it brings. */
export function optimumInWords({ free, arm, title, mean, unit, settled }: Optimum): string {
  const values = free.map(
    ({ path, low, high, best }) => `${printable(path)}=${parameterText(best, high - low)}`,
  );
  return (
    `Best found for ${printable(arm)}: ${values.join(', ')}. ${title}: ${formatValue(mean, unit)}.` +
    `${settled ? '' : ' The search did not come to rest.'}`
  );
}

/** Renders the best plan found for a terminal. */
export function renderOptimum(optimum: Optimum): string {
  const rows = optimum.free.map(({ path, low, high, best, flatLow, flatHigh, atBound }) => {
    const show = (value: number) => parameterText(value, high - low);
    return [
      printable(path),
      `${show(best)}${atBound ? ' (at its end)' : ''}`,
      `${show(flatLow)} to ${show(flatHigh)}`,
      `${show(low)} to ${show(high)}`,
    ];
  });
  const lines = [
    `In this model, the best of ${optimum.evaluations} versions of ${printable(optimum.arm)} that ` +
      'were tried, people responding to each:',
    '',
    ...textTable(['parameter', 'best', 'about as good', 'allowed'], rows),
    '',
    `${optimum.title}: ${formatValue(optimum.mean, optimum.unit)} (` +
      `${
        optimum.se === 0
          ? 'exact: luck has no part in it'
          : `95% ${formatInterval(optimum.ci95, optimum.unit)}; ${optimum.replicates} runs that the search ` +
            'did not see'
      }).`,
  ];
  const { gain } = optimum;
  if (gain !== undefined) {
    const difference = formatDifference(gain.meanDifference, optimum.unit);
    const clear = gain.ci95[0] > 0 || gain.ci95[1] < 0;
    lines.push(
      gain.se === 0
        ? `Against the plan as written: ${difference}, exactly.`
        : clear
          ? `Against the plan as written: ${difference} (95% ` +
            `${formatInterval(gain.ci95, optimum.unit, true)}).`
          : 'It cannot be told from the plan as written (95% ' +
            `${formatInterval(gain.ci95, optimum.unit, true)}).`,
    );
  }
  for (const limit of optimum.limits) {
    const { unit } = limit;
    lines.push(
      `${limit.outcome} ${limit.bound === 'at-most' ? 'at most' : 'at least'} ` +
        `${formatValue(limit.value, unit)}: ${formatValue(limit.mean, unit)}` +
        `${limit.isMet ? '' : ', which breaks the limit'}.`,
    );
  }
  if (!optimum.settled)
    lines.push('The search ran out of tries before it came to rest: give it more with --evaluations.');
  return `${lines.join('\n')}\n`;
}
