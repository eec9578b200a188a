import type { Issue } from '../core/errors.ts';
import type { PersonPlan, PlanComponent } from '../model/plan.ts';
import type { MindKind } from '../model/role.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { RATING } from './checkJudged.ts';
import { metricsNamed } from './checkTerms.ts';
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
  placesIn(pay: PersonPlan, mind: MindKind): Path[];
}

const inComponents = (pay: PersonPlan, has: (component: PlanComponent) => string | undefined): Path[] =>
  (pay.components ?? []).flatMap((component, i) => {
    const key = has(component);
    return key === undefined ? [] : [['components', i, key]];
  });

const given = <Key extends string>(table: Readonly<Partial<Record<Key, unknown>>> | undefined, keys: Key[]) =>
  keys.filter((key) => table?.[key] !== undefined);

/** Whether all variable pay is one commission, or one component that follows from own bookings. */
const isOneOnBookings = ({ commission, components = [] }: PersonPlan): boolean => {
  if (commission !== undefined) return components.length === 0 && !('ownDealExtraShare' in commission);
  const [only, ...others] = components;
  if (only === undefined || others.length > 0 || only.basis === 'growth') return false;
  return (only.scope ?? 'own') === 'own' && ['bookings', 'wins', 'quota-attainment'].includes(only.metric);
};

/** Places at which pay depends on a rating. */
const ratedPlaces = (pay: PersonPlan): Path[] =>
  metricsNamed({ ...pay, judged: undefined }, []).flatMap(({ id, at }) => (id === RATING ? [at] : []));

/** All pairs of a term and a kind of mind that are refused. */
export const UNVALUED: readonly Unvalued[] = [
  {
    term: 'draw, yearly cap, split credit and windfall of a commission',
    minds: ['planner', 'caller', 'judge'],
    reason: 'rates, tiers, thresholds and caps per period: only sellers are credited with deals of their own',
    placesIn: ({ commission }) =>
      given(commission, ['draw', 'capUsdPerYear', 'creditShare', 'windfall']).map((key) => [
        'commission',
        key,
      ]),
  },
  {
    term: 'pay on own deals, entries, lines, churn and forecasts',
    minds: ['planner', 'caller', 'judge'],
    reason: 'rates, tiers, thresholds and caps per period: these terms are for a seller’s own deals',
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
    term: 'yearly cap on all variable pay',
    minds: ['planner', 'seller', 'caller', 'judge'],
    reason:
      'a cap on each component: a cap on the total is simulated for sellers with one commission, or one ' +
      'component on own bookings or wins',
    placesIn: (pay, mind) =>
      mind === 'seller' && isOneOnBookings(pay) ? [] : given(pay, ['capUsdPerYear']).map((key) => [key]),
  },
  {
    term: 'guarantee',
    minds: ['planner', 'caller', 'judge'],
    reason: 'a higher base salary: a guarantee is simulated for sellers only',
    placesIn: (pay) => given(pay, ['guarantee']).map((key) => [key]),
  },
  {
    term: 'judged, and pay on a rating',
    minds: ['seller', 'caller', 'judge'],
    reason: 'measured results: in a simulation only marketing is rated',
    placesIn: (pay) => [...given(pay, ['judged']).map((key) => [key]), ...ratedPlaces(pay)],
  },
  {
    term: 'pay on a rating without a judged block',
    minds: ['planner'],
    reason: 'a judged block beside the components, which says how the rating comes about',
    placesIn: (pay) => (pay.judged === undefined ? ratedPlaces(pay) : []),
  },
  {
    term: 'own and pooled results',
    minds: ['planner', 'seller', 'caller', 'judge'],
    reason: 'scope: team: own results are simulated for sellers, pooled results for inside sales',
    placesIn: (pay, mind) =>
      inComponents(pay, ({ scope }) => {
        const isKept = (scope === 'own' && mind === 'seller') || (scope === 'pool' && mind === 'caller');
        return scope === undefined || scope === 'team' || isKept ? undefined : 'scope';
      }),
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
        for (const place of placesIn(pay, mind))
          checks.report(['plans', planName, name, ...place], {
            code: 'inconsistent',
            expected: reason,
            hint: 'goodhart pay calculates it on given results',
          });
  }
  return checks.issues;
}
