import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { Commission } from '../model/plan.ts';
import type { MindKind } from '../model/role.ts';
import { commissionCurve } from '../plans/commissionCurve.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { KEPT_APART } from '../worlds/revenue/catalogue/shorthands.ts';
import { checkJudged } from './checkJudged.ts';
import { checkPayouts } from './checkPayouts.ts';
import { checkTerms, metricsNamed } from './checkTerms.ts';
import type { Locate } from './places.ts';
import { type Reporter, reporter } from './reporter.ts';
import type { ScenarioFile } from './schema.ts';

type Path = readonly (string | number)[];
type PersonPlanFile = ScenarioFile['plans'][string][string];
type Named = { readonly name: string; readonly role: string };

/**
 * Checks one plan against the people of a scenario: names, kinds of pay, commissions, metrics, weights and
 * targets.
 */
export function checkPlan(
  planName: string,
  plan: ScenarioFile['plans'][string],
  people: readonly Named[],
  locate: Locate,
): Issue[] {
  const checks = reporter(locate);
  const names = people.map(({ name }) => name);
  for (const [name, pay] of Object.entries(plan)) {
    const path = ['plans', planName, name];
    const person = people.find((candidate) => candidate.name === name);
    if (person === undefined) {
      checks.report(path, {
        code: 'dangling-reference',
        got: showValue(name),
        expected: 'the name of a person or group under people',
        hint: hint(name, names),
      });
      continue;
    }
    checkKind(mindOf(person), pay, path, checks);
    checkCommission(pay, path, checks);
    checkTerms(pay, path, checks);
    checkScopes(mindOf(person), pay, path, checks);
    if (mindOf(person) === 'planner') checkJudged(pay, path, checks);
    checkMetrics(pay, path, people, checks);
    checks.issues.push(...checkPayouts(pay, path, locate));
  }
  return checks.issues;
}

function mindOf({ role }: Named): MindKind | undefined {
  return ROLES.find(({ id }) => id === role)?.mind;
}

/** Parts of a pay plan besides the base salary. */
type PayPart = Exclude<keyof PersonPlanFile, 'baseUsdPerYear'>;

/** Parts that nobody of a kind is paid by, and what to write instead. */
export const UNPAID: Readonly<Record<MindKind, Readonly<Partial<Record<PayPart, string>>>>> = {
  planner: { meetings: 'components: marketing arranges no meetings' },
  seller: {
    meetings: 'a commission, or components: account executives arrange no meetings',
    clawback:
      'churnClawbackShare in the commission: this clawback recovers bonuses on gamed marketing metrics',
  },
  caller: {
    clawback: 'pay without it: this clawback recovers bonuses on gamed marketing metrics',
  },
  judge: {
    meetings: 'a commission, or components: sales managers arrange no meetings',
    clawback: 'pay without it: this clawback recovers bonuses on gamed marketing metrics',
  },
};
/** The same for parts of a commission. */
export const UNPAID_COMMISSION: Readonly<Partial<Record<keyof Commission, string>>> = {
  churnClawbackShare: 'a component on renewal-rate: this clawback is of a seller’s own deals',
  forecastMenu: 'rates and tiers: only sellers state a forecast',
};
const TEXTBOOK_ONLY: Readonly<Partial<Record<PayPart, string>>> = {
  bonusCapUsd: 'a capShare for each component: a cap on the total is for textbook worlds',
  drawn: 'components: pay that is drawn by lot is for textbook worlds',
};

/** Checks that a person is paid by every part of the pay plan, so that no term is read and paid to nobody. */
function checkKind(mind: MindKind | undefined, pay: PersonPlanFile, path: Path, { report }: Reporter): void {
  if (mind === undefined) return;
  for (const part of Object.keys(pay) as (PayPart | 'baseUsdPerYear')[]) {
    if (part === 'baseUsdPerYear' || pay[part] === undefined) continue;
    const instead = TEXTBOOK_ONLY[part] ?? UNPAID[mind][part];
    if (instead !== undefined) report([...path, part], { code: 'inconsistent', expected: instead });
  }
  if (mind !== 'seller')
    for (const part of Object.keys(UNPAID_COMMISSION) as (keyof Commission)[])
      if (pay.commission?.[part] !== undefined)
        report([...path, 'commission', part], {
          code: 'inconsistent',
          expected: UNPAID_COMMISSION[part] ?? '',
        });
  const hasComponents = (pay.components?.length ?? 0) > 0;
  const isVariable = hasComponents || pay.commission !== undefined || pay.meetings !== undefined;
  for (const part of ['deferral', 'clawback', 'multiplier', 'capUsdPerYear', 'eligibility'] as const)
    if (pay[part] !== undefined && !isVariable)
      report([...path, part], {
        code: 'inconsistent',
        expected: 'components or a commission beside it: there is no variable pay',
      });
  const hasWeights = pay.components?.some(({ weightShare }) => weightShare !== undefined) ?? false;
  if ((pay.bonusUsdPerYear ?? 0) > 0 && !hasWeights)
    report([...path, 'bonusUsdPerYear'], {
      code: 'inconsistent',
      got: showValue(pay.bonusUsdPerYear),
      expected: 'components with a weightShare of it beside it',
    });
}

/** Checks that own and pooled results exist apart from those of the company. */
function checkScopes(
  mind: MindKind | undefined,
  { components = [] }: PersonPlanFile,
  path: Path,
  { report }: Reporter,
): void {
  const kept = mind === undefined ? undefined : KEPT_APART[mind];
  if (kept === undefined) return;
  for (const [i, { metric, scope }] of components.entries())
    if (scope !== undefined && scope !== 'team' && !kept.includes(metric))
      report([...path, 'components', i, 'scope'], {
        code: 'inconsistent',
        got: scope,
        expected: `scope: team, or no scope: apart from the team only ${kept.join(', ')} are kept here`,
      });
}

function checkCommission({ commission }: PersonPlanFile, path: Path, { report }: Reporter): void {
  if (commission?.churnClawbackShare !== undefined && commission.thresholdShare !== undefined)
    report([...path, 'commission', 'churnClawbackShare'], {
      code: 'inconsistent',
      expected: 'commission from the first dollar: below a threshold there is nothing to pay back',
    });
  if (commission !== undefined) checkTiers(commission, [...path, 'commission'], { report });
  const menu = commission?.forecastMenu;
  if (menu === undefined) return;
  if (commission?.capUsd !== undefined)
    report([...path, 'commission', 'capUsd'], {
      code: 'inconsistent',
      got: showValue(commission.capUsd),
      expected: 'no forecastMenu beside it: what the menu pays comes on top of a capped commission',
    });
  const { aboveRateShare, forecastRateShare, shortfallRateShare } = menu;
  if (!(aboveRateShare < forecastRateShare && forecastRateShare < shortfallRateShare))
    report([...path, 'commission', 'forecastMenu'], {
      code: 'inconsistent',
      got: `${aboveRateShare}, ${forecastRateShare}, ${shortfallRateShare}`,
      expected:
        'aboveRateShare below forecastRateShare below shortfallRateShare, or the best forecast is ' +
        'none or without limit',
    });
}

/** Checks that a commission has rates, and that its tiers are in order and never lower pay. */
function checkTiers(
  commission: NonNullable<PersonPlanFile['commission']>,
  path: Path,
  { report }: Pick<Reporter, 'report'>,
): void {
  const { rateShare, aboveQuotaRateShare, tiers, thresholdShare, thresholdOn, churnClawbackShare } =
    commission;
  if (rateShare === undefined && tiers === undefined)
    report([...path, 'rateShare'], { code: 'missing', expected: 'a rateShare, or tiers' });
  if (thresholdOn !== undefined && thresholdShare === undefined)
    report([...path, 'thresholdOn'], {
      code: 'inconsistent',
      got: thresholdOn,
      expected: 'a thresholdShare beside it',
    });
  if (tiers === undefined) return;
  for (const [key, value] of Object.entries({ rateShare, aboveQuotaRateShare }))
    if (value !== undefined)
      report([...path, key], {
        code: 'inconsistent',
        got: showValue(value),
        expected: 'either tiers or a rateShare: the tiers say every rate',
      });
  if (churnClawbackShare !== undefined)
    report([...path, 'churnClawbackShare'], {
      code: 'inconsistent',
      expected:
        'a rateShare in place of tiers, with aboveQuotaRateShare for dollars above quota: what is paid back ' +
        'is counted at one rate',
    });
  for (const [i, { fromShare }] of tiers.entries()) {
    const before = tiers[i - 1]?.fromShare;
    if (i === 0 ? fromShare !== 0 : fromShare <= before)
      report([...path, 'tiers', i, 'fromShare'], {
        code: 'inconsistent',
        got: String(fromShare),
        expected:
          i === 0
            ? `0: every dollar needs a rate, which may be 0${thresholdShare === undefined ? ' (or a thresholdShare beside the tiers)' : '; the threshold beside the tiers says what is not paid'}`
            : `a level above that of the tier before it (${before})`,
      });
  }
  const { jumps } = commissionCurve({ tiers }, 1);
  if (jumps.some((jump) => jump < -1e-12))
    report([...path, 'tiers'], {
      code: 'inconsistent',
      expected: 'a higher rate where a tier has reach: allDollars, or reaching it would lower pay',
    });
}

function checkMetrics(pay: PersonPlanFile, path: Path, people: readonly Named[], { report }: Reporter): void {
  const minds = people.map(mindOf);
  const check = (at: Path, id: string) => {
    const metric = METRICS.find((candidate) => candidate.id === id);
    if (metric === undefined)
      report(at, {
        code: 'dangling-reference',
        got: showValue(id),
        expected: 'a metric (goodhart list metrics)',
        hint: hint(
          id,
          METRICS.map((candidate) => candidate.id),
        ),
      });
    else if (!minds.includes(mindOf({ name: '', role: metric.producedBy })))
      report(at, {
        code: 'inconsistent',
        got: showValue(id),
        expected: `a metric that somebody produces: ${id} needs a ${metric.producedBy} among the people`,
      });
  };
  for (const { id, at } of metricsNamed(pay, path)) check(at, id);
}

function hint(name: string, candidates: readonly string[]): string | undefined {
  const near = nearestName(name, candidates);
  return near === undefined ? undefined : `did you mean ${near}?`;
}
