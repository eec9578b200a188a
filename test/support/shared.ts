import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { PreparationCache } from '../../src/experiments/running/preparationCache.ts';

/** Preparation results shared between the runs of the tests. */
export const cache = new PreparationCache();

/** Executor of the tests: no threads, because starting them costs more than many runs do. */
export const threads = inlineExecutor;
