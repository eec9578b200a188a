import type { Dimension } from '../../contract/dimensions.ts';
import { type FinishedRun, type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { PART, type Part } from '../../contract/parts.ts';
import { camelCase } from './people.ts';

/** Label of each dimension in titles. */
const CALLED: Readonly<Record<Dimension, string>> = {
  channel: 'Channel',
  product: 'Product line',
  seller: 'Seller',
};

/**
 * Outcomes of one channel, product line or position of a seller over the months of play. Ids begin with the
 * dimension and the name in camelCase: `channelPaidWinsCount`.
 *
 * @param row the part's row in its company
 */
export function outcomesOfPart({ dimension, name }: Part, row: number): OutcomeRecord[] {
  const id = camelCase(`${dimension}-${name.replaceAll(' ', '-')}`);
  const title = `${CALLED[dimension]} ${name}`;
  const of = (measure: number) => (run: FinishedRun) => run.part(row, measure);
  const share = (top: number, bottom: number) => (run: FinishedRun) =>
    ratio(run.part(row, top), run.part(row, bottom));
  const count = (key: string, what: string, measure: number): OutcomeRecord => ({
    id: `${id}${key}Count`,
    title: `${title}: ${key.toLowerCase()}`,
    unit: 'count',
    direction: 'neutral',
    about: `${what} over the months of play.`,
    measure: of(measure),
  });
  const perLead: readonly OutcomeRecord[] = [
    count('Leads', 'Leads that came', PART.leads),
    {
      id: `${id}WinsPerLeadShare`,
      title: `${title}: wins per lead`,
      unit: 'share',
      direction: 'neutral',
      about: 'Deals won per lead that came, over the months of play. Undefined without leads.',
      measure: share(PART.wins, PART.leads),
    },
  ];
  const attainment: OutcomeRecord = {
    id: `${id}AttainmentShare`,
    title: `${title}: attainment`,
    unit: 'share',
    direction: 'neutral',
    about:
      'Credited bookings per dollar of quota, over the months in which the position was filled; quotas of new hires follow the ramp.',
    measure: share(PART.creditedUsd, PART.quotaUsd),
  };
  return [
    ...(dimension === 'channel' ? perLead : []),
    count('Opportunities', 'Opportunities opened', PART.opened),
    count('Wins', 'Deals won', PART.wins),
    {
      id: `${id}WinsOfDecidedShare`,
      title: `${title}: win rate`,
      unit: 'share',
      direction: 'neutral',
      about: 'Deals won per deal decided, over the months of play. Undefined if none was decided.',
      measure: share(PART.wins, PART.decided),
    },
    {
      id: `${id}BookingsUsd`,
      title: `${title}: bookings`,
      unit: 'USD',
      direction: 'neutral',
      about: 'Bookings of new business over the months of play.',
      measure: of(PART.bookedUsd),
    },
    ...(dimension === 'seller' ? [attainment] : []),
  ];
}

/** Ids of a part's outcomes that the luck of single deals is taken out of: parts then add up to the whole. */
export function bookedOfPart(part: Part): string[] {
  const booked = ['WinsCount', 'BookingsUsd'];
  return outcomesOfPart(part, 0).flatMap(({ id }) => (booked.some((end) => id.endsWith(end)) ? [id] : []));
}
