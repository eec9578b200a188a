import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileShelf } from '../../src/experiments/executors/fileShelf.ts';
import { OutcomeStore, type Shelf } from '../../src/experiments/outcomeStore.ts';

const LINES = 2;
const WIDTH = 3;
const REPLICATES = 5_000;
/** A number that tells where it belongs. */
const at = (replicate: number, line: number, outcome: number) => replicate * 100 + line * 10 + outcome;
/** Bytes of a block of this many series. */
const BLOCK_BYTES = 1024 * LINES * WIDTH * 8;

function fill(store: OutcomeStore): void {
  for (let from = 0; from < REPLICATES; from += 25) {
    const outcomes = Float64Array.from({ length: 25 * LINES * WIDTH }, (_, i) =>
      at(from + Math.floor(i / (LINES * WIDTH)), Math.floor(i / WIDTH) % LINES, i % WIDTH),
    );
    store.add({ from, to: from + 25, outcomes, months: [], failures: [] });
  }
}

function expectAll(store: OutcomeStore): void {
  for (let line = 0; line < LINES; line++) {
    for (let outcome = 0; outcome < WIDTH; outcome++) {
      const values = store.read(line, outcome);
      expect(values.length).toBe(REPLICATES);
      expect(values.findIndex((value, replicate) => value !== at(replicate, line, outcome))).toBe(-1);
    }
  }
  expect([...store.read(1, 2, 3)]).toEqual([at(0, 1, 2), at(1, 1, 2), at(2, 1, 2)]);
}

test('outcomes are read as they were written, in memory and from a file that has no name', () => {
  const plain = new OutcomeStore(LINES, WIDTH);
  fill(plain);
  expectAll(plain);
  const folder = mkdtempSync(join(tmpdir(), 'goodhart-'));
  const shelf = new FileShelf(folder);
  const kept: number[] = [];
  const counting: Shelf = {
    put: (block) => {
      kept.push(block.byteLength);
      shelf.put(block);
    },
    read: (block, from, into) => shelf.read(block, from, into),
  };
  const store = new OutcomeStore(LINES, WIDTH, counting, 2 * BLOCK_BYTES);
  fill(store);
  // Five blocks, of which two are in memory.
  expect(kept).toEqual([BLOCK_BYTES, BLOCK_BYTES, BLOCK_BYTES]);
  expectAll(store);
  expect(readdirSync(folder)).toEqual([]);
  shelf.close();
});

test('a shelf that takes no more leaves the rest in memory, and nothing is lost', () => {
  const blocks: Float64Array[] = [];
  const small: Shelf = {
    put: (block) => {
      if (blocks.length === 1) throw new Error('ENOSPC');
      blocks.push(block.slice());
    },
    read: (block, from, into) => into.set(blocks[block].subarray(from, from + into.length)),
  };
  const store = new OutcomeStore(LINES, WIDTH, small, 2 * BLOCK_BYTES);
  fill(store);
  expect(store.isShelfFull).toBe(true);
  expectAll(store);
});

test('a file in a folder that is not there is no shelf, and takes nothing', () => {
  const shelf = new FileShelf('/nowhere/at/all');
  const store = new OutcomeStore(LINES, WIDTH, shelf, BLOCK_BYTES);
  fill(store);
  expect(store.isShelfFull).toBe(true);
  expectAll(store);
});
