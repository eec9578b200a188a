import { printable } from '../core/plainText.ts';
import type { HarmSplit } from '../experiments/result/harmSplit.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { formatDifference, formatInterval, formatValue, plural } from './format.ts';
import { textTable, wrap } from './textLayout.ts';
import { displayName } from './titled.ts';

const WIDTH = 80;
const CURVES = ['cliff', 'capped', 'linear'] as const;
const CURVE_WORDS = {
  cliff: 'all or nothing',
  capped: 'in proportion, at most twice',
  linear: 'in proportion',
};

type Difference = HarmSplit['effects']['total'];

/** One to three sentences: what each change alone brings, and what all bring together. */
export function splitInWords(split: HarmSplit, resolved: Readonly<Record<string, unknown>> = {}): string[] {
  const { effects, reference, other } = split;
  const name = displayName(resolved);
  const [today, new_] = [`“${name(reference)}”`, `“${name(other)}”`];
  return [
    `Targets that honest work reaches half the time would change profit at equal pay by ` +
      `${amount(effects.target)}, the metrics of ${new_} by ${amount(effects.metric)}, its curve by ` +
      `${amount(effects.curve)}: each alone in ${today}.`,
    `All of ${new_} together: ${amount(effects.total)}. No bonus at all: ${amount(effects.salary)}.`,
  ];
}

/** The split as text: effects that add up, and all combinations. */
export function renderSplit(split: HarmSplit, resolved: Readonly<Record<string, unknown>> = {}): string {
  const { effects, reference, other, otherCurve, replicates, honestTargets, cells, person } = split;
  const name = displayName(resolved);
  const row = (label: string, { meanDifference, ci95 }: Difference) => [
    label,
    formatDifference(meanDifference, 'USD'),
    formatInterval(ci95, 'USD', true),
  ];
  const levels = (arm: string) =>
    Object.entries(honestTargets[arm])
      .map(([metric, level]) => `${metric} ${Number(level.toPrecision(3)).toLocaleString('en-US')}`)
      .join(', ');
  const lines = [
    '',
    ...wrap(
      `${printable(split.scenario)}: what makes the difference between ${name(reference)} and ${name(other)}, in ` +
        `profit at equal pay; ${plural(replicates, 'run')}`,
      WIDTH,
    ),
    '',
    ...splitInWords(split, resolved).flatMap((sentence) => wrap(printable(sentence), WIDTH)),
    '',
    ...textTable(
      ['one change at a time', 'difference', '95% interval'],
      [
        row('targets that honest work reaches half the time', effects.target),
        row(`metrics of ${name(other)}, with its targets`, effects.metric),
        row(`curve of ${name(other)}: ${CURVE_WORDS[otherCurve]}`, effects.curve),
        row('what they do together beyond that', effects.interaction),
        row(`sum: ${name(other)} as written`, effects.total),
        row('for comparison: salary alone', effects.salary),
      ],
    ),
    '',
    'Every combination: difference, and the part of the bonus that gaming earned',
    '',
    ...textTable(
      ['metrics of', 'targets', ...CURVES.map((curve) => CURVE_WORDS[curve])],
      [reference, other].flatMap((arm) =>
        (['written', 'honest'] as const).map((targets) => [
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
    ),
    '',
    ...wrap(
      `Honest half: the median of honest periods (${levels(reference)}; ${levels(other)}). Combinations leave out ` +
        `conditions, multipliers, floors and caps of components. Paid: ${printable(person)}.`,
      WIDTH,
    ),
    '',
  ];
  return inCurrency(lines.join('\n'), symbolOf(resolved));
}

/** A difference, or that it is none that these runs can tell. */
function amount({ meanDifference, ci95: [low, high] }: Difference): string {
  if (low <= 0 && high >= 0) return 'nothing that these runs can tell';
  return formatDifference(meanDifference, 'USD');
}
