import type { Bundle } from '../experiments/result/bundle.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { outcomesOfPerson } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { reportedPeople } from './people.ts';

/** A sum that can be decomposed into parts. */
export type Whole = 'profitUsd' | 'profitBeforePayUsd' | 'winsCount';

/** A part of a sum; `sign` says whether it adds or subtracts. */
export interface Part {
  readonly id: string;
  readonly sign: 1 | -1;
  /** Words that follow "more", "less" or "fewer". */
  readonly words: string;
  readonly less: 'less' | 'fewer';
}

/** Wording of parts in sentences where the title does not fit. */
const WORDS: Readonly<Record<string, string>> = {
  newMarginUsd: 'margin on new business',
  renewalMarginUsd: 'margin on renewals',
  marketingSpendUsd: 'marketing money',
  repPayUsd: 'pay of sellers',
  insidePayUsd: 'pay of inside sales',
  managerPayUsd: 'pay of the sales manager',
  turnoverCostUsd: 'hiring and replacing',
  readyWinsCount: 'ready buyers among the leads',
  lostNeverPassedCount: 'lost because ready leads scored too low to be passed on',
  lostPassedLateCount: 'lost with leads passed too late',
  lostNotBelievedCount: 'lost because sellers did not trust the lead',
  lostNoTimeCount: 'lost because nobody had time to call',
  lostCooledCount: 'lost to a late call',
  lostWorkedBadlyCount: 'lost by neglect',
  unreadyWinsCount: 'won from leads not ready yet',
  ownWinsCount: 'that sellers found themselves',
  otherwiseWonCount: 'won by better chances or timing',
};
/** Parts of profit that are pay; a difference in profit at equal pay leaves them out. */
const PAY: readonly string[] = ['repPayUsd', 'insidePayUsd', 'managerPayUsd'];
/** The pay of people with outcomes of their own is inserted before this part. */
const FIRST_OF_SALES = 'repPayUsd';

/** Parts of profit at equal pay, in catalogue order. */
export function partsAtEqualPay(): Part[] {
  return partsIn('profitUsd').filter(({ id }) => !PAY.includes(id));
}

/** Parts of a sum that are outcomes of the company. */
function partsIn(whole: Whole): Part[] {
  const less = whole === 'winsCount' ? 'fewer' : 'less';
  return OUTCOMES.flatMap(({ id, title, partOf }): Part[] =>
    partOf?.whole === whole ? [{ id, sign: partOf.sign, words: WORDS[id] ?? title.toLowerCase(), less }] : [],
  );
}

/** Parts of a sum in catalogue order, including the pay of everybody with outcomes of their own. */
export function partsOf(bundle: Bundle, whole: Whole): Part[] {
  if (whole === 'profitBeforePayUsd') return partsAtEqualPay();
  return partsIn(whole).flatMap((part) =>
    part.id === FIRST_OF_SALES ? [...personalParts(bundle, whole), part] : [part],
  );
}

function personalParts(bundle: Bundle, whole: Whole): Part[] {
  return reportedPeople(bundle).flatMap(({ name, words }) =>
    outcomesOfPerson({ name, row: 0 }).flatMap(({ id, partOf }): Part[] =>
      partOf?.whole === whole ? [{ id, sign: partOf.sign, words: `pay of ${words}`, less: 'less' }] : [],
    ),
  );
}
