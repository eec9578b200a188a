import type { Company } from '../../contract/company.ts';

/** Segment that a uniform number falls into, given the cumulative shares in `company.segmentEnds`. */
export function segmentAt({ segmentEnds }: Company, u: number): number {
  let segment = 0;
  while (segment < segmentEnds.length - 1 && u >= segmentEnds[segment]) segment++;
  return segment;
}
