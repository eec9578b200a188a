import { exp } from '../../../../core/numeric/elementary.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RunState } from '../state/state.ts';

/** Pieces that sales remembers. */
const MEMORY_PIECES = 20;

/**
 * The first day of a month: marketing brings out last month's collateral, and sales looks at what it thinks
 * worth the look.
 *
 * A piece is what sales needs with a chance that rises with the say that sales had in it, and with what
 * marketing knows of customers. Reps look at a piece if they believe that it would save them more hours than
 * looking costs: believed fit x what one piece more on the shelf adds to their chances of winning x selling
 * hours while it lasts. That belief is a Beta mean of what earlier pieces were, with a memory; a few are
 * looked at in any case. What fits is used, and wears off.
 *
 * Formula: chances of winning are multiplied by 1 + lift (1 - exp(-pieces in use / shelf)).
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
  books.month[COUNTER.piecesMade] += 1;
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

/** Selling hours that a piece is believed to save while it lasts. */
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
