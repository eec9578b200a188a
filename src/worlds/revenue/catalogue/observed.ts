/** A figure that a company has of itself, and the same figure of a run. */
export interface ObservedFigure {
  readonly id: string;
  readonly title: string;
  /** Unit in which it is shown, and in words for people who type it. */
  readonly unit: 'count' | 'share' | 'USD';
  readonly typed: string;
  readonly most: number;
  /** Outcomes of a run that it takes. */
  readonly outcomes: readonly string[];
  /** The figure of a run of so many months, from those outcomes in order; NaN where it is undefined. */
  of(values: readonly number[], months: number): number;
}

const MONTHS_PER_YEAR = 12;

const perMonth = ([total]: readonly number[], months: number) => total / months;
const asItIs = ([value]: readonly number[]) => value;

/** Figures that can be observed, in the order in which reports show them. */
export const OBSERVED: readonly ObservedFigure[] = [
  {
    id: 'visits',
    title: 'Visits a month',
    unit: 'count',
    typed: 'visits per month',
    most: 1e9,
    outcomes: ['visitsCount'],
    of: perMonth,
  },
  {
    id: 'leads',
    title: 'Leads a month',
    unit: 'count',
    typed: 'leads per month',
    most: 1e8,
    outcomes: ['leadsCount'],
    of: perMonth,
  },
  {
    id: 'readyLeads',
    title: 'Leads passed to sales a month',
    unit: 'count',
    typed: 'leads per month',
    most: 1e8,
    outcomes: ['sqlsCount'],
    of: perMonth,
  },
  {
    id: 'winsPerMonth',
    title: 'Deals won a month',
    unit: 'count',
    typed: 'deals per month',
    most: 1e7,
    outcomes: ['winsCount'],
    of: perMonth,
  },
  {
    id: 'winShare',
    title: 'Deals won of those decided',
    unit: 'share',
    typed: 'share',
    most: 1,
    outcomes: ['winsOfDecidedShare'],
    of: asItIs,
  },
  {
    id: 'revenueUsdPerYear',
    title: 'New business a year',
    unit: 'USD',
    typed: 'USD per year',
    most: 1e12,
    outcomes: ['revenueUsd'],
    of: ([usd], months) => (usd * MONTHS_PER_YEAR) / months,
  },
  {
    id: 'attainmentShare',
    title: 'Quota attainment',
    unit: 'share',
    typed: 'share',
    most: 20,
    outcomes: ['quotaAttainmentShare'],
    of: asItIs,
  },
  {
    id: 'repsAtQuotaShare',
    title: 'Sellers’ months at quota',
    unit: 'share',
    typed: 'share',
    most: 1,
    outcomes: ['repMonthsAtQuotaShare'],
    of: asItIs,
  },
  {
    id: 'cycleDays',
    title: 'Working days from opportunity to win',
    unit: 'count',
    typed: 'working days',
    most: 2500,
    outcomes: ['daysToWin'],
    of: asItIs,
  },
  {
    id: 'dealUsd',
    title: 'Mean deal',
    unit: 'USD',
    typed: 'USD',
    most: 1e9,
    outcomes: ['revenueUsd', 'winsCount'],
    of: ([usd, wins]) => (wins > 0 ? usd / wins : NaN),
  },
];
