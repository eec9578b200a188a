import { logNormalParameters } from '../../random/distributions.ts';
import type { Company } from './company.ts';
import { COUNTER_COUNT } from './counters.ts';
import { HEADS, LEAD, LEAD_ROWS, OPPORTUNITY_ROWS, RELABEL_CLASSES, SUMS } from './labels.ts';
import type { MarketLuck } from './marketLuck.ts';
import { RepPay } from './repPay.ts';
import { SCORE_CLASSES } from './scoreClasses.ts';
import { BLAME_COUNT, TALLY_COUNT } from './tallies.ts';

export { COUNTER_COUNT, REPORTED, SOUND, TRUE } from './counters.ts';

/** What sales thinks of collateral at first: so many pieces that fitted, and as many that did not. */
const FIRST_PIECES = 2;

/**
 * Everything that changes during a run, in typed arrays that are reused from run to run. Reps and opportunities are rows;
 * queues are linked lists through `next` arrays, so that the daily loop allocates nothing.
 */
export class RunState {
  /** The company as it is now: a later plan makes it another. */
  company: Company;
  readonly market: MarketLuck;
  /** What each rep is paid for bookings. */
  repPay: RepPay;
  /** Running month: [ledger * counters + counter]. */
  readonly month = new Float64Array(3 * COUNTER_COUNT);
  /** Closed months of play, and after them the days of the tail taken together: [(month * 3 + ledger) * counters + counter]. */
  readonly months: Float64Array;

  // Leads, indexed like the market luck.
  leadStatus: Uint8Array;
  leadRelabelled: Uint8Array;
  leadIsReady: Uint8Array;
  leadClass: Uint8Array;
  leadNext: Int32Array;
  leadPassedDay: Int16Array;
  leadScore: Float64Array;

  // Reps.
  readonly stack: Int32Array;
  readonly debt: Float64Array;
  readonly workHead: Int32Array;
  readonly workTail: Int32Array;
  readonly closeHead: Int32Array;
  readonly closeTail: Int32Array;
  /** Deals that are won and not yet signed, held back until next month. */
  readonly heldHead: Int32Array;
  readonly prospecting: Float64Array;
  readonly prospectingGoal: Float64Array;
  readonly prospects: Int32Array;
  readonly repBookings: Float64Array;
  /** Part of a month's bookings that is entered as found by the seller, in dollars. */
  readonly repOwnBookings: Float64Array;
  /** Bookings of each chair over the months of play, in dollars. */
  readonly repTotals: Float64Array;
  /** Each rep's quota of the month, and the bookings that they forecast for it, in dollars. */
  readonly repQuota: Float64Array;
  readonly repForecast: Float64Array;
  readonly effort: Float64Array;
  /** Selling hours of a day as planned for the week, by rep and of all, and entries of a day that stand for nothing. */
  readonly hoursOfDay: Float64Array;
  hoursOfTeam = NaN;
  paddedOfTeam = NaN;
  /** Trust: ready and unready leads remembered, [rep * classes + class]; the team's follow all reps'. */
  readonly ready: Float64Array;
  readonly unready: Float64Array;
  /** What each slot of trust adds to the belief that a lead is ready: its Beta mean at its weight. */
  readonly belief: Float64Array;
  /** Which of a rep's piles hold leads: a bit for every class. */
  readonly piled: Int32Array;

  /** Chairs that there are now; further rows are chairs not opened, or closed. */
  seats = 0;
  /** Part of a full day that the one in the chair can work: 0 where it is empty, 1 after the ramp. */
  readonly capacity: Float64Array;
  /** What the chair's territory holds, in parts of the mean of the first chairs. */
  readonly territory: Float64Array;
  /** Factor on the chance of winning. */
  readonly repSkill: Float64Array;
  /** Month of the whole run in which an empty chair is filled, and in which who sits there came. */
  readonly vacantUntil: Int32Array;
  readonly hired: Int32Array;
  /** How many people have sat in the chair before. */
  readonly careers: Int32Array;
  /** Attainment of the last months, fading. */
  readonly record: Float64Array;
  /** Bookings of the chair before the manager began to judge who sits there, in dollars. */
  readonly repBefore: Float64Array;
  /** Lost deals that a seller could still call alive, how many and their list value, and hours a day that go into showing a full pipeline. */
  readonly lostDeals: Float64Array;
  readonly lostUsd: Float64Array;
  readonly askedHours: Float64Array;
  /** What somebody believes of each class of lead who has met none. */
  readonly readyShareAtFirst: Float64Array;

  // Opportunities.
  opportunities = 0;
  oppRep: Int32Array;
  oppOpened: Int16Array;
  oppHours: Float64Array;
  oppValue: Float64Array;
  oppFit: Float64Array;
  oppReadiness: Float64Array;
  oppIsReady: Uint8Array;
  oppOrigin: Uint8Array;
  oppWait: Float64Array;
  oppEntity: Int32Array;
  oppNext: Int32Array;
  /** Part of a customer still there (1 or 0, or a probability when deals count at their expectation). */
  oppWeight: Float64Array;
  oppRenewals: Uint8Array;
  /** What was sold, see TRAIT. */
  oppTraits: Uint8Array;
  /** Commission that is paid back if the customer leaves when the first contract ends, in dollars. */
  oppBackUsd: Float64Array;

  // Customers: index of the opportunity won, by month of the next renewal.
  readonly renewalHead: Int32Array;

  // Marketing.
  /** Intensities now in force, by tactic: productive in multiples of baseline, gaming in units a month. */
  readonly level: Float64Array;
  /** What the director means to do: the intensities in force but for vacancy and ramp. */
  readonly planned: Float64Array;
  readonly stock: Float64Array;
  /** stock^elasticity of productive tactics. */
  readonly response: Float64Array;
  /** Whether stocks are on their way to other intensities; what they do to leads per visit and to readiness. */
  isMoving = false;
  leadResponse = NaN;
  readinessShift = NaN;
  /** Whether somebody games marketing's numbers this week, or amounts are left over. */
  isGamed = false;
  readonly carry: Float64Array;
  readonly relabelHead = new Int32Array(RELABEL_CLASSES);
  /** Leads up to this one are where relabelling looks for them. */
  filedTo = 0;
  readonly visitMean: Float64Array;
  readonly botMean: Float64Array;
  /** Gaming of the running month by tactic, in units. */
  readonly units: Float64Array;
  nextRep = 0;
  /** Part of quotas that sellers have had taken off. */
  lobbiedShare = NaN;
  /** Leads that inside sales has not called yet, newest first, and hours that it owes. */
  insideHead = -1;
  insideDebt = NaN;
  claimFrom = 0;
  claimTo = 0;
  readonly claims = new Int32Array(4096);
  /** Level up to which a scripted tactic tops its counter at month end; 0: none. */
  readonly topUp: Float64Array;

  // The budget, in dollars a month: marketing's, what is saved for the next chair, and what marketing's does to visits.
  marketingUsd = NaN;
  purseUsd = NaN;
  /** What the board wished to move to marketing and could not, chairs being whole. */
  wishUsd = NaN;
  budgetResponse = NaN;
  /** Pay of all reps up to the last review. */
  repPayAtReview = NaN;

  // Collateral: pieces made, due and in use, how sales thinks of them, and what they do to the chance of winning.
  pieces = NaN;
  piecesDue = NaN;
  piecesInUse = NaN;
  piecesFit = NaN;
  piecesUnfit = NaN;
  collateralLift = NaN;
  /** Part of the misfit of scores and collateral that is left by what marketing knows of customers: 1 at baseline. */
  misfit = NaN;
  /** Factor of training on the chance of winning: 1 at baseline. */
  training = NaN;

  // The director's chair.
  employed = true;
  incumbent = 0;
  hiredMonth = 0;
  vacantUntilMonth = 0;
  integrityUsd = NaN;
  /** Bonus paid on hollow numbers in each month of play, for clawback. */
  readonly hollowBonus: Float64Array;
  /** Bonus held back, by the month in which it falls due; lost by those who have left. */
  readonly deferredUsd: Float64Array;

  // Clock and tallies.
  day = 0;
  inPlay = false;
  won = NaN;
  customers = NaN;
  /** Customers who speak well of the company. */
  references = NaN;
  dealLogMean = NaN;
  dealLogSd = NaN;
  gamingSpendUsd = NaN;
  gamingEffortUsd = NaN;
  newCustomers = NaN;
  badFitWins = NaN;
  lifetimeValueUsd = NaN;
  renewalsDue = NaN;
  renewalsKept = NaN;
  renewalUsd = NaN;
  readonly blame = new Float64Array(BLAME_COUNT);
  readonly tally = new Float64Array(TALLY_COUNT);
  /** Names of all that a copy takes over besides the rows of leads and opportunities. */
  private readonly others: readonly string[];

  constructor(company: Company, market: MarketLuck) {
    this.company = company;
    this.market = market;
    const { world, tactics, classes } = company;
    const reps = company.seats;
    this.months = new Float64Array((world.horizonMonths + 1) * 3 * COUNTER_COUNT);
    const leads = market.entity.length;
    this.leadStatus = new Uint8Array(leads);
    this.leadRelabelled = new Uint8Array(leads);
    this.leadIsReady = new Uint8Array(leads);
    this.leadClass = new Uint8Array(leads);
    this.leadNext = new Int32Array(leads);
    this.leadPassedDay = new Int16Array(leads);
    this.leadScore = new Float64Array(leads);
    this.stack = new Int32Array(reps * classes);
    this.debt = new Float64Array(reps);
    this.workHead = new Int32Array(reps);
    this.workTail = new Int32Array(reps);
    this.closeHead = new Int32Array(reps);
    this.closeTail = new Int32Array(reps);
    this.heldHead = new Int32Array(reps);
    this.prospecting = new Float64Array(reps);
    this.prospectingGoal = new Float64Array(reps);
    this.prospects = new Int32Array(reps);
    this.repBookings = new Float64Array(reps);
    this.repOwnBookings = new Float64Array(reps);
    this.repTotals = new Float64Array(reps);
    this.repQuota = new Float64Array(reps);
    this.repForecast = new Float64Array(reps);
    this.repPay = new RepPay(company);
    this.effort = new Float64Array(reps);
    this.hoursOfDay = new Float64Array(reps);
    this.ready = new Float64Array((reps + 1) * SCORE_CLASSES);
    this.unready = new Float64Array((reps + 1) * SCORE_CLASSES);
    this.belief = new Float64Array((reps + 1) * SCORE_CLASSES);
    this.piled = new Int32Array(reps);
    this.capacity = new Float64Array(reps);
    this.territory = new Float64Array(reps);
    this.repSkill = new Float64Array(reps);
    this.vacantUntil = new Int32Array(reps);
    this.hired = new Int32Array(reps);
    this.careers = new Int32Array(reps);
    this.record = new Float64Array(reps);
    this.repBefore = new Float64Array(reps);
    this.lostDeals = new Float64Array(reps);
    this.lostUsd = new Float64Array(reps);
    this.askedHours = new Float64Array(reps);
    this.readyShareAtFirst = new Float64Array(classes);
    const room = 1024;
    this.oppRep = new Int32Array(room);
    this.oppOpened = new Int16Array(room);
    this.oppHours = new Float64Array(room);
    this.oppValue = new Float64Array(room);
    this.oppFit = new Float64Array(room);
    this.oppReadiness = new Float64Array(room);
    this.oppIsReady = new Uint8Array(room);
    this.oppOrigin = new Uint8Array(room);
    this.oppWait = new Float64Array(room);
    this.oppEntity = new Int32Array(room);
    this.oppNext = new Int32Array(room);
    this.oppWeight = new Float64Array(room);
    this.oppRenewals = new Uint8Array(room);
    this.oppTraits = new Uint8Array(room);
    this.oppBackUsd = new Float64Array(room);
    this.renewalHead = new Int32Array(
      Math.ceil(company.days / world.calendar.daysPerMonth) + world.customers.contractMonths + 2,
    );
    this.level = new Float64Array(tactics.length);
    this.planned = new Float64Array(tactics.length);
    this.stock = new Float64Array(tactics.length);
    this.response = new Float64Array(tactics.length);
    this.carry = new Float64Array(tactics.length);
    this.units = new Float64Array(tactics.length);
    this.topUp = new Float64Array(tactics.length);
    this.hollowBonus = new Float64Array(world.horizonMonths);
    this.deferredUsd = new Float64Array(world.horizonMonths + 121);
    this.visitMean = new Float64Array(world.channels.length);
    this.botMean = new Float64Array(world.channels.length);
    const grown: readonly string[] = [...LEAD_ROWS, ...OPPORTUNITY_ROWS, 'others'];
    this.others = Object.entries(this)
      .filter(
        ([name, value]) => !grown.includes(name) && (ArrayBuffer.isView(value) || typeof value !== 'object'),
      )
      .map(([name]) => name);
  }

  /** Clears everything for a new run on the present market luck. */
  reset(): void {
    const { world, tactics } = this.company;
    const leads = this.market.entity.length;
    if (this.leadStatus.length < leads) this.grow(LEAD_ROWS, leads);
    this.leadStatus.fill(LEAD.absent, 0, this.market.count);
    this.leadIsReady.fill(0, 0, this.market.count);
    for (const name of HEADS) this[name].fill(-1);
    for (const name of SUMS) this[name].fill(0);
    this.repQuota.fill(world.sales.quotaUsdPerMonth);
    this.repForecast.fill(world.sales.quotaUsdPerMonth);
    this.effort.fill(1);
    this.seats = world.sales.reps;
    this.capacity.fill(1, 0, this.seats).fill(0, this.seats);
    this.territory.fill(1);
    this.repSkill.fill(1);
    this.record.fill(1);
    this.marketingUsd = world.marketing.budgetUsdPerMonth;
    this.purseUsd = 0;
    this.wishUsd = 0;
    this.budgetResponse = 1;
    this.repPayAtReview = 0;
    this.opportunities = 0;
    for (let k = 0; k < tactics.length; k++) {
      this.level[k] = tactics[k].productive ? 1 : 0;
      this.planned[k] = this.level[k];
      this.stock[k] = this.level[k];
    }
    this.response.fill(1);
    this.isMoving = false;
    this.leadResponse = 1;
    this.readinessShift = 0;
    this.isGamed = false;
    this.filedTo = 0;
    this.nextRep = 0;
    this.lobbiedShare = 0;
    this.insideHead = -1;
    this.insideDebt = 0;
    this.claimFrom = 0;
    this.claimTo = 0;
    this.pieces = 0;
    this.piecesDue = 0;
    this.piecesInUse = 0;
    this.piecesFit = FIRST_PIECES;
    this.piecesUnfit = FIRST_PIECES;
    this.collateralLift = 1;
    this.misfit = 1;
    this.training = 1;
    this.employed = true;
    this.incumbent = 0;
    this.hiredMonth = 0;
    this.vacantUntilMonth = 0;
    this.integrityUsd = 0;
    this.day = 0;
    this.inPlay = false;
    this.won = 0;
    this.customers = 0;
    this.references = 0;
    const deal = logNormalParameters(world.sales.dealMeanUsd, world.sales.dealCv);
    this.dealLogMean = deal.logMean;
    this.dealLogSd = deal.logSd;
    this.gamingSpendUsd = 0;
    this.gamingEffortUsd = 0;
    this.newCustomers = 0;
    this.badFitWins = 0;
    this.lifetimeValueUsd = 0;
    this.renewalsDue = 0;
    this.renewalsKept = 0;
    this.renewalUsd = 0;
  }

  /** Takes over everything that changes during a run from another state on the same market, on the same day. */
  copyFrom(other: RunState): void {
    if (this.leadStatus.length < other.leadStatus.length) this.grow(LEAD_ROWS, other.leadStatus.length);
    while (this.oppRep.length < other.oppRep.length) this.grow(OPPORTUNITY_ROWS, 2 * this.oppRep.length);
    const into = this as unknown as Record<string, unknown>;
    const from = other as unknown as Record<string, unknown>;
    const leads = this.market.dayStart[other.day + 1];
    for (const name of LEAD_ROWS) this[name].set(other[name].subarray(0, leads) as never);
    this.leadStatus.fill(LEAD.absent, leads, this.market.count);
    this.leadIsReady.fill(0, leads, this.market.count);
    for (const name of OPPORTUNITY_ROWS)
      this[name].set(other[name].subarray(0, other.opportunities) as never);
    for (const name of this.others) {
      const value = from[name];
      if (typeof value === 'object') (into[name] as Float64Array).set(value as Float64Array);
      else into[name] = value;
    }
  }

  /** A new row for an opportunity; the arrays double when they are full. */
  newOpportunity(): number {
    if (this.opportunities === this.oppRep.length) this.grow(OPPORTUNITY_ROWS, 2 * this.oppRep.length);
    this.oppRenewals[this.opportunities] = 0;
    this.oppTraits[this.opportunities] = 0;
    this.oppBackUsd[this.opportunities] = 0;
    return this.opportunities++;
  }

  /** Makes arrays longer; what they hold stays. */
  private grow(rows: readonly string[], size: number): void {
    const arrays = this as unknown as Record<string, Float64Array>;
    for (const name of rows) {
      const old = arrays[name];
      arrays[name] = new (old.constructor as Float64ArrayConstructor)(size);
      arrays[name].set(old);
    }
  }
}
