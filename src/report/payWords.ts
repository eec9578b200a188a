import type { MetricDefinition } from '../model/metric.ts';
import {
  type Commission,
  MONTHS_IN,
  type Payout,
  type PersonPlan,
  type PlanComponent,
} from '../model/plan.ts';
import { tiersOf } from '../plans/commissionCurve.ts';
import { titleOf } from './format.ts';
import { centsUsd, exactCents, exactShare, exactUsd, exactValue } from './terms.ts';

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
      `${bonus > 0 ? ` and ${exactUsd(bonus)} of bonus on target` : ''}.`,
  ];
  for (const component of pay.components ?? [])
    sentences.push(
      isContest(component.metric)
        ? `${centsUsd(bonus * (component.weightShare ?? 0))} to the one with the most ` +
            `${titleOf(component.metric).toLowerCase()}.`
        : componentInWords(component, bonus, catalogue),
    );
  for (const { chanceShare, components } of pay.drawn ?? [])
    for (const component of components)
      sentences.push(
        `By lot, with a chance of ${exactShare(chanceShare)}: ${componentInWords(component, bonus, catalogue)}`,
      );
  if (pay.bonusCapUsd !== undefined)
    sentences.push(`At most ${exactUsd(pay.bonusCapUsd)} for all of these together.`);
  if (pay.commission !== undefined) sentences.push(...commissionInWords(pay.commission));
  const { perMeetingUsd, perOpportunityUsd } = pay.meetings ?? {};
  if (perMeetingUsd !== undefined) sentences.push(`${exactUsd(perMeetingUsd)} for every meeting arranged.`);
  if (perOpportunityUsd !== undefined)
    sentences.push(`${exactUsd(perOpportunityUsd)} for every opportunity that comes of one.`);
  if (pay.deferral !== undefined)
    sentences.push(
      `${exactShare(pay.deferral.share)} of every bonus is paid ${pay.deferral.months} months later, to those ` +
        'still there.',
    );
  if (pay.clawback !== undefined)
    sentences.push(
      `After discovery ${exactShare(pay.clawback.share)} of what hollow numbers earned in the last ` +
        `${pay.clawback.months} months is paid back.`,
    );
  const hasVariablePay = [pay.components?.[0], pay.drawn, pay.commission, pay.meetings].some(
    (part) => part !== undefined,
  );
  if (bonus === 0 && !hasVariablePay) sentences.push('No variable pay.');
  return sentences;
}

/** The terms of a commission: rates, threshold, cap, and what is paid besides. */
function commissionInWords(commission: Commission): string[] {
  const { otherLineCreditShare, churnClawbackShare, perActivityUsd, forecastMenu, capUsd } = commission;
  const sentences = [`${ratesInWords(commission)}${thresholdInWords(commission)}.`];
  if (capUsd !== undefined) sentences.push(`At most ${exactUsd(capUsd)} of commission a month.`);
  if (commission.ownDealExtraShare !== undefined)
    sentences.push(
      `${exactShare(commission.ownDealExtraShare)} more on deals that sellers found themselves.`,
    );
  if (otherLineCreditShare !== undefined)
    sentences.push(`A dollar of the other product line counts as ${exactCents(otherLineCreditShare)}.`);
  if (churnClawbackShare !== undefined)
    sentences.push(
      `${exactShare(churnClawbackShare)} of it is paid back when the customer leaves at the end of the first ` +
        'contract.',
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

function componentInWords(
  component: PlanComponent,
  bonusUsd: number,
  catalogue: readonly MetricDefinition[],
): string {
  const metric = catalogue.find((candidate) => candidate.id === component.metric);
  const title = (metric?.title ?? titleOf(component.metric)).toLowerCase();
  const unit = metric?.unit ?? '';
  const gates = (component.gates ?? []).map((gate) => {
    const gated = catalogue.find((candidate) => candidate.id === gate.metric);
    return (
      `, only if ${(gated?.title ?? gate.metric).toLowerCase()} is ` +
      `${gated?.direction === 'lower' ? 'at most' : 'at least'} ${exactValue(gate.level, gated?.unit ?? '')}`
    );
  });
  const { payout, period, target = 0, weightShare = 0 } = component;
  if (typeof payout === 'object' && 'perUnitUsd' in payout) {
    const rate =
      unit === 'USD'
        ? `${exactCents(payout.perUnitUsd)} for each dollar`
        : `${exactUsd(payout.perUnitUsd)} for each unit`;
    return `Every ${period}: ${rate} of ${title}${gates.join('')}.`;
  }
  const usd = centsUsd((bonusUsd * weightShare * MONTHS_IN[period]) / 12);
  return (
    `Every ${period}: ${usd} for ${title} on a target of ${exactValue(target, unit)}, ` +
    `${payoutInWords(payout)}${gates.join('')}.`
  );
}

function payoutInWords(payout: Exclude<Payout, { perUnitUsd: number }>): string {
  if (payout === 'cliff') return 'all or nothing';
  if (payout === 'linear') return 'in proportion';
  if ('points' in payout)
    return `on a curve: ${payout.points
      .map(([at, value]) => `${exactShare(value)} of it at ${exactShare(at)} of target`)
      .join(', ')}`;
  const from = payout.thresholdShare === undefined ? '' : ` from ${exactShare(payout.thresholdShare)}`;
  const cap = payout.capShare === undefined ? '' : `, capped at ${exactShare(payout.capShare)}`;
  return `in proportion${from}${cap}`;
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
