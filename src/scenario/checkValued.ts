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
  /** Which of the people of a kind, if not all. */
  readonly detail?: Readonly<Partial<Record<MindKind, string>>>;
  /**
   * Places of the term in a person's pay.
   *
   * @param colleagues number of other names with the same kind of mind
   */
  placesIn(pay: PersonPlan, mind: MindKind, colleagues: number): Path[];
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
  if (commission !== undefined)
    return (
      components.length === 0 && !('ownDealExtraShare' in commission) && !('perActivityUsd' in commission)
    );
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
    term: 'yearly cap on all variable pay',
    minds: ['planner', 'seller'],
    detail: { seller: 'with several parts' },
    reason:
      'a cap on each component: a cap on the total is simulated for inside sales and managers, and for ' +
      'sellers with one commission, or one component on own bookings or wins',
    placesIn: (pay, mind) =>
      mind === 'seller' && isOneOnBookings(pay) ? [] : given(pay, ['capUsdPerYear']).map((key) => [key]),
  },
  {
    term: 'guarantee',
    minds: ['planner'],
    reason: 'a higher base salary: a guarantee is not simulated for marketing',
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
    minds: ['planner', 'caller', 'judge'],
    detail: { planner: 'of several people', judge: 'of several people', caller: 'own results' },
    reason: 'scope: team: whose work it was is not kept apart here (inside sales: scope: pool)',
    placesIn: (pay, mind, colleagues) =>
      inComponents(pay, ({ scope }) => {
        const isKept = mind === 'caller' ? scope === 'pool' : colleagues === 0;
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
  const mindOf = (role: string) => ROLES.find(({ id }) => id === role)?.mind;
  for (const { name, role } of people) {
    const pay = plan?.[name];
    const mind = mindOf(role);
    if (pay === undefined || mind === undefined) continue;
    const colleagues = people.filter((other) => mindOf(other.role) === mind).length - 1;
    for (const { minds, reason, placesIn } of UNVALUED)
      if (minds.includes(mind))
        for (const place of placesIn(pay, mind, colleagues))
          checks.report(['plans', planName, name, ...place], {
            code: 'inconsistent',
            expected: reason,
            hint: 'goodhart pay calculates it on given results',
          });
  }
  return checks.issues;
}
