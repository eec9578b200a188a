import type { Chunk } from '../tasks/replicates.ts';

/** Replicates per block. */
const BLOCK = 1024;
/** Maximum number of bytes of outcomes in memory if there is a place to spill to. */
const MOST_BYTES = 256 * 2 ** 20;

/** Storage for blocks that exceed memory. */
export interface Spill {
  /** Appends a block. */
  put(block: Float64Array): void;
  /** Fills `into` with numbers of a block, starting at `from`. */
  read(block: number, from: number, into: Float64Array): void;
}

/**
 * Outcomes of every run by replicate, eight bytes each; NaN where undefined or failed. Chunks must be added
 * in order. With a place to spill to, at most 256 MiB stay in memory, or one block if that is larger. If
 * spilling fails, the rest stays in memory.
 */
export class OutcomeStore {
  private readonly runs: number;
  private readonly width: number;
  private readonly spill: Spill | undefined;
  private readonly mostBytes: number;
  /** First replicate. */
  private readonly start: number;
  /** Blocks in memory, the last partly filled: [(run * width + outcome) * BLOCK + replicate in block]. */
  private readonly blocks: Float64Array[] = [];
  private spilled = 0;
  private isFull = false;
  private count = 0;

  /**
   * @param width outcomes per run
   * @param start the first replicate
   */
  constructor(runs: number, width: number, spill?: Spill, start = 0, mostBytes = MOST_BYTES) {
    this.runs = runs;
    this.width = width;
    this.spill = spill;
    this.start = start;
    this.mostBytes = mostBytes;
  }

  /** Whether spilling failed, so that the remaining blocks stay in memory. */
  get isSpillFull(): boolean {
    return this.isFull;
  }

  add({ from, to, outcomes }: Chunk): void {
    const series = this.runs * this.width;
    for (let replicate = from; replicate < to; replicate++) {
      const at = (replicate - this.start) % BLOCK;
      if (at === 0) this.newBlock();
      const block = this.blocks[this.blocks.length - 1];
      const base = (replicate - from) * series;
      for (let i = 0; i < series; i++) block[i * BLOCK + at] = outcomes[base + i];
    }
    this.count = to - this.start;
  }

  /** One outcome of a run in all replicates. */
  read(run: number, outcome: number): Float64Array {
    const values = new Float64Array(this.count);
    const start = (run * this.width + outcome) * BLOCK;
    for (let first = 0; first < this.count; first += BLOCK) {
      const index = first / BLOCK;
      const into = values.subarray(first, Math.min(this.count, first + BLOCK));
      if (index < this.spilled) this.spill!.read(index, start, into);
      else into.set(this.blocks[index - this.spilled].subarray(start, start + into.length));
    }
    return values;
  }

  private newBlock(): void {
    const size = this.runs * this.width * BLOCK;
    while (this.spill !== undefined && !this.isFull && this.blocks.length > 0) {
      if ((this.blocks.length + 1) * size * 8 <= this.mostBytes) break;
      try {
        this.spill.put(this.blocks[0]);
      } catch {
        this.isFull = true;
        break;
      }
      this.blocks.shift();
      this.spilled++;
    }
    this.blocks.push(new Float64Array(size));
  }
}
