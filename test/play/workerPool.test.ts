import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  answering,
  type TaskAnswer,
  type TaskMessage,
} from '../../src/experiments/executors/taskMessages.ts';
import { canonicalJson, compare, parseScenario, Session } from '../../src/index.ts';
import { CancelledError, type PoolWorker, WorkerPool } from '../../src/play/workerPool.ts';
import { cache } from '../support/shared.ts';

const scenario = parseScenario(
  readFileSync('scenarios/catherine.yaml', 'utf8').replace('horizonMonths: 12', 'horizonMonths: 2'),
);
const options = { arms: ['fluff', 'revenue-tied'], replicates: 60, counterfactuals: 'none' } as const;

/** A worker that works in this thread, one message a turn, and dies at the tasks it is told to. */
class FakeWorker implements PoolWorker {
  onmessage: PoolWorker['onmessage'] = null;
  onerror: PoolWorker['onerror'] = null;
  private readonly answer: (message: TaskMessage) => void;
  private readonly dies: () => boolean;
  private readonly load: { now: number; most: number };
  private isOver = false;

  /** @param load tasks that are given and not answered, now and at most */
  constructor(dies: () => boolean = () => false, load = { now: 0, most: 0 }) {
    this.dies = dies;
    this.load = load;
    this.answer = answering((data: TaskAnswer) => {
      load.now--;
      this.onmessage?.({ data: structuredClone(data) });
    });
  }

  postMessage(message: TaskMessage): void {
    const copy = structuredClone(message);
    if ('task' in copy) this.load.most = Math.max(this.load.most, ++this.load.now);
    setTimeout(() => {
      if (this.isOver) return;
      if ('task' in copy && this.dies()) this.onerror?.(new Error('died'));
      else this.answer(copy);
    });
  }

  terminate(): void {
    this.isOver = true;
  }
}

describe('a pool of workers', () => {
  test.each([1, 3])('%i of them give the bytes of one thread', async (size) => {
    const pool = new WorkerPool(() => new FakeWorker(), size);
    const found = await new Session(pool, cache).compare(scenario, options);
    expect(canonicalJson(found)).toBe(canonicalJson(await compare(scenario, { ...options, cache })));
  });

  test('a worker that dies is replaced, and nothing is lost or counted twice', async () => {
    let deaths = 0;
    const pool = new WorkerPool(() => new FakeWorker(() => deaths < 2 && ++deaths > 0), 2);
    const found = await new Session(pool, cache).compare(scenario, options);
    expect(deaths).toBe(2);
    expect(canonicalJson(found)).toBe(canonicalJson(await compare(scenario, { ...options, cache })));
  });

  test('a task of which every worker dies is an error, not a hang', async () => {
    const pool = new WorkerPool(() => new FakeWorker(() => true), 2);
    await expect(new Session(pool, cache).compare(scenario, options)).rejects.toThrow('ended unexpectedly');
  });

  test('what is dropped says so, and the next job is answered', async () => {
    const pool = new WorkerPool(() => new FakeWorker(), 2);
    const dropped = new Session(pool, cache).compare(scenario, options);
    const heard = expect(dropped).rejects.toThrow(CancelledError);
    setTimeout(() => pool.cancelAll(), 5);
    await heard;
    const found = await new Session(pool, cache).compare(scenario, options);
    expect(found.replicates.completed).toBe(options.replicates);
  });

  test('the newest job comes first; in the background a pool leaves workers free', async () => {
    const load = { now: 0, most: 0 };
    const pool = new WorkerPool(() => new FakeWorker(undefined, load), 4);
    pool.isBackground = true;
    const order: string[] = [];
    const later = new Session(pool, cache).compare(scenario, options).then(() => order.push('first'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = new Session(pool, cache)
      .compare(scenario, { ...options, replicates: 30 })
      .then(() => order.push('second'));
    await Promise.all([later, other]);
    expect(load.most).toBe(2);
    expect(order).toEqual(['second', 'first']);
  });
});
