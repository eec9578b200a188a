import { printable } from '../core/plainText.ts';
import type { Best } from '../experiments/result/best.ts';
import { formatDifference, formatValue, plural, quoted, titleOf } from './format.ts';
import { textTable, wrap } from './textLayout.ts';
import { joined } from './words.ts';

/** The selection of the best arm in sentences. */
export function bestInWords(best: Best): string[] {
  const { outcome, delta, arms, ended } = best;
  const name = outcome.title.toLowerCase();
  const lead = formatValue(delta.amount, outcome.unit);
  const [first, ...others] = arms;
  const called = (standing: string) =>
    others.filter((arm) => arm.standing === standing).map((arm) => quoted(arm.name));
  const close = called('close');
  const same = called('identical');
  const better = outcome.direction === 'lower' ? -1 : 1;
  const isAhead = others.some((arm) => arm.standing === 'close' && better * arm.difference >= delta.amount);
  return [
    best.separated
      ? `In this model, ${quoted(first.name)} is best on ${name}: all others are distinguishable from it.`
      : `In this model, ${quoted(first.name)} has the best ${name} in these runs.`,
    ...(close.length > 0
      ? [
          `Not distinguishable from it: ${joined(close)}.${isAhead ? '' : ` None led it by ${lead} or more in these runs.`}`,
        ]
      : []),
    ...(same.length > 0 ? [`Identical to it, run by run: ${joined(same)}.`] : []),
    `Where one arm leads all others by ${lead} or more, it is found in 95 of 100 cases` +
      `${ended === 'decided' ? '' : ', once nothing is left to decide; these runs ended before'}.`,
  ];
}

/** Renders the selection of the best arm for a terminal. */
export function renderBest(best: Best, columns = 100): string {
  const { outcome, arms, runs, equalRuns } = best;
  const width = Math.max(60, Math.min(columns, 120));
  const freed = best.steadied === undefined ? '' : ' Chance in single deals is averaged out.';
  const standing = { best: 'best', behind: 'behind', close: 'not distinguishable', identical: 'identical' };
  return [
    '',
    printable(best.scenario.name),
    '',
    ...bestInWords(best).flatMap((sentence) => wrap(sentence, width)),
    '',
    ...textTable(
      ['', outcome.title, 'from the best', 's.e.', 'runs', ''],
      arms.map((arm) => [
        titleOf(arm.name),
        formatValue(arm.mean, outcome.unit),
        arm.standing === 'best' || arm.standing === 'identical'
          ? ''
          : formatDifference(arm.difference, outcome.unit),
        arm.se === 0 ? '' : formatDifference(arm.se, outcome.unit).slice(1),
        arm.n.toLocaleString('en-US'),
        standing[arm.standing],
      ]),
    ),
    '',
    ...wrap(
      runs < equalRuns
        ? `${plural(runs, 'run')} in all, where as many of every arm as of the best would be ` +
            `${equalRuns.toLocaleString('en-US')}. An arm that was given up has its mean over the runs ` +
            `that it took.${freed}`
        : `${plural(runs, 'run')} in all. Told apart: valid for all pairs of arms, and for looking ` +
            `on the way.${freed}`,
      width,
    ),
    ...(best.failed > 0
      ? wrap(
          `${plural(best.failed, 'run')} failed or left the outcome undefined, and count for no arm.`,
          width,
        )
      : []),
    '',
  ].join('\n');
}
