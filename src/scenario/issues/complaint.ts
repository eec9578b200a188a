import type { Terms } from '../form.ts';
import type { Place } from '../places.ts';

export type Path = readonly (string | number)[];

/** Finds the place of a path; of its key rather than its value when asked. */
export type LocateKey = (path: Path, key: boolean) => Place;

/** What is known of a value that zod complains about. */
export interface Complaint {
  readonly path: Path;
  /** Undefined where nothing stands. */
  readonly value: unknown;
  readonly terms: Terms;
  readonly locate: LocateKey;
}

/** Where the value stands, as an issue says it. */
export function placeOfValue({ path, locate }: Complaint): Place & { readonly path: string } {
  return { ...locate(path, false), path: path.join('.') };
}
