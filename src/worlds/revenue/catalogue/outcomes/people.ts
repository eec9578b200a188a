import type { Planner } from '../../contract/company.ts';
import { type FinishedRun, type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { PERSON } from '../../contract/tallies.ts';
import { plannerPay } from './money.ts';

/** Sum of a {@link PERSON} tally over all planners. */
function sum(run: FinishedRun, index: number): number {
  let total = 0;
  for (let row = 0; row < run.planners; row++) total += run.person(row, index);
  return total;
}

/** Mean over all planners; `none` if there are none. */
function mean(run: FinishedRun, none: number, measure: (row: number) => number): number {
  if (run.planners === 0) return none;
  let total = 0;
  for (let row = 0; row < run.planners; row++) total += measure(row);
  return total / run.planners;
}

function tenure(run: FinishedRun, row: number): number {
  const exit = run.person(row, PERSON.firstExitMonth);
  return exit > 0 ? exit : run.months;
}

/** Whether the first holder of a position was dismissed. */
function wasDismissed(run: FinishedRun, row: number): boolean {
  return run.person(row, PERSON.firstExitMonth) > 0 && run.person(row, PERSON.firstQuit) === 0;
}

/** Outcomes of all planners together: bonuses, their hollow part, clawback, tenure and dismissal. */
export const PEOPLE_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'bonusPaidUsd',
    title: 'Bonus paid',
    unit: 'USD',
    direction: 'neutral',
    about: 'Bonuses paid to marketers, before clawback.',
    measure: (run) => sum(run, PERSON.bonusPaid),
  },
  {
    id: 'bonusHollowUsd',
    title: 'Bonus on hollow numbers',
    unit: 'USD',
    direction: 'lower',
    about: 'Part of the bonuses that the true numbers would not have paid.',
    measure: (run) => sum(run, PERSON.bonusHollow),
  },
  {
    id: 'clawedBackUsd',
    title: 'Bonus clawed back',
    unit: 'USD',
    direction: 'neutral',
    about: 'Bonuses paid back after discovery.',
    measure: (run) => sum(run, PERSON.clawedBack),
  },
  {
    id: 'wholeBonusMonthsShare',
    title: 'Pay days with the whole bonus',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of pay days on which the whole target bonus was paid. Undefined without a bonus.',
    measure: (run) => ratio(sum(run, PERSON.wholeBonusMonths), sum(run, PERSON.bonusMonths)),
  },
  {
    id: 'anyBonusMonthsShare',
    title: 'Pay days with any bonus',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of pay days on which any bonus was paid. Undefined without a bonus.',
    measure: (run) => ratio(sum(run, PERSON.anyBonusMonths), sum(run, PERSON.bonusMonths)),
  },
  {
    id: 'tenureMonths',
    title: 'Tenure of the first marketer',
    unit: 'months',
    direction: 'neutral',
    about:
      'Months that the first holder of a marketer’s position lasted within the horizon: a restricted mean, averaged over the positions.',
    measure: (run) => mean(run, run.months, (row) => tenure(run, row)),
  },
  {
    id: 'dismissedShare',
    title: 'First marketer dismissed',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of marketers’ positions whose first holder was dismissed.',
    measure: (run) => mean(run, 0, (row) => (wasDismissed(run, row) ? 1 : 0)),
  },
  {
    id: 'marketersLeftCount',
    title: 'Marketers who left',
    unit: 'count',
    direction: 'lower',
    about: 'Marketers who quit.',
    measure: (run) => sum(run, PERSON.quits),
  },
  {
    id: 'integrityAtEndShare',
    title: 'Integrity of marketers at the end',
    unit: 'share',
    direction: 'neutral',
    about:
      'Mean percentile of the marketers in office at the end, in the distribution of integrity they come from. Undefined if that has no spread or nobody is in office.',
    measure: (run) => run.integrityShare,
  },
];

/** Outcomes of one planner; ids begin with the planner's name in camelCase. */
export function outcomesOfPerson({ name, row }: Pick<Planner, 'name' | 'row'>): OutcomeRecord[] {
  const id = camelCase(name);
  const title = `${id.slice(0, 1).toUpperCase()}${id.slice(1)}’s`;
  const of = (index: number) => (run: FinishedRun) => run.person(row, index);
  return [
    {
      id: payOutcomeOf(name),
      title: `${title} pay`,
      unit: 'USD',
      direction: 'neutral',
      about: 'Salary and bonus of this position, less clawback.',
      partOf: { whole: 'profitUsd', sign: -1 },
      measure: (run) => plannerPay(run, row),
    },
    {
      id: netOutcomeOf(name),
      title: `${title} pay less costs borne`,
      unit: 'USD',
      direction: 'neutral',
      about:
        'Pay of this position less its holder’s own effort and money, integrity and sanctions, in dollars.',
      measure: (run) =>
        plannerPay(run, row) -
        run.person(row, PERSON.effortCost) -
        run.person(row, PERSON.gamingEffort) -
        run.person(row, PERSON.integrityCost) -
        run.person(row, PERSON.penalty),
    },
    {
      id: bonusOutcomeOf(name),
      title: `${title} bonus`,
      unit: 'USD',
      direction: 'neutral',
      about: 'Bonus paid to this position, before clawback.',
      measure: of(PERSON.bonusPaid),
    },
    {
      id: hollowOutcomeOf(name),
      title: `${title} bonus on hollow numbers`,
      unit: 'USD',
      direction: 'lower',
      about: 'Part of this position’s bonus that the true numbers would not have paid.',
      measure: of(PERSON.bonusHollow),
    },
    {
      id: tenureOutcomesOf(name).tenure,
      title: `${title} tenure`,
      unit: 'months',
      direction: 'neutral',
      about: 'Months that the first holder of this position lasted within the horizon: the restricted mean.',
      measure: (run) => tenure(run, row),
    },
    {
      id: tenureOutcomesOf(name).dismissed,
      title: `${title} position: first holder dismissed`,
      unit: 'share',
      direction: 'neutral',
      about: 'Share of runs in which the first holder of this position was dismissed.',
      measure: (run) => (wasDismissed(run, row) ? 1 : 0),
    },
  ];
}

/** Outcome ids of a planner: pay; pay net of costs borne; bonus on hollow numbers; tenure and dismissal. */
export const payOutcomeOf = (name: string) => `${camelCase(name)}PayUsd`;
export const netOutcomeOf = (name: string) => `${camelCase(name)}NetUsd`;
export const bonusOutcomeOf = (name: string) => `${camelCase(name)}BonusPaidUsd`;
export const hollowOutcomeOf = (name: string) => `${camelCase(name)}BonusHollowUsd`;
export const tenureOutcomesOf = (name: string) => ({
  tenure: `${camelCase(name)}TenureMonths`,
  dismissed: `${camelCase(name)}DismissedShare`,
});

/** A name in camelCase, as a prefix of outcome ids. */
export function camelCase(name: string): string {
  const words = name.split(/[-_]+/).filter((word) => word !== '');
  return words
    .map((word, i) =>
      i === 0
        ? `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`
        : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`,
    )
    .join('');
}
