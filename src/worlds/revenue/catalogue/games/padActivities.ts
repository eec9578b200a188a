import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import type { SellerGame } from '../../contract/game.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  paddedPerDay: quantity(0, {
    unit: 'entries per day',
    max: 1000,
    about:
      'Upper bound on a rep’s entries in the log of activities without selling; 0: none, or nobody counts.',
    low: 0,
    high: 20,
    source: `${ASSUMPTION}; range: from none to one every quarter of an hour`,
  }),
  paddingHours: quantity(0.1, {
    unit: 'hours',
    max: 100,
    about: 'Selling hours that such an entry takes.',
    low: 0.03,
    high: 0.3,
    source: `${ASSUMPTION}; range: two to twenty minutes`,
  }),
  paddingUsd: quantity(0.5, {
    unit: 'USD per entry',
    max: 1e6,
    about: 'Cost to a rep, in conscience, of such an entry.',
    low: 0,
    high: 5,
    source: `${ASSUMPTION}; range: from no moral cost to ten times the default`,
  }),
};

/** Padding the activity log, where the plan pays per entry. */
export const padActivities: SellerGame = {
  id: 'pad-activities',
  title: 'Padding the activity log',
  role: 'account-executive',
  mind: 'seller',
  about: 'Entries in the log of activities without selling behind them.',
  parameters,
  outcome: {
    id: 'paddedShare',
    title: 'Padded activity',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the entries in the log of activities without selling behind them.',
    measure: (run) => run.hollow('activities'),
  },
  words: {
    title: 'Padded activity',
    column: 'padded',
    note: 'entries in the log of activities behind which there was no selling',
    link: 'entries without selling',
    says: (share) => `make ${share} of their entries in the log without having sold`,
    why: 'an entry takes minutes and is paid like one that took selling',
  },
  isPossible: (world, { commission, components = [] }) =>
    salesNumbers(world, parameters).paddedPerDay > 0 &&
    ((commission?.perActivityUsd ?? 0) > 0 || components.some(({ metric }) => metric === 'activities')),
  begin(seller) {
    const { paddedPerDay, paddingHours, paddingUsd } = salesNumbers(seller.world, parameters);
    // Pay for the entry, less the value of the selling time, less the cost in conscience.
    const worthUsd = seller.entryUsd - paddingHours * seller.sellingHourUsd - paddingUsd;
    return worthUsd > 0 ? { entriesPerDay: paddedPerDay, hoursPerEntry: paddingHours } : {};
  },
};
