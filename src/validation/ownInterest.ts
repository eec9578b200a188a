import { InputError } from '../core/errors.ts';
import type { Plan } from '../model/plan.ts';
import { luckKey, uniform } from '../random/luck.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { certaintyEquivalentOf, certaintyEquivalentTerms } from '../statistics/certaintyEquivalentOf.ts';
import { pairedDifference } from '../statistics/paired.ts';
import { SLOTS } from '../worlds/revenue/catalogue/counters.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { netOutcomeOf } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import type { Beliefs } from '../worlds/revenue/contract/beliefs.ts';
import type { Company, Planner } from '../worlds/revenue/contract/company.ts';
import type { Policy } from '../worlds/revenue/contract/policy.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { sampleOutcome } from '../worlds/revenue/engine/sampleOutcome.ts';
import { settleBeliefs } from '../worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../worlds/revenue/preparation/measureBeliefs.ts';
import { movedAssignments } from '../worlds/revenue/preparation/movedAssignments.ts';
import { afterLooks, type Deviation, type Looked } from './looks.ts';

/** Companies, and pay periods by name, in months. */
export const OWN_INTEREST_BASES = ['smb-software', 'midmarket-software'] as const;
export const OWN_INTEREST_PERIODS = { month: 1, quarter: 3, year: 12 } as const;
const BONUS_USD = 20000;
const YEARS = 2;
/** Factors by which chosen intensities are scaled. */
const FACTORS = [0.75, 1.25];
const RANDOM_POINTS = 20;
/** Luck on which deviations are judged. */
const JUDGING = 'judging';
const BEST_OF_RANDOM = 'best of random';
/** Most runs on which the best of the random points is chosen. */
const CHOOSING_RUNS = 24;
/** Highest multiple of baseline hours, and of a unit of gaming, among random points. */
const MOST_WORK = 2;
const MOST_GAMING = 2;

export interface OwnInterestCell {
  readonly base: (typeof OWN_INTEREST_BASES)[number];
  readonly metric: string;
  readonly period: keyof typeof OWN_INTEREST_PERIODS;
}

export const OWN_INTEREST_CELLS: readonly OwnInterestCell[] = OWN_INTEREST_BASES.flatMap((base) =>
  METRICS.flatMap(({ id }) =>
    (Object.keys(OWN_INTEREST_PERIODS) as OwnInterestCell['period'][]).map((period) => ({
      base,
      metric: id,
      period,
    })),
  ),
);

/** Director of a company who is paid on one metric, in proportion, with the honest level as target. */
export function directorPaidOn(
  { base, metric, period }: OwnInterestCell,
  target: number,
): { readonly world: RevenueWorld; readonly pay: Plan } {
  const scenario = parseRevenueScenario(
    JSON.stringify({
      schemaVersion: 1,
      name: 'own interest',
      extends: `preset:${base}`,
      question: { horizonMonths: 12 * YEARS, reference: 'paid', seed: 'own interest' },
      people: {
        director: { role: 'marketing-director', integrityUsd: 40 },
        reps: { role: 'account-executive' },
      },
      plans: {
        paid: {
          director: {
            baseUsdPerYear: 100000,
            bonusUsdPerYear: BONUS_USD,
            components: [{ metric, period, target, weightShare: 1, payout: 'linear' }],
          },
        },
      },
      arms: { paid: { plan: 'paid' } },
    }),
    { file: 'own interest' },
  );
  const { world, pay } = scenario.arms[0];
  return { world, pay };
}

/** What a cell found; without `found` it could not be asked, and `note` says why. */
export interface OwnInterestRow {
  readonly cell: OwnInterestCell;
  readonly bonusUsd: number;
  readonly found?: Looked;
  readonly goesTwoWays: boolean;
  readonly note: string;
}

/** Runs of each look, as multiples of the first. */
export const OWN_INTEREST_LOOKS: readonly number[] = [1, 3, 8, 16];
/** Largest standard error of a gain that may be above zero, as a share of the target bonus. */
const MOST_SE = 0.0025;
/** Deviations of all cells, for which intervals hold together. */
const JOINTLY = 30 * OWN_INTEREST_CELLS.length;

export const cellName = ({ base, metric, period }: OwnInterestCell) => `${base} ${metric} ${period}`;

/** Beliefs about companies, measured once. */
const measured = new Map<string, Beliefs>();

/**
 * Asks a cell: the largest gain of any deviation from what people choose who are paid on a metric.
 *
 * @param runs of the first look; deviations in doubt get more, by `looks`
 */
export function ownInterest(
  cell: OwnInterestCell,
  runs: number,
  looks: readonly number[] = OWN_INTEREST_LOOKS,
): OwnInterestRow {
  const nothing = { cell, bonusUsd: BONUS_USD, goesTwoWays: false };
  const { numerator, denominator } = METRICS.find(({ id }) => id === cell.metric)!;
  let made: ReturnType<typeof directorPaidOn>;
  try {
    made = directorPaidOn(cell, 1);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...nothing, note: 'not payable to a director here' };
  }
  const beliefs = measured.get(cell.base) ?? measureBeliefs(made.world);
  measured.set(cell.base, beliefs);
  const ordinary = (counter: string) => beliefs.baseline[SLOTS.of.get(counter)!];
  const target =
    denominator === undefined
      ? ordinary(numerator) * OWN_INTEREST_PERIODS[cell.period]
      : ordinary(numerator) / ordinary(denominator);
  if (!(target > 0)) return { ...nothing, note: 'nothing of it in an honest company' };
  made = directorPaidOn(cell, target);
  const settled = settleBeliefs(made.world, made.pay, beliefs);
  const found = afterLooks((count, isAsked) => deviations(made, settled.beliefs, count, FIRST, isAsked), {
    looks: looks.map((times) => runs * times),
    jointly: JOINTLY,
    mostSe: MOST_SE,
  });
  return { ...nothing, found, goesTwoWays: settled.goesTwoWays, note: '' };
}

/** A planner of a company, by place, whose deviations are asked for, and their target bonus a year. */
export interface Deviant {
  readonly row: number;
  readonly bonusUsd: number;
}

const FIRST: Deviant = { row: 0, bonusUsd: BONUS_USD };

/**
 * Whether a person could do better than what they choose, while others do what they chose: net of deviations
 * less net of the choice, on common luck, as shares of the target bonus of the time played.
 *
 * Net is the certainty equivalent of pay less effort, scruple, money and expected sanction. Deviations: held
 * honest; held from each tactic; each chosen intensity times 0.75 and 1.25; the best of 20 random constant
 * plans, chosen on other luck.
 *
 * @param isAsked which deviations are asked for, by name; by default all
 */
export function deviations(
  { world, pay }: { readonly world: RevenueWorld; readonly pay: Plan },
  beliefs: Beliefs,
  runs: number,
  { row, bonusUsd }: Deviant = FIRST,
  isAsked: (name: string) => boolean = () => true,
): readonly Deviation[] {
  const company = compileCompany(world, pay, beliefs, { policy: { expectedDiscovery: true } });
  const owner = company.planners[row];
  const person = owner.name;
  const isMoved = movedAssignments(company, JUDGING, runs);
  const own = company.assignments.flatMap(({ tactic, hoursPerMonth }, a) => {
    const { productive, definition } = company.tactics[tactic];
    const isOwn = a >= owner.firstAssignment && a < owner.firstAssignment + owner.assignmentCount;
    return isOwn && (!productive || hoursPerMonth > 0)
      ? [{ id: definition.id, isChosen: productive || isMoved[a] === 1 }]
      : [];
  });
  const all: (readonly [string, Policy['alone']])[] = [
    ['held honest', { person, motive: 'honest' }],
    ...own.flatMap(({ id, isChosen }): (readonly [string, Policy['alone']])[] => [
      [`without ${id}`, { person, without: [id] }],
      ...FACTORS.flatMap((factor): (readonly [string, Policy['alone']])[] =>
        isChosen ? [[`${id} x ${factor}`, { person, scaled: { [id]: factor } }]] : [],
      ),
    ]),
  ];
  const tried = all.filter(([name]) => isAsked(name));
  const netsOf = (alone: readonly Policy['alone'][], seed: string, count: number) => {
    const companies = alone.map((each) =>
      compileCompany(world, pay, beliefs, { policy: { alone: each, expectedDiscovery: true } }),
    );
    return sampleOutcome(companies, netOutcomeOf(person), seed, count);
  };
  const r = owner.values.riskAversionPerUsd;
  if (isAsked(BEST_OF_RANDOM)) {
    const points = randomPoints(company, owner);
    const first = netsOf(points, 'choosing', Math.min(CHOOSING_RUNS, runs));
    const worths = first.map((net) => certaintyEquivalentOf(net, r).value);
    tried.push([BEST_OF_RANDOM, points[worths.indexOf(Math.max(...worths))]]);
  }
  const results = netsOf([undefined, ...tried.map(([, alone]) => alone)], JUDGING, runs);
  const stakeUsd = (bonusUsd * world.horizonMonths) / 12;
  return tried.map(([name], i) => {
    const [other, chosen] = [results[i + 1], results[0]].map((net) => certaintyEquivalentTerms(net, r));
    const { meanDifference, se } = pairedDifference(other, chosen, 'higher', 1)!;
    return { name, gainShare: meanDifference / stakeUsd, se: se / stakeUsd, runs };
  });
}

/** Constant plans spread over what is feasible: hours within the budget, some tactics of gaming. */
function randomPoints({ tactics, assignments }: Company, planner: Planner): NonNullable<Policy['alone']>[] {
  const { firstAssignment, assignmentCount, hoursPerMonth, name } = planner;
  const own = assignments.slice(firstAssignment, firstAssignment + assignmentCount);
  const luck = luckKey('random points', 0);
  return Array.from({ length: RANDOM_POINTS }, (_, n) => {
    const draw = (k: number, purpose: number) => uniform(luck, n * 64 + k, purpose);
    const levels: Record<string, number> = {};
    let hours = 0;
    own.forEach(({ tactic, hoursPerMonth: each }, k) => {
      const { definition, productive, maxScale } = tactics[tactic];
      if (productive) {
        const level = each > 0 ? MOST_WORK * draw(k, 1) : 1;
        levels[definition.id] = level;
        hours += level * each;
      } else {
        const isUsed = draw(k, 2) < 0.4;
        levels[definition.id] = isUsed ? draw(k, 3) * Math.min(maxScale, MOST_GAMING) : 0;
      }
    });
    const share = Math.min(1, hoursPerMonth / hours);
    for (const { tactic, hoursPerMonth: each } of own)
      if (tactics[tactic].productive && each > 0) levels[tactics[tactic].definition.id] *= share;
    return { person: name, levels };
  });
}
