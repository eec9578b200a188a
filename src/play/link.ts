import { isPlainText } from '../core/plainText.ts';

/** What a link carries: a named base, what was changed, and the sides of the comparison. Never results. */
export interface Shared {
  /** Version that made it. */
  readonly version: string;
  /** Name of a scenario of the page; absent if `text` is one's own. */
  readonly base?: string;
  /** A scenario of one's own. */
  readonly text?: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly arms: readonly string[];
  readonly seed?: string;
  readonly guess?: boolean;
}

/** Why a link cannot be opened, or a state not be put into one. */
export type LinkProblem = 'broken' | 'newer' | 'too-large';

export class LinkError extends Error {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Prefix of the present format; a higher number is of a later version. */
const PREFIX = 'g1.';
const ANY_PREFIX = /^g(\d{1,6})\./;
/** Longest fragment of an address, in characters. */
export const MOST_CHARACTERS = 16_000;
/** Longest in a page that was saved with a view in it. */
export const MOST_FILE_CHARACTERS = 2_000_000;
/** Largest content, in bytes. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * A state as the fragment of an address: JSON, deflated, in base64url, after the number of the format.
 *
 * @param most longest fragment, in characters
 * @throws LinkError `too-large` beyond it
 */
export async function toFragment(shared: Shared, most = MOST_CHARACTERS): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await through(new CompressionStream('deflate-raw'), bytes, Infinity);
  const fragment = PREFIX + base64url(packed);
  if (fragment.length > most) throw new LinkError('too-large');
  return fragment;
}

/**
 * The state in a fragment, with or without its `#`.
 *
 * @throws LinkError `newer` for a later format, `too-large` beyond the limits, `broken` for everything else
 */
export async function fromFragment(written: string, most = MOST_CHARACTERS): Promise<Shared> {
  const fragment = written.replace(/^#/, '');
  const [, number] = ANY_PREFIX.exec(fragment) ?? [];
  if (number === undefined) throw new LinkError('broken');
  if (`g${number}.` !== PREFIX) throw new LinkError('newer');
  if (fragment.length > most) throw new LinkError('too-large');
  const packed = bytesOf(fragment.slice(PREFIX.length));
  const bytes = await through(new DecompressionStream('deflate-raw'), packed, MOST_BYTES);
  return checked(parsed(bytes));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new LinkError('broken');
  }
}

/** Texts that no member of an object may be called. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

function checked(data: unknown): Shared {
  const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new LinkError('broken');
  const { version, base, text, set, arms, seed, guess } = data as Record<string, unknown>;
  const isFine =
    isText(version, 40) &&
    (base === undefined) !== (text === undefined) &&
    (base === undefined || (isText(base, 200) && isPlainText(base as string))) &&
    (text === undefined || isText(text, MOST_BYTES)) &&
    typeof set === 'object' &&
    set !== null &&
    !Array.isArray(set) &&
    Object.keys(set).every((path) => !path.split('.').some((part) => RESERVED.includes(part))) &&
    Array.isArray(arms) &&
    arms.length <= 20 &&
    arms.every((arm) => isText(arm, 200)) &&
    (seed === undefined || isText(seed, 200)) &&
    (guess === undefined || typeof guess === 'boolean');
  if (!isFine) throw new LinkError('broken');
  return { version, base, text, set, arms, seed, guess } as Shared;
}

/** What comes out of a stream, up to a number of bytes. */
export async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  most: number,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What is wrong with the input, reading says too.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new LinkError('broken');
    });
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new LinkError('too-large');
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const BYTES_AT_ONCE = 0x8000;

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Only the one way of writing the bytes is accepted, so that a link has one form. */
function bytesOf(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) throw new LinkError('broken');
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    if (base64url(bytes) !== text) throw new LinkError('broken');
    return bytes;
  } catch {
    throw new LinkError('broken');
  }
}
