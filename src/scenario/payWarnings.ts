import { MONTHS_IN, type PersonPlan } from '../model/plan.ts';
import { commissionCurve } from '../plans/commissionCurve.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { headcount, quotaOf } from '../worlds/revenue/compile/headcount.ts';
import { roleOf } from '../worlds/revenue/compile/roles.ts';
import type { PersonValues, RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { asPercent } from '../worlds/revenue/statement/asPercent.ts';
import type { RevenueArm } from './scenario.ts';

/** Text of a scalar as it was written; undefined if it was not written as one. */
export type TextAt = (path: readonly (string | number)[]) => string | undefined;

/** Three digits after a point: three decimals, or thousands. */
const THOUSANDS = /^[1-9]\d{0,2}\.\d{3}$/;
/** Money of a person's pay that is counted by the year. */
const YEARLY = ['baseUsdPerYear', 'bonusUsdPerYear', 'capUsdPerYear'] as const;
/** Pay of a year that nobody is paid less than, in dollars. */
const LEAST_PAY = 1000;

/** What a reader of a plan should know before it is paid. */
export function payWarnings(arms: readonly RevenueArm[], textAt: TextAt): string[] {
  const warnings = new Set<string>();
  for (const arm of arms) {
    const { horizonMonths } = arm.world;
    const { later } = arm;
    const first = { name: arm.plan, pay: arm.pay, months: (later?.fromMonth ?? horizonMonths + 1) - 1 };
    const second =
      later === undefined
        ? []
        : [{ name: later.plan, pay: later.pay, months: horizonMonths + 1 - later.fromMonth }];
    for (const { name, pay, months } of [first, ...second]) {
      for (const text of leftOut(arm.world, pay)) warnings.add(`Plan ${name}: ${text}`);
      for (const [person, plan] of Object.entries(pay)) {
        const values = arm.world.people.find((each) => each.name === person);
        for (const text of [
          ...stubs(`${name}: ${person}`, plan, months, months === horizonMonths ? undefined : arm.name),
          ...(values === undefined ? [] : ofPerson(arm.world, name, plan, values, textAt)),
        ])
          warnings.add(`Plan ${text}`);
      }
    }
  }
  return [...warnings];
}

/** People of whom a plan says nothing although it names others in their job. */
function leftOut(world: RevenueWorld, pay: Readonly<Record<string, PersonPlan>>): string[] {
  const isNamed = ({ name }: PersonValues) => Object.hasOwn(pay, name);
  return world.people
    .filter((person) => !isNamed(person) && headcount(world, person) > 0)
    .flatMap((person) => {
      const named = world.people.filter((other) => other.role === person.role && isNamed(other));
      if (named.length === 0) return [];
      const dollars = `$${person.baseUsdPerYear.toLocaleString('en-US')}`;
      const rate =
        person.commissionShare > 0
          ? ` and ${+(100 * person.commissionShare).toPrecision(6)}% commission`
          : '';
      return [
        `it pays ${named.map(({ name }) => name).join(', ')} but not ${person.name}, who hold the same job and ` +
          `stay on default pay: ${headcount(world, person)} at ${dollars}${rate}. To run without them: ` +
          `people: { ${person.name}: null }.`,
      ];
    });
}

/** Metrics of which there is nothing in a company. */
function absentIn({ lines, inside }: RevenueWorld): Readonly<Record<string, string>> {
  const absent: Record<string, string> = {};
  if (lines.otherShare === 0) absent['other-line-bookings'] = 'lines.otherShare is 0';
  if (inside.reps === 0)
    for (const metric of ['meetings', 'meeting-opportunities']) absent[metric] = 'inside.reps is 0';
  return absent;
}

function ofPerson(
  world: RevenueWorld,
  name: string,
  plan: PersonPlan,
  person: PersonValues,
  textAt: TextAt,
): string[] {
  const warnings: string[] = [];
  if (headcount(world, person) === 0)
    warnings.push(`${name} pays ${person.name}, but there are no such positions (sales.reps, inside.reps).`);
  const absent = absentIn(world);
  const { otherLineCreditShare } = plan.commission ?? {};
  const metrics = (plan.components ?? []).map(({ metric }) => metric);
  if (otherLineCreditShare !== undefined) metrics.push('other-line-bookings');
  for (const metric of new Set(metrics))
    if (Object.hasOwn(absent, metric))
      warnings.push(
        `${name}: ${person.name} is paid on ${metric}, of which there is none: ${absent[metric]}.`,
      );
  const jump = largestJump(world, plan, person);
  if (jump !== undefined)
    warnings.push(
      `${name}: ${person.name}'s commission rises by $${Math.round(jump.usd).toLocaleString('en-US')} at ` +
        `once at ${Number((100 * jump.share).toFixed(2))}% of quota.`,
    );
  const at = ['plans', name, person.name];
  for (const key of YEARLY)
    if (isThousands(textAt([...at, key])) && plan[key]! < LEAST_PAY)
      warnings.push(`${name}: ${[person.name, key].join('.')} is read as ${plan[key]} dollars.`);
  for (const [i, { metric, target, period }] of (plan.components ?? []).entries()) {
    const percent = target === undefined ? undefined : asPercent(metric, target);
    if (percent !== undefined)
      warnings.push(`${name}: ${person.name}'s target of ${metric} is read as ${percent}.`);
    const usual = usualOf(world, metric);
    if (
      target === undefined ||
      usual === undefined ||
      !isThousands(textAt([...at, 'components', i, 'target']))
    )
      continue;
    const expected = usual * MONTHS_IN[period];
    if (Math.abs(Math.log((1000 * target) / expected)) < Math.abs(Math.log(target / expected)))
      warnings.push(
        `${name}: ${person.name}'s target of ${metric} is read as ${target}, not ${1000 * target}; a ` +
          `${period} brings about ${Math.round(expected).toLocaleString('en-US')}.`,
      );
  }
  return warnings;
}

function isThousands(text: string | undefined): boolean {
  return text !== undefined && THOUSANDS.test(text);
}

/** About what a month brings of a metric in dollars or leads; undefined for others. */
function usualOf({ sales, channels }: RevenueWorld, metric: string): number | undefined {
  const unit = METRICS.find(({ id }) => id === metric)?.unit;
  const sum = (of: (channel: RevenueWorld['channels'][number]) => number) =>
    channels.reduce((total, channel) => total + of(channel), 0);
  if (unit === 'USD') return sales.quotaUsdPerMonth * sales.reps;
  if (unit === 'visits') return sum(({ visitsPerMonth }) => visitsPerMonth);
  if (unit === 'leads')
    return sum(({ visitsPerMonth, leadsPerVisitShare }) => visitsPerMonth * leadsPerVisitShare);
  return undefined;
}

/** The largest jump of a commission at a tier that lifts every dollar; undefined if there is none. */
function largestJump(
  world: RevenueWorld,
  { commission }: PersonPlan,
  person: PersonValues,
): { readonly usd: number; readonly share: number } | undefined {
  if (commission?.tiers?.some(({ reach }) => reach === 'allDollars') !== true) return undefined;
  const quotaUsd = quotaOf(world, roleOf(person).mind, person) * MONTHS_IN[commission.period ?? 'month'];
  const { knots, jumps } = commissionCurve(commission, quotaUsd);
  let at = -1;
  for (let i = 0; i < jumps.length; i++) if (jumps[i] > (at < 0 ? 0.005 : jumps[at])) at = i;
  return at < 0 ? undefined : { usd: jumps[at], share: knots[at] / quotaUsd };
}

/** Periods that are not whole under a plan. */
function stubs(whose: string, plan: PersonPlan, months: number, arm: string | undefined): string[] {
  return windowsOf(plan).flatMap(({ what, period, months: length }) => {
    const rest = months % length;
    if (rest === 0) return [];
    const when = arm === undefined ? '' : `, in arm ${arm} for ${months} months`;
    const last = rest === 1 ? 'month is' : `${rest} months are`;
    return [`${whose}'s ${what} is paid by the ${period}${when}. The last ${last} paid pro rata.`];
  });
}

/** What a person's pay is measured over: components and the commission, with the longest window of each. */
export function windowsOf({ components = [], commission }: PersonPlan): {
  readonly what: string;
  readonly period: string;
  readonly months: number;
}[] {
  const windows = components.map(({ metric, period, measured }) => ({ what: metric, period, measured }));
  if (commission !== undefined) {
    const { period = 'month', measured, capUsdPerYear } = commission;
    const isYearly = capUsdPerYear !== undefined;
    windows.push({ what: 'commission', period, measured: isYearly ? 'yearToDate' : measured });
  }
  return windows.map(({ what, period, measured = 'period' }) => {
    const ofYear = measured !== 'period';
    return { what, period: ofYear ? 'year' : period, months: ofYear ? 12 : MONTHS_IN[period] };
  });
}
