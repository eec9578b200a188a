/** A value with its unit, in words: `12%`, `$20,000`, `4.4 hours per day`. */
export function valueWords(value: unknown, unit: string): string {
  if (typeof value !== 'number') return String(value);
  const number = value.toLocaleString('en-US', { maximumSignificantDigits: 6 });
  if (unit === 'share') return `${Number((100 * value).toPrecision(6)).toLocaleString('en-US')}%`;
  if (unit.startsWith('share ')) return `${Number((100 * value).toPrecision(6))}% ${unit.slice(6)}`;
  if (unit === 'USD') return `${value < 0 ? '−' : ''}$${number.replace('-', '')}`;
  if (unit.startsWith('USD ')) return `$${number} ${unit.slice(4)}`;
  return unit === '' ? number : `${number} ${unit}`;
}

/** What stands behind a number in a box: shares are shown there in percent. */
export function unitWords(unit: string): string {
  return unit === 'share' || unit.startsWith('share ') ? `%${unit.slice(5)}` : unit.replace(/^USD/, '$');
}
