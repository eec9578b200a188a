import { refuse, showValue } from '../../core/messages.ts';
import { nearestName } from '../../core/nearest.ts';
import type { OutcomeDefinition } from '../../model/metric.ts';
import type { Limit } from '../result/optimum.ts';

/** A free number of the scenario and its bounds. */
export interface FreeNumber {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

/** Maximum number of outcomes listed in a message. */
const MOST_LISTED = 20;

/**
 * Parses `path=low:high`.
 *
 * @throws InputError for any other form
 * @example parseFree('plans.fluff.marketer.bonusUsdPerYear=0:40000').high // 40000
 */
export function parseFree(text: string): FreeNumber {
  const match = /^([A-Za-z][\w.-]*)=([^:]+):([^:]+)$/.exec(text);
  const [low, high] = (match?.slice(2) ?? []).map(Number);
  if (match === null || !Number.isFinite(low) || !Number.isFinite(high) || !(low < high))
    refuse([
      {
        code: 'usage',
        path: '--free',
        got: showValue(text),
        expected: 'path=low:high with low below high, such as plans.fluff.NAME.bonusUsdPerYear=0:40000',
      },
    ]);
  return { path: match[1], low, high };
}

/**
 * Parses `outcome<=value` or `outcome>=value`.
 *
 * @throws InputError for any other form
 * @example parseLimit('profitUsd>=120000').bound // 'at-least'
 */
export function parseLimit(text: string): Limit {
  const match = /^([A-Za-z][\w-]*)\s*(<=|>=)\s*(\S+)$/.exec(text);
  const value = Number(match?.[3]);
  if (match === null || !Number.isFinite(value))
    refuse([
      {
        code: 'usage',
        path: '--limit',
        got: showValue(text),
        expected: 'outcome<=number or outcome>=number, such as bonusPaidUsd<=20000',
      },
    ]);
  return { outcome: match[1], bound: match[2] === '<=' ? 'at-most' : 'at-least', value };
}

/** @throws InputError for an outcome that the world does not have */
export function checkOutcome(path: string, id: string, definitions: readonly OutcomeDefinition[]): void {
  const ids = definitions.map((definition) => definition.id);
  if (ids.includes(id) || (path === '--limit' && id === 'certaintyEquivalentUsd')) return;
  const near = nearestName(id, ids);
  refuse([
    {
      code: 'dangling-reference',
      path,
      got: showValue(id),
      expected:
        ids.length > MOST_LISTED ? 'an outcome, see goodhart list outcomes' : `one of ${ids.join(', ')}`,
      hint: near && `did you mean ${near}?`,
    },
  ]);
}
