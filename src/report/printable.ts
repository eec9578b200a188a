/** Removes control characters from scenario text, so that it cannot control the terminal. */
export function printable(text: string): string {
  return [...text].map((c) => (c < ' ' || (c >= '\u007f' && c < '\u00a0') ? ' ' : c)).join('');
}
