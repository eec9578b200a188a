import type { Issue } from '../core/errors.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { MAX_DAYS, MAX_RANK } from '../worlds/revenue/engine/market/leadIds.ts';
import { potentialLeadsPerDay } from '../worlds/revenue/engine/market/market.ts';

/** Maximum size of a run, in potential leads (or prospects) and in rep-days: about a minute on one core. */
const MAX_LEADS = 20_000_000;
const MAX_SELLER_DAYS = 60_000_000;
/** Maximum number of prospects of one rep in a run: their ids have 14 bits. */
const MAX_PROSPECTS_OF_ONE = 16_000;

/** Estimates the work of a run in advance; returns an issue if it exceeds a limit, else undefined. */
export function estimateWork(world: RevenueWorld): Issue | undefined {
  const { calendar, horizonMonths } = world;
  const days = (calendar.warmUpMonths + horizonMonths) * calendar.daysPerMonth + calendar.tailDays;
  if (days >= MAX_DAYS)
    return tooLarge('question.horizonMonths', `${days} working days in all`, `fewer than ${MAX_DAYS}`);
  const sellerDays = world.sales.reps * days;
  if (sellerDays > MAX_SELLER_DAYS)
    return tooLarge('sales.reps', `${sellerDays} rep-days a run`, `at most ${MAX_SELLER_DAYS}`);
  return leadWork(world, days) ?? sourcedWork(world, days) ?? prospectWork(world, sellerDays);
}

function leadWork(world: RevenueWorld, days: number): Issue | undefined {
  let leads = 0;
  for (const channel of world.channels) {
    const daily = potentialLeadsPerDay(world, channel);
    if (daily + 6 * Math.sqrt(daily) > MAX_RANK)
      return tooLarge(
        `market.channels.${channel.name}`,
        `${Math.round(daily)} potential leads a day`,
        `at most ${MAX_RANK}; split the channel`,
      );
    leads += daily * days;
  }
  return leads > MAX_LEADS
    ? tooLarge('market.channels', `${Math.round(leads)} potential leads a run`, `at most ${MAX_LEADS}`)
    : undefined;
}

/** Opportunities of field marketing and partners: each is a deal, with an id like that of a lead. */
function sourcedWork({ field, partners, market, calendar }: RevenueWorld, days: number): Issue | undefined {
  for (const [section, { opportunitiesPerMonth }] of Object.entries({ field, partners })) {
    const daily = (market.responseCap * opportunitiesPerMonth) / calendar.daysPerMonth;
    const most = Math.min(MAX_RANK - 6 * Math.sqrt(MAX_RANK), MAX_LEADS / 10 / days);
    if (daily > most)
      return tooLarge(
        `${section}.opportunitiesPerMonth`,
        String(opportunitiesPerMonth),
        `at most ${Math.floor((most * calendar.daysPerMonth) / market.responseCap)} here`,
      );
  }
  return undefined;
}

function prospectWork({ sales }: RevenueWorld, sellerDays: number): Issue | undefined {
  if (!(sales.prospectingHours > 0)) return undefined;
  const hours = Math.min(24, sales.sellingHoursPerDay * sales.effortMaxShare);
  const prospects = (sellerDays * hours) / sales.prospectingHours;
  return prospects > MAX_LEADS || prospects / sales.reps > MAX_PROSPECTS_OF_ONE
    ? tooLarge(
        'sales.prospectingHours',
        `${Math.round(prospects)} prospects a run`,
        `at most ${MAX_LEADS}, and ${MAX_PROSPECTS_OF_ONE} for one rep`,
      )
    : undefined;
}

function tooLarge(path: string, got: string, expected: string): Issue {
  return { code: 'too-large', path, got, expected };
}
