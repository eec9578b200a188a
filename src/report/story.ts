import type { Replay, ReplayMonth } from '../experiments/result/replay.ts';
import { formatUsd, formatValue } from './format.ts';
import { capital, joined } from './words.ts';

/** What happened in one month, or over all of them. */
export interface Happening {
  /** `Month 3`, or `In all`. */
  readonly when: string;
  readonly sentences: readonly string[];
}

/** Reported metrics of which a part can be hollow, and how that is said. */
const HOLLOW: readonly (readonly [id: string, says: (share: string) => string])[] = [
  ['visitors', (share) => `${share} of visits are bought`],
  ['leads', (share) => `${share} of leads are made up`],
  ['sqls', (share) => `${share} of leads passed to sales are there only because of gaming`],
];
/** Least share worth telling, and least change that is told again. */
const WORTH_TELLING = 0.05;
const CHANGE = 0.15;
/** Months over which a share is averaged, so that the chance of one month is no news. */
const SPAN = 3;
const MONTHS_PER_YEAR = 12;

/**
 * One run as a story: what people do, and what it does to sales, where it begins and wherever it changes;
 * what happens to people; the best and the worst month; and the sum.
 */
export function storyOf({ months, outcomes }: Replay): Happening[] {
  const told = new Map<string, number>();
  const [best, worst] = [Math.max, Math.min].map((pick) => {
    const levels = months.map(attainmentOf);
    return months.length < 3 ? -1 : levels.indexOf(pick(...levels));
  });
  const list = months.flatMap((month, m): Happening[] => {
    const sentences = [...changes(months.slice(m, m + SPAN), told), ...month.events.map(eventSentence)];
    if (m === worst) sentences.push(`The worst month: ${bookedIn(month)}.`);
    if (m === best && best !== worst) sentences.push(`The best month: ${bookedIn(month)}.`);
    return sentences.length === 0 ? [] : [{ when: `Month ${month.month}`, sentences }];
  });
  return [...list, ...yearsOf(months), { when: 'In all', sentences: sumOf(months, outcomes) }];
}

/** Bookings of each year, if there are two or more. */
function yearsOf(months: readonly ReplayMonth[]): Happening[] {
  const count = Math.floor(months.length / MONTHS_PER_YEAR);
  if (count < 2) return [];
  return Array.from({ length: count }, (_, y): Happening => {
    const year = months.slice(y * MONTHS_PER_YEAR, (y + 1) * MONTHS_PER_YEAR);
    const booked = year.reduce((sum, { metrics }) => sum + (metrics.bookings?.reported ?? 0), 0);
    const reached = year.filter((month) => attainmentOf(month) >= 1).length;
    return {
      when: `Year ${y + 1}`,
      sentences: [`${formatUsd(booked)} booked; the team reaches its quota in ${reached} of 12 months.`],
    };
  });
}

function attainmentOf({ metrics }: ReplayMonth): number {
  return metrics['quota-attainment']?.reported ?? 0;
}

function bookedIn(month: ReplayMonth): string {
  const usd = formatUsd(month.metrics.bookings?.reported ?? 0);
  return `${usd} booked, ${attainedInWords(attainmentOf(month))} of the team’s quota`;
}

/** An attainment; what misses the goal is not rounded up to it. */
export function attainedInWords(share: number): string {
  const words = formatValue(share, 'share');
  return share < 1 && words === '100%' ? 'just below 100%' : words;
}

/** Hollow shares and wasted time, on average over some months, that are new or differ from the last told. */
function changes(span: readonly ReplayMonth[], told: Map<string, number>): string[] {
  const isNews = (id: string, share: number) => {
    const last = told.get(id);
    const isNew = last === undefined ? share >= WORTH_TELLING : Math.abs(share - last) >= CHANGE;
    if (isNew) told.set(id, share);
    return isNew;
  };
  const sum = (of: (month: ReplayMonth) => number) => span.reduce((total, month) => total + of(month), 0);
  const hollow = HOLLOW.flatMap(([id, says]) => {
    const reported = sum(({ metrics }) => metrics[id]?.reported ?? 0);
    const truth = sum(({ metrics }) => metrics[id]?.true ?? 0);
    const share = reported > 0 ? Math.max(0, (reported - truth) / reported) : 0;
    return isNews(id, share) ? [says(formatValue(share, 'share'))] : [];
  });
  const wasted = sum(({ metrics }) => metrics['selling-time-wasted']?.reported ?? 0) / span.length;
  const [first] = span;
  const when = span.length < 2 ? '' : `In months ${first.month} to ${first.month + span.length - 1}, `;
  return [
    ...(hollow.length === 0 ? [] : [`${capital(`${when}${joined(hollow)}`)}.`]),
    ...(isNews('wasted', wasted)
      ? [`${capital(`${when}sales loses ${formatValue(wasted, 'share')} of its hours to bad leads`)}.`]
      : []),
  ];
}

function eventSentence(event: string): string {
  return `${capital(event)}.`;
}

function sumOf(months: readonly ReplayMonth[], outcomes: Replay['outcomes']): string[] {
  const reached = months.filter((month) => attainmentOf(month) >= 1).length;
  const sum = (of: (month: ReplayMonth) => number) => months.reduce((total, month) => total + of(month), 0);
  const bonus = sum(({ bonusUsd }) => bonusUsd);
  const hollow = sum(({ hollowBonusUsd }) => hollowBonusUsd);
  const { revenueUsd, profitUsd } = outcomes;
  return [
    `The team reaches its quota in ${reached} of ${months.length} months.`,
    ...(revenueUsd === undefined || profitUsd === undefined
      ? []
      : [`New business ${formatUsd(revenueUsd)}; profit, renewals included, ${formatUsd(profitUsd)}.`]),
    ...(bonus < 0.5
      ? []
      : [
          `Marketing’s bonus: ${formatUsd(bonus)}` +
            `${hollow < 0.5 ? '' : `, ${formatUsd(hollow)} of it for hollow numbers`}.`,
        ]),
  ];
}

/** Which run it is, and whether it is typical. */
export function whichRun({ replicate, typicalOf }: Replay): string {
  return typicalOf === undefined
    ? `Run ${replicate}, chosen by its number: it need not be typical.`
    : `A typical run: of ${typicalOf}, number ${replicate} lies nearest to the medians of revenue, profit, quota ` +
        `attainment, selling time and bonus.`;
}
