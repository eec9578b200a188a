import type { TopLevelSpec } from 'vega-lite';
import type { Bundle, Contrast } from '../experiments/result/bundle.ts';
import { bridgeChart } from './bridgeChart.ts';
import { axisFor, type Chart, INK } from './chart.ts';
import { effortChart } from './effortChart.ts';
import { formatDifference, formatInterval, formatUsd, formatValue, titleOf } from './format.ts';
import { ledgerChart } from './ledgerChart.ts';
import { reportedPeople } from './people.ts';
import { dotsAndBars, stackedBars, WIDTH } from './shapes.ts';
import { outcomeOf } from './standing.ts';
import { tenureChart } from './tenureChart.ts';
import { yearsChart } from './yearsChart.ts';

/** All charts of a report, in display order; none if no replicate was completed. */
export function chartsOf(bundle: Bundle): Chart[] {
  if (bundle.replicates.completed === 0) return [];
  const reference = bundle.arms.find((arm) => arm.name === bundle.scenario.reference) ?? bundle.arms[0];
  const charts: (Chart | undefined)[] = [differenceChart(bundle)];
  if (bundle.scenario.world === 'textbook')
    return [...charts, effortChart(bundle)].filter((chart) => chart !== undefined);
  charts.push(bridgeChart(bundle, 'winsCount'), bridgeChart(bundle, 'profitUsd'));
  if (reference !== undefined) charts.push(ledgerChart(reference));
  charts.push(
    yearsChart(bundle),
    quotaChart(bundle),
    hoursChart(bundle),
    payChart(bundle),
    tenureChart(bundle),
  );
  const blame = bundle.blame.find((item) => item.arm === reference?.name);
  if (blame?.rows.some(({ winsLost: { ci95 } }) => ci95[0] !== 0 || ci95[1] !== 0))
    charts.push(blameChart(blame));
  return charts.filter((chart): chart is Chart => chart !== undefined);
}

function differenceChart(bundle: Bundle): Chart | undefined {
  const outcome = outcomeOf(bundle);
  const isMixed = bundle.contrasts.some(({ reference }) => reference !== bundle.scenario.reference);
  const pairTitle = ({ arm, reference }: Contrast) =>
    isMixed ? `${titleOf(arm)} against ${titleOf(reference)}` : titleOf(arm);
  const rows = bundle.contrasts.flatMap((contrast) => {
    const d = contrast.outcomes[outcome.id];
    return d === undefined
      ? []
      : [
          {
            arm: pairTitle(contrast),
            mean: d.meanDifference,
            low: d.ci95Simultaneous[0],
            high: d.ci95Simultaneous[1],
            better: d.betterShare,
            plain: d.ci95,
          },
        ];
  });
  if (rows.length === 0) return undefined;
  const reference = isMixed ? 'the arm it is compared with' : titleOf(bundle.scenario.reference);
  return {
    id: 'difference',
    title: `${outcome.title}: difference from ${reference}`,
    caption:
      'Each dot is the mean paired difference on the same luck, the bar its 95% interval, valid for ' +
      'all arms together. A bar that touches the line at zero says: not told apart.',
    spec: dotsAndBars({
      rows,
      low: 'low',
      high: 'high',
      lineAt: 0,
      title: `difference in ${outcome.title.toLowerCase()}`,
      axis: axisFor(outcome.unit),
    }),
    table: {
      head: [
        'Arm',
        'Mean difference',
        '95% interval (all arms together)',
        '95% interval (alone)',
        'Better in',
      ],
      rows: rows.map((row) => [
        row.arm,
        formatDifference(row.mean, outcome.unit),
        formatInterval([row.low, row.high], outcome.unit, true),
        formatInterval(row.plain, outcome.unit, true),
        row.better === undefined ? '' : formatValue(row.better, 'share'),
      ]),
    },
  };
}

function quotaChart(bundle: Bundle): Chart {
  const rows = bundle.arms.flatMap((arm) => {
    const o = arm.outcomes.quotaAttainmentShare;
    return o === undefined
      ? []
      : [
          {
            arm: titleOf(arm.name),
            mean: o.mean,
            p10: o.p10,
            p90: o.p90,
            missed: arm.outcomes.teamMonthsMissedShare?.mean,
            goal: arm.outcomes.annualGoalReachedShare?.mean,
          },
        ];
  });
  return {
    id: 'quota',
    title: 'Quota attainment of the reps',
    caption:
      'The dot is mean attainment of a rep’s month; the bar runs from the 10% worst to the 10% ' +
      'best runs: the luck of a year, not the error of the simulation. The dashed line is quota.',
    spec: dotsAndBars({
      rows,
      low: 'p10',
      high: 'p90',
      lineAt: 1,
      title: 'bookings per quota',
      axis: { format: '.0%' },
    }),
    table: {
      head: ['Arm', 'Mean attainment', '10% to 90% of runs', 'Months the team missed', 'Annual goal reached'],
      rows: rows.map((row) => [
        row.arm,
        formatValue(row.mean, 'share'),
        `${formatValue(row.p10, 'share')} to ${formatValue(row.p90, 'share')}`,
        row.missed === undefined ? '' : formatValue(row.missed, 'share'),
        row.goal === undefined ? 'no full year' : `${formatValue(row.goal, 'share')} of years`,
      ]),
    },
  };
}

function hoursChart(bundle: Bundle): Chart {
  const rows = bundle.arms.map((arm) => ({
    arm: titleOf(arm.name),
    wasted: arm.outcomes.sellingTimeWastedShare?.mean ?? 0,
    dropped: arm.outcomes.leadsDroppedShare?.mean,
  }));
  return {
    id: 'hours',
    title: 'Where the selling hours went',
    caption: 'The dark part of each bar is time that reps spent on leads that were never going to buy.',
    spec: stackedBars({
      rows,
      parts: [
        { name: 'leads that were never ready', colour: '#7a2e00', of: (row) => row.wasted },
        {
          name: 'ready leads, opportunities, own prospecting',
          colour: '#b9d7e8',
          of: (row) => 1 - row.wasted,
        },
      ],
      title: 'share of hours worked',
      axis: { format: '.0%' },
      scale: { domain: [0, 1] },
    }),
    table: {
      head: ['Arm', 'Hours on leads never ready', 'Passed leads dropped'],
      rows: rows.map((row) => [
        row.arm,
        formatValue(row.wasted, 'share'),
        row.dropped === undefined ? '' : formatValue(row.dropped, 'share'),
      ]),
    },
  };
}

/** Bonuses of planners, and the part of them earned by hollow metrics. */
function payChart(bundle: Bundle): Chart | undefined {
  const people = reportedPeople(bundle);
  const rows = bundle.arms.map(({ name, outcomes, certaintyEquivalentUsd }) => ({
    arm: titleOf(name),
    hollow: outcomes.bonusHollowUsd?.mean ?? 0,
    bonus: outcomes.bonusPaidUsd?.mean ?? 0,
    pay: [...people.map(({ payId }) => outcomes[payId]), outcomes.repPayUsd],
    equivalent: certaintyEquivalentUsd?.mean,
  }));
  if (rows.every((row) => row.bonus === 0)) return undefined;
  const whose = people.length === 1 ? `Bonus of ${people[0].words}` : 'Bonuses in marketing';
  return {
    id: 'pay',
    title: `${whose}, and the part that hollow numbers earned`,
    caption:
      'The dark part was paid for numbers that the true ledger would not have paid. Means over ' +
      'runs; salaries, the reps’ pay and the quantiles are in the table.',
    spec: stackedBars({
      rows,
      parts: [
        { name: 'bonus on sound work', colour: '#b9d7e8', of: (row) => Math.max(0, row.bonus - row.hollow) },
        { name: 'bonus on hollow numbers', colour: '#7a2e00', of: (row) => Math.min(row.hollow, row.bonus) },
      ],
      title: 'bonus over the horizon',
      axis: axisFor('USD'),
    }),
    table: {
      head: [
        'Arm',
        'Bonus, mean',
        'On hollow numbers, mean',
        people.length === 1
          ? `Certainty equivalent to ${people[0].words}`
          : 'Certainty equivalent to the head',
        ...[...people.map(({ whose: own }) => `${own} pay`), 'All reps’ pay'].flatMap((title) => [
          `${title}, median`,
          `${title}, 90%`,
        ]),
      ],
      rows: rows.map((row) => [
        row.arm,
        formatUsd(row.bonus),
        formatUsd(row.hollow),
        row.equivalent === undefined ? '' : formatUsd(row.equivalent),
        ...row.pay.flatMap((pay) => [formatUsd(pay?.p50 ?? 0), formatUsd(pay?.p90 ?? 0)]),
      ]),
    },
  };
}

function blameChart(blame: Bundle['blame'][number]): Chart {
  const rows = blame.rows.map((row) => ({
    cause: row.title,
    wins: row.winsLost.meanDifference,
    low: row.winsLost.ci95[0],
    high: row.winsLost.ci95[1],
  }));
  return {
    id: 'blame',
    title: `Who lost the deals, under ${titleOf(blame.arm)}`,
    caption:
      'Deals lost compared with the best company policy (hours, lead definition and lead visibility ' +
      'chosen for profit, no gaming), by cause. Bars to the left are deals gained, for instance ' +
      'because more leads reach sales. The causes add up to the total in the table. What took the ' +
      'time of sellers who had none: the share of their hours spent on leads that were never ready.',
    spec: {
      data: { values: rows },
      width: WIDTH - 160,
      height: { step: 30 },
      encoding: { y: { field: 'cause', type: 'nominal', sort: rows.map((row) => row.cause), title: null } },
      layer: [
        {
          mark: { type: 'bar', color: '#b9d7e8', height: 18 },
          encoding: { x: { field: 'wins', type: 'quantitative', title: 'deals lost over the horizon' } },
        },
        {
          mark: { type: 'rule', color: INK, strokeWidth: 1.5 },
          encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
      ],
    } as TopLevelSpec,
    table: {
      head: ['Cause', 'Deals lost', '95% interval'],
      rows: [
        ...rows.map((row) => [row.cause, signed(row.wins), `${signed(row.low)} to ${signed(row.high)}`]),
        [
          'All causes together',
          signed(blame.total.meanDifference),
          `${signed(blame.total.ci95[0])} to ${signed(blame.total.ci95[1])}`,
        ],
      ],
    },
  };
}

/** A count of deals to one decimal; a negative one has a proper minus sign. */
function signed(value: number): string {
  return value.toFixed(1).replace('-', '−');
}
