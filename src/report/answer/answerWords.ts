import type { RankedArm } from '../../experiments/result/answer.ts';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { changeSentences } from '../afterChangeWords.ts';
import { misfitSentences } from '../fit.ts';
import { formatInterval, formatUsd, formatValue, plural, quoted, titleOf } from '../format.ts';
import { splitInWords } from '../harmSplit.ts';
import { capital, inSentence, joined } from '../words.ts';
import { asWrittenSentence, splitSentence } from './bonusWords.ts';
import { changeSentence, inputInWords, inputPath, testedInWords } from './changeWords.ts';
import { budgetSentence, payOfPeople, told } from './costWords.ts';
import { fitSentence, levelsSentence } from './fitWords.ts';
import { populationSentences } from './populationWords.ts';
import { largestOf } from './shownPair.ts';
import { unchangedSentences } from './unchangedWords.ts';
import { whyInWords } from './whyWords.ts';
import { turnedSentences, worthSentences } from './worthWords.ts';

type Difference = NonNullable<RankedArm['fromReference']>;

/** The answer to a comparison in sentences; terminal and report show the same. */
export interface AnswerText {
  /** That the scenario does not describe the company, and why; the answer begins with it. */
  readonly misfit: readonly string[];
  /** Recommendation, and what it brings. */
  readonly answer: readonly string[];
  readonly why: readonly string[];
  /** What would change the answer, and which inputs were tried. */
  readonly change: string;
  /** The same with inputs in words instead of by their paths. */
  readonly changeInWords: string;
  readonly tested: string;
  /** Whose numbers the company is made of. */
  readonly fit: string;
  /** What a month of the reference has, to be compared with a company's books. */
  readonly levels: string;
  /** The difference with the default mix of people, and the stated person's percentile in it. */
  readonly people: readonly string[];
  /** What a change of plans means to people at first. */
  readonly transition: readonly string[];
  /** What makes the difference between two plans: metrics, targets or curve. */
  readonly parts: readonly string[];
  /** The recommendation at equal worth to the person paid. */
  readonly worth: readonly string[];
  /** What changed nothing, and why. */
  readonly nothing: readonly string[];
}

/** Name of the quantity by which arms are ranked, inside a sentence. */
export function rankedName({ answer, arms }: Bundle): string {
  if (answer === undefined || answer.rankedBy === 'profitBeforePayUsd') return 'profit at equal pay';
  return inSentence(arms[0].outcomes[answer.rankedBy]?.title ?? answer.rankedBy);
}

/** @returns undefined if the bundle ranks no arms */
export function answerInWords(bundle: Bundle): AnswerText | undefined {
  if (bundle.answer === undefined) return undefined;
  const misfit = misfitSentences(bundle);
  return {
    misfit,
    answer: [...misfit, ...recommendation(bundle), ...budgetSentence(bundle)],
    why: whyInWords(bundle),
    change: changeSentence(bundle, inputPath),
    changeInWords: changeSentence(bundle, inputInWords),
    tested: testedInWords(bundle),
    fit: fitSentence(bundle),
    levels: levelsSentence(bundle),
    people: populationSentences(bundle),
    transition: changeSentences(bundle),
    parts: bundle.split === undefined ? [] : splitInWords(bundle.split, titleOf),
    worth: worthSentences(bundle),
    nothing: unchangedSentences(bundle),
  };
}

/** One or two sentences: what to choose and how sure that is, and what it brings. */
function recommendation(bundle: Bundle): string[] {
  const { answer, scenario, replicates } = bundle;
  const { ranking, best, tied, confidence } = answer!;
  const reference = quoted(scenario.reference);
  const ranked = rankedName(bundle);
  const entry = (arm: string) => ranking.find((candidate) => candidate.arm === arm)!;
  const choices = ranking.filter(({ isChoice }) => isChoice);
  if (choices.length === 1)
    return [`Everything else here is a what-if, not a plan to choose. ${whatIf(bundle)}`];
  const runs = plural(replicates.completed, 'run');
  if (best === scenario.reference) {
    if (tied.length > 0)
      return [
        `Open: no plan here is shown to beat ${reference} on ${ranked}. ` +
          `${runs} cannot distinguish it from ${named(tied)}.`,
      ];
    const [, next] = choices;
    return [
      `Clear: keep ${reference}. Every other choice here is worse on ${ranked}. The next is ` +
        `${quoted(next.arm)}, by ${amount(bundle, next.fromReference!)}.`,
      ...asWrittenSentence(bundle),
    ];
  }
  const first = quoted(best);
  if (confidence === 'open')
    return [
      `Open: no plan here is shown to beat ${reference} on ${ranked}. ${first} comes first, but ${runs} ` +
        `cannot distinguish them.`,
    ];
  const choice =
    tied.length === 0
      ? `Clear${answer!.mostAsWritten === undefined ? '' : ' at equal pay'}: choose ${first}.`
      : `Close: choose ${first}. ${runs} cannot distinguish it from ${named(tied)}.`;
  return [
    `${choice} ${gainSentence(bundle, entry(best))}`,
    besides(bundle),
    ...splitSentence(bundle),
    ...asWrittenSentence(bundle),
    ...turnedSentences(bundle),
  ].filter((text) => text !== '');
}

/** Names in a list, the first few. */
function named(arms: readonly string[]): string {
  const MOST = 3;
  const names = arms.slice(0, MOST).map(quoted);
  const rest = arms.length - names.length;
  return rest === 0 ? joined(names) : `${names.join(', ')} and ${rest} more`;
}

function amount({ answer, arms }: Bundle, difference: Difference): string {
  const unit = arms[0].outcomes[answer!.rankedBy]?.unit ?? 'USD';
  const size = formatValue(Math.abs(difference.meanDifference), unit);
  return unit === 'share' ? `${size.replace('%', '')} points` : size;
}

function gainSentence(bundle: Bundle, { fromReference }: RankedArm): string {
  const { answer, arms, scenario } = bundle;
  const unit = arms[0].outcomes[answer!.rankedBy]?.unit ?? 'USD';
  const { meanDifference, ci95Simultaneous, se } = fromReference!;
  const word = meanDifference > 0 ? 'more' : 'less';
  const interval = se === 0 ? 'exactly' : formatInterval(positive(ci95Simultaneous, meanDifference), unit);
  const what = rankedName(bundle);
  return unit === 'USD'
    ? `It brings ${amount(bundle, fromReference!)} ${word} ${what} than ${quoted(scenario.reference)} ` +
        `(${interval}).`
    : `On ${what} it is ${amount(bundle, fromReference!)} ${meanDifference > 0 ? 'above' : 'below'} ` +
        `${quoted(scenario.reference)}.`;
}

/** An interval of an amount that is stated without its sign. */
function positive([low, high]: readonly [number, number], mean: number): readonly [number, number] {
  return mean > 0 ? [low, high] : [-high, -low];
}

/** What the best choice brings besides: the question's own outcome, and pay. */
function besides(bundle: Bundle): string {
  const { answer, scenario, arms } = bundle;
  const { gain, rankedBy } = answer!;
  const parts: string[] = [];
  const asked = scenario.outcome === 'profitUsd' ? 'revenueUsd' : scenario.outcome;
  if (asked !== rankedBy && told(gain[asked])) {
    const { title = asked, unit = '' } = arms[0].outcomes[asked] ?? {};
    const { meanDifference } = gain[asked];
    parts.push(
      `${inSentence(title)} ${meanDifference > 0 ? 'rises' : 'falls'} by ` +
        `${formatValue(Math.abs(meanDifference), unit)}`,
    );
  }
  const paysOtherwise = rankedBy === 'profitBeforePayUsd' && told(gain.payUsd);
  // Profit at equal pay is higher: where profit falls, pay rises by more.
  if (paysOtherwise && told(gain.profitUsd) && gain.profitUsd.meanDifference < 0)
    return (
      `As written it pays ${formatUsd(gain.payUsd.meanDifference)} more, and profit falls by ` +
      `${formatUsd(-gain.profitUsd.meanDifference)}. First lower its pay to that of ${quoted(scenario.reference)}.`
    );
  if (paysOtherwise) {
    const { meanDifference } = gain.payUsd;
    parts.push(
      `everybody’s pay ${meanDifference > 0 ? 'rises' : 'falls'} by ${formatUsd(Math.abs(meanDifference))}`,
    );
    if (told(gain.profitUsd))
      parts.push(
        `profit after pay ${gain.profitUsd.meanDifference > 0 ? 'rises' : 'falls'} by ` +
          `${formatUsd(Math.abs(gain.profitUsd.meanDifference))}`,
      );
  }
  if (parts.length === 0) return '';
  parts.push(...payOfPeople(bundle));
  const text = joined(parts);
  return `${capital(text)}.`;
}

/** The largest difference of an arm that is no choice. */
function whatIf(bundle: Bundle): string {
  const { answer, scenario, arms } = bundle;
  const others = answer!.ranking.filter(({ fromReference }) => fromReference !== undefined);
  const largest = largestOf(others);
  if (largest === undefined) return '';
  const { meanDifference, ci95Simultaneous } = largest.fromReference!;
  const unit = arms[0].outcomes[answer!.rankedBy]?.unit ?? 'USD';
  if (ci95Simultaneous[0] <= 0 && ci95Simultaneous[1] >= 0)
    return `None of them can be told from ${quoted(scenario.reference)}.`;
  return (
    `The largest difference is that of ${quoted(largest.arm)}: ` +
    `${formatValue(Math.abs(meanDifference), unit)} ${meanDifference > 0 ? 'more' : 'less'} ` +
    `${rankedName(bundle)} than ${quoted(scenario.reference)}.`
  );
}
