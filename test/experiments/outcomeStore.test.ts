import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OutcomeStore, type Spill } from '../../src/experiments/running/outcomeStore.ts';
import { SpillFile } from '../../src/experiments/running/spillFile.ts';

const RUNS = 2;
const WIDTH = 3;
const REPLICATES = 5_000;
/** A number that encodes its place. */
const at = (replicate: number, run: number, outcome: number) => replicate * 100 + run * 10 + outcome;
/** Bytes of one block of all series. */
const BLOCK_BYTES = 1024 * RUNS * WIDTH * 8;

function fill(store: OutcomeStore, start = 0, replicates = REPLICATES): void {
  for (let from = start; from < start + replicates; from += 25) {
    const outcomes = Float64Array.from({ length: 25 * RUNS * WIDTH }, (_, i) =>
      at(from + Math.floor(i / (RUNS * WIDTH)), Math.floor(i / WIDTH) % RUNS, i % WIDTH),
    );
    store.add({ from, to: from + 25, outcomes, months: [], failures: [] });
  }
}

function expectAll(store: OutcomeStore, start = 0, replicates = REPLICATES): void {
  for (let run = 0; run < RUNS; run++) {
    for (let outcome = 0; outcome < WIDTH; outcome++) {
      const values = store.read(run, outcome);
      expect(values.length).toBe(replicates);
      expect(values.findIndex((value, i) => value !== at(start + i, run, outcome))).toBe(-1);
    }
  }
}

test('outcomes read back as written, from memory and from an unlinked spill file', () => {
  const plain = new OutcomeStore(RUNS, WIDTH);
  fill(plain);
  expectAll(plain);
  expect([...plain.read(1, 2).subarray(0, 3)]).toEqual([at(0, 1, 2), at(1, 1, 2), at(2, 1, 2)]);
  const folder = mkdtempSync(join(tmpdir(), 'goodhart-'));
  const file = new SpillFile(folder);
  const spilled: number[] = [];
  const counting: Spill = {
    put: (block) => {
      spilled.push(block.byteLength);
      file.put(block);
    },
    read: (block, from, into) => file.read(block, from, into),
  };
  const store = new OutcomeStore(RUNS, WIDTH, counting, 0, 2 * BLOCK_BYTES);
  fill(store);
  // Of five blocks, two stay in memory.
  expect(spilled).toEqual([BLOCK_BYTES, BLOCK_BYTES, BLOCK_BYTES]);
  expect(store.isSpillFull).toBe(false);
  expectAll(store);
  expect(readdirSync(folder)).toEqual([]);
  file.close();
});

test('reading a store that still grows gives the replicates so far, from memory and the spill file', () => {
  const file = new SpillFile();
  const store = new OutcomeStore(RUNS, WIDTH, file, 0, BLOCK_BYTES);
  for (const from of [0, 25, 1_025, 2_050]) {
    const before = from === 0 ? 0 : store.read(0, 0).length;
    fill(store, before, from + 25 - before);
    expectAll(store, 0, from + 25);
  }
  file.close();
});

test('a store that starts at a later replicate holds the replicates from there on', () => {
  const file = new SpillFile();
  for (const store of [
    new OutcomeStore(RUNS, WIDTH, undefined, 1_100),
    new OutcomeStore(RUNS, WIDTH, file, 1_100, BLOCK_BYTES),
  ]) {
    fill(store, 1_100);
    expectAll(store, 1_100);
  }
  file.close();
});

test('blocks that a full spill file refuses stay in memory, and nothing is lost', () => {
  const blocks: Float64Array[] = [];
  const small: Spill = {
    put: (block) => {
      if (blocks.length === 1) throw new Error('ENOSPC');
      blocks.push(block.slice());
    },
    read: (block, from, into) => into.set(blocks[block].subarray(from, from + into.length)),
  };
  const store = new OutcomeStore(RUNS, WIDTH, small, 0, 2 * BLOCK_BYTES);
  fill(store);
  expect(store.isSpillFull).toBe(true);
  expectAll(store);
});

test('a spill file in a missing folder accepts nothing, and all outcomes stay in memory', () => {
  const file = new SpillFile('/nowhere/at/all');
  const store = new OutcomeStore(RUNS, WIDTH, file, 0, BLOCK_BYTES);
  fill(store);
  expect(store.isSpillFull).toBe(true);
  expectAll(store);
});
