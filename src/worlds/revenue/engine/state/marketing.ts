import type { Company } from '../../contract/company.ts';
import { RESPONSES } from '../../contract/lever.ts';
import { makeTable, Table } from './table.ts';

/** Prior of sales about collateral: this many pieces that fitted, and as many that did not. */
const FIRST_PIECES = 2;
/** Capacity of the ring buffer of deals that marketing may claim in a month. */
const MOST_CLAIMS = 4096;

/** One row per assignment. Productive levels are multiples of baseline; gaming levels, units per month. */
class AssignmentColumns extends Table {
  /** Level in force and level planned: they differ during a vacancy or a ramp. */
  level = this.f64(0, true);
  planned = this.f64(0, true);
  /** Counter level that a scripted tactic tops up to at month end; 0: none. */
  topUp = this.f64();
  /** Items due but not yet executed, and gaming units done in the running month. */
  carry = this.f64();
  units = this.f64();
  /** Sum of month-end levels over the months of play. */
  levelSum = this.f64();
}

/** One row per tactic: everyone's work relative to baseline, its stock, and the response stock^elasticity. */
class TacticColumns extends Table {
  work = this.f64(1);
  stock = this.f64(0, true);
  response = this.f64(1);
}

/** One row per channel: mean visits since the last draw, by humans and by ambient bots. */
class ChannelColumns extends Table {
  visitMean = this.f64();
  botMean = this.f64();
}

class ClaimColumns extends Table {
  deal = this.i32(0, true);
}

/** One row per response of the company: see {@link RESPONSES}. */
class ResponseColumns extends Table {
  value = this.f64(1);
  /** Share of the response that remains after harm from gaming. */
  unspoilt = this.f64(1);
}

class MarketingScalars extends Table {
  /** Whether stocks are still adjusting, and whether anyone games this week. */
  isMoving = false;
  isGamed = false;
  /** Visible work of a day, in hours at baseline. */
  workPerDay = this.real(0);
  /** Misfit of scores and collateral, given marketing's customer insight: 1 at baseline. */
  misfit = this.real(1);
  /** Mean value of a deal opened today, in dollars. */
  dealMeanUsd = this.real(0);
  /** Range of the month's deals that can still be claimed, as running counts into the ring buffer. */
  claimFrom = this.whole(0);
  claimTo = this.whole(0);
  /**
   * Dollars per month: marketing's budget; savings for the next position; shift carried over to marketing.
   */
  budgetUsd = this.real(0);
  purseUsd = this.real(0);
  wishUsd = this.real(0);
  /** Response of visits to marketing's budget. */
  budgetResponse = this.real(1);
  /** Total pay of all sellers up to the last review, in dollars. */
  payAtReview = this.real(0);
  /** Collateral: pieces made, due and in use; evidence of sales on its fit; multiplier on win chances. */
  pieces = this.real(0);
  piecesDue = this.real(0);
  piecesInUse = this.real(0);
  piecesFit = this.real(FIRST_PIECES);
  piecesUnfit = this.real(FIRST_PIECES);
  collateralLift = this.real(1);
}

/** Rows of {@link FactorColumns}. */
export const FACTOR = {
  /** On visits, by market perception. */
  visits: 0,
  /** Multipliers on win chances: without help with requests, from help with requests, and their product. */
  unhelpedWin: 1,
  help: 2,
  win: 3,
  /** On deal values and on retention. */
  value: 4,
  keep: 5,
  /** Requests from sales a day, fading over a month, and the days that one waits today. */
  requestsPerDay: 6,
  requestDays: 7,
} as const;

/** Today's multipliers from work and reputation, and the request queue: one row per {@link FACTOR}. */
class FactorColumns extends Table {
  now = this.f64(1);
}

/** The marketing department: its work, the responses to it, its money and its collateral. */
export class Marketing {
  readonly assignments: AssignmentColumns;
  readonly tactics: TacticColumns;
  readonly channels: ChannelColumns;
  readonly claims: ClaimColumns;
  readonly responses: ResponseColumns;
  readonly all: MarketingScalars;
  readonly factors: FactorColumns;

  constructor(company: Company) {
    this.assignments = makeTable(AssignmentColumns, company.assignments.length);
    this.tactics = makeTable(TacticColumns, company.tactics.length);
    this.channels = makeTable(ChannelColumns, company.world.channels.length);
    this.claims = makeTable(ClaimColumns, MOST_CLAIMS);
    this.responses = makeTable(ResponseColumns, RESPONSES.length);
    this.all = makeTable(MarketingScalars);
    this.factors = makeTable(FactorColumns, Object.keys(FACTOR).length);
  }

  reset({ assignments, tactics, world }: Company): void {
    this.assignments.reset();
    this.tactics.reset();
    this.channels.reset();
    this.responses.reset();
    this.all.reset();
    this.factors.reset();
    this.factors.now[FACTOR.requestsPerDay] = 0;
    this.factors.now[FACTOR.requestDays] = 0;
    for (let a = 0; a < assignments.length; a++) {
      const baseline = tactics[assignments[a].tactic].productive ? 1 : 0;
      this.assignments.level[a] = baseline;
      this.assignments.planned[a] = baseline;
    }
    for (let k = 0; k < tactics.length; k++) this.tactics.stock[k] = tactics[k].productive ? 1 : 0;
    this.responses.value[RESPONSES.indexOf('readiness')] = 0;
    this.all.budgetUsd = world.marketing.budgetUsdPerMonth;
    this.all.dealMeanUsd = world.sales.dealMeanUsd;
    this.all.workPerDay = hoursOf(tactics) / world.calendar.daysPerMonth;
  }

  copyFrom(other: Marketing): void {
    this.assignments.copyFrom(other.assignments);
    this.tactics.copyFrom(other.tactics);
    this.channels.copyFrom(other.channels);
    this.claims.copyFrom(other.claims);
    this.responses.copyFrom(other.responses);
    this.all.copyFrom(other.all);
    this.factors.copyFrom(other.factors);
  }
}

/** Baseline hours per month of all productive tactics. */
function hoursOf(tactics: Company['tactics']): number {
  return tactics.reduce((sum, { productive, hoursPerMonth }) => sum + (productive ? hoursPerMonth : 0), 0);
}
