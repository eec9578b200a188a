import { outcomesOfPart } from '../catalogue/outcomes/parts.ts';
import type { Company } from '../contract/company.ts';
import { DIMENSIONS, type Dimension } from '../contract/dimensions.ts';
import type { OutcomeRecord } from '../contract/outcome.ts';
import { FIELD_SOURCED, ONLY_LINE, PARTNER_SOURCED, type Part, SELF_SOURCED } from '../contract/parts.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { headcount } from './headcount.ts';
import { peopleWith } from './roles.ts';

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

/** First row of each dimension; -1 for those that are not reported. */
export function partRowsOf(world: RevenueWorld): Company['partRows'] {
  const parts = partsOf(world);
  if (parts.length === 0) return undefined;
  const first = (wanted: string) => parts.findIndex(({ dimension }) => dimension === wanted);
  const [channel, product, seller] = DIMENSIONS.map(first);
  return { channel, product, seller };
}

/** Parts of a company whose outcomes are reported separately, in order of their rows. */
export function partsOf(world: RevenueWorld): Part[] {
  return DIMENSIONS.filter((dimension) => world.breakdownBy?.includes(dimension)).flatMap((dimension) =>
    namesOf(world, dimension).map((name) => ({ dimension, name })),
  );
}

function namesOf(world: RevenueWorld, dimension: Dimension): string[] {
  const { channels, products, field, partners } = world;
  if (dimension === 'channel') {
    const others = field.opportunitiesPerMonth > 0 || partners.opportunitiesPerMonth > 0;
    const beside = others ? [SELF_SOURCED, FIELD_SOURCED, PARTNER_SOURCED] : [SELF_SOURCED];
    return [...channels.map(({ name }) => name), ...beside];
  }
  if (dimension === 'product') return products.length > 0 ? products.map(({ name }) => name) : [ONLY_LINE];
  // Positions are numbered by group, in the order in which they are given to groups.
  return peopleWith(world, 'seller').flatMap((group) =>
    Array.from({ length: headcount(world, group) }, (_, n) => `${group.name} ${n + 1}`),
  );
}
