import type { ArmResult, Bundle, Contrast } from '../experiments/result/bundle.ts';
import type { Plan } from '../model/plan.ts';
import { clearDifference, measuredIn } from './afterChange.ts';
import { formatDifference, formatUsd, formatValue, quoted } from './format.ts';
import { titleOfMetric } from './harmSplit.ts';
import { outcomeOf } from './standing.ts';
import { capital, inSentence, joined } from './words.ts';
import { mostLostAfterChange, workShiftedAfterChange } from './workWords.ts';

/**
 * The first and the last quarter after a change of plans, and the ids of what is measured in them; empty for
 * what no arm has.
 */
interface Quarters {
  readonly first: string;
  readonly last: string;
  idOf(measure: string, quarter: string): string;
}

/** Most metrics that are named. */
const MOST_METRICS = 2;
/** Least hollow share of a difference in pipeline that is told, and that from which it is all. */
const LEAST_HOLLOW = 0.5;
const ALL_HOLLOW = 0.95;

/** The differences of an arm in the first and the last quarter, as far as they are clear. */
type Path = readonly [early: number | undefined, late: number | undefined];

/**
 * Effects of a plan change on people, in sentences: pay under the new plan compared with the old, work that
 * is dropped, and how people behave who were not told what the new plan pays for. The most important come
 * first: the short answer shows three.
 */
export function changeSentences(bundle: Bundle): string[] {
  const all = measuredIn(bundle);
  if (all.length === 0) return [];
  const inOrder = [...all].sort((one, other) => one.first - other.first);
  const [first, last] = [inOrder[0].months, inOrder[inOrder.length - 1].months];
  const idOf: Quarters['idOf'] = (measure, months) =>
    all.find((each) => each.measure === measure && each.months === months)?.id ?? '';
  const quarters: Quarters = { first, last, idOf };
  const [headline = [], ...others] = bundle.contrasts
    .filter(({ arm }) => bundle.arms.find(({ name }) => name === arm)?.later?.beliefs !== undefined)
    .map((contrast) => learnersSentences(bundle, contrast, quarters));
  const [change] = changesOf(bundle);
  return [
    ...paySentence(bundle, quarters),
    ...(change === undefined ? [] : lostWork(bundle, change.arm)),
    ...headline.slice(0, 1),
    ...(change === undefined
      ? []
      : workShiftedAfterChange(bundle, change.arm.name, change.contrast.reference)),
    ...headline.slice(1),
    ...others.flat(),
  ];
}

/** Arms whose plan changes, with their contrasts to a reference whose plan does not. */
function changesOf({ arms, contrasts, scenario }: Bundle): { arm: ArmResult; contrast: Contrast }[] {
  if (arms.find(({ name }) => name === scenario.reference)?.later !== undefined) return [];
  return arms.flatMap((arm) => {
    const contrast = contrasts.find((each) => each.arm === arm.name && each.reference === scenario.reference);
    return arm.later === undefined || contrast === undefined ? [] : [{ arm, contrast }];
  });
}

/**
 * Pay of a marketer under each new plan compared with the old, in the first and the last quarter, with the
 * share of target bonus that is paid and the change of salary; and personal costs where they differ.
 */
function paySentence(bundle: Bundle, { first, last, idOf }: Quarters): string[] {
  const before = bundle.arms.find(({ name }) => name === bundle.scenario.reference);
  const [paid, salary, costs] = ['target bonus paid', 'salary', 'personal costs'].map((each) =>
    idOf(each, first),
  );
  const told = changesOf(bundle).flatMap(({ arm, contrast }, i) => {
    const [early, late] = [first, last].map((quarter) => clearDifference(contrast, idOf('pay', quarter)));
    if (early === undefined && late === undefined) return [];
    const isFirst = i === 0;
    const raise = formatDifference(contrast.outcomes[salary]?.meanDifference ?? 0, 'USD');
    const than = isFirst && before !== undefined ? ` of target bonus, not ${meanOf(before, paid)}` : '';
    const why = `${meanOf(arm, paid)}${than}${raise === '$0' ? '' : `; salary ${raise}`}`;
    const change = clearDifference(contrast, costs);
    const cost = change === undefined ? '' : `, personal costs ${moreOrLess(change, formatUsd)}`;
    return [
      `${quoted(arm.name)} pays ${isFirst ? 'a marketer ' : ''}${moreOrLess(early, formatUsd)}` +
        `${isFirst ? ' a month at first' : ''}, then ${moreOrLess(late, formatUsd)} (${why})${cost}`,
    ];
  });
  const opening = isPaidLess(bundle, first, last, idOf) ? 'Reason to hesitate: ' : '';
  return told.length === 0 ? [] : [`${opening}${joined(told)}.`];
}

/** Whether the first new plan clearly pays less in the first and in the last quarter. */
function isPaidLess(bundle: Bundle, first: string, last: string, idOf: Quarters['idOf']): boolean {
  const [change] = changesOf(bundle);
  return [first, last].every((quarter) => (clearDifference(change?.contrast, idOf('pay', quarter)) ?? 0) < 0);
}

/**
 * The task that loses the most hours, and metrics on which the new plan no longer pays the person doing it.
 *
 * @example 'Awareness work loses the most hours (63 to 41 a month); no more pay for visits.'
 */
function lostWork(bundle: Bundle, { name, later }: ArmResult): string[] {
  const { reference } = bundle.scenario;
  const lost = mostLostAfterChange(bundle, name, reference);
  const before = bundle.arms.find((arm) => arm.name === reference)?.plan ?? '';
  if (lost === undefined || later === undefined) return [];
  const now = metricsOf(bundle, later.plan, lost.person);
  const dropped = metricsOf(bundle, before, lost.person).filter((metric) => !now.includes(metric));
  const all = [...new Set(dropped)].map((metric) => inSentence(titleOfMetric(metric)));
  const titles = all.slice(0, MOST_METRICS);
  const hours = `(${Math.round(lost.before)} to ${Math.round(lost.hours)} a month)`;
  const why = titles.length === 0 ? '' : `; no more pay for ${joined(titles)}`;
  return [`${capital(lost.title)} loses the most hours ${hours}${why}.`];
}

/** Metrics on which a plan of the scenario pays a person. */
function metricsOf({ scenario }: Bundle, plan: string, person: string): string[] {
  const plans = scenario.resolved.plans as Readonly<Record<string, Plan>> | undefined;
  return (plans?.[plan]?.[person]?.components ?? []).map(({ metric }) => metric);
}

/** Behaviour of people who have to learn what the new plan pays for, against the comparison arm. */
function learnersSentences(bundle: Bundle, contrast: Contrast, { first, last, idOf }: Quarters): string[] {
  const path = (measure: string): Path => [
    clearDifference(contrast, idOf(measure, first)),
    clearDifference(contrast, idOf(measure, last)),
  ];
  const inPercent = (share: number) => `${Math.round(100 * share)}%`;
  const points = (share: number) => formatDifference(share, 'share').slice(1);
  const paths: readonly (readonly [what: string, path: Path, show: (size: number) => string])[] = [
    ['perceived bonus value', path('perceived value of the bonus'), inPercent],
    ['reported pipeline', path('marketing pipeline'), formatUsd],
    ['hollow pipeline', path('hollow pipeline'), points],
    ['shift of hours', path('hours shifted'), points],
  ];
  const clear = paths.filter(([, [early, late]]) => early !== undefined || late !== undefined);
  const atFirst = clear.flatMap(([what, [early], show]) => {
    if (early === undefined || what === 'hollow pipeline') return [];
    const hollow = what === 'reported pipeline' ? hollowPart(bundle, contrast, idOf, first) : '';
    return [`${what} ${moreOrLess(early, show)}${hollow}`];
  });
  const after = clear.map(
    ([what, [early, late], show]) => `${what} ${moreOrLess(early, show)}, then ${moreOrLess(late, show)}`,
  );
  const compared = `${quoted(contrast.arm)} against ${quoted(contrast.reference)}`;
  return [
    `${compared}, ${first}: ${[...atFirst, effectOf(bundle, contrast)].join('; ')}.`,
    ...(after.length === 0 ? [] : [`${compared}, ${first} and then ${last}: ${after.join('; ')}.`]),
  ];
}

/**
 * How much of the difference in reported pipeline is hollow, from the means of both arms; empty where it is
 * less than half, or where a difference is not clear.
 */
function hollowPart({ arms }: Bundle, contrast: Contrast, idOf: Quarters['idOf'], quarter: string): string {
  const [pipeline, hollow] = ['marketing pipeline', 'hollow pipeline'].map((each) => idOf(each, quarter));
  const [arm, other] = [contrast.arm, contrast.reference].map(
    (name) => arms.find((each) => each.name === name)?.outcomes,
  );
  const lost = clearDifference(contrast, pipeline) ?? 0;
  if (!(lost < 0) || clearDifference(contrast, hollow) === undefined) return '';
  const [now, before] = [arm, other].map(
    (each) => (each?.[hollow]?.mean ?? 0) * (each?.[pipeline]?.mean ?? 0),
  );
  const share = Math.min(1, (before - now) / -lost);
  if (share < LEAST_HOLLOW) return '';
  return share > ALL_HOLLOW ? ' (all of it hollow)' : ` (about ${Math.round(10 * share)}0% of that hollow)`;
}

/** `profit after all pay not clearly different` */
function effectOf(bundle: Bundle, contrast: Contrast): string {
  const { id, title, unit } = outcomeOf(bundle);
  const effect = clearDifference(contrast, id);
  return `${inSentence(title)} ${moreOrLess(effect, (size) => formatValue(size, unit))}`;
}

/** A clear difference with its direction. */
function moreOrLess(change: number | undefined, show: (size: number) => string): string {
  if (change === undefined) return 'not clearly different';
  return `${show(Math.abs(change))} ${change < 0 ? 'less' : 'more'}`;
}

function meanOf({ outcomes }: ArmResult, id: string): string {
  const outcome = outcomes[id];
  return outcome === undefined ? '–' : formatValue(outcome.mean, outcome.unit);
}
