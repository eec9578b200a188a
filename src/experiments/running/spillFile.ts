import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spill } from './outcomeStore.ts';

/**
 * Keeps blocks in an unlinked temporary file, so that nothing is left behind however the process ends. The
 * file is created with the first block.
 */
export class SpillFile implements Spill {
  private readonly folder: string;
  private file: number | undefined;
  private blockBytes = 0;
  private count = 0;

  constructor(folder = tmpdir()) {
    this.folder = folder;
  }

  put(block: Float64Array): void {
    const bytes = new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
    try {
      this.file ??= openNameless(this.folder);
      this.blockBytes = bytes.length;
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.file, bytes, done, bytes.length - done, this.count * this.blockBytes + done);
    } catch (error) {
      // A partly written block is discarded.
      if (this.file !== undefined) ftruncateSync(this.file, this.count * this.blockBytes);
      throw error;
    }
    this.count++;
  }

  read(block: number, from: number, into: Float64Array): void {
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    const start = block * this.blockBytes + from * into.BYTES_PER_ELEMENT;
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(this.file!, bytes, done, bytes.length - done, start + done);
      if (got === 0) throw new Error('the file of outcomes ended too soon');
      done += got;
    }
  }

  /** Frees the disk space. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}

/** Opens a new file and unlinks it. */
function openNameless(folder: string): number {
  const own = mkdtempSync(join(folder, 'goodhart-'));
  try {
    return openSync(join(own, 'outcomes'), 'w+', 0o600);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
