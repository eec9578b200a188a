import type { Issue } from '../core/errors.ts';
import type { PersonPlan, PlanComponent } from '../model/plan.ts';
import type { MindKind } from '../model/role.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import type { Locate } from './places.ts';
import { reporter } from './reporter.ts';
import type { ScenarioFile } from './schema.ts';

type Path = readonly (string | number)[];

/** A term that payroll pays and some people of a simulated company cannot value, so that it is refused. */
export interface Unvalued {
  readonly term: string;
  readonly minds: readonly MindKind[];
  /** Why, and the nearest thing that can be simulated. */
  readonly reason: string;
  /** Places of the term in a person's pay. */
  placesIn(pay: PersonPlan): Path[];
}

const inComponents = (pay: PersonPlan, has: (component: PlanComponent) => string | undefined): Path[] =>
  (pay.components ?? []).flatMap((component, i) => {
    const key = has(component);
    return key === undefined ? [] : [['components', i, key]];
  });

const given = <Key extends string>(table: Readonly<Partial<Record<Key, unknown>>> | undefined, keys: Key[]) =>
  keys.filter((key) => table?.[key] !== undefined);

/** All pairs of a term and a kind of mind that are refused. */
export const UNVALUED: readonly Unvalued[] = [
  {
    term: 'draw, yearly cap, split credit and windfall of a commission',
    minds: ['planner', 'caller', 'judge'],
    reason:
      'rates, tiers, thresholds and caps of a period: only sellers have deals and an account of their own',
    placesIn: ({ commission }) =>
      given(commission, ['draw', 'capUsdPerYear', 'creditShare', 'windfall']).map((key) => [
        'commission',
        key,
      ]),
  },
  {
    term: 'pay on own deals, entries, lines, churn and forecasts',
    minds: ['planner', 'caller', 'judge'],
    reason: 'rates, tiers, thresholds and caps of a period: these terms are about a seller’s own deals',
    placesIn: ({ commission }) =>
      given(commission, [
        'ownDealExtraShare',
        'perActivityUsd',
        'otherLineCreditShare',
        'churnClawbackShare',
        'forecastMenu',
      ]).map((key) => ['commission', key]),
  },
  {
    term: 'cap and guarantee on all variable pay',
    minds: ['planner', 'seller', 'caller', 'judge'],
    reason:
      'a cap of each component, or a draw in a seller’s commission: nobody can value a limit on a total',
    placesIn: (pay) => given(pay, ['capUsdPerYear', 'guarantee']).map((key) => [key]),
  },
  {
    term: 'deferral',
    minds: ['caller', 'judge'],
    reason: 'pay without deferral: inside sales and managers have no account in a simulation',
    placesIn: (pay) => given(pay, ['deferral']).map((key) => [key]),
  },
  {
    term: 'growth, matrix and seasonal targets',
    minds: ['seller', 'caller', 'judge'],
    reason: 'a level with one target: sales values pay by an ordinary period, and these change with time',
    placesIn: (pay) => [
      ...inComponents(pay, (component) => given(component, ['basis', 'targets']).at(0)),
      ...inComponents(pay, ({ payout }) =>
        typeof payout === 'object' && 'matrix' in payout ? 'payout' : undefined,
      ),
    ],
  },
  {
    term: 'results year to date',
    minds: ['caller', 'judge'],
    reason: 'measured: period, with a period of a year: they value pay by an ordinary period',
    placesIn: ({ commission, ...pay }) => [
      ...inComponents(pay, ({ measured }) => (measured === 'yearToDate' ? 'measured' : undefined)),
      ...(commission?.measured === 'yearToDate' ? [['commission', 'measured']] : []),
    ],
  },
  {
    term: 'commission of inside sales',
    minds: ['caller'],
    reason: 'meetings, or components on bookings of the team: inside sales signs no deals',
    placesIn: (pay) => given(pay, ['commission']).map((key) => [key]),
  },
  {
    term: 'own results',
    minds: ['planner', 'caller', 'judge'],
    reason: 'scope: team, or pool for inside sales: only sellers’ results are kept for each person',
    placesIn: (pay) => inComponents(pay, ({ scope }) => (scope === 'own' ? 'scope' : undefined)),
  },
  {
    term: 'pooled results',
    minds: ['planner', 'seller', 'judge'],
    reason: 'scope: team: only inside sales has results of a group',
    placesIn: (pay) => inComponents(pay, ({ scope }) => (scope === 'pool' ? 'scope' : undefined)),
  },
];

/** Checks that everybody can value what a plan pays them. */
export function checkValued(
  planName: string,
  plan: ScenarioFile['plans'][string] | undefined,
  people: readonly { readonly name: string; readonly role: string }[],
  locate: Locate,
): Issue[] {
  const checks = reporter(locate);
  for (const { name, role } of people) {
    const pay = plan?.[name];
    const mind = ROLES.find(({ id }) => id === role)?.mind;
    if (pay === undefined || mind === undefined) continue;
    for (const { minds, reason, placesIn } of UNVALUED)
      if (minds.includes(mind))
        for (const place of placesIn(pay))
          checks.report(['plans', planName, name, ...place], {
            code: 'inconsistent',
            expected: reason,
            hint: 'goodhart pay pays it on given results',
          });
  }
  return checks.issues;
}
