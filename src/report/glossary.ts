import type { Bundle } from '../experiments/result/bundle.ts';

type Entry = readonly [word: string, meaning: string];

const REVENUE: readonly Entry[] = [
  [
    'Arm',
    'One plan, or one plan with something changed, that is compared with others on the same ' +
      'company, people and luck.',
  ],
  ['SQL', 'Sales-qualified lead: one that marketing passes to sales as ready to be called.'],
  ['Hollow', 'The part of a reported number that gaming made: reported less true.'],
  ['Conscience', 'What the person would forgo to avoid gaming that much: an assumption, in dollars.'],
  ['Scale 1', 'Gaming that doubles an honest month of the metric.'],
  [
    '95% interval',
    'Simulation error only: it shrinks with more runs. The luck of a year is the 10% to 90% range of runs.',
  ],
  [
    'Best company policy',
    'The policy of the same company that earns most profit, with no gaming; the best of a coarse search.',
  ],
];

/** Words of every report, for `goodhart explain`. */
const GENERAL: readonly Entry[] = [
  [
    'Profit at equal pay',
    'Profit plus this plan’s pay less the reference’s: what plans would earn if all cost the same pay. It is ' +
      'arithmetic; --hold cost runs the plans with salaries that make it so.',
  ],
  ['Hollow pay', 'The part of the bonus that gaming earned.'],
  [
    'Attainment',
    'What was reached as a share of the target or quota; in the ranking, bookings of the sellers.',
  ],
  ['What-if', 'An arm that changes people or the company and not the plan: nobody could choose it.'],
  ['Clear', 'The recommended plan can be distinguished from every other choice (95%, all pairs jointly).'],
  ['Close', 'Some other choices cannot be distinguished from the recommended plan; the reference can.'],
  ['Open', 'No plan is shown to beat the reference.'],
  ['P10, P50, P90', 'In 10%, 50% and 90% of runs the value is below this: the luck of a year.'],
  [
    'Certainty equivalent',
    'The sure pay that is worth as much to a person as the uncertain pay of the plan, effort and discomfort taken off.',
  ],
  [
    'Sound',
    'What a number counts that is really human, or really ready to be sold to, however it was labelled.',
  ],
  ['Selling time wasted', 'Hours of sellers on leads that were never ready to buy: bad leads.'],
  [
    'Distinguishable',
    'The 95% interval of the difference excludes zero: more than chance in the simulation.',
  ],
  [
    'Misalignment',
    'What the company loses because people are not paid for what it wants: by gaming, and by effort.',
  ],
  ['Expected sanction', 'The chance of being found out times what follows, in dollars.'],
  ['Equal pay', 'See Profit at equal pay.'],
  [
    'Integrity',
    'integrityUsd: dollars that a person would forgo to avoid a month of gaming at scale 1. An assumption.',
  ],
  [
    'Equal worth',
    'Salaries are set so that the person paid has the same certainty equivalent, net of effort, under both plans.',
  ],
  [
    'Risk premium',
    'Expected pay less its certainty equivalent: what a risk-averse person would give up to have the mean for certain.',
  ],
  [
    'Market pay',
    'sales.marketPayUsdPerYear: what a seller of average skill earns elsewhere. Costs of effort and of losing the job are stated in months of it.',
  ],
  [
    'Joint surplus',
    'Profit before pay, plus the expected margin of open deals, less the cost of effort of sellers and marketers: what the benchmark maximises.',
  ],
  ['Budget', 'question.payBudgetUsdPerYear: what the pay of everybody may cost in a year.'],
  ['Reference', 'The arm with which the others are compared: usually the plan in force.'],
  ['Turning point', 'The value of an input at which the answer changes, all others as they are.'],
  ['Run', 'One simulated company over the horizon, with its own luck; all arms share the luck of a run.'],
];

const TEXTBOOK: readonly Entry[] = [
  REVENUE[0],
  [
    'Effort',
    'What an agent puts into a task, in the task’s own unit; beyond its baseline it costs the agent.',
  ],
  [
    'Gaming task',
    'One that moves a number without doing the work. People who are honest leave it at its baseline.',
  ],
  [
    'Surplus',
    'What there is to share between firm and agents: value less the cost of effort less the risk premium.',
  ],
  [
    'Best company policy',
    'The effort at which value less its cost is largest, nobody gaming and nobody bearing risk.',
  ],
  ['95% interval', 'Simulation error only: it shrinks with more runs. What luck has no part in has none.'],
];

/** Terms of a report that a board member may not know. */
export function glossaryOf(bundle: Bundle): readonly Entry[] {
  return bundle.scenario.world === 'textbook' ? TEXTBOOK : REVENUE;
}

/** Every term, each once. */
export function allTerms(): readonly Entry[] {
  const all = [...GENERAL, ...REVENUE, ...TEXTBOOK];
  return all.filter(([word], i) => all.findIndex(([other]) => other === word) === i);
}
