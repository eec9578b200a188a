import type { OutcomeId } from './outcomes.ts';

/** An outcome that another is the sum of, and whether it counts for or against it. */
export interface Part {
  readonly id: OutcomeId;
  readonly sign: 1 | -1;
}

/** Outcomes that are sums of others, run by run: what a difference between two arms is made of. */
export const PARTS = {
  profitUsd: [
    { id: 'newMarginUsd', sign: 1 },
    { id: 'renewalMarginUsd', sign: 1 },
    { id: 'marketingSpendUsd', sign: -1 },
    { id: 'directorPayUsd', sign: -1 },
    { id: 'repPayUsd', sign: -1 },
    { id: 'insidePayUsd', sign: -1 },
    { id: 'managerPayUsd', sign: -1 },
    { id: 'turnoverCostUsd', sign: -1 },
  ],
  winsCount: [
    { id: 'readyWinsCount', sign: 1 },
    { id: 'lostNeverPassedCount', sign: -1 },
    { id: 'lostPassedLateCount', sign: -1 },
    { id: 'lostNotBelievedCount', sign: -1 },
    { id: 'lostNoTimeCount', sign: -1 },
    { id: 'lostCooledCount', sign: -1 },
    { id: 'lostWorkedBadlyCount', sign: -1 },
    { id: 'unreadyWinsCount', sign: 1 },
    { id: 'ownWinsCount', sign: 1 },
    { id: 'otherwiseWonCount', sign: 1 },
  ],
} as const satisfies Partial<Record<OutcomeId, readonly Part[]>>;
