import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Memory } from './remembering.ts';

/** Most bytes of answers that a folder keeps; a fourth of them, the oldest, go when there are more. */
const MOST_BYTES = 200e6;
/** Answers are counted after so many have been written. */
const WRITES_PER_COUNT = 50;

/**
 * A file cache of results, valid for this version of the code only: the name of a file is the hash of the
 * question and of the code. A file that is incomplete or altered counts as missing, and a folder that
 * cannot be written to keeps nothing: both cost time and change no number.
 *
 * @param mostBytes most that the folder keeps, in bytes; beyond it the oldest answers go
 * @example rememberingExecutor(inlineExecutor, folderMemory('/var/cache/goodhart'))
 */
export function folderMemory(folder: string, mostBytes = MOST_BYTES): Memory {
  let writes = 0;
  const fileOf = (key: string) => join(folder, `${digest(codeStamp(), key)}.json`);
  return {
    read(key) {
      try {
        const [sum, text] = splitOnce(readFileSync(fileOf(key), 'utf8'));
        return digest(text) === sum ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      const file = fileOf(key);
      const part = `${file}.${randomBytes(6).toString('hex')}.part`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(part, `${digest(text)}\n${text}`, { mode: 0o600 });
        renameSync(part, file);
        if (writes++ % WRITES_PER_COUNT === 0) forgetOldest(folder, mostBytes);
      } catch {
        discard(part);
      }
    },
  };
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing was written.
  }
}

/** Removes the oldest answers of a folder that has become too large. */
function forgetOldest(folder: string, most: number): void {
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((file) => ({ file, ...sizeAndAge(file) }))
    .sort((a, b) => a.changed - b.changed);
  let left = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (left <= most) return;
  for (const { file, bytes } of files) {
    if (left <= 0.75 * most) return;
    rmSync(file, { force: true });
    left -= bytes;
  }
}

function sizeAndAge(file: string): { readonly bytes: number; readonly changed: number } {
  const { size, mtimeMs } = statSync(file);
  return { bytes: size, changed: mtimeMs };
}

function splitOnce(text: string): [head: string, rest: string] {
  const at = text.indexOf('\n');
  return [text.slice(0, at), text.slice(at + 1)];
}

function digest(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}

let stamp: string | undefined;

/** Hash of all code, so that any change of code invalidates the cache. */
function codeStamp(): string {
  stamp ??= stampOf(codeFolder());
  return stamp;
}

/** The folder of the built package, or of the source. */
function codeFolder(): string {
  const file = fileURLToPath(import.meta.url);
  const here = dirname(file);
  if (file.endsWith('.ts')) return dirname(dirname(here));
  return basename(here) === 'cli' ? dirname(here) : here;
}

function stampOf(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    if (!/\.(js|ts)$/.test(name) || name.endsWith('.d.ts')) continue;
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
