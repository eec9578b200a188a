import { exp } from '../../../../core/numeric/elementary.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RunState } from '../state/state.ts';
import { addToAll } from './ledgers.ts';

/** Memory of sales for collateral, in pieces. */
const MEMORY_PIECES = 20;

/**
 * First day of a month: marketing releases last month's collateral, and sales decides whether to look at it.
 *
 * The chance that a piece fits sales' needs rises with sales' say in it and with marketing's customer
 * insight. Reps look at a piece if they expect it to save more hours than the look costs: believed fit x the
 * lift of one more piece in use x selling hours over its life. The belief is a Beta mean over earlier pieces,
 * with finite memory. A few pieces are looked at in any case. A piece that fits is used, and wears off.
 *
 * Formula: win chances are multiplied by 1 + lift (1 - exp(-pieces in use / shelf)).
 */
export function bringOutCollateral(state: RunState): void {
  const { company, marketing } = state;
  const { all } = marketing;
  const { marketing: numbers, governance, sales } = company.world;
  if (!(numbers.collateralPiecesPerMonth > 0)) return;
  all.piecesInUse *= exp(-1 / numbers.collateralLifeMonths);
  all.piecesDue += numbers.collateralPiecesPerMonth;
  const misfit = Math.min(1, (1 - numbers.collateralFitShare) * all.misfit);
  const fitShare = 1 - misfit * (1 - governance.salesVoiceShare);
  for (; all.piecesDue >= 1; all.piecesDue--) bringOut(state, fitShare);
  all.collateralLift =
    1 + sales.collateralLiftShare * (1 - exp(-all.piecesInUse / sales.collateralShelfPieces));
}

function bringOut(state: RunState, fitShare: number): void {
  const { company, market, marketing, floor, books } = state;
  const { all } = marketing;
  const { sales } = company.world;
  const piece = all.pieces++;
  addToAll(books.month, COUNTER.piecesMade, 1);
  books.month[COUNTER.marketingSpendUsd] += company.world.marketing.collateralUsdPerPiece;
  const looks =
    worthHours(state) >= sales.collateralLookHours ||
    uniform(market.luck, piece, PURPOSE.pieceTrial) < sales.trialShare;
  if (!looks) return;
  const { capacity, debt } = floor.seats;
  for (let seat = 0; seat < company.seats; seat++)
    if (capacity[seat] > 0) debt[seat] += sales.collateralLookHours;
  const fits = uniform(market.luck, piece, PURPOSE.piece) < fitShare;
  if (fits) all.piecesFit++;
  else all.piecesUnfit++;
  const keep = MEMORY_PIECES / (all.piecesFit + all.piecesUnfit);
  if (keep < 1) {
    all.piecesFit *= keep;
    all.piecesUnfit *= keep;
  }
  if (!fits) return;
  all.piecesInUse += 1;
  books.month[COUNTER.piecesUsed] += 1;
}

/** Selling hours that a piece is expected to save over its life. */
function worthHours({ company, marketing }: RunState): number {
  const { all } = marketing;
  const { sales, calendar, marketing: numbers } = company.world;
  const hoursPerMonth = sales.sellingHoursPerDay * calendar.daysPerMonth;
  const believed = all.piecesFit / (all.piecesFit + all.piecesUnfit);
  const adds =
    (sales.collateralLiftShare / sales.collateralShelfPieces) *
    exp(-all.piecesInUse / sales.collateralShelfPieces);
  return believed * adds * hoursPerMonth * numbers.collateralLifeMonths;
}
