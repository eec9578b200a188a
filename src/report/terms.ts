/** Terms of a contract, to the last digit that was written. `format.ts` rounds figures of results. */

/** Decimal digits of a number times a power of ten, with separators of thousands; no binary rounding. */
function decimal(value: number, powerOfTen = 0): string {
  const [, digits, fraction = '', exponent = '0'] = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    String(Math.abs(value)),
  )!;
  const point = digits.length + Number(exponent) + powerOfTen;
  const all = `${'0'.repeat(Math.max(0, -point))}${digits}${fraction}`.padEnd(point, '0');
  const at = Math.max(0, point);
  const whole = all.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  const part = all.slice(at).replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = part === '' ? grouped : `${grouped}.${part}`;
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/** @example exactShare(0.09975) // '9.975%' */
export function exactShare(share: number): string {
  return `${decimal(share, 2)}%`;
}

/** @example exactUsd(752500) // '$752,500'; exactUsd(1234.5) // '$1,234.50' */
export function exactUsd(usd: number): string {
  const text = decimal(usd);
  const [sign, amount] = text.startsWith('−') ? ['−', text.slice(1)] : ['', text];
  return `${sign}$${/\.\d$/.test(amount) ? `${amount}0` : amount}`;
}

/** Dollars that follow from several terms, to the cent. */
export function centsUsd(usd: number): string {
  return exactUsd(Math.round(usd * 100) / 100);
}

/** Cents that a dollar pays. */
export function exactCents(share: number): string {
  return `${decimal(share, 2)} cents`;
}

/** A level of a metric in its unit. */
export function exactValue(value: number, unit: string): string {
  if (unit === 'USD') return exactUsd(value);
  return unit === 'share' ? exactShare(value) : decimal(value);
}
