import type { OutcomeRecord } from '../../contract/outcome.ts';
import { GAMES } from '../games/index.ts';
import { BLAME_OUTCOMES } from './blame.ts';
import { CUSTOMER_OUTCOMES } from './customers.ts';
import { DEPARTMENT_OUTCOMES } from './department.ts';
import { FLOOR_OUTCOMES } from './floor.ts';
import { GAMING_OUTCOMES } from './gaming.ts';
import { LEAD_OUTCOMES } from './leads.ts';
import { MONEY_OUTCOMES } from './money.ts';
import { PEOPLE_OUTCOMES } from './people.ts';
import { QUOTA_OUTCOMES } from './quota.ts';
import { SURPLUS_OUTCOMES } from './surplus.ts';

/**
 * Outcome catalogue, in storage order. A new group of outcomes is one file and one line here. A game brings
 * its own outcome. The outcomes of single planners are not part of it: see `outcomesOfPerson`.
 */
export const OUTCOMES: readonly OutcomeRecord[] = [
  ...MONEY_OUTCOMES,
  ...QUOTA_OUTCOMES,
  ...PEOPLE_OUTCOMES,
  ...LEAD_OUTCOMES,
  ...GAMING_OUTCOMES,
  ...GAMES.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])),
  ...CUSTOMER_OUTCOMES,
  ...FLOOR_OUTCOMES,
  ...BLAME_OUTCOMES,
  ...SURPLUS_OUTCOMES,
  ...DEPARTMENT_OUTCOMES,
];
