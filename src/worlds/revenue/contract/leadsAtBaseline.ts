import type { RevenueWorld } from './world.ts';

/** Leads a month of all channels at baseline. */
export function leadsAtBaseline({ channels }: Pick<RevenueWorld, 'channels'>): number {
  return channels.reduce(
    (sum, { visitsPerMonth, ambientBotShare, leadsPerVisitShare }) =>
      sum + visitsPerMonth * (1 - ambientBotShare) * leadsPerVisitShare,
    0,
  );
}
