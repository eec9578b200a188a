import { ownValue } from '../core/ownValue.ts';
import type { ArmResult } from '../experiments/result/bundle.ts';
import type { MetricDefinition } from '../model/metric.ts';
import type { Payout, PersonPlan, PlanComponent } from '../model/plan.ts';
import { componentCurve } from '../plans/componentCurve.ts';
import { payoutAt } from '../plans/payoutCurve.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { formatUsd, formatValue, titleOf } from './format.ts';

/** Describes every plan of a resolved scenario. */
export function planInWords(
  resolved: Readonly<Record<string, unknown>>,
): { plan: string; sentences: string[] }[] {
  const plans = (resolved.plans ?? {}) as Record<string, Record<string, PersonPlan>>;
  // Textbook worlds have metrics of their own; a catalogue metric of the same name is a different one.
  const catalogue = resolved.world === 'textbook' ? [] : METRICS;
  const metrics = (resolved.world === 'textbook' ? resolved.metrics : {}) as Record<
    string,
    { scope?: string }
  >;
  const isContest = (metric: string) => ownValue(metrics, metric)?.scope === 'best-of';
  return Object.entries(plans).map(([plan, people]) => ({
    plan,
    sentences: Object.entries(people).flatMap(([person, pay]) =>
      personInWords(person, pay, catalogue, isContest),
    ),
  }));
}

/** Describes the change of plan in an arm; empty if there is none. */
function planChange({ plan, later }: ArmResult): string {
  if (later === undefined) return '';
  return (
    `Paid by ${titleOf(plan).toLowerCase()}, from month ${later.fromMonth} by ` +
    `${titleOf(later.plan).toLowerCase()}.`
  );
}

/** Describes the arrangement chosen by an owner of marketing and sales; empty without such an owner. */
function arrangementInWords({ arrangement, outcomes }: ArmResult): string {
  if (arrangement === undefined) return '';
  const { sqlBar: bar, usualSqlBar: usual, gainUsd } = arrangement;
  const seen = {
    label: 'sellers see the label only',
    score: 'sellers see scores',
    readiness: 'sellers see who is ready',
  };
  const shown =
    seen[arrangement.leadVisibility as keyof typeof seen] ?? 'sellers see of a lead what they saw before';
  const first =
    arrangement.followUpOrder === 'leads-first'
      ? 'leads come before open deals'
      : 'open deals come before leads';
  const passed = formatValue(outcomes.sqlsCount.mean / outcomes.leadsCount.mean, 'share');
  const reason =
    gainUsd > 0
      ? ` To the owner that is worth ${formatUsd(gainUsd)} a year more, in pay less what earning it ` +
        'takes, than leaving all as it was.'
      : ' Nothing that was tried pays the owner more.';
  return (
    `The owner passes ${passed} of leads, those from a score of ${bar.toFixed(2)}` +
    `${usual === bar ? ', as two departments would' : ` where two departments pass them from ${usual.toFixed(2)}`}; ` +
    `${shown}; ${first}.${reason}`
  );
}

/** Description of an arm in addition to its name; may be empty. */
export function armInWords(arm: ArmResult): string {
  return [planChange(arm), arm.about ?? '', arrangementInWords(arm)].filter((text) => text !== '').join(' ');
}

/**
 * The sellers' pay for a dollar booked, if it depends on earlier bookings under a plan of a resolved
 * scenario; undefined if it does not.
 */
export function payOfADollar(resolved: Readonly<Record<string, unknown>>, plan: string): string | undefined {
  const people = ((resolved.plans ?? {}) as Record<string, Record<string, PersonPlan>>)[plan] ?? {};
  const commission = Object.values(people).find((pay) => pay.commission !== undefined)?.commission;
  if (commission === undefined) return undefined;
  const { rateShare, aboveQuotaRateShare: above = rateShare, thresholdShare: threshold = 0 } = commission;
  const cents = (share: number) => `${Number((100 * share).toFixed(2))} cents`;
  if (threshold > 0)
    return (
      `a dollar booked pays nothing below ${formatValue(threshold, 'share')} of quota, where ` +
      `everything booked is paid at once at ${cents(rateShare)}`
    );
  return above === rateShare
    ? undefined
    : `a dollar booked pays ${cents(rateShare)} up to quota and ${cents(above)} beyond it`;
}

function personInWords(
  person: string,
  pay: PersonPlan,
  catalogue: readonly MetricDefinition[],
  isContest: (metric: string) => boolean,
): string[] {
  const bonus = pay.bonusUsdPerYear ?? 0;
  const sentences = [
    `${person}: ${formatUsd(pay.baseUsdPerYear)} salary a year` +
      `${bonus > 0 ? ` and ${formatUsd(bonus)} of bonus on target` : ''}.`,
  ];
  for (const component of pay.components ?? [])
    sentences.push(
      isContest(component.metric)
        ? `${formatUsd(bonus * (component.weightShare ?? 0))} to the one with the most ` +
            `${titleOf(component.metric).toLowerCase()}.`
        : componentInWords(component, bonus, catalogue),
    );
  for (const { chanceShare, components } of pay.drawn ?? [])
    for (const component of components)
      sentences.push(
        `By lot, with a chance of ${formatValue(chanceShare, 'share')}: ` +
          `${componentInWords(component, bonus, catalogue)}`,
      );
  if (pay.bonusCapUsd !== undefined)
    sentences.push(`At most ${formatUsd(pay.bonusCapUsd)} for all of these together.`);
  if (pay.commission !== undefined) {
    const above = pay.commission.aboveQuotaRateShare;
    const menu = pay.commission.forecastMenu;
    sentences.push(
      `Commission of ${formatValue(pay.commission.rateShare, 'share')} of bookings` +
        `${above === undefined ? '' : `, ${formatValue(above, 'share')} above quota`}` +
        `${pay.commission.thresholdShare === undefined ? '' : `, from ${formatValue(pay.commission.thresholdShare, 'share')} of quota`}` +
        `${
          pay.commission.ownDealExtraShare === undefined
            ? ''
            : `, and ${formatValue(pay.commission.ownDealExtraShare, 'share')} more on deals that sellers found ` +
              'themselves'
        }.`,
    );
    const { otherLineCreditShare: credit, churnClawbackShare: back, perActivityUsd: entry } = pay.commission;
    if (credit !== undefined)
      sentences.push(
        `A dollar of the other product line counts as ${Number((100 * credit).toFixed(1))} cents.`,
      );
    if (back !== undefined)
      sentences.push(
        `${formatValue(back, 'share')} of it is paid back when the customer leaves at the end of ` +
          'the first contract.',
      );
    if (entry !== undefined) sentences.push(`${inDollars(entry)} for every entry in the log of activities.`);
    if (menu !== undefined)
      sentences.push(
        `Every month each rep forecasts: ${formatValue(menu.forecastRateShare, 'share')} of the ` +
          `forecast, ${formatValue(menu.aboveRateShare, 'share')} of what comes above it, less ` +
          `${formatValue(menu.shortfallRateShare, 'share')} of what falls short.`,
      );
  }
  const { perMeetingUsd, perOpportunityUsd } = pay.meetings ?? {};
  if (perMeetingUsd !== undefined) sentences.push(`${inDollars(perMeetingUsd)} for every meeting arranged.`);
  if (perOpportunityUsd !== undefined)
    sentences.push(`${inDollars(perOpportunityUsd)} for every opportunity that comes of one.`);
  if (pay.deferral !== undefined)
    sentences.push(
      `${formatValue(pay.deferral.share, 'share')} of every bonus is paid ${pay.deferral.months} ` +
        'months later, to those still there.',
    );
  if (pay.clawback !== undefined)
    sentences.push(
      `After discovery ${formatValue(pay.clawback.share, 'share')} of what hollow numbers earned ` +
        `in the last ${pay.clawback.months} months is paid back.`,
    );
  const hangs = [pay.components?.[0], pay.drawn, pay.commission, pay.meetings].some(
    (part) => part !== undefined,
  );
  if (bonus === 0 && !hangs) sentences.push('No bonus: nothing hangs on any number.');
  return sentences;
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
      `${gated?.direction === 'lower' ? 'at most' : 'at least'} ` +
      `${formatValue(gate.level, gated?.unit ?? '')}`
    );
  });
  if (typeof component.payout === 'object' && 'perUnitUsd' in component.payout) {
    return (
      `Every ${component.period}: ` +
      `${
        unit === 'USD'
          ? `${Number((component.payout.perUnitUsd * 100).toFixed(2))} cents for each dollar`
          : `$${Number(component.payout.perUnitUsd.toPrecision(4)).toLocaleString('en-US', { maximumFractionDigits: 4 })} ` +
            'for each unit'
      } ` +
      `of ${title}${gates.join('')}.`
    );
  }
  const target =
    unit === 'USD' || unit === 'share'
      ? formatValue(component.target ?? 0, unit)
      : (component.target ?? 0).toLocaleString('en-US');
  const usd = formatUsd(
    (bonusUsd * (component.weightShare ?? 0) * { month: 1, quarter: 3, year: 12 }[component.period]) / 12,
  );
  return (
    `Every ${component.period}: ${usd} for ${title} on a target of ${target}, ` +
    `${payoutInWords(component.payout)}${gates.join('')}.`
  );
}

/** Dollars and cents, as a plan states them. */
function inDollars(usd: number): string {
  return `$${usd.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
}

function payoutInWords(payout: Exclude<Payout, { perUnitUsd: number }>): string {
  if (payout === 'cliff') return 'all or nothing';
  if (payout === 'linear') return 'in proportion';
  if ('points' in payout)
    return (
      'on a curve through ' +
      `${payout.points.map(([at, value]) => `${Math.round(at * 100)}% → ${Math.round(value * 100)}%`).join(', ')}`
    );
  const from = payout.thresholdShare === undefined ? '' : ` from ${Math.round(payout.thresholdShare * 100)}%`;
  const cap = payout.capShare === undefined ? '' : `, capped at ${Math.round(payout.capShare * 100)}%`;
  return `in proportion${from}${cap}`;
}

/** Attainment levels in payout tables, as shares of the target. */
export const ATTAINMENTS = [0, 0.25, 0.5, 0.75, 0.8, 0.9, 1, 1.1, 1.2, 1.5] as const;

/**
 * Payout of each component at attainments from 0 to 150%, in dollars per period. If a lower metric is better,
 * attainment is mirrored at the target: 120% is a level of 80% of it.
 */
export function payoutTable(
  pay: PersonPlan,
  catalogue: readonly MetricDefinition[] = METRICS,
): { metric: string; period: string; usd: number[] }[] {
  return (pay.components ?? []).map((component) => {
    const lower = catalogue.find((metric) => metric.id === component.metric)?.direction === 'lower';
    const curve = componentCurve(component, pay.bonusUsdPerYear ?? 0, lower);
    const target = component.target ?? 0;
    return {
      metric: component.metric,
      period: component.period,
      usd: ATTAINMENTS.map((attainment) =>
        payoutAt(curve, lower ? (2 - attainment) * target : attainment * target),
      ),
    };
  });
}
