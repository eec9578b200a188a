/**
 * Characters that no text of a user may contain: control characters, line separators, unpaired surrogates,
 * and marks that reverse the direction of writing.
 */
const UNPRINTABLE = '[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]';

/** Expected form of a text, for messages. */
export const PLAIN_TEXT = 'one line of text without control characters or marks that reverse its direction';

/** Matches a text without unprintable characters. */
export const plainText = new RegExp(`^${UNPRINTABLE.replace('[', '[^')}*$`, 'u');

const unprintable = new RegExp(UNPRINTABLE, 'gu');

/** Text that cannot control a terminal or reverse what is read: unprintable characters become spaces. */
export function printable(text: string): string {
  return text.replace(unprintable, ' ');
}

/** Whether a text contains no unprintable character. */
export function isPlainText(text: string): boolean {
  return plainText.test(text);
}
