import { describe } from '../../../statistics/describe.ts';
import { METRICS } from '../../../worlds/revenue/catalogue/metrics/index.ts';
import { hollowOutcomeOf } from '../../../worlds/revenue/catalogue/outcomes/people.ts';
import type { Company, Planner } from '../../../worlds/revenue/contract/company.ts';
import { discoveryRate } from '../../../worlds/revenue/contract/discoveryRate.ts';
import type { GamingLever } from '../../../worlds/revenue/contract/lever.ts';
import { typicalIntegrity } from '../../../worlds/revenue/minds/planner/population.ts';
import type { Incentives, PersonWork, TacticUse, TaskHours } from '../../result/bundle.ts';
import type { ArmBooks } from './armBooks.ts';

/** Minimum use for a tactic to be reported: in scale, and in units per month. */
const LEAST_SCALE = 0.005;
const LEAST_AMOUNT = 0.5;

/** Each planner's incentives to game: the bonus at stake against the price of gaming, tactic by tactic. */
export function incentivesOf(
  company: Company,
  books: ArmBooks,
  column: (id: string) => Float64Array,
): Incentives[] {
  const months = company.world.horizonMonths;
  return company.planners.map((planner) => {
    const { name, values, pay } = planner;
    const hollowUsd = describe(column(hollowOutcomeOf(name)))?.mean ?? 0;
    return {
      person: name,
      targetBonusUsdPerMonth: pay.components.reduce(
        (sum, { targetUsd, months: each }) => sum + targetUsd / each,
        0,
      ),
      hollowBonusUsdPerMonth: hollowUsd / months,
      medianIntegrityUsd: medianIntegrity(planner),
      believesNaively: values.beliefs === 'naive',
      uses: usesOf(company, planner, books),
      work: workOf(company, planner, books),
    };
  });
}

function medianIntegrity({ values: { integrityUsd } }: Planner): number {
  return typicalIntegrity(integrityUsd);
}

/** Mean over the months of what is booked of an assignment: a hollow amount, or the level of work. */
function monthlyMean({ assignments, slots, world }: Company, books: ArmBooks, a: number, since = 0): number {
  const { monthSums, completed } = books;
  const from = (world.horizonMonths + 1) * slots.size;
  let sum = 0;
  for (let month = since; month < world.horizonMonths; month++)
    sum += monthSums[from + month * assignments.length + a];
  return sum / Math.max(1, completed) / (world.horizonMonths - since);
}

/** Everybody's hours from a month of play on, 0-based. */
export function workSinceMonth(company: Company, books: ArmBooks, since: number): PersonWork[] {
  return company.planners.map((planner) => ({
    person: planner.name,
    work: workOf(company, planner, books, since),
  }));
}

/** Hours of a planner's work, task by task, beside those of baseline. */
function workOf(company: Company, planner: Planner, books: ArmBooks, since = 0): TaskHours[] {
  const { assignments, tactics, workHours } = company;
  return assignments.flatMap(({ tactic, planner: row }, a): TaskHours[] => {
    const { definition, productive } = tactics[tactic];
    if (row !== planner.row || !productive || !(workHours[a] > 0)) return [];
    return [
      {
        tactic: definition.id,
        title: definition.title,
        hoursPerMonth: workHours[a] * monthlyMean(company, books, a, since),
        baselineHoursPerMonth: workHours[a],
      },
    ];
  });
}

function usesOf(company: Company, planner: Planner, books: ArmBooks): TacticUse[] {
  const { assignments, tactics, world, beliefs, canSanctionStretching } = company;
  return assignments.flatMap(({ tactic: t, planner: row }, a): TacticUse[] => {
    const tactic = tactics[t];
    if (row !== planner.row || tactic.productive) return [];
    const amount = monthlyMean(company, books, a);
    const unit = beliefs?.baseline[tactic.unitSlot] ?? 0;
    const scale = unit > 0 ? amount / unit : 0;
    if (scale < LEAST_SCALE || amount < LEAST_AMOUNT) return [];
    const { definition, severity, priceUsdEach, effortUsdEach } = tactic;
    const canSanction = definition.fabricates || canSanctionStretching;
    return [
      {
        tactic: definition.id,
        title: definition.title,
        unit: metricOf((tactic.lever as GamingLever).counter),
        fabricates: definition.fabricates,
        amountPerMonth: amount,
        scalePerMonth: scale,
        moneyUsdPerMonth: amount * priceUsdEach,
        effortUsdPerMonth:
          amount * effortUsdEach + planner.values.troubleUsd * severity * scale * scale * scale,
        integrityUsdPerMonth:
          scale * severity * (1 - planner.values.integrityFixedShare) * medianIntegrity(planner),
        expectedSanctionUsdPerMonth: canSanction
          ? discoveryRate(world.governance) * scale * severity * world.governance.penaltyUsd
          : 0,
      },
    ];
  });
}

/** Id of the metric that reports a counter directly, or else of the counter. */
function metricOf(counter: string): string {
  const metric = METRICS.find(
    ({ numerator, denominator }) => numerator === counter && denominator === undefined,
  );
  return metric?.id ?? counter;
}
