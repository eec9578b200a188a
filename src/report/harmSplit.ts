import { printable } from '../core/plainText.ts';
import { CURVES, type HarmSplit, TARGETS } from '../experiments/result/harmSplit.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { formatDifference, formatInterval, formatValue, plural } from './format.ts';
import type { Table } from './tables.ts';
import { tableBlock, wrap } from './textLayout.ts';
import { displayName } from './titled.ts';

const WIDTH = 80;
const CURVE_WORDS = {
  cliff: 'all or nothing',
  capped: 'in proportion, at most twice',
  linear: 'in proportion',
};

/** Title of a metric, by id. */
export const titleOfMetric = (id: string) => METRICS.find((metric) => metric.id === id)?.title ?? id;

type Difference = HarmSplit['effects']['total'];

/** Two to four sentences: the effect of each change alone, and of all together. */
export function splitInWords(split: HarmSplit, name: (arm: string) => string): string[] {
  const { effects, reference, other } = split;
  const [today, new_] = [`“${name(reference)}”`, `“${name(other)}”`];
  return [
    `One change at a time to ${today}, in profit at equal pay: targets that honest work reaches half the time ` +
      `${amount(effects.target)}; the metrics of ${new_} ${amount(effects.metric)}; its payout curve ` +
      `${amount(effects.curve)}${effects.interaction.ci95[1] < 0 ? ' (they overlap)' : ''}.`,
    `All of ${new_} together: ${amount(effects.total)}.${overlap(effects)} No bonus at all: ` +
      `${amount(effects.salary)}.`,
  ];
}

/** Tables of a split: effects that add up, and all combinations. */
export function splitTables(split: HarmSplit, name: (arm: string) => string): [effects: Table, cells: Table] {
  const { effects, reference, other, otherCurve, replicates, honestTargets, cells, person } = split;
  const row = (label: string, { meanDifference, ci95 }: Difference) => [
    label,
    formatDifference(meanDifference, 'USD'),
    formatInterval(ci95, 'USD', true),
  ];
  const levels = (arm: string) =>
    Object.entries(honestTargets[arm])
      .map(
        ([metric, level]) =>
          `${titleOfMetric(metric)} ${Number(level.toPrecision(3)).toLocaleString('en-US')}`,
      )
      .join(', ');
  return [
    {
      title: `What makes the difference between ${name(reference)} and ${name(other)}`,
      note:
        `Profit at equal pay, one change at a time from ${name(reference)}; ${plural(replicates, 'run')} on common ` +
        `random numbers. Paid: ${printable(person)}.`,
      head: ['One change at a time', 'Difference', '95% interval'],
      rows: [
        row('targets that honest work reaches half the time', effects.target),
        row(`metrics of ${name(other)}, with its targets`, effects.metric),
        row(`payout curve of ${name(other)}: ${CURVE_WORDS[otherCurve]}`, effects.curve),
        row('what they do together beyond that', effects.interaction),
        row(`sum: ${name(other)} as written`, effects.total),
        row('for comparison: salary alone', effects.salary),
      ],
    },
    {
      title: 'Every combination of metrics, targets and payout curve',
      note:
        'Difference in profit at equal pay; in brackets, the share of the bonus earned by gaming. ' +
        `Honest half: the median of honest periods (${levels(reference)}; ${levels(other)}). Combinations leave ` +
        'out conditions, multipliers, floors and caps of components.',
      head: ['Metrics of', 'Targets', ...CURVES.map((curve) => CURVE_WORDS[curve])],
      rows: [reference, other].flatMap((arm) =>
        TARGETS.map((targets) => [
          name(arm),
          targets === 'written' ? 'as written' : 'honest half',
          ...CURVES.map((curve) => {
            const cell = cells.find(
              (each) => each.metricsOf === arm && each.targets === targets && each.curve === curve,
            )!;
            return (
              `${formatDifference(cell.difference.meanDifference, 'USD')} ` +
              `(${formatValue(cell.hollowShare, 'share')})`
            );
          }),
        ]),
      ),
    },
  ];
}

/** The split as text. */
export function renderSplit(split: HarmSplit, resolved: Readonly<Record<string, unknown>> = {}): string {
  const [effects, cells] = splitTables(split, displayName(resolved));
  const lines = [
    '',
    ...wrap(printable(split.scenario), WIDTH),
    '',
    ...splitInWords(split, displayName(resolved)).flatMap((sentence) => wrap(printable(sentence), WIDTH)),
    '',
    ...tableBlock(effects, WIDTH),
    ...tableBlock(cells, WIDTH),
  ];
  return inCurrency(lines.join('\n'), symbolOf(resolved));
}

/** The interaction of the changes in words, where it can be distinguished from zero. */
function overlap({
  interaction: {
    meanDifference,
    ci95: [low, high],
  },
}: HarmSplit['effects']): string {
  if (high < 0) return ' Each change alone removes part of the same harm.';
  return low > 0
    ? ` Together they add ${formatDifference(meanDifference, 'USD')} to the sum of the three.`
    : '';
}

/** A difference, or that it cannot be distinguished from zero. */
function amount({ meanDifference, ci95: [low, high] }: Difference): string {
  if (low <= 0 && high >= 0) return 'no difference that these runs can distinguish';
  return formatDifference(meanDifference, 'USD');
}
