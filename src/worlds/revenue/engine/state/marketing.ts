import type { Company } from '../../contract/company.ts';
import { RESPONSES } from '../../contract/lever.ts';
import { makeTable, Table } from './table.ts';

/** What sales thinks of collateral at first: so many pieces that fitted, and as many that did not. */
const FIRST_PIECES = 2;
/** Deals of a month that marketing may claim: the list wraps around. */
const MOST_CLAIMS = 4096;

/**
 * One row a tactic in the hands of a planner. Productive levels are multiples of the baseline, gaming units a
 * month.
 */
class AssignmentColumns extends Table {
  /** In force, and as planned: they differ while a chair is vacant or its holder new. */
  level = this.f64(0, true);
  planned = this.f64(0, true);
  /** Level up to which a scripted tactic tops its counter up at month end; 0: none. */
  topUp = this.f64();
  /** Fraction of a unit that is due, and units done in the running month. */
  carry = this.f64();
  units = this.f64();
  /** Sum of levels at the ends of the months of play. */
  levelSum = this.f64();
}

/** One row a tactic: the stock of past work, and its response stock^elasticity. */
class TacticColumns extends Table {
  stock = this.f64(0, true);
  response = this.f64(1);
}

/** One row a channel: mean visits since they were drawn last, of humans and of ambient bots. */
class ChannelColumns extends Table {
  visitMean = this.f64();
  botMean = this.f64();
}

class ClaimColumns extends Table {
  deal = this.i32(0, true);
}

/** One row a response of the company: see {@link RESPONSES}. */
class ResponseColumns extends Table {
  value = this.f64(1);
}

class MarketingScalars extends Table {
  /** Whether stocks are on their way to other intensities, and whether somebody games this week. */
  isMoving = false;
  isGamed = false;
  /**
   * Share of the misfit of scores and collateral that is left by what marketing knows of customers: 1 at
   * baseline.
   */
  misfit = this.real(1);
  /** Mean value of a deal opened today, in dollars. */
  dealMeanUsd = this.real(0);
  /** Deals of the month that sales found itself: from, to in the list of claims. */
  claimFrom = this.whole(0);
  claimTo = this.whole(0);
  /**
   * The budget, in dollars a month: marketing's; saved for the next chair; wished for marketing and not moved
   * yet.
   */
  budgetUsd = this.real(0);
  purseUsd = this.real(0);
  wishUsd = this.real(0);
  /** What marketing's money does to visits. */
  budgetResponse = this.real(1);
  /** Pay of all sellers up to the last review. */
  payAtReview = this.real(0);
  /**
   * Collateral: pieces made, due and in use; how sales thinks of them; what they do to the chance of winning.
   */
  pieces = this.real(0);
  piecesDue = this.real(0);
  piecesInUse = this.real(0);
  piecesFit = this.real(FIRST_PIECES);
  piecesUnfit = this.real(FIRST_PIECES);
  collateralLift = this.real(1);
}

/** The marketing department: what it does, what that does, its money and its collateral. */
export class Marketing {
  readonly assignments: AssignmentColumns;
  readonly tactics: TacticColumns;
  readonly channels: ChannelColumns;
  readonly claims: ClaimColumns;
  readonly responses: ResponseColumns;
  readonly all: MarketingScalars;

  constructor(company: Company) {
    this.assignments = makeTable(AssignmentColumns, company.assignments.length);
    this.tactics = makeTable(TacticColumns, company.tactics.length);
    this.channels = makeTable(ChannelColumns, company.world.channels.length);
    this.claims = makeTable(ClaimColumns, MOST_CLAIMS);
    this.responses = makeTable(ResponseColumns, RESPONSES.length);
    this.all = makeTable(MarketingScalars);
  }

  reset({ assignments, tactics, world }: Company): void {
    this.assignments.reset();
    this.tactics.reset();
    this.channels.reset();
    this.responses.reset();
    this.all.reset();
    for (let a = 0; a < assignments.length; a++) {
      const baseline = tactics[assignments[a].tactic].productive ? 1 : 0;
      this.assignments.level[a] = baseline;
      this.assignments.planned[a] = baseline;
    }
    for (let k = 0; k < tactics.length; k++) this.tactics.stock[k] = tactics[k].productive ? 1 : 0;
    this.responses.value[RESPONSES.indexOf('readiness')] = 0;
    this.all.budgetUsd = world.marketing.budgetUsdPerMonth;
    this.all.dealMeanUsd = world.sales.dealMeanUsd;
  }

  copyFrom(other: Marketing): void {
    this.assignments.copyFrom(other.assignments);
    this.tactics.copyFrom(other.tactics);
    this.channels.copyFrom(other.channels);
    this.claims.copyFrom(other.claims);
    this.responses.copyFrom(other.responses);
    this.all.copyFrom(other.all);
  }
}
