import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  answering,
  type TaskAnswer,
  type TaskMessage,
} from '../../src/experiments/executors/taskMessages.ts';
import { canonicalJson, compare, parseScenario, Session } from '../../src/index.ts';
import { Crew, DroppedWork, type Helper } from '../../src/play/crew.ts';
import { cache } from '../support/shared.ts';

const scenario = parseScenario(
  readFileSync('scenarios/catherine.yaml', 'utf8').replace('horizonMonths: 12', 'horizonMonths: 2'),
);
const options = { arms: ['fluff', 'revenue-tied'], replicates: 60, counterfactuals: 'none' } as const;

/** A helper that works in this thread, one message a turn, and dies at the tasks it is told to. */
class FakeHelper implements Helper {
  onmessage: Helper['onmessage'] = null;
  onerror: Helper['onerror'] = null;
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

describe('a crew of helpers', () => {
  test.each([1, 3])('%i of them give the bytes of one thread', async (size) => {
    const crew = new Crew(() => new FakeHelper(), size);
    const found = await new Session(crew, cache).compare(scenario, options);
    expect(canonicalJson(found)).toBe(canonicalJson(await compare(scenario, { ...options, cache })));
  });

  test('a helper that dies is replaced, and nothing is lost or counted twice', async () => {
    let deaths = 0;
    const crew = new Crew(() => new FakeHelper(() => deaths < 2 && ++deaths > 0), 2);
    const found = await new Session(crew, cache).compare(scenario, options);
    expect(deaths).toBe(2);
    expect(canonicalJson(found)).toBe(canonicalJson(await compare(scenario, { ...options, cache })));
  });

  test('a task of which every helper dies is an error, not a hang', async () => {
    const crew = new Crew(() => new FakeHelper(() => true), 2);
    await expect(new Session(crew, cache).compare(scenario, options)).rejects.toThrow('ended unexpectedly');
  });

  test('what is dropped says so, and the next job is answered', async () => {
    const crew = new Crew(() => new FakeHelper(), 2);
    const dropped = new Session(crew, cache).compare(scenario, options);
    const heard = expect(dropped).rejects.toThrow(DroppedWork);
    setTimeout(() => crew.drop(), 5);
    await heard;
    const found = await new Session(crew, cache).compare(scenario, options);
    expect(found.replicates.completed).toBe(options.replicates);
  });

  test('the newest job comes first; halved, a crew leaves helpers free', async () => {
    const load = { now: 0, most: 0 };
    const crew = new Crew(() => new FakeHelper(undefined, load), 4);
    crew.isHalved = true;
    const order: string[] = [];
    const later = new Session(crew, cache).compare(scenario, options).then(() => order.push('first'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = new Session(crew, cache)
      .compare(scenario, { ...options, replicates: 30 })
      .then(() => order.push('second'));
    await Promise.all([later, other]);
    expect(load.most).toBe(2);
    expect(order).toEqual(['second', 'first']);
  });
});
