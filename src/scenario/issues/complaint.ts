import type { Place } from '../places.ts';
import type { Terms } from '../form.ts';

export type Path = readonly (string | number)[];

/** Finds the place of a path; of its key rather than its value when asked. */
export type LocateKey = (path: Path, key: boolean) => Place;

/** What zod complains about: a place of a file, and the value there. */
export interface Complaint {
  readonly path: Path;
  /** Undefined where nothing stands there. */
  readonly value: unknown;
  readonly terms: Terms;
  readonly locate: LocateKey;
}

/** Where the value of a complaint stands, for the issue that is made of it. */
export function placeOfValue({ path, locate }: Complaint): Place & { readonly path: string } {
  return { ...locate(path, false), path: path.join('.') };
}
