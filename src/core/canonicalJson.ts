/** Plain JSON data. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Canonical JSON text: object keys are sorted by UTF-16 code units, and equal data give equal bytes.
 * Undefined members of objects are omitted.
 *
 * @param indent whitespace of one level of nesting; by default everything is on one line, without whitespace
 * @throws TypeError for anything that is not plain JSON data, such as NaN or an infinity: such a value must
 * be left out, not written as null
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown, indent = ''): string {
  return write(value, indent, '');
}

function write(value: unknown, indent: string, margin: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`);
    return JSON.stringify(value);
  }
  const inner = margin + indent;
  const open = indent === '' ? '' : `\n${inner}`;
  const close = indent === '' ? '' : `\n${margin}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (indent !== '' && value.every((item) => typeof item === 'number')) {
      return `[${value.map((item) => write(item, '', '')).join(', ')}]`;
    }
    return `[${open}${value.map((item) => write(item, indent, inner)).join(`,${open}`)}${close}]`;
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return '{}';
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const space = indent === '' ? '' : ' ';
    return `{${open}${entries
      .map(([key, item]) => `${JSON.stringify(key)}:${space}${write(item, indent, inner)}`)
      .join(`,${open}`)}${close}}`;
  }
  throw new TypeError(`JSON cannot hold a ${typeof value}`);
}
