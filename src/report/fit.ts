import { printable } from '../core/plainText.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import type { Fit, FitFigure } from '../experiments/result/fit.ts';
import { formatInterval, formatValue, plural, quoted } from './format.ts';
import type { Table } from './tables.ts';
import { inSentence } from './words.ts';

/** Most figures that the sentence names. */
const MOST_NAMED = 3;

const LIGHTS: Readonly<Record<FitFigure['light'], string>> = {
  green: '● yes',
  amber: '▲ rare',
  red: '■ no',
};

/** Said before the answer where the scenario does not describe the company; empty otherwise. */
export function misfitSentences({ fit }: Bundle): string[] {
  if (fit === undefined) return [];
  const red = fit.figures.filter(({ light }) => light === 'red');
  const reasons = [
    ...red.slice(0, MOST_NAMED).map(asFound),
    ...(red.length > MOST_NAMED ? [`${plural(red.length - MOST_NAMED, 'more figure')} outside`] : []),
    ...missedWords(fit),
  ];
  return reasons.length === 0 ? [] : [`The model does not describe your company yet: ${reasons.join('; ')}.`];
}

function asFound({ title, unit, observed, rare }: FitFigure): string {
  return `${inSentence(title)}, ${formatValue(observed, unit)} in your books against ${formatInterval(rare, unit)} simulated`;
}

function missedWords({ missedShare, isWithoutGaming }: Fit): string[] {
  if (missedShare === undefined) return [];
  const who = isWithoutGaming === true ? 'even if nobody games, ' : '';
  return [`${who}the team misses its quota in ${formatValue(missedShare, 'share')} of months`];
}

/** How many of the observed figures fit; empty if none was observed. */
export function fittingSentence({ fit }: Bundle): string {
  if (fit === undefined || fit.figures.length === 0) return '';
  const of = (light: FitFigure['light']) => fit.figures.filter((figure) => figure.light === light).length;
  return (
    `Of ${plural(fit.figures.length, 'observed figure')}, ${of('green')} within the middle 80% of runs under ` +
    `${quoted(fit.arm)}, ${of('amber')} within 98% only, ${of('red')} outside.`
  );
}

/** Observed figures beside simulated ones; undefined if none was observed. */
export function fitTable({ fit, replicates }: Bundle): Table | undefined {
  if (fit === undefined || fit.figures.length === 0) return undefined;
  const source = fit.note === undefined ? '' : ` Source of your figures: ${printable(fit.note)}.`;
  return {
    title: 'Does it describe your company?',
    note:
      `Your figures (${plural(fit.months, 'month')}) against the simulated ones under ${quoted(fit.arm)} ` +
      `(${plural(replicates.completed, 'run')}). A figure fits within the middle 80% of runs; within 98% it is rare.${source}`,
    head: ['Figure', 'Fits', 'Yours', 'Simulated', '80% of runs', '98% of runs'],
    rows: fit.figures.map(({ title, unit, observed, mean, usual, rare, light }) => [
      title,
      LIGHTS[light],
      formatValue(observed, unit),
      formatValue(mean, unit),
      formatInterval(usual, unit),
      formatInterval(rare, unit),
    ]),
  };
}
