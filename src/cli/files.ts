import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseDocument, visit } from 'yaml';
import { refuse, showValue } from '../core/messages.ts';
import { MAX_FILE_BYTES } from '../scenario/document.ts';
import { type LoadOptions, parseScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isOfSystem } from './systemWords.ts';

/** Reads a scenario file and applies `--set`; bases must lie in the file's folder or below it. */
export function loadScenario(
  file: string,
  set: readonly string[] = [],
  purpose?: LoadOptions['purpose'],
): Scenario {
  return parseScenario(readText(file), { ...loadOptions(file, set), purpose });
}

export function loadOptions(file: string, set: readonly string[] = []): LoadOptions {
  const root = dirname(resolve(file));
  return {
    file,
    set: Object.fromEntries(set.map(parseSet)),
    readBase: (reference, from) => {
      const path = resolve(dirname(resolve(from)), reference);
      if (!existsSync(path)) return undefined;
      // Resolve links before checking that the file lies inside the scenario's folder.
      const inside = realpathSync(path);
      if (!`${inside}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) return undefined;
      return { text: readText(path), file: relative(process.cwd(), path) };
    },
  };
}

/**
 * Text of a scenario file. No more is read than a scenario may have; what is not a file (a pipe, a device)
 * and what is not UTF-8 is refused.
 */
export function readText(file: string, most = MAX_FILE_BYTES): string {
  return decoded(readBytes(file, most), file);
}

/** Bytes of a regular file; refused beyond a size. */
export function readBytes(file: string, most: number): Uint8Array {
  // Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
  const open = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (fstatSync(open).isDirectory())
      throw Object.assign(new Error('a folder'), { code: 'EISDIR', path: file });
    if (!fstatSync(open).isFile())
      refuse([
        { code: 'wrong-type', file, path: 'file', got: 'a pipe or a device', expected: 'a regular file' },
      ]);
    const bytes = readAtMost(open, most + 1);
    return bytes.length > most
      ? refuse([
          {
            code: 'too-large',
            file,
            path: 'file',
            got: `more than ${most} bytes`,
            expected: `at most ${most}`,
          },
        ])
      : bytes;
  } catch (error) {
    throw isOfSystem(error) ? Object.assign(error, { path: file }) : error;
  } finally {
    closeSync(open);
  }
}

function readAtMost(open: number, most: number): Uint8Array {
  const bytes = new Uint8Array(most);
  let length = 0;
  for (let got = -1; got !== 0 && length < most; length += got)
    got = readSync(open, bytes, length, most - length, null);
  return bytes.subarray(0, length);
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refuse([{ code: 'syntax', file, path: 'file', got: 'bytes that are no UTF-8', expected: 'UTF-8 text' }]);
  }
}

/** Parses `path=value`; the value is read as YAML without aliases. */
function parseSet(text: string): [string, unknown] {
  const at = text.indexOf('=');
  const path = text.slice(0, at);
  if (
    at < 1 ||
    !/^[A-Za-z][\w-]*(\.[\w-]+)*$/.test(path) ||
    /(^|\.)(__proto__|prototype|constructor)(\.|$)/.test(path)
  ) {
    refuse([
      {
        code: 'usage',
        path: '--set',
        got: showValue(text),
        expected: 'path=value, such as governance.auditRatePerMonth=0.05',
      },
    ]);
  }
  const document = parseDocument(text.slice(at + 1), { schema: 'core', logLevel: 'silent' });
  let isPlain = document.errors.length === 0;
  visit(document, {
    Alias: () => {
      isPlain = false;
    },
  });
  if (!isPlain)
    refuse([
      { code: 'usage', path: `--set ${path}`, got: showValue(text.slice(at + 1)), expected: 'a value' },
    ]);
  return [path, document.toJS({ maxAliasCount: 0 })];
}

/** Parses a whole number within bounds from the command line; undefined if the option is absent. */
export function wholeNumber(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    refuse([
      {
        code: 'usage',
        path: option,
        got: showValue(text),
        expected: `a whole number from ${least} to ${most}`,
      },
    ]);
  }
  return value;
}

/**
 * Creates a folder and its missing parents. Called before a long run, so that a path that cannot be written
 * fails early.
 *
 * @throws the system's error if the folder cannot be created or written to
 */
export function makeFolder(folder: string): void {
  // One level at a time: in some unwritable system folders Node's recursive creation never returns.
  if (!existsSync(folder)) {
    const parent = dirname(resolve(folder));
    if (parent !== resolve(folder)) makeFolder(parent);
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
      throw Object.assign(new Error('a link that leads nowhere'), { code: 'ENOLINK', path: folder });
    mkdirSync(folder);
  }
  if (!statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR', path: folder });
  accessSync(folder, constants.W_OK);
}

/**
 * Writes files into a folder as a whole: all of them are written beside their places first, then renamed, so
 * that a full disk leaves the old files.
 */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  makeFolder(folder);
  const staged = Object.entries(files).map(([name, text]) => ({ file: join(folder, name), text }));
  try {
    replace(staged);
  } catch (error) {
    throw isOfSystem(error) ? Object.assign(error, { path: folder }) : error;
  }
}

/**
 * Checks that a file can be written before its content is computed; leaves nothing behind.
 *
 * @throws the system's error if it cannot
 */
export function tryWriting(file: string): void {
  if (existsSync(file) && statSync(file).isDirectory())
    throw Object.assign(new Error('a folder'), { code: 'EISDIR', path: file });
  namingTarget(file, () => {
    writeFileSync(partialOf(file), '');
    unlinkSync(partialOf(file));
  });
}

/** Writes a file completely or not at all. */
export function writeWhole(file: string, text: string | Uint8Array): void {
  namingTarget(file, () => replace([{ file, text }]));
}

/** Name of the file that is written beside another; the process id keeps concurrent runs apart. */
const partialOf = (file: string) => `${file}.${process.pid}.partial`;

function replace(staged: readonly { readonly file: string; readonly text: string | Uint8Array }[]): void {
  try {
    for (const { file, text } of staged) writeFileSync(partialOf(file), text);
    for (const { file } of staged) renameSync(partialOf(file), file);
  } finally {
    for (const { file } of staged) if (existsSync(partialOf(file))) unlinkSync(partialOf(file));
  }
}

/** Runs `work`. A system error names the target, or its folder if that is missing or not a folder. */
function namingTarget(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    let path = file;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') path = dirname(file);
    while (error.code === 'ENOTDIR' && !existsSync(path)) path = dirname(path);
    throw Object.assign(error, { path });
  }
}
