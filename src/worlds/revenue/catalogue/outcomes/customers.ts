import { COUNTER, TRUE } from '../../contract/counters.ts';
import { type OutcomeRecord, ratio } from '../../contract/outcome.ts';

/** Customer outcomes: market share, satisfaction, retention and references. */
export const CUSTOMER_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'marketShare',
    title: 'Market share',
    unit: 'share',
    direction: 'higher',
    about: 'Customers at the end per company that could buy, those won before play included.',
    measure: (run) => Math.min(1, run.customers.count / run.world.market.accounts),
  },
  {
    id: 'customerSatisfactionScore',
    title: 'Customer satisfaction',
    unit: 'score',
    direction: 'higher',
    about: 'Mean satisfaction of buyers and of ready inquirers who were never called, 0 to 100.',
    measure: (run) =>
      ratio(run.total(COUNTER.satisfactionSum, TRUE), run.total(COUNTER.satisfactionWeight, TRUE)),
  },
  {
    id: 'churnShare',
    title: 'Customers lost at renewal',
    unit: 'share',
    direction: 'lower',
    about: 'Share of contracts that ran out and were not renewed. Undefined when none ran out.',
    measure: ({ customers }) => ratio(customers.renewalsDue - customers.renewalsKept, customers.renewalsDue),
  },
  {
    id: 'netRetentionShare',
    title: 'Net retention',
    unit: 'share',
    direction: 'higher',
    about:
      'Dollars of contracts renewed, growth included, per dollar of contracts that ran out. Undefined when none ran out.',
    measure: (run) => ratio(run.total(COUNTER.renewalUsd), run.total(COUNTER.renewalDueUsd)),
  },
  {
    id: 'referenceShare',
    title: 'Customers who are references',
    unit: 'share',
    direction: 'higher',
    about:
      'Share of the customers at the end who are satisfied enough to be references. Undefined without customers.',
    measure: ({ customers }) => ratio(customers.references, customers.count),
  },
  {
    id: 'customerLifetimeValueUsd',
    title: 'Customer lifetime value',
    unit: 'USD',
    direction: 'higher',
    about: 'Margin of a new customer until expected churn. Undefined without a win.',
    measure: ({ customers }) => ratio(customers.lifetimeValueUsd, customers.won),
  },
];
