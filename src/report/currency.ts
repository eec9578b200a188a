/** Placeholder for a literal dollar sign in user text, while formatted amounts are converted. */
const WRITTEN = '\uE024';

/** Symbol of a scenario's currency; amounts are formatted as dollars and shown in it. */
export function symbolOf(resolved: Readonly<Record<string, unknown>>): string {
  return typeof resolved.currency === 'string' ? resolved.currency : '$';
}

/** User text whose literal dollar signs {@link inCurrency} leaves alone. */
export function asWritten(text: string): string {
  return text.replaceAll('$', WRITTEN);
}

/**
 * Formatted text with amounts in a currency: its symbol in place of every dollar sign but those that somebody
 * wrote.
 *
 * @example inCurrency('It brings $764k more', '€') // 'It brings €764k more'
 */
export function inCurrency(text: string, symbol: string): string {
  return (symbol === '$' ? text : text.replaceAll('$', symbol)).replaceAll(WRITTEN, '$');
}

/** The same for every text within data. */
export function allInCurrency<T>(data: T, symbol: string): T {
  const shown = (node: unknown): unknown => {
    if (typeof node === 'string') return inCurrency(node, symbol);
    if (Array.isArray(node)) return node.map(shown);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, shown(value)]));
  };
  return shown(data) as T;
}
