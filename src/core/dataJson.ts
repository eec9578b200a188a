/** Typed arrays that data may contain, by name. */
const ARRAYS = { Float64Array, Int32Array, Uint8Array } as const;
type ArrayName = keyof typeof ARRAYS;

/** Numbers that `JSON.stringify` does not preserve, by their text. */
const NUMBERS: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };

/** Bytes converted to text at a time. */
const BYTES_AT_ONCE = 0x8000;

/**
 * Plain data as JSON text that {@link dataFromJson} restores bit for bit, including typed arrays, NaN,
 * infinities and -0. Undefined members of objects are omitted; undefined entries of arrays become null.
 *
 * Objects with a single key that begins with `$` are escaped, so that plain data cannot be mistaken for an
 * encoded number or typed array.
 *
 * @throws TypeError for anything that is not plain data
 * @example dataFromJson(dataToJson({ x: Float64Array.of(0.1, NaN) })).x[0] // 0.1
 */
export function dataToJson(data: unknown): string {
  return JSON.stringify(encode(data));
}

/** Restores data written by {@link dataToJson}. */
export function dataFromJson(text: string): unknown {
  return decode(JSON.parse(text));
}

function encode(data: unknown): unknown {
  if (typeof data === 'number')
    return Number.isFinite(data) && !Object.is(data, -0)
      ? data
      : { $number: Object.is(data, -0) ? '-0' : String(data) };
  if (data === null || typeof data !== 'object') {
    if (typeof data === 'function' || typeof data === 'symbol' || typeof data === 'bigint')
      throw new TypeError(`a ${typeof data} is no plain data`);
    return data;
  }
  if (Array.isArray(data)) return data.map(encode);
  for (const [name, kind] of Object.entries(ARRAYS))
    if (data instanceof kind) return { [`$${name}`]: toBase64(data) };
  const prototype: unknown = Object.getPrototypeOf(data);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`a ${(data as object).constructor.name} is no plain data`);
  // JSON leaves out what is undefined.
  const entries = Object.entries(data).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, encode(value)] as const],
  );
  const table = Object.fromEntries(entries);
  return entries.length === 1 && entries[0][0].startsWith('$') ? { $table: table } : table;
}

function decode(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) return data.map(decode);
  const [only, ...others] = Object.entries(data);
  if (only !== undefined && others.length === 0) {
    const [key, value] = only as [string, unknown];
    if (key === '$number') return NUMBERS[value as string];
    if (key === '$table') return decodeTable(value as object);
    if (key.startsWith('$')) return fromBase64(key.slice(1) as ArrayName, value as string);
  }
  return decodeTable(data);
}

function decodeTable(table: object): unknown {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, decode(value)]));
}

function toBase64(array: Float64Array | Int32Array | Uint8Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = '';
  for (let from = 0; from < bytes.length; from += BYTES_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + BYTES_AT_ONCE));
  return btoa(text);
}

function fromBase64(name: ArrayName, text: string): unknown {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new ARRAYS[name](bytes.buffer);
}
