import type { OutcomeDefinition } from '../../model/metric.ts';
import type { TextbookWorld } from './world.ts';

/** Outcomes of every textbook world, in storage order; those of its tasks and metrics follow. */
export const TEXTBOOK_OUTCOMES = [
  {
    id: 'surplusUsd',
    title: 'Surplus',
    unit: 'USD',
    direction: 'higher',
    about: 'What there is to share: value of all effort less its cost less the risk premium.',
  },
  {
    id: 'profitUsd',
    title: 'Profit after pay',
    unit: 'USD',
    direction: 'higher',
    about: 'Value of all effort less pay.',
  },
  {
    id: 'valueUsd',
    title: 'Value to the firm',
    unit: 'USD',
    direction: 'higher',
    about: 'What the effort of all agents is worth to the firm, before pay.',
  },
  {
    id: 'payUsd',
    title: 'Pay of all agents',
    unit: 'USD',
    direction: 'lower',
    about: 'Salaries and everything else.',
  },
  {
    id: 'bonusUsd',
    title: 'Pay above salaries',
    unit: 'USD',
    direction: 'neutral',
    about: 'What all agents are paid for the metrics of their plan.',
  },
  {
    id: 'hollowPayUsd',
    title: 'Pay for gaming',
    unit: 'USD',
    direction: 'lower',
    about:
      'Pay of all agents less what the same luck would have paid with the gaming tasks at their baseline.',
  },
  {
    id: 'effortCostUsd',
    title: 'Cost of effort',
    unit: 'USD',
    direction: 'lower',
    about: 'What effort beyond the baseline costs all agents themselves.',
  },
  {
    id: 'riskPremiumUsd',
    title: 'Risk premium',
    unit: 'USD',
    direction: 'lower',
    about: 'Expected pay of all agents less what it is worth to them.',
  },
  {
    id: 'agentNetUsd',
    title: 'An agent’s pay less cost of effort',
    unit: 'USD',
    direction: 'higher',
    about: 'What is left to the first of the agents, who are all alike.',
  },
] as const satisfies readonly OutcomeDefinition[];

/**
 * Outcomes of one textbook world: common outcomes, effort by task, and metrics as the first agent sees them.
 */
export function textbookOutcomes(world: TextbookWorld): OutcomeDefinition[] {
  return [
    ...TEXTBOOK_OUTCOMES,
    ...world.tasks.map(
      ({ name, gaming }): OutcomeDefinition => ({
        id: `effort_${name}`,
        title: `Effort: ${name}`,
        unit: 'units',
        direction: 'neutral',
        about: `What one agent puts into ${name}${gaming ? ', a gaming task' : ''}.`,
      }),
    ),
    ...world.metrics.map(
      ({ name }): OutcomeDefinition => ({
        id: `metric_${name}`,
        title: `Metric: ${name}`,
        unit: 'units',
        direction: 'neutral',
        about: `${name} as the first agent’s pay sees it.`,
      }),
    ),
  ];
}
