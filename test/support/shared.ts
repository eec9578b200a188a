import { folderMemory } from '../../src/experiments/executors/folderMemory.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { rememberingExecutor } from '../../src/experiments/executors/remembering.ts';
import { PreparationCache } from '../../src/experiments/running/preparationCache.ts';

/** Preparation results shared between the runs of the tests. */
export const cache = new PreparationCache();

/**
 * Executor of the tests: no threads, because starting them costs more than many runs do. Processes share
 * one cache.
 */
export const threads = rememberingExecutor(inlineExecutor, folderMemory(process.env.GOODHART_CACHE!));
