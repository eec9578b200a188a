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
/** Least part of pipeline not reported that is called hollow, and that from which all of it is. */
const LEAST_HOLLOW = 0.5;
const ALL_HOLLOW = 0.95;

/** The differences of an arm in the first and the last quarter, as far as they are clear. */
type Path = readonly [early: number | undefined, late: number | undefined];

/**
 * What a change of plans means to people, in sentences: what they are paid under the new plan beside the old,
 * what they work on instead, and what those do who have to find out what it pays for. What matters most comes
 * first, since a short answer has room for three sentences.
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
 * What a marketer is paid under the new plans beside the old, at first and in the end, with target bonuses
 * paid and salaries; and whether they bear more or less for it.
 */
function paySentence(bundle: Bundle, { first, last, idOf }: Quarters): string[] {
  const before = bundle.arms.find(({ name }) => name === bundle.scenario.reference);
  const [paid, salary, borne] = ['target bonuses paid', 'salary', 'costs borne'].map((each) =>
    idOf(each, first),
  );
  const told = changesOf(bundle).flatMap(({ arm, contrast }, i) => {
    const [early, late] = [first, last].map((quarter) => clearDifference(contrast, idOf('pay', quarter)));
    if (early === undefined && late === undefined) return [];
    const than = before === undefined ? '' : `, not ${meanOf(before, paid)}`;
    const raise = formatDifference(contrast.outcomes[salary]?.meanDifference ?? 0, 'USD');
    const why = [
      i === 0 ? `${meanOf(arm, paid)} of target bonuses${than}` : meanOf(arm, paid),
      ...(raise === '$0' ? [] : [`salary ${raise}`]),
    ].join('; ');
    const path = `${moreOrLess(early, formatUsd)}${i === 0 ? ' a month at first' : ''}, then ${moreOrLess(late, formatUsd)}`;
    const bears = clearDifference(contrast, borne);
    const cost = bears === undefined ? '' : `; they bear ${moreOrLess(bears, formatUsd)} for it`;
    return [
      `${i === 0 ? hesitation(early, late) : ''}under ${quoted(arm.name)} ${i === 0 ? 'pay is ' : ''}${path} (${why})${cost}`,
    ];
  });
  return told.length === 0 ? [] : [`${capital(joined(told))}.`];
}

/** That people have a reason to hesitate, if they are clearly paid less all year. */
function hesitation(early: number | undefined, late: number | undefined): string {
  return (early ?? 0) < 0 && (late ?? 0) < 0 ? 'a reason to hesitate: ' : '';
}

/**
 * The work that loses most hours, and what whoever does it is no longer paid on.
 *
 * @example 'Awareness work loses most hours (63 to 41); pay for visits ends.'
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
  const hours = `(${Math.round(lost.before)} to ${Math.round(lost.hours)})`;
  const why = titles.length === 0 ? '' : `; pay for ${joined(titles)} ends`;
  return [`${capital(lost.title)} loses most hours ${hours}${why}.`];
}

/** Metrics on which a plan of the scenario pays a person. */
function metricsOf({ scenario }: Bundle, plan: string, person: string): string[] {
  const plans = scenario.resolved.plans as Readonly<Record<string, Plan>> | undefined;
  return (plans?.[plan]?.[person]?.components ?? []).map(({ metric }) => metric);
}

/** What people do who have to find out what the new plan pays for, beside those it is compared with. */
function learnersSentences(bundle: Bundle, contrast: Contrast, { first, last, idOf }: Quarters): string[] {
  const path = (measure: string): Path => [
    clearDifference(contrast, idOf(measure, first)),
    clearDifference(contrast, idOf(measure, last)),
  ];
  const said = (what: string, [early, late]: Path, show: (size: number) => string) =>
    early === undefined && late === undefined
      ? []
      : [`${what} ${moreOrLess(early, show)} at first and ${moreOrLess(late, show)} in ${last}`];
  const seen = path('worth of the bonus, as seen');
  const pipeline = path('marketing pipeline');
  const moved = path('hours moved');
  const beside = `Under ${quoted(contrast.arm)}, beside ${quoted(contrast.reference)},`;
  const points = (share: number) => formatDifference(share, 'share').slice(1);
  const inPercent = (share: number) => `${Math.round(100 * share)}%`;
  const ofTheWay = (share: number) => `${inPercent(share)} of the way`;
  const [early = 0, late = 0] = seen;
  const firsts = [
    ...(early === 0 ? [] : [`the bonus seems worth ${moreOrLess(early, inPercent)}`]),
    ...(pipeline[0] === undefined
      ? []
      : [
          `reported pipeline ${moreOrLess(pipeline[0], formatUsd)}${hollowPart(bundle, contrast, idOf, first)}`,
        ]),
    ...(moved[0] === undefined ? [] : [`hours moved ${moreOrLess(moved[0], inPercent)}`]),
    effectOf(bundle, contrast),
  ];
  const numbers = [
    ...said('the bonus seems worth', seen, inPercent),
    ...said('reported pipeline is', pipeline, formatUsd),
    ...said('hollow pipeline is', path('hollow pipeline'), points),
    ...said('hours have moved', moved, ofTheWay),
  ];
  return [
    `${beside} at first ${firsts.join('; ')}.`,
    ...(numbers.length === 0 ? [] : [`${beside} ${numbers.join('; ')}.`]),
    ...(early < 0 && late <= early
      ? [
          moved[0] !== undefined && moved[1] === undefined
            ? 'They find out sooner which work pays than how much: hours catch up, and what the bonus seems worth does not.'
            : 'In these months they come no nearer to seeing what the bonus is worth.',
        ]
      : []),
  ];
}

/**
 * How much of the pipeline that is not reported would have been hollow, from the means of both arms; empty
 * where it is less than half, or where a difference is not clear.
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
  return share > ALL_HOLLOW ? ', all of it hollow' : `, about ${Math.round(10 * share)}0% of it hollow`;
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
