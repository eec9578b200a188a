import type { MetricDefinition } from '../model/metric.ts';
import type { Commission, Draw, Eligibility, PersonPlan } from '../model/plan.ts';
import { tiersOf } from '../plans/commissionCurve.ts';
import { componentInWords, gatesInWords, multiplierInWords } from './componentWords.ts';
import { titleOf } from './format.ts';
import { judgedInWords } from './judgedWords.ts';
import { centsUsd, exactCents, exactShare, exactUsd } from './terms.ts';

/** A person's pay in sentences; contract terms are repeated as written. */
export function personInWords(
  person: string,
  pay: PersonPlan,
  catalogue: readonly MetricDefinition[],
  isContest: (metric: string) => boolean,
): string[] {
  const bonus = pay.bonusUsdPerYear ?? 0;
  const sentences = [
    `${person}: ${exactUsd(pay.baseUsdPerYear)} salary a year` +
      `${bonus > 0 ? ` and a target bonus of ${exactUsd(bonus)}` : ''}.`,
  ];
  for (const component of pay.components ?? [])
    sentences.push(
      isContest(component.metric)
        ? `${centsUsd(bonus * (component.weightShare ?? 0))} to the one with the most ` +
            `${titleOf(component.metric).toLowerCase()}.`
        : componentInWords(component, bonus, catalogue),
    );
  if (pay.judged !== undefined) sentences.push(...judgedInWords(pay.judged, catalogue));
  for (const { chanceShare, components } of pay.drawn ?? [])
    for (const component of components)
      sentences.push(
        `By lot, with a chance of ${exactShare(chanceShare)}: ${componentInWords(component, bonus, catalogue)}`,
      );
  if (pay.bonusCapUsd !== undefined)
    sentences.push(`At most ${exactUsd(pay.bonusCapUsd)} for all of these together.`);
  if (pay.commission !== undefined)
    sentences.push(...commissionInWords(pay.commission, pay.deferral !== undefined, catalogue));
  const { perMeetingUsd, perOpportunityUsd } = pay.meetings ?? {};
  if (perMeetingUsd !== undefined) sentences.push(`${exactUsd(perMeetingUsd)} for every meeting arranged.`);
  if (perOpportunityUsd !== undefined)
    sentences.push(`${exactUsd(perOpportunityUsd)} for every opportunity that comes of one.`);
  if (pay.multiplier !== undefined)
    sentences.push(`All variable pay${multiplierInWords(pay.multiplier, catalogue)}.`);
  if (pay.capUsdPerYear !== undefined)
    sentences.push(`At most ${exactUsd(pay.capUsdPerYear)} of variable pay a year.`);
  if (pay.guarantee !== undefined)
    sentences.push(
      `At least ${exactUsd(pay.guarantee.usdPerMonth)} of variable pay a month in the first ` +
        `${pay.guarantee.months} months in the job.`,
    );
  if (pay.eligibility !== undefined) sentences.push(...eligibilityInWords(pay.eligibility));
  if (pay.deferral !== undefined)
    sentences.push(
      `${exactShare(pay.deferral.share)} of ` +
        `${pay.deferral.of === 'commission' ? 'commission is held back for' : 'all variable pay is deferred by'} ` +
        `${pay.deferral.months} months and forfeited by those who leave before.`,
    );
  if (pay.clawback !== undefined)
    sentences.push(
      `Clawback: once gaming is discovered, ${exactShare(pay.clawback.share)} of the bonus it earned in the last ` +
        `${pay.clawback.months} months.`,
    );
  const hasVariablePay = [pay.components?.[0], pay.drawn, pay.commission, pay.meetings].some(
    (part) => part !== undefined,
  );
  if (bonus === 0 && !hasVariablePay) sentences.push('No variable pay.');
  return sentences;
}

const JOINERS = {
  proRata: 'Joiners are paid components pro rata.',
  whole: 'Joiners are paid the whole of their first period, on its whole target.',
  nextPeriod: 'Joiners are eligible from their first whole period on.',
} as const;

function eligibilityInWords({ leavers, joiners }: Eligibility): string[] {
  const leaving = {
    proRata: 'Leavers are paid pro rata for an unfinished period, even if dismissed.',
    forfeit: 'Only those in the job on the pay day are eligible: leavers forfeit an unfinished period.',
  };
  return [
    ...(leavers === undefined ? [] : [leaving[leavers]]),
    ...(joiners === undefined ? [] : [JOINERS[joiners]]),
  ];
}

/** The terms of a commission: rates, threshold, cap, and what is paid besides. */
function commissionInWords(
  commission: Commission,
  isDeferred: boolean,
  catalogue: readonly MetricDefinition[],
): string[] {
  const { otherLineCreditShare, churnClawbackShare, perActivityUsd, forecastMenu, capUsd } = commission;
  const { period = 'month', measured, capUsdPerYear, creditShare, windfall, draw } = commission;
  const often = period === 'month' ? '' : `, paid every ${period}`;
  const conditions =
    gatesInWords(commission.gates, catalogue) + multiplierInWords(commission.multiplier, catalogue);
  const sentences = [`${ratesInWords(commission)}${thresholdInWords(commission)}${often}${conditions}.`];
  if (measured !== undefined && measured !== 'period')
    sentences.push(
      `Calculated year to date every ${period}, against the ` +
        `${measured === 'yearToDate' ? 'year-to-date' : 'annual'} quota, less commission already paid.`,
    );
  if (creditShare !== undefined)
    sentences.push(
      `${exactShare(creditShare)} of each booking is credited toward commission and quota` +
        `${creditShare > 0 && creditShare !== 1 ? `: bookings of ${exactShare(1 / creditShare)} of quota count as 100%` : ''}.`,
    );
  if (windfall !== undefined)
    sentences.push(
      `Windfall clause: a deal above ${exactUsd(windfall.aboveUsd)} is credited at ${exactUsd(windfall.creditUsd)}.`,
    );
  if (capUsd !== undefined) sentences.push(`At most ${exactUsd(capUsd)} of commission a ${period}.`);
  if (capUsdPerYear !== undefined) sentences.push(`At most ${exactUsd(capUsdPerYear)} of commission a year.`);
  if (draw !== undefined) sentences.push(...drawInWords(draw, period, isDeferred));
  if (commission.ownDealExtraShare !== undefined)
    sentences.push(
      `${exactShare(commission.ownDealExtraShare)} more on deals that sellers found themselves.`,
    );
  if (otherLineCreditShare !== undefined)
    sentences.push(`A dollar of the other product line counts as ${exactCents(otherLineCreditShare)}.`);
  if (churnClawbackShare !== undefined)
    sentences.push(
      `${exactShare(churnClawbackShare)} of the commission on a deal, at its plain rate, is paid back when the ` +
        'customer leaves at the end of the first contract.',
    );
  if (perActivityUsd !== undefined)
    sentences.push(`${exactUsd(perActivityUsd)} for every entry in the log of activities.`);
  if (forecastMenu !== undefined)
    sentences.push(
      `Every month each rep forecasts: ${exactShare(forecastMenu.forecastRateShare)} of the forecast, ` +
        `${exactShare(forecastMenu.aboveRateShare)} of what comes above it, less ` +
        `${exactShare(forecastMenu.shortfallRateShare)} of what falls short.`,
    );
  return sentences;
}

function drawInWords(
  { usdPerPeriod, recoverable, periods, owedOnLeaving }: Draw,
  period: string,
  isDeferred: boolean,
): string[] {
  const first = periods === undefined ? '' : ` for the first ${periods} ${period}s`;
  const draw = `draw of ${exactUsd(usdPerPeriod)} a ${period}${first}`;
  const against = isDeferred ? ['The draw is set against the commission that is paid at once.'] : [];
  if (!recoverable) return [`Non-recoverable ${draw}.`, ...against];
  return [
    `Recoverable ${draw}; advances are recovered from later commission above the draw` +
      `${periods === undefined ? '' : ', and after it ends from all commission'}.`,
    ...against,
    `A leaver's unrecovered balance is ${owedOnLeaving === true ? 'repaid' : 'forgiven'}.`,
  ];
}

function ratesInWords(commission: Commission): string {
  const [first, ...others] = tiersOf(commission);
  const start = `Commission of ${exactShare(first.rateShare)} of bookings`;
  return [
    start,
    ...others.map(({ fromShare, rateShare, reach }) => {
      const level = fromShare === 1 ? 'quota' : `${exactShare(fromShare)} of quota`;
      return reach === 'allDollars'
        ? `${exactShare(rateShare)} on every dollar once ${level} is reached`
        : `${exactShare(rateShare)} above ${level}`;
    }),
  ].join(', ');
}

function thresholdInWords({ thresholdShare = 0, thresholdOn }: Commission): string {
  if (!(thresholdShare > 0)) return '';
  return (
    `; nothing below ${exactShare(thresholdShare)} of quota; once that is reached, ` +
    `${thresholdOn === 'excess' ? 'only dollars above it earn commission' : 'every dollar earns commission, from the first'}`
  );
}

/**
 * The sellers' pay for a dollar booked, if it depends on earlier bookings under a plan of a resolved
 * scenario; undefined if it does not.
 */
export function payOfADollar(resolved: Readonly<Record<string, unknown>>, plan: string): string | undefined {
  const people = ((resolved.plans ?? {}) as Record<string, Record<string, PersonPlan>>)[plan] ?? {};
  const commission = Object.values(people).find((pay) => pay.commission !== undefined)?.commission;
  if (commission === undefined) return undefined;
  const tiers = tiersOf(commission);
  const { thresholdShare = 0, thresholdOn } = commission;
  if (thresholdShare > 0)
    return (
      `a dollar booked pays nothing below ${exactShare(thresholdShare)} of quota` +
      `${thresholdOn === 'excess' ? '' : `, where everything booked is paid at once at ${exactCents(tiers[0].rateShare)}`}`
    );
  if (tiers.every(({ rateShare }) => rateShare === tiers[0].rateShare)) return undefined;
  const level = (share: number) => (share === 1 ? 'quota' : `${exactShare(share)} of quota`);
  const [, second] = tiers;
  return tiers.length === 2 && second.reach !== 'allDollars'
    ? `a dollar booked pays ${exactCents(tiers[0].rateShare)} up to ${level(second.fromShare)} and ` +
        `${exactCents(second.rateShare)} beyond it`
    : 'the rate of commission depends on the tier of quota that is reached';
}
