import type { Chunk } from './lines.ts';

/** Replicates of which all outcomes are kept together. */
const BLOCK = 1024;
/** Bytes of outcomes that are kept in memory where there is a shelf for more. */
const MOST_BYTES = 256 * 2 ** 20;

/** Where blocks go that memory has no room for. */
export interface Shelf {
  /** Puts a block behind those that are there already. */
  put(block: Float64Array): void;
  /** Reads as many numbers of a block as are asked for, from one of them on. */
  read(block: number, from: number, into: Float64Array): void;
}

/**
 * Outcomes of every line by replicate, eight bytes each; NaN where undefined or failed. Grows as chunks come, in their order. With a shelf no more than 256 MB are kept in memory.
 */
export class OutcomeStore {
  private readonly lines: number;
  private readonly width: number;
  private readonly shelf: Shelf | undefined;
  private readonly mostBytes: number;
  /** Blocks that are not on the shelf, the last one being filled: [(line * width + outcome) * BLOCK + replicate in the block]. */
  private readonly blocks: Float64Array[] = [];
  private shelved = 0;
  private isFull = false;
  private replicates = 0;

  /**
   * @param width how many outcomes a line has
   */
  constructor(lines: number, width: number, shelf?: Shelf, mostBytes = MOST_BYTES) {
    this.lines = lines;
    this.width = width;
    this.shelf = shelf;
    this.mostBytes = mostBytes;
  }

  /** Whether the shelf took no more at some point, so that the rest stayed in memory. */
  get isShelfFull(): boolean {
    return this.isFull;
  }

  add({ from, to, outcomes }: Chunk): void {
    const series = this.lines * this.width;
    for (let replicate = from; replicate < to; replicate++) {
      const at = replicate % BLOCK;
      if (at === 0) this.newBlock();
      const block = this.blocks[this.blocks.length - 1];
      const base = (replicate - from) * series;
      for (let i = 0; i < series; i++) block[i * BLOCK + at] = outcomes[base + i];
    }
    this.replicates = to;
  }

  /** An outcome of a line in the first `n` replicates, or in all of them. */
  read(line: number, outcome: number, n = this.replicates): Float64Array {
    const values = new Float64Array(n);
    const start = (line * this.width + outcome) * BLOCK;
    for (let first = 0; first < n; first += BLOCK) {
      const index = first / BLOCK;
      const into = values.subarray(first, Math.min(n, first + BLOCK));
      if (index < this.shelved) this.shelf!.read(index, start, into);
      else into.set(this.blocks[index - this.shelved].subarray(start, start + into.length));
    }
    return values;
  }

  private newBlock(): void {
    const size = this.lines * this.width * BLOCK;
    while (this.shelf !== undefined && !this.isFull && this.blocks.length > 0) {
      if ((this.blocks.length + 1) * size * 8 <= this.mostBytes) break;
      try {
        this.shelf.put(this.blocks[0]);
      } catch {
        this.isFull = true;
        break;
      }
      this.blocks.shift();
      this.shelved++;
    }
    this.blocks.push(new Float64Array(size));
  }
}
