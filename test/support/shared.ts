import { threadExecutor } from '../../src/experiments/executors/threads.ts';
import { PreparationCache } from '../../src/experiments/running/preparationCache.ts';

/** What is known of worlds, from one run of the tests to the next. */
export const cache = new PreparationCache();

/** Threads that runs of the tests share, since starting them costs more than many runs do. */
export const threads = threadExecutor(2, 0);
