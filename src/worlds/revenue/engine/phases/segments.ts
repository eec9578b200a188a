import type { Company } from '../../contract/company.ts';

/**
 * The segment that a uniform number falls into: segments have the shares between the ends of
 * `company.segmentEnds`.
 */
export function segmentAt({ segmentEnds }: Company, u: number): number {
  let segment = 0;
  while (segment < segmentEnds.length - 1 && u >= segmentEnds[segment]) segment++;
  return segment;
}
