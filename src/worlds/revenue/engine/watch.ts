import type { CounterDefinition } from '../contract/counters.ts';
import { REPORTED, SOUND, TRUE } from '../contract/counters.ts';
import type { Moment } from '../contract/moments.ts';
import { slotOf } from '../contract/slots.ts';
import type { RunState, Watch } from './state/state.ts';
import { DealsSeen } from './views/dealView.ts';
import { LeadsSeen } from './views/leadView.ts';

/**
 * Callbacks of catalogue counters; events that no counter uses get none. In counters of three ledgers, the
 * true ledger leaves out what was relabelled, and the sound ledger what was not ready.
 */
export function watchFor(state: RunState): Watch {
  const { slots, watched } = state.company;
  const leads = new LeadsSeen(state);
  const deals = new DealsSeen(state);
  const add = ({ id }: CounterDefinition, amount: number, isHollow: boolean, isReady: boolean) => {
    const slot = slotOf(slots, id);
    const { month } = state.books;
    month[slot + REPORTED] += amount;
    if (slots.inThree[slot] === 0) return;
    if (!isHollow) month[slot + TRUE] += amount;
    if (isReady) month[slot + SOUND] += amount;
  };
  const at = (moment: Moment) => watched.filter(({ counts }) => counts?.[moment] !== undefined);
  const ofLeads = (moment: 'leadPassed' | 'leadCalled') => {
    const counters = at(moment);
    if (counters.length === 0) return {};
    return {
      [moment](lead: number) {
        for (const counter of counters) {
          const amount = counter.counts![moment]!(leads, lead);
          if (amount !== 0) add(counter, amount, leads.isRelabelled(lead), leads.isReady(lead));
        }
      },
    };
  };
  const ofDeals = (moment: 'dealOpened' | 'dealWon' | 'dealLost') => {
    const counters = at(moment);
    if (counters.length === 0) return {};
    return {
      [moment](deal: number, weight = 1) {
        for (const counter of counters) {
          const amount = weight * counter.counts![moment]!(deals, deal);
          if (amount !== 0) add(counter, amount, deals.isRelabelled(deal), deals.isReady(deal));
        }
      },
    };
  };
  return {
    ...ofLeads('leadPassed'),
    ...ofLeads('leadCalled'),
    ...ofDeals('dealOpened'),
    ...ofDeals('dealWon'),
    ...ofDeals('dealLost'),
  };
}
