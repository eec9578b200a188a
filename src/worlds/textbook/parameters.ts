import { choice, count, flag, quantity } from '../../model/parameter.ts';

const GIVEN = 'given by the problem that is posed';

/** A task: one dimension of an agent's effort. */
export const taskParameters = {
  valueUsd: quantity(0, {
    unit: 'USD per unit of effort',
    min: -1e12,
    about: 'What a unit of effort is worth to the firm; negative for manipulation that harms it.',
    source: GIVEN,
  }),
  costUsd: quantity(1, {
    unit: 'USD per squared unit of effort',
    min: 1e-9,
    about:
      'Curvature c of the agent’s cost of effort: half of c times the square of effort beyond the baseline.',
    source: GIVEN,
  }),
  baseline: quantity(0, {
    unit: 'units of effort',
    min: -1e9,
    max: 1e9,
    about: 'Effort that nobody has to pay for.',
    source: GIVEN,
  }),
  lowest: quantity(0, {
    unit: 'units of effort',
    min: -1e9,
    max: 1e9,
    about: 'Least effort there can be.',
    source: GIVEN,
  }),
  highest: quantity(1e6, {
    unit: 'units of effort',
    min: -1e9,
    max: 1e9,
    about: 'Most effort there can be.',
    source: GIVEN,
  }),
  gaming: flag(
    false,
    'Whether it moves numbers instead of doing the work: who is honest leaves it at its baseline.',
    GIVEN,
  ),
};

/** A noisy performance measure; its loadings are stated beside these. */
export const metricParameters = {
  noiseSd: quantity(0, {
    unit: 'units of the metric',
    max: 1e9,
    about: 'Standard deviation of the noise of one agent’s metric.',
    source: GIVEN,
  }),
  sharedNoiseSd: quantity(0, {
    unit: 'units of the metric',
    max: 1e9,
    about: 'Standard deviation of noise that all agents share.',
    source: GIVEN,
  }),
  scope: choice(
    'own',
    ['own', 'pooled', 'relative', 'best-of'],
    'Whose effort the metric takes in: own; pooled: all agents together; relative: own less the ' +
      'mean of the others; best-of: the prize goes to the largest.',
    GIVEN,
  ),
};

/** The agents, who are identical. */
export const agentParameters = {
  count: count(1, { unit: 'agents', min: 1, max: 1000, about: 'How many agents there are.', source: GIVEN }),
  riskAversionPerUsd: quantity(0, {
    unit: 'per USD',
    max: 1e6,
    about: 'Constant absolute risk aversion.',
    source: GIVEN,
  }),
};
