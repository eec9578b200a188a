/** Whether a title is a plural: deals won, accepted leads; but not a surplus, or the pay of sellers. */
export function isPlural(title: string): boolean {
  const [thing] = title.split(/ (?:above|at|by|for|from|in|less|of|on|per|that|to|with|without|who)\b/);
  return thing.split(' ').some((word) => /[^isu’]s$/i.test(word));
}

/** A title inside a sentence; abbreviations keep their capitals. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0].toLowerCase() + title.slice(1) : title;
}

export function joined(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** A text with its first letter in upper case. */
export function capital(text: string): string {
  const [first = '', ...rest] = [...text];
  return `${first.toUpperCase()}${rest.join('')}`;
}

/** The first clause of a description, without its details. */
export function firstClause(about: string): string {
  return about.split(/[.;:,(](?: |$)/)[0].trim();
}

/** Amounts of gaming in plain words: scale 1 is a hollow amount equal to an honest month. */
export function plainScale(words: string): string {
  return words.replace('gaming at scale 1', 'gaming that doubles a number').replace(' at scale 1', '');
}
