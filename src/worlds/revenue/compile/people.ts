import type { Commission, PersonPlan, Plan } from '../../../model/plan.ts';
import type { RoleDefinition } from '../../../model/role.ts';
import { commissionCurve } from '../../../plans/commissionCurve.ts';
import { stretched } from '../../../plans/curveParts.ts';
import { type PayoutCurve, payoutAt, payoutCurve } from '../../../plans/payoutCurve.ts';
import { isInForce, isLasting, type PayComponent } from '../../../plans/payroll.ts';
import { layoutOf } from '../catalogue/counters.ts';
import { GAMES } from '../catalogue/games/index.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { CallerGroup, CompiledPay, Judge, Person, SellerGroup } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { GameDefinition } from '../contract/game.ts';
import type { Policy } from '../contract/policy.ts';
import { productMix } from '../contract/productMix.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { judgeTerms } from '../minds/judge.ts';
import { marginalUsd, shareUnderCap } from '../minds/ordinaryPay.ts';
import { creditFactors, ownShareOf } from '../minds/seller/ordinaryMonth.ts';
import { carriesOver, TeamCommission } from '../minds/teamCommission.ts';
import { fullTimeSellers, headcount, officeHours, quotaOf } from './headcount.ts';
import { compilePay, payOfPerson, withGoals } from './pay.ts';
import { peopleWith, roleOf } from './roles.ts';
import { sanctionsOf, suspicionsOf } from './suspicion.ts';
import type { Office } from './tactics.ts';

/** Everyone in a company by kind of mind; rows are in order of role, then of place. */
export interface Staff {
  readonly people: readonly Person[];
  readonly offices: readonly Office[];
  readonly sellers: readonly SellerGroup[];
  readonly callers: readonly CallerGroup[];
  readonly judges: readonly Judge[];
  /** Credit terms of people who are paid on the team's bookings. */
  readonly credits: readonly Commission[];
}

/** Compiles everyone's terms under a plan. */
export function employ(world: RevenueWorld, plan: Plan, beliefs: Beliefs | undefined, policy: Policy): Staff {
  const people = peopleOf(world, plan)
    .map((person) => withTeamPay(world, person, beliefs))
    .map((person) => withTargetedAudits(world, person, beliefs));
  const of = (mind: RoleDefinition['mind']) => people.filter(({ role }) => role.mind === mind);
  const isFree = beliefs !== undefined && policy.levels === undefined;
  return {
    people,
    credits: people.flatMap(({ creditRow, written }) => (creditRow < 0 ? [] : [written.commission!])),
    offices: of('planner').map((person) => ({ ...person, hoursPerMonth: officeHours(world, person.values) })),
    sellers: of('seller').map((person, row) => sellerGroup(world, plan, person, row)),
    callers: of('caller').map((person, row) =>
      callerGroup(world, plan, person, row, isFree && policy.sellersHonest !== true ? beliefs : undefined),
    ),
    judges: of('judge').map((person, row) => {
      const rateShare = beliefs === undefined ? 0 : payPerDollar(person, beliefs);
      return {
        ...person,
        row,
        terms: judgeTerms(
          world,
          person.values,
          rateShare,
          isFree ? beliefs : undefined,
          fullTimeSellers(world),
        ),
      };
    }),
  };
}

function peopleOf(world: RevenueWorld, plan: Plan): Person[] {
  let credits = 0;
  const slots = layoutOf(world.slices);
  return (['planner', 'seller', 'caller', 'judge'] as const)
    .flatMap((mind) => peopleWith(world, mind))
    .map((values) => ({ values, role: roleOf(values), count: headcount(world, values) }))
    .filter(({ role, count }) => role.mind !== 'caller' || count > 0)
    .map(({ values, role, count }, index) => {
      const written = payOfPerson(plan, values);
      const pay = compilePay(written, role.mind, quotaOf(world, role.mind, values), count, slots);
      const isCredited = role.mind !== 'seller' && hasCreditTerms(written.commission);
      return {
        index,
        name: values.name,
        role,
        values,
        pay: role.mind === 'planner' ? withGoals(pay, written, values.goalUsd, slots) : pay,
        count,
        written,
        creditRow: isCredited ? credits++ : -1,
      };
    });
}

/** Whether bookings are credited to a person with anything but their value. */
function hasCreditTerms({ creditShare, windfall, otherLineCreditShare }: Commission = {}): boolean {
  return [creditShare, windfall, otherLineCreditShare].some((term) => term !== undefined);
}

/** A person with pay on the team's bookings as they value it: credit terms, a draw, a yearly cap. */
function withTeamPay(world: RevenueWorld, person: Person, beliefs: Beliefs | undefined): Person {
  const { pay, written, creditRow, role, values } = person;
  if (beliefs === undefined || role.mind === 'seller') return person;
  const creditShare = creditRow < 0 ? 1 : teamCredit(world, written.commission!, beliefs);
  const component = pay.cells.find(({ followsQuota }) => followsQuota);
  const isCarried = component !== undefined && carriesOver(written);
  return {
    ...person,
    pay: creditShare === 1 ? pay : withCredit(pay, creditShare),
    ...(isCarried
      ? {
          teamWorth: new TeamCommission({
            component,
            written,
            pay,
            person: values,
            beliefs,
            quotaUsdPerMonth: quotaOf(world, role.mind),
            dealCv: productMix(world).dealCv,
            creditShare,
          }),
        }
      : {}),
  };
}

/** A planner who expects targeted audits of the numbers they are paid on. */
function withTargetedAudits(world: RevenueWorld, person: Person, beliefs: Beliefs | undefined): Person {
  const { role, pay } = person;
  const suspicions = role.mind === 'planner' ? suspicionsOf(world, pay, beliefs) : [];
  if (suspicions.length === 0) return person;
  const valued = [...pay.valued, ...sanctionsOf(world, pay, suspicions)];
  return { ...person, pay: { ...pay, suspicions, valued } };
}

/** Credit for a dollar of the team's bookings, on average. */
function teamCredit(world: RevenueWorld, terms: Commission, { baseline }: Beliefs): number {
  const booked = baseline[COUNTER.bookingsUsd];
  const otherShare = booked > 0 ? baseline[COUNTER.otherLineBookingsUsd] / booked : 0;
  const lines = 1 - otherShare * (1 - (terms.otherLineCreditShare ?? 1));
  return lines * creditFactors(world, terms).mean;
}

/** Pay as a function of all bookings, of which a share is credited. */
function withCredit(pay: CompiledPay, share: number): CompiledPay {
  const credited = (component: PayComponent): PayComponent =>
    component.numerator === COUNTER.bookingsUsd && component.denominator < 0
      ? { ...component, curve: ofShare(component.curve, share) }
      : component;
  return { ...pay, cells: pay.cells.map(credited), valued: pay.valued.map(credited) };
}

function ofShare(curve: PayoutCurve, share: number): PayoutCurve {
  return share > 0 ? stretched(curve, 1 / share) : payoutCurve(payoutAt(curve, 0), 0);
}

/** What a manager's pay adds for a dollar more booked in every month, in dollars. */
function payPerDollar(person: Person, beliefs: Beliefs): number {
  const { pay, values, teamWorth } = person;
  const lasting = pay.cells.filter(
    (component) => isLasting(component) && !(component.followsQuota && teamWorth !== undefined),
  );
  const of = (counter: number) => marginalUsd(pay, lasting, counter, beliefs, values);
  const found = pay.cells.some(({ numerator }) => numerator === COUNTER.ownBookingsUsd)
    ? ownShareOf(beliefs) * of(COUNTER.ownBookingsUsd)
    : 0;
  const usd = of(COUNTER.bookingsUsd) + found + (teamWorth?.perDollarUsd ?? 0);
  return usd * leftUnderCap(person, beliefs);
}

/** Share of a dollar that a yearly cap on all variable pay leaves; 1 where a commission's worth counts it. */
function leftUnderCap({ pay, written, count, values, teamWorth }: Person, beliefs: Beliefs): number {
  const { capUsdPerYear } = written;
  const isCounted = teamWorth !== undefined && pay.cells.length + pay.pooled.length === 1;
  if (capUsdPerYear === undefined || isCounted) return 1;
  return shareUnderCap(pay, capUsdPerYear, count, beliefs, values);
}

/** Games switched on for a person who maximises their own pay, and feasible in the company. */
function gamesOf<Kind extends GameDefinition['mind']>(
  world: RevenueWorld,
  plan: Plan,
  { role, values }: Person,
  mind: Kind,
): Extract<GameDefinition, { mind: Kind }>[] {
  if (values.motive !== 'own-pay') return [];
  const pay = payOfPerson(plan, values);
  return GAMES.filter(
    (game): game is Extract<GameDefinition, { mind: Kind }> =>
      game.mind === mind &&
      (role.games.includes(game.id) || (values.games.includes(game.id) && game.role === role.id)) &&
      game.isPossible(world, pay),
  );
}

/** Whether anyone in sales can play a game under these plans. */
export function hasSalesGames(world: RevenueWorld, plans: readonly Plan[]): boolean {
  return plans.some((plan) =>
    peopleOf(world, plan).some(
      (person) =>
        gamesOf(world, plan, person, 'seller').length > 0 ||
        gamesOf(world, plan, person, 'caller').length > 0,
    ),
  );
}

function sellerGroup(world: RevenueWorld, plan: Plan, person: Person, row: number): SellerGroup {
  const { written } = person;
  const terms = written.commission ?? { rateShare: 0 };
  return {
    ...person,
    row,
    terms,
    hasCreditTerms: terms.creditShare !== undefined || terms.windfall !== undefined,
    hasAccount: hasAccount(written),
    commission: commissionCurve(terms, quotaOf(world, 'seller', person.values)),
    games: gamesOf(world, plan, person, 'seller'),
  };
}

/** What pay on meetings and their opportunities adds for one more meeting, in dollars. */
function payPerMeeting(
  { pay, values }: Person,
  becomes: number,
  beliefs: Beliefs | undefined,
  month: number,
): number {
  const written = [...pay.cells, ...pay.pooled].filter((component) => isInForce(component, month));
  if (beliefs === undefined || written.length === 0) return 0;
  const worth = (counter: number) => marginalUsd(pay, written, counter, beliefs, values);
  return worth(COUNTER.meetings) + becomes * worth(COUNTER.meetingOpportunities);
}

/** Whether a seller's pay takes more than a month's commission. */
function hasAccount({ components = [], commission = {}, ...pay }: PersonPlan): boolean {
  const { period = 'month', measured = 'period', draw, capUsdPerYear, gates = [], multiplier } = commission;
  const terms = [
    draw,
    capUsdPerYear,
    multiplier,
    pay.deferral,
    pay.guarantee,
    pay.capUsdPerYear,
    pay.multiplier,
  ];
  return (
    components.length + gates.length > 0 ||
    period !== 'month' ||
    measured !== 'period' ||
    terms.some((term) => term !== undefined)
  );
}

function callerGroup(
  world: RevenueWorld,
  plan: Plan,
  person: Person,
  row: number,
  beliefs: Beliefs | undefined,
): CallerGroup {
  const { inside, sales } = world;
  // With even prior odds, a share `errorShare` of the leads judged unready are in fact ready.
  const becomes =
    inside.errorShare * sales.readyOpportunityShare + (1 - inside.errorShare) * sales.unreadyOpportunityShare;
  const capped = beliefs === undefined ? 1 : leftUnderCap(person, beliefs);
  return {
    ...person,
    row,
    games: beliefs === undefined ? [] : gamesOf(world, plan, person, 'caller'),
    hollowWorthUsd: Float64Array.from(
      { length: world.horizonMonths },
      (_, month) => capped * payPerMeeting(person, becomes, beliefs, month),
    ),
  };
}
