import { REPORTED, SOUND, TRUE } from '../contract/counters.ts';
import type { Moment } from '../contract/moments.ts';
import { slotOf } from '../contract/slots.ts';
import type { RunState, Watch } from './state/state.ts';
import { DealsSeen } from './views/dealView.ts';
import { LeadsSeen } from './views/leadView.ts';

/**
 * Watch over catalogue counters that count themselves; undefined if there is none. In counters of three
 * ledgers, the true ledger leaves out what was relabelled, and the sound ledger what was not ready.
 */
export function watchFor(state: RunState): Watch | undefined {
  const { watched, slots } = state.company;
  if (watched.length === 0) return undefined;
  const leads = new LeadsSeen(state);
  const deals = new DealsSeen(state);
  const add = (id: string, amount: number, isHollow: boolean, isReady: boolean) => {
    const slot = slotOf(slots, id);
    const { month } = state.books;
    month[slot + REPORTED] += amount;
    if (slots.inThree[slot] === 0) return;
    if (!isHollow) month[slot + TRUE] += amount;
    if (isReady) month[slot + SOUND] += amount;
  };
  return {
    lead(moment: Moment, lead: number) {
      if (moment !== 'leadPassed' && moment !== 'leadCalled') return;
      for (const { id, counts } of watched) {
        const amount = counts?.[moment]?.(leads, lead) ?? 0;
        if (amount !== 0) add(id, amount, leads.isRelabelled(lead), leads.isReady(lead));
      }
    },
    deal(moment: Moment, deal: number, weight = 1) {
      if (moment === 'leadPassed' || moment === 'leadCalled') return;
      for (const { id, counts } of watched) {
        const amount = weight * (counts?.[moment]?.(deals, deal) ?? 0);
        if (amount !== 0) add(id, amount, deals.isRelabelled(deal), deals.isReady(deal));
      }
    },
  };
}
