import { asksTheHappy } from './asksTheHappy.ts';

/** Rebates to partners who then say that they are satisfied. */
export const partnerRebates = asksTheHappy('partner-rebates', 'partnerSatisfaction');
