import type { Terms } from '../form.ts';
import type { Place } from '../places.ts';

export type Path = readonly (string | number)[];

/** Finds the position of a path: of its value or, if requested, of its key. */
export type LocateKey = (path: Path, key: boolean) => Place;

/** Context of a value rejected by zod. */
export interface Complaint {
  readonly path: Path;
  /** Undefined if there is no value. */
  readonly value: unknown;
  readonly terms: Terms;
  readonly locate: LocateKey;
}

/** Position and path of the value, as fields of an issue. */
export function placeOfValue({ path, locate }: Complaint): Place & { readonly path: string } {
  return { ...locate(path, false), path: path.join('.') };
}
