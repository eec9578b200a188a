import { showValue } from '../core/messages.ts';
import type { MindKind } from '../model/role.ts';
import { GAMES } from '../worlds/revenue/catalogue/games/index.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { outcomesOfPerson } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { peopleWith, roleOf } from '../worlds/revenue/compile/roles.ts';
import type { PersonValues, RevenueWorld } from '../worlds/revenue/contract/world.ts';
import type { Reporter } from './reporter.ts';

/** Maximum number of entries per kind of mind: group indices fit in a byte, and draws in their id ranges. */
const MOST_OF_A_KIND = 100;

/** Checks people: roles, head counts, enabled tactics and games, scripts and names. */
export function checkPeople(world: RevenueWorld, checks: Reporter): void {
  checkHeads(world, checks);
  checkCounts(world, 'seller', 'sales.reps', world.sales.reps, checks);
  checkCounts(world, 'caller', 'inside.reps', world.inside.reps, checks);
  checkOwner(world, checks);
  checkNames(world, checks);
  for (const person of world.people) {
    checkSwitches(person, world.horizonMonths, checks);
    checkScript(person, checks);
  }
}

function checkHeads(world: RevenueWorld, { report }: Reporter): void {
  const planners = peopleWith(world, 'planner');
  if (peopleWith(world, 'seller').length === 0)
    report(['people'], { code: 'missing', expected: 'an entry with role account-executive' });
  if (peopleWith(world, 'caller').length === 0 && world.inside.reps > 0)
    report(['people'], {
      code: 'missing',
      expected: 'an entry with role inside-sales: inside.reps is above 0',
    });
  for (const mind of ['planner', 'seller', 'caller', 'judge'] as const) {
    const holders = peopleWith(world, mind).length;
    if (holders > MOST_OF_A_KIND)
      report(['people'], {
        code: 'too-large',
        got: `${holders} entries of one kind`,
        expected: `at most ${MOST_OF_A_KIND}`,
      });
  }
  if (
    planners.some(({ motive }) => motive === 'company') &&
    planners.some(({ motive }) => motive !== 'company')
  )
    report(['people'], {
      code: 'inconsistent',
      got: 'motive company for some of those who plan marketing’s work',
      expected: 'motive company for all of them or none: one mind decides for the whole company',
    });
}

/** Counts must add up to the number of seats, or leave at least one for every group without a count. */
function checkCounts(
  world: RevenueWorld,
  mind: MindKind,
  path: string,
  total: number,
  { report }: Reporter,
): void {
  const groups = peopleWith(world, mind);
  const taken = groups.reduce((sum, { count = 0 }) => sum + count, 0);
  const open = groups.filter(({ count }) => count === undefined).length;
  if (groups.length === 0 || (open === 0 && taken === total) || (open > 0 && taken + open <= total)) return;
  if (open === groups.length && groups.length === 1) return;
  report(['people'], {
    code: 'inconsistent',
    got: `${taken} in groups with a count, and ${open} groups without one`,
    expected:
      `groups that ${path} (${total}) has room for: counts that add up to it, or at least one for ` +
      'every group without a count',
  });
}

function checkOwner(world: RevenueWorld, { report }: Reporter): void {
  if (world.governance.owner !== 'one') return;
  const heads = peopleWith(world, 'planner').filter((person) => roleOf(person).isHead);
  if (heads.length !== 1)
    report(['governance', 'owner'], {
      code: 'inconsistent',
      got: `one owner, and ${heads.length} heads of marketing`,
      expected: 'one head of marketing, who is then the owner of marketing and sales',
    });
}

/**
 * Outcome ids of planners begin with their names in camelCase and must not collide with other outcome ids.
 */
function checkNames(world: RevenueWorld, { report }: Reporter): void {
  const known = new Map(OUTCOMES.map(({ id }) => [id, 'the company']));
  for (const { name } of peopleWith(world, 'planner')) {
    const ids = outcomesOfPerson({ name, row: 0 }).map(({ id }) => id);
    const taken = ids.find((id) => known.has(id));
    if (taken !== undefined)
      report(['people', name], {
        code: 'inconsistent',
        got: showValue(name),
        expected: `a name whose outcomes are nobody else’s: ${taken} is an outcome of ${known.get(taken)}`,
      });
    for (const id of ids) known.set(id, name);
  }
}

/**
 * Tactics and games enabled for a person must exist for the role. Only planners have hours of their own. Only
 * sellers and callers have a count.
 */
function checkSwitches(person: PersonValues, horizonMonths: number, { report }: Reporter): void {
  const { mind, id: role, tactics } = roleOf(person);
  const wrongTactic = person.tactics.find(
    (id) => !tactics.includes(id) && !TACTICS.find((tactic) => tactic.id === id)?.roles.includes(role),
  );
  if (wrongTactic !== undefined)
    report(['people', person.name, 'tactics'], {
      code: 'inconsistent',
      got: showValue(wrongTactic),
      expected: `tactics of role ${role} (goodhart list tactics)`,
    });
  const wrongGame = person.games.find((id) => GAMES.find((game) => game.id === id)?.role !== role);
  if (wrongGame !== undefined)
    report(['people', person.name, 'games'], {
      code: 'inconsistent',
      got: showValue(wrongGame),
      expected:
        `games of role ${role}: ` +
        `${GAMES.flatMap((game) => (game.role === role ? [game.id] : [])).join(', ') || 'it has none'}`,
    });
  if (person.hoursPerMonth !== undefined && mind !== 'planner')
    report(['people', person.name, 'hoursPerMonth'], {
      code: 'inconsistent',
      got: showValue(person.hoursPerMonth),
      expected:
        'hours of somebody in marketing: ' +
        `${ROLES.flatMap((each) => (each.mind === 'planner' ? [each.id] : [])).join(', ')}`,
    });
  if (person.startMonth > horizonMonths)
    report(['people', person.name, 'startMonth'], {
      code: 'inconsistent',
      got: showValue(person.startMonth),
      expected: `a month of play: at most ${horizonMonths}`,
    });
  for (const [key, usual] of [
    ['timeShare', 1],
    ['startMonth', 0],
  ] as const)
    if (person[key] !== usual && mind !== 'seller')
      report(['people', person.name, key], {
        code: 'inconsistent',
        got: showValue(person[key]),
        expected: 'a group of sellers; for people in marketing, set hoursPerMonth',
      });
  if (person.count !== undefined && mind !== 'seller' && mind !== 'caller')
    report(['people', person.name, 'count'], {
      code: 'inconsistent',
      got: showValue(person.count),
      expected: 'an entry of their own for everybody of this role',
    });
}

function checkScript({ name, script }: PersonValues, { report }: Reporter): void {
  for (const [i, line] of script.entries()) {
    const at = ['people', name, 'script', i];
    if ((line.fromMonth ?? 1) > (line.toMonth ?? Infinity))
      report(at, { code: 'inconsistent', got: showValue(line), expected: 'a toMonth not before fromMonth' });
    if ((line.level === undefined) === (line.topUpTo === undefined))
      report(at, { code: 'inconsistent', got: showValue(line), expected: 'either level or topUpTo' });
  }
}
