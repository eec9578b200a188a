import type { OutcomeDefinition } from '../../model/metric.ts';

/** Who buys, stays, is content and sends others. */
export const CUSTOMER_OUTCOMES = [
  {
    id: 'marketShare',
    title: 'Market share',
    unit: 'share',
    direction: 'higher',
    about: 'Customers at the end per company that could buy; those won before play are among them.',
  },
  {
    id: 'customerSatisfactionScore',
    title: 'Customer satisfaction',
    unit: 'score',
    direction: 'higher',
    about: 'Mean satisfaction of buyers and of ready inquirers who were never called, 0 to 100.',
  },
  {
    id: 'churnShare',
    title: 'Customers lost at renewal',
    unit: 'share',
    direction: 'lower',
    about: 'Share of contracts that ran out and were not renewed. Undefined when none ran out.',
  },
  {
    id: 'netRetentionShare',
    title: 'Net retention',
    unit: 'share',
    direction: 'higher',
    about:
      'Dollars of contracts renewed, growth included, per dollar of contracts that ran out. Undefined when none ran out.',
  },
  {
    id: 'referenceShare',
    title: 'Customers who are references',
    unit: 'share',
    direction: 'higher',
    about:
      'Part of the customers at the end who are satisfied enough to speak well of the company. Undefined without customers.',
  },
  {
    id: 'customerLifetimeValueUsd',
    title: 'Customer lifetime value',
    unit: 'USD',
    direction: 'higher',
    about: 'Margin of a new customer until expected churn. Undefined without a win.',
  },
] as const satisfies readonly OutcomeDefinition[];
