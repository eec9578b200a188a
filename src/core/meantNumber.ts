/** A number as people write it, with what is unusual about its form. */
export interface MeantNumber {
  readonly value: number;
  /** Whether a percent sign follows; the value is not divided by 100. */
  readonly isPercent: boolean;
  /** Whether a comma separates the decimals. */
  readonly hasDecimalComma: boolean;
}

/** Digits in groups of three, with one kind of separator. */
const isGrouped = (text: string, separator: string) =>
  text.includes(separator) &&
  text.split(separator).every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));

/**
 * Reads a number as people write it: with a currency sign, separators of thousands, a percent sign or a
 * decimal comma. A comma before exactly three digits separates thousands, unless only a 0 stands before it.
 *
 * @returns undefined if it is no number in any of these forms
 * @example meantNumber('$1,234.50')?.value // 1234.5
 * @example meantNumber('50.000,00')?.value // 50000
 */
export function meantNumber(text: string): MeantNumber | undefined {
  const match = /^([-+−]?)\s*(?:\$|USD|US\$)?\s*([-−]?)([\d.,'’_\s]*\d)\s*(?:USD)?\s*(%?)$/u.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, sign, innerSign, written, percent] = match;
  if (sign !== '' && innerSign !== '') return undefined;
  const body = written.replace(/['’_\s]/gu, '');
  const read = digitsOf(body);
  if (read === undefined) return undefined;
  const isNegative = /[-−]/.test(sign + innerSign);
  const value = Number(read.digits) * (isNegative ? -1 : 1);
  return { value, isPercent: percent !== '', hasDecimalComma: read.hasDecimalComma };
}

/** What follows an amount, and how many it stands for. */
const TIMES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1000,
  thousand: 1000,
  m: 1_000_000,
  mn: 1_000_000,
  million: 1_000_000,
};

/**
 * An amount as people write it, with a letter or word for thousands or millions; NaN if it is none.
 *
 * @example meantAmount('$1.5M') // 1500000
 */
export function meantAmount(text: string): number {
  const [, digits = text, word = ''] = /^(.*\d)\s*(k|m|mn|thousand|million)$/i.exec(text.trim()) ?? [];
  const times = TIMES[word.toLowerCase()];
  return times * (meantNumber(digits)?.value ?? NaN);
}

function digitsOf(body: string): { readonly digits: string; readonly hasDecimalComma: boolean } | undefined {
  const comma = body.lastIndexOf(',');
  const point = body.lastIndexOf('.');
  const without = (separator: string, text: string) => text.replaceAll(separator, '');
  if (comma >= 0 && point >= 0) {
    const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.'];
    const [whole, part, ...more] = body.split(decimal);
    if (more.length > 0 || !isGrouped(whole, thousands) || !/^\d*$/.test(part)) return undefined;
    return { digits: `${without(thousands, whole)}.${part}`, hasDecimalComma: decimal === ',' };
  }
  if (comma >= 0) {
    if (isGrouped(body, ',') && !/^0,/.test(body))
      return { digits: without(',', body), hasDecimalComma: false };
    return /^\d*,\d+$/.test(body) ? { digits: body.replace(',', '.'), hasDecimalComma: true } : undefined;
  }
  if (body.split('.').length > 2)
    return isGrouped(body, '.') ? { digits: without('.', body), hasDecimalComma: false } : undefined;
  return /^\d*\.?\d+$/.test(body) ? { digits: body, hasDecimalComma: false } : undefined;
}
