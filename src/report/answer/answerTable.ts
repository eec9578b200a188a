import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { formatDifference, formatValue, titleOf } from '../format.ts';
import { rankedName } from './answerWords.ts';

/** One group of arms that cannot be told from its first. */
export interface AnswerRow {
  readonly rank: number;
  /** Names of the arms, best first. */
  readonly arms: readonly string[];
  readonly isReference: boolean;
  /** What stands behind the names: that of the reference, or that nobody could choose these; else empty. */
  readonly mark: string;
  /** Length of the bar: gain over the reference as a share of the largest; 0 for losses and the reference. */
  readonly barShare: number;
  /** Values as text, in the order of the columns. */
  readonly cells: readonly string[];
}

/**
 * The ranking as a table: a row for each group, with the figures of its first arm, or of the reference. The
 * outcome of the ranking is the difference from the reference; for the reference itself, its level.
 */
export interface AnswerTable {
  readonly columns: readonly string[];
  readonly rows: readonly AnswerRow[];
}

type Ranked = NonNullable<Bundle['answer']>['ranking'][number];

/** @returns undefined if the bundle ranks no arms */
export function answerTable(bundle: Bundle): AnswerTable | undefined {
  const { answer, scenario } = bundle;
  if (answer === undefined) return undefined;
  const isTextbook = scenario.world === 'textbook';
  const gainOf = ({ fromReference }: Ranked) => fromReference?.meanDifference ?? 0;
  const largest = Math.max(...answer.ranking.map(gainOf));
  const groups = [...new Set(answer.ranking.map(({ group }) => group))];
  const unit = bundle.arms[0].outcomes[answer.rankedBy]?.unit ?? '';
  return {
    columns: [rankedName(bundle), ...(isTextbook ? ['pay'] : ['pay', 'attainment', 'hollow pay'])],
    rows: groups.map((rank) => {
      const members = answer.ranking.filter(({ group }) => group === rank);
      const isReference = members.some(({ arm: name }) => name === scenario.reference);
      // A group with the reference has the reference's figures: the others cannot be told from it.
      const first = members.find(({ arm: name }) => name === scenario.reference) ?? members[0];
      const arm = bundle.arms.find(({ name }) => name === first.arm)!;
      return {
        rank,
        arms: [first, ...members.filter((each) => each !== first)].map(({ arm: name }) => name),
        isReference,
        mark: isReference ? ' (reference)' : members.some(({ isChoice }) => isChoice) ? '' : ' (what-if)',
        barShare: largest > 0 && !isReference ? Math.max(0, gainOf(first) / largest) : 0,
        cells: [
          isReference || first.fromReference === undefined
            ? formatValue(levelOf(bundle, arm), unit)
            : formatDifference(gainOf(first), unit),
          meanOf(arm, 'payUsd', 'USD'),
          ...(isTextbook ? [] : [meanOf(arm, 'quotaAttainmentShare', 'share'), hollowOf(arm)]),
        ],
      };
    }),
  };
}

/** Level of the ranking outcome; profit at equal pay is profit plus this arm's pay less the reference's. */
function levelOf({ answer, arms, scenario }: Bundle, arm: ArmResult): number {
  const level = arm.outcomes[answer!.rankedBy]?.mean ?? NaN;
  if (answer!.rankedBy !== 'profitBeforePayUsd') return level;
  const reference = arms.find(({ name }) => name === scenario.reference);
  return level - (reference?.outcomes.payUsd?.mean ?? 0);
}

function meanOf(arm: ArmResult, id: string, unit: string): string {
  const mean = arm.outcomes[id]?.mean;
  return mean === undefined ? '–' : formatValue(mean, unit);
}

/** Part of the bonus that hollow numbers earned. */
function hollowOf({ outcomes }: ArmResult): string {
  const paid = outcomes.bonusPaidUsd?.mean ?? 0;
  const hollow = outcomes.bonusHollowUsd?.mean ?? 0;
  if (!(paid > 0.5)) return '–';
  return hollow < 0.5 ? '0%' : formatValue(Math.min(1, hollow / paid), 'share');
}

/** Names of a row as titles. */
export function titlesOf({ arms }: AnswerRow): string[] {
  return arms.map(titleOf);
}
