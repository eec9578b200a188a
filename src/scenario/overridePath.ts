import { FORBIDDEN_KEYS } from './document.ts';

/** Limits on an override path, in characters and in names. */
const MOST_CHARACTERS = 200;
const MOST_STEPS = 12;

/** What is expected in place of a malformed override path; undefined if the path is well-formed. */
export function wrongPath(path: string): string | undefined {
  const steps = path.split('.', MOST_STEPS + 2);
  if (path.length > MOST_CHARACTERS || steps.length > MOST_STEPS)
    return `a path of at most ${MOST_STEPS} names`;
  if (steps.some((step) => step === '' || FORBIDDEN_KEYS.has(step)))
    return 'names joined by dots, such as sales.reps';
  return undefined;
}
