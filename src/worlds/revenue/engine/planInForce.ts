import type { Mind } from '../../../people/mind.ts';
import type { Company } from '../contract/company.ts';
import type { CallerHooks } from '../contract/game.ts';
import type { DecisionDay, PlannerView, SellerDesk } from '../contract/mind.ts';
import { plannerMind } from '../minds/planner/plannerMind.ts';
import { PlannerOffer } from '../minds/planner/plannerOffer.ts';
import { asSeenBy } from '../minds/seller/partTime.ts';
import { SellerMind } from '../minds/seller/seller.ts';
import { Commissions } from './commissions.ts';
import { Payroll } from './payroll.ts';
import { PlannerPayroll } from './plannerPayroll.ts';
import { momentsOf, playedBy, type Sales, type SalesGroup } from './sales.ts';
import type { RunState } from './state/state.ts';
import { FloorSeen } from './views/floorView.ts';

/** A company under one plan: everyone's minds, games and pay. */
export class PlanInForce {
  readonly company: Company;
  /** By row. */
  readonly planners: readonly Mind<PlannerView, DecisionDay>[];
  readonly sellers: readonly { readonly mind: SellerMind; readonly desk: SellerDesk }[];
  /** Games of inside sales, by row of the group. */
  readonly callers: readonly (readonly CallerHooks[])[];
  /** What the plan is worth to marketers, by row. */
  readonly offers: readonly PlannerOffer[];
  readonly sales: Sales;
  readonly payroll: Payroll;
  readonly plannerPayroll: PlannerPayroll;
  readonly commissions: Commissions;
  /** Whether anyone chooses between the first days of months. */
  readonly plannersChoose: boolean;
  readonly sellersChoose: boolean;
  /** Share lobbied off all quotas: the largest among the groups. */
  readonly quotaOffShare: number;

  constructor(company: Company, state: RunState) {
    const minds = company.sellers.map((group) => new SellerMind(asSeenBy(company, group), group));
    const commissions = new Commissions(company, minds);
    const floor = new FloorSeen(state, commissions);
    this.commissions = commissions;
    const { quotaUsd, effort, forecastUsd } = state.floor.seats;
    this.company = company;
    this.planners = company.planners.map((planner) => plannerMind(company, planner));
    this.offers = company.planners.map((planner) => new PlannerOffer(company, planner));
    this.sellers = company.sellers.map((group) => ({
      mind: minds[group.row],
      desk: { floor, chairs: chairsOf(company, group.row), quotaUsd, effort, forecastUsd },
    }));
    const { warmUpDays, world } = company;
    this.callers = company.callers.map(({ games, values, hollowWorthUsd }) => {
      const atWork = {
        world,
        person: values,
        hollowWorthUsd: (day: number) =>
          hollowWorthUsd[Math.floor((day - warmUpDays) / world.calendar.daysPerMonth)] ?? 0,
      };
      return games.map((game) => game.begin(atWork));
    });
    const groups = this.sellers.map(({ mind }) => groupOf(mind));
    this.sales = { floor, groups, played: playedBy(groups) };
    floor.sales = this.sales;
    this.plannersChoose = this.planners.some((mind) => mind.choosing);
    this.sellersChoose = this.sellers.some(({ mind }) => mind.choosing);
    this.payroll = new Payroll(state, company, commissions);
    this.plannerPayroll = new PlannerPayroll(state);
    this.quotaOffShare = groups.reduce((most, group) => Math.max(most, group.quotaOffShare), 0);
  }

  /** What the plan is worth to a seller of an ability in a position, relative to the outside option. */
  timesMarket(seat: number, ability: number): number {
    return this.sellers[this.company.groupOfSeat[seat]].mind.timesMarket(ability);
  }
}

/** What hiring and leaving on the sales floor need of a plan. */
export type SellersPlan = Pick<PlanInForce, 'payroll' | 'timesMarket'>;

function chairsOf({ groupOfSeat }: Company, row: number): number[] {
  return [...groupOfSeat.keys()].filter((seat) => groupOfSeat[seat] === row);
}

/** How a group works, given its mind and its games. */
function groupOf({ hooks, leadPerOwn }: SellerMind): SalesGroup {
  const sum = (key: 'quotaOffShare' | 'hoursPerDay' | 'entriesPerDay' | 'hoursPerEntry') =>
    hooks.reduce((total, hook) => total + (hook[key] ?? 0), 0);
  return {
    moments: momentsOf(hooks),
    leadPerOwn,
    quotaOffShare: sum('quotaOffShare'),
    lobbyingHoursPerDay: sum('hoursPerDay'),
    entriesPerDay: sum('entriesPerDay'),
    hoursPerEntry: sum('hoursPerEntry'),
  };
}
