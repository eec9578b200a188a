import { exp } from '../../../../core/numeric/elementary.ts';
import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import { SOUND } from '../../contract/counters.ts';
import type { SellerGame, SellerView } from '../../contract/game.ts';
import { ratio } from '../../contract/outcome.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  takingUsd: quantity(300, {
    unit: 'USD per lead',
    about:
      'Mean cost to a rep of rejecting a good lead of marketing and entering it as their own: trouble and conscience, exponential. It pays where the plan pays extra for own deals.',
    low: 50,
    high: 2000,
    source: `${ASSUMPTION}; range: a sixth to seven times the default: no study measures this cost`,
  }),
  takingPenaltyUsd: quantity(2000, {
    unit: 'USD per lead',
    about:
      'Fine when that comes to light, by audits and complaints as for gaming in marketing; only where both sides agreed what a qualified lead is.',
    low: 500,
    high: 10000,
    source: `${ASSUMPTION}; range: from a warning to a month’s commission`,
  }),
};

/** Rejecting good leads: marketing's ready leads are entered as self-sourced, where that pays extra. */
export const rejectGoodLeads: SellerGame = {
  id: 'reject-good-leads',
  title: 'Rejecting good leads',
  role: 'account-executive',
  mind: 'seller',
  about: 'Ready leads of marketing, rejected and entered as the seller’s own.',
  parameters,
  outcome: {
    id: 'takenShare',
    title: 'Good leads rejected',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the ready leads called that sellers rejected and entered as found by themselves.',
    measure: (run) => ratio(run.total('takenLeads'), run.total('accepted', SOUND)),
  },
  words: {
    title: 'Good leads rejected',
    column: 'taken',
    note: 'good leads that sellers rejected and entered as their own',
    link: 'good leads rejected and entered as sales’ own',
    says: (share) => `reject ${share} of good leads and enter them as their own`,
    why:
      'a deal entered as their own pays more, and nobody can prove whose it was without a ' +
      'definition that both sides agreed to',
  },
  isPossible: (_, { commission, components = [] }) =>
    (commission?.ownDealExtraShare ?? 0) > 0 || components.some(({ metric }) => metric === 'own-bookings'),
  begin(seller) {
    const { takingUsd, takingPenaltyUsd } = salesNumbers(seller.world, parameters);
    const { winShare } = seller.world.sales;
    const usual = worthOfTaking(seller, winShare, seller.ownDealUsd());
    return {
      ownEntryShare: usual > 0 ? 1 - exp(-usual / Math.max(takingUsd, 1e-9)) : 0,
      leadInHand(floor, _seat, lead, chance) {
        if (floor.day >= seller.lastDay) return false;
        const cost = takingUsd * exponentialFrom(floor.leads.draw(lead, PURPOSE.taking));
        if (!(worthOfTaking(seller, chance, seller.ownDealUsd(floor.day)) > cost)) return false;
        if (floor.leads.draw(lead, PURPOSE.takingFound) >= seller.stretchingRisk) return true;
        // Discovered by an audit or complaint this month: the rep is fined, and the lead stays marketing's.
        floor.fine(takingPenaltyUsd);
        return false;
      },
    };
  },
};

/**
 * Gain to a rep from entering a good lead as self-sourced, before trouble and conscience, in dollars: the
 * extra commission on its expected value, less the expected fine.
 *
 * @param winChance win chance of the opportunity that may come of it
 * @param extraShare extra pay for a dollar of it
 */
function worthOfTaking(
  { world, stretchingRisk, usualDealUsd }: SellerView,
  winChance: number,
  extraShare: number,
): number {
  const { readyOpportunityShare } = world.sales;
  const { takingPenaltyUsd } = salesNumbers(world, parameters);
  const expectedUsd = readyOpportunityShare * winChance * usualDealUsd;
  return extraShare * expectedUsd - stretchingRisk * takingPenaltyUsd;
}
