import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import type { SellerGame } from '../../contract/game.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  deadDealHours: quantity(0.5, {
    unit: 'hours per month',
    max: 200,
    about: 'Selling hours that it takes to keep a lost deal in the pipeline.',
    low: 0.1,
    high: 1,
    source: `${ASSUMPTION}; range: from an entry to an hour of calls`,
  }),
  deadDealUsd: quantity(5, {
    unit: 'USD per month',
    max: 1e6,
    about: 'Cost to a rep, in conscience, of keeping a lost deal in the pipeline.',
    low: 0,
    high: 50,
    source: `${ASSUMPTION}; range: from no moral cost to ten times the default`,
  }),
};

/** Pipeline padding: lost deals are passed off as open where that costs less than a review of coverage. */
export const keepLostDeals: SellerGame = {
  id: 'keep-lost-deals',
  title: 'Keeping lost deals',
  role: 'account-executive',
  mind: 'seller',
  about: 'Lost deals shown as open pipeline where coverage is asked for.',
  parameters,
  outcome: {
    id: 'deadPipelineShare',
    title: 'Lost deals kept in the pipeline',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the open pipeline shown at the ends of months whose buyers have said no.',
    measure: (run) => run.hollow('openPipelineUsd'),
  },
  words: {
    title: 'Dead pipeline',
    column: 'dead',
    note: 'open pipeline whose buyers have said no',
    link: 'lost deals kept in the pipeline',
    says: (share) => `show a pipeline of which ${share} is lost`,
    why: 'calling lost deals alive takes less time than a review of a thin pipeline',
  },
  isPossible: ({ governance, sales }) => governance.coverageTimes > 0 && sales.deadDealMonths > 0,
  begin({ world, sellingHourUsd }) {
    const { deadDealHours, deadDealUsd } = salesNumbers(world, parameters);
    const reviewUsd = world.governance.coverageReviewHours * sellingHourUsd;
    const dealUsd = deadDealHours * sellingHourUsd + deadDealUsd;
    return {
      coverageMissing(missingUsd, lostDeals, lostUsd) {
        const deals = (missingUsd * lostDeals) / lostUsd;
        if (!(lostUsd >= missingUsd && deals * dealUsd < reviewUsd)) return undefined;
        return { deadUsd: missingUsd, hours: deals * deadDealHours };
      },
    };
  },
};
