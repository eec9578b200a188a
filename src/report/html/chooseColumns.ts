import type { Bundle } from '../../experiments/result/bundle.ts';
import { GAMES } from '../games.ts';
import { reportedPeople } from '../people.ts';

type Columns = readonly (readonly [id: string, title: string])[];

/** Maximum number of people whose pay has a column of its own in the overview. */
const MOST_PAY_COLUMNS = 2;

/** Usual columns in a revenue world, with short headings. */
const revenueGlance = (bundle: Bundle): Columns => [
  ['profitUsd', 'Profit after pay'],
  ...reportedPeople(bundle)
    .slice(0, MOST_PAY_COLUMNS)
    .map(({ payId, whose }) => [payId, `${whose} pay`] as const),
  ['wholeBonusMonthsShare', 'Whole bonus paid'],
  ['hollowSqlsShare', 'Hollow SQLs'],
  ['hollowVisitsShare', 'Hollow visits'],
  ['hollowPipelineShare', 'Hollow pipeline'],
  ['sellingTimeWastedShare', 'Selling time wasted'],
  ['teamMonthsMissedShare', 'Months quota missed'],
  ['annualGoalReachedShare', 'Goal reached'],
];
/** Columns that precede the usual ones in a revenue world if some arm has a nonzero mean. */
const SOMETIMES: Columns = [
  ['discountShare', 'Discounts given'],
  ...GAMES.map(({ id, title }) => [id, title] as const),
  ['forecastErrorShare', 'Forecast error'],
  ['forecastBiasShare', 'Forecast above bookings'],
];
const TEXTBOOK_GLANCE: Columns = [
  ['valueUsd', 'Value to the firm'],
  ['payUsd', 'Pay of all agents'],
  ['profitUsd', 'Profit after pay'],
  ['hollowPayUsd', 'Pay for gaming'],
  ['effortCostUsd', 'Cost of effort'],
  ['riskPremiumUsd', 'Risk premium'],
];

/**
 * Outcomes shown beside the primary outcome in the overview of arms: first those listed in the scenario's
 * `tell`, then the usual ones of its world. Hollow shares and the share of whole bonuses are left out if they
 * are zero in every arm.
 *
 * @param asked id of the primary outcome, which already has a column
 */
export function chooseColumns(bundle: Bundle, asked: string): Columns {
  const isSomething = (id: string) => bundle.arms.some((arm) => (arm.outcomes[id]?.mean ?? 0) !== 0);
  const happened = SOMETIMES.filter(([id]) => isSomething(id));
  const matters = (id: string) =>
    !(id.startsWith('hollow') || id === 'wholeBonusMonthsShare') || isSomething(id);
  const told = (bundle.scenario.tell ?? [])
    .filter((id) => bundle.arms.some((arm) => arm.outcomes[id] !== undefined))
    .map((id) => [id, titleFor(bundle, id)] as const);
  const usual =
    bundle.scenario.world === 'textbook'
      ? TEXTBOOK_GLANCE
      : [...happened, ...revenueGlance(bundle).filter(([id]) => matters(id))];
  return [...told, ...usual.filter(([id]) => !told.some(([already]) => already === id))].filter(
    ([id]) => id !== asked,
  );
}

function titleFor(bundle: Bundle, id: string): string {
  return bundle.arms.find((arm) => arm.outcomes[id] !== undefined)?.outcomes[id].title ?? id;
}
