import { luckKey } from '../../random/luck.ts';
import type { RevenueScenario } from '../../scenario/scenario.ts';
import { LINE, ORIGIN } from '../../worlds/revenue/contract/labels.ts';
import { FIELD_SOURCED, FIRST_SOURCE, PARTNER_SOURCED } from '../../worlds/revenue/contract/parts.ts';
import { channelOfEntity } from '../../worlds/revenue/engine/market/leadIds.ts';
import type { RunState } from '../../worlds/revenue/engine/state/state.ts';
import type { DealRecord } from '../result/dealRecord.ts';
import { prepared, type Ready } from './replay.ts';

/**
 * Every opportunity of one run of an arm, warm-up included, in the order in which they were opened. The run
 * is that of {@link replay}.
 *
 * @param replicate 0-based
 * @example replayDeals(scenario, 'fluff', 0).filter(({ outcome }) => outcome === 'won').length
 */
export function replayDeals(
  scenario: RevenueScenario,
  armName: string,
  replicate: number,
  seed = scenario.seed,
): readonly DealRecord[] {
  return dealsOf(prepared(scenario, armName, replicate, seed), seed, replicate);
}

/** Every opportunity of a replicate. */
export function dealsOf({ company, market, runner }: Ready, seed: string, replicate: number): DealRecord[] {
  const { state } = runner;
  const decided = new Map<number, Decision>();
  const before = state.watch;
  state.watch = {
    ...before,
    dealWon(deal, weight) {
      before.dealWon?.(deal, weight);
      decided.set(deal, decisionOn(state, deal, 'won'));
    },
    dealLost(deal, weight) {
      before.dealLost?.(deal, weight);
      decided.set(deal, decisionOn(state, deal, 'lost'));
    },
  };
  market.fill(luckKey(seed, replicate));
  runner.run(new Float64Array(company.outcomes.length));
  state.watch = before;
  return Array.from({ length: state.deals.count }, (_, deal) => recordOf(state, deal, decided.get(deal)));
}

interface Decision {
  readonly outcome: 'won' | 'lost';
  readonly day: number;
  readonly valueUsd: number;
}

function decisionOn(state: RunState, deal: number, outcome: Decision['outcome']): Decision {
  return { outcome, day: state.day, valueUsd: state.deals.rows.valueUsd[deal] };
}

/** Channel of a deal's lead, or the source of a deal that did not start from a lead. */
function sourceOf({ world }: RunState['company'], entity: number): string {
  const source = channelOfEntity(entity);
  if (source < FIRST_SOURCE) return world.channels[source].name;
  return source === FIRST_SOURCE ? FIELD_SOURCED : PARTNER_SOURCED;
}

function recordOf(state: RunState, deal: number, decision: Decision | undefined): DealRecord {
  const { company, deals } = state;
  const { products } = company.world;
  const { seat, origin, entity, line, product, openedDay, waitedDays, valueUsd } = deals.rows;
  const isOwn = origin[deal] === ORIGIN.own;
  const dayOfPlay = (day: number) => day - company.warmUpDays + 1;
  return {
    deal: deal + 1,
    seller: seat[deal] + 1,
    ...(isOwn ? {} : { channel: sourceOf(company, entity[deal]) }),
    relabelled: origin[deal] === ORIGIN.relabelled || origin[deal] === ORIGIN.takenRelabelled,
    line: (line[deal] & LINE.other) > 0 ? 'other' : (products[product[deal]]?.name ?? 'main'),
    leadDay: dayOfPlay(openedDay[deal] - (isOwn ? 0 : waitedDays[deal])),
    openedDay: dayOfPlay(openedDay[deal]),
    ...(decision === undefined ? {} : { decidedDay: dayOfPlay(decision.day) }),
    outcome: decision?.outcome ?? 'open',
    valueUsd: decision?.valueUsd ?? valueUsd[deal],
  };
}
