import type { Answer, RankedArm } from '../../experiments/result/answer.ts';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatUsd, quoted } from '../format.ts';
import { capital } from '../words.ts';

/**
 * How much of a gain in money a salary alone brings: the difference of an arm that is a choice and pays
 * marketing no bonus. The rest is what the bonus of the best choice adds.
 */
export function splitSentence(bundle: Bundle): string[] {
  const { answer } = bundle;
  const salary = salaryAlone(bundle);
  if (salary === undefined) return [];
  const whole = answer!.ranking.find(({ arm }) => arm === answer!.best)!.fromReference!.meanDifference;
  const alone = salary.fromReference!.meanDifference;
  const isTied = answer!.tied.includes(salary.arm);
  const rest = isTied
    ? 'no effect of the bonus itself can be distinguished'
    : `the bonus adds ${formatUsd(-salary.fromBest!.meanDifference)}`;
  const costUsd = costOfBonus(bundle, salary.arm);
  const cost = costUsd === 0 ? '' : `${isTied ? ', and it costs' : ' for'} ${formatUsd(costUsd)} more pay`;
  const most = answer!.mostAsWritten;
  const written = most?.arm === salary.arm ? `: ${writtenWords(most)}` : '';
  return [
    `Of the ${formatUsd(whole)}, ${quoted(salary.arm)} alone brings ${formatUsd(alone)}; ${rest}${cost}${written}.`,
  ];
}

/** Names the choice that leaves clearly more profit as pay is written, unless {@link splitSentence} did. */
export function asWrittenSentence(bundle: Bundle): string[] {
  const most = bundle.answer!.mostAsWritten;
  if (most === undefined || most.arm === salaryAlone(bundle)?.arm) return [];
  return [`${capital(writtenWords(most))}.`];
}

function writtenWords({ arm, difference }: NonNullable<Answer['mostAsWritten']>): string {
  return `as written, ${quoted(arm)} leaves ${formatUsd(difference.meanDifference)} more profit`;
}

/** A choice that pays marketing no bonus and gains on the reference, if the best choice pays one. */
function salaryAlone({ answer, arms, scenario }: Bundle): RankedArm | undefined {
  const { ranking, best, rankedBy } = answer!;
  const paid = (name: string) => (arms.find((arm) => arm.name === name)?.paidOn.length ?? 0) > 0;
  if (rankedBy !== 'profitBeforePayUsd') return undefined;
  if (best === scenario.reference || !paid(best) || !paid(scenario.reference)) return undefined;
  const salary = ranking.find(({ arm, isChoice }) => isChoice && !paid(arm));
  const whole = ranking.find(({ arm }) => arm === best)!.fromReference!.meanDifference;
  const gains = (salary?.fromReference?.ci95Simultaneous[0] ?? 0) > 0;
  return gains && whole > 0 ? salary : undefined;
}

/** Least difference in pay between two plans that is told, as a share of it. */
const COST_WORTH_TELLING = 0.002;

/** What the best choice costs in pay beyond a salary alone, to two digits; 0 if it is not worth telling. */
function costOfBonus({ answer, arms }: Bundle, salary: string): number {
  const costUsd = meanOf(arms, answer!.best, 'payUsd') - meanOf(arms, salary, 'payUsd');
  const isTold = costUsd > COST_WORTH_TELLING * meanOf(arms, salary, 'payUsd');
  return isTold ? Number(costUsd.toPrecision(2)) : 0;
}

function meanOf(arms: Bundle['arms'], name: string, id: string): number {
  return arms.find((arm) => arm.name === name)?.outcomes[id]?.mean ?? NaN;
}
