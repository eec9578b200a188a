import { exp } from '../../../core/numeric/elementary.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { PURPOSE } from '../purposes.ts';
import { REPORTED, type RunState } from '../state.ts';

/** Pieces that sales remembers. */
const MEMORY_PIECES = 20;

/**
 * The first day of a month: marketing brings out last month's collateral, and sales looks at what it thinks worth the look.
 *
 * A piece is what sales needs with a chance that rises with the say that sales had in it, and with what marketing knows of customers. Reps look at a piece if they believe that it would save them more hours than
 * looking costs: believed fit x what one piece more on the shelf adds to their chances of winning x selling hours while it lasts. That belief is a Beta mean of what earlier
 * pieces were, with a memory; a few are looked at in any case. What fits is used, and wears off; what nobody looked at, or what did not fit, is not.
 *
 * Formula: chances of winning are multiplied by 1 + lift (1 - exp(-pieces in use / shelf)).
 */
export function bringOutCollateral(state: RunState): void {
  const { company, market, month } = state;
  const { marketing, governance, sales, calendar } = company.world;
  if (!(marketing.collateralPiecesPerMonth > 0)) return;
  state.piecesInUse *= exp(-1 / marketing.collateralLifeMonths);
  state.piecesDue += marketing.collateralPiecesPerMonth;
  const misfit = Math.min(1, (1 - marketing.collateralFitShare) * state.misfit);
  const fitShare = 1 - misfit * (1 - governance.salesVoiceShare);
  const hoursPerMonth = sales.sellingHoursPerDay * calendar.daysPerMonth;
  for (; state.piecesDue >= 1; state.piecesDue--) {
    const piece = state.pieces++;
    month[REPORTED + COUNTER.piecesMade] += 1;
    month[REPORTED + COUNTER.marketingSpendUsd] += marketing.collateralUsdPerPiece;
    const believed = state.piecesFit / (state.piecesFit + state.piecesUnfit);
    const adds =
      (sales.collateralLiftShare / sales.collateralShelfPieces) *
      exp(-state.piecesInUse / sales.collateralShelfPieces);
    const worthHours = believed * adds * hoursPerMonth * marketing.collateralLifeMonths;
    const looks =
      worthHours >= sales.collateralLookHours ||
      uniform(market.luck, piece, PURPOSE.pieceTrial) < sales.trialShare;
    if (!looks) continue;
    for (let rep = 0; rep < company.seats; rep++)
      if (state.capacity[rep] > 0) state.debt[rep] += sales.collateralLookHours;
    const fits = uniform(market.luck, piece, PURPOSE.piece) < fitShare;
    if (fits) state.piecesFit++;
    else state.piecesUnfit++;
    const keep = MEMORY_PIECES / (state.piecesFit + state.piecesUnfit);
    if (keep < 1) {
      state.piecesFit *= keep;
      state.piecesUnfit *= keep;
    }
    if (!fits) continue;
    state.piecesInUse += 1;
    month[REPORTED + COUNTER.piecesUsed] += 1;
  }
  state.collateralLift =
    1 + sales.collateralLiftShare * (1 - exp(-state.piecesInUse / sales.collateralShelfPieces));
}
