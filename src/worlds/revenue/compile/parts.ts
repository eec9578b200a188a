import { outcomesOfPart } from '../catalogue/outcomes/parts.ts';
import type { Company } from '../contract/company.ts';
import { DIMENSIONS } from '../contract/dimensions.ts';
import type { OutcomeRecord } from '../contract/outcome.ts';
import { type Part, partsOf } from '../contract/parts.ts';
import type { RevenueWorld } from '../contract/world.ts';

/** Outcomes of the parts; NaN for a part that the company does not have. */
export function outcomesByPart(
  world: RevenueWorld,
  parts: readonly Part[] = partsOf(world),
): OutcomeRecord[] {
  const own = partsOf(world);
  return parts.flatMap((part) => {
    const row = own.findIndex(({ dimension, name }) => dimension === part.dimension && name === part.name);
    const records = outcomesOfPart(part, row);
    return row < 0 ? records.map((record) => ({ ...record, measure: () => NaN })) : records;
  });
}

/** First row of each dimension that outcomes are told by. */
export function partRowsOf(world: RevenueWorld): Company['partRows'] {
  const parts = partsOf(world);
  if (parts.length === 0) return undefined;
  const first = (wanted: string) => parts.findIndex(({ dimension }) => dimension === wanted);
  const [channel, product, seller] = DIMENSIONS.map(first);
  return { channel, product, seller };
}
