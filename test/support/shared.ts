import { threadExecutor } from '../../src/experiments/executors/threads.ts';
import { WorldBook } from '../../src/experiments/worldBook.ts';

/** What is known of worlds, from one run of the tests to the next. */
export const book = new WorldBook();

/** Threads that runs of the tests share, since starting them costs more than many runs do. */
export const threads = threadExecutor(2, 0);
