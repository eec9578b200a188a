import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonicalJson.ts';

/**
 * SHA-256 of the canonical JSON of plain data, as hexadecimal text: equal data have equal hashes on any
 * machine.
 *
 * @example hashOf({ a: 1 }) === hashOf(JSON.parse('{"a":1}')) // true
 */
export function hashOf(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(data))));
}
