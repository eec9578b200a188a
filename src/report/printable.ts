/** Control characters, line separators, unpaired surrogates, marks that reverse the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text that cannot control the terminal or reverse what is read: unprintable characters become spaces. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}
