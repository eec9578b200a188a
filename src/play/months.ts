import type { Replay, ReplayMonth } from '../experiments/result/replay.ts';
import { formatUsd, formatValue } from '../report/format.ts';
import { attainedInWords, storyOf } from '../report/story.ts';
import type { Told } from './protocol.ts';

/** Least bonus that is told, in dollars. */
const LEAST_USD = 0.5;
/** Least part of selling time that is told as lost. */
const LEAST_SHARE = 0.005;

/**
 * One run as steps: what happens in each month and its figures, then years and the sum. Months without any
 * event are told too, so that reported and true numbers can be followed.
 */
export function stepsOf(run: Replay): Told['steps'] {
  const story = new Map(storyOf(run).map(({ when, sentences }) => [when, sentences.join(' ')]));
  const hasBonus = run.months.some(({ bonusUsd }) => bonusUsd >= LEAST_USD);
  const months = run.months.map((month) => {
    const when = `Month ${month.month}`;
    const events = story.get(when) ?? '';
    story.delete(when);
    return { when, text: events, figures: figuresOf(month, hasBonus) };
  });
  return [...months, ...[...story].map(([when, text]) => ({ when, text }))];
}

/** @param hasBonus whether a bonus is paid in marketing in any month */
function figuresOf({ metrics, bonusUsd, hollowBonusUsd }: ReplayMonth, hasBonus: boolean): string {
  const of = (id: string) => metrics[id]?.reported ?? 0;
  const wasted = of('selling-time-wasted');
  const parts = [
    counted(metrics.visitors, 'visits reported', 'real'),
    counted(metrics.leads, 'leads', 'real'),
    counted(metrics.sqls, 'passed to sales as qualified', 'without gaming'),
    `${formatUsd(of('bookings'))} booked, ${attainedInWords(of('quota-attainment'))} of quota`,
    wasted < LEAST_SHARE ? '' : `${formatValue(wasted, 'share')} of selling time lost to bad leads`,
    bonusUsd < LEAST_USD
      ? hasBonus
        ? 'no bonus in marketing'
        : ''
      : `bonus in marketing ${formatUsd(bonusUsd)}` +
        (hollowBonusUsd < LEAST_USD ? '' : `, ${formatUsd(hollowBonusUsd)} of it for hollow numbers`),
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

/** `5,188 visits reported, 3,204 of them real`; one number if they are equal, and nothing without any. */
function counted(metric: ReplayMonth['metrics'][string] | undefined, what: string, truly: string): string {
  const { reported = 0, true: truth = reported } = metric ?? {};
  if (reported < 0.5) return '';
  const words = (value: number) => Math.round(value).toLocaleString('en-US');
  return words(truth) === words(reported)
    ? `${words(reported)} ${what}`
    : `${words(reported)} ${what}, ${words(truth)} of them ${truly}`;
}
