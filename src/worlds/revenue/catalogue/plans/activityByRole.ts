import { departmentBonus } from './departmentBonus.ts';
import type { PlanPreset } from './planPreset.ts';

export const activityByRole: PlanPreset = {
  id: 'activity-by-role',
  about: 'A department in which each marketing role is paid on the numbers of its own activity.',
  source:
    'assumption, not data: what such roles are usually paid on; its targets are those of department-large.yaml, ' +
    'reached about as often as those of revenue-by-role',
  roles: {
    'product-marketing': departmentBonus(['market-perception', 0.417, 0.5], ['field-readiness', 0.519, 0.5]),
    'demand-generation': departmentBonus(
      ['visitors', 277_700, 0.34],
      ['leads', 5573, 0.33],
      ['mqls', 1390, 0.33],
    ),
    'field-marketing': departmentBonus(['leads', 5573, 0.5], ['follow-up-days', 2.14, 0.5]),
    'sales-enablement': departmentBonus(['sales-satisfaction', 0.62, 0.5], ['response-days', 1, 0.5]),
    'sales-training': departmentBonus(['training-currency', 0.618, 0.5], ['proficiency', 0.518, 0.5]),
    'channel-marketing': departmentBonus(['partner-satisfaction', 0.608, 1]),
    'customer-advocacy': departmentBonus(
      ['customer-satisfaction', 70.66, 0.5],
      ['reference-share', 0.17, 0.5],
    ),
    'marketing-operations': departmentBonus(['sqls', 1390, 0.5], ['mql-rate', 0.2514, 0.5]),
  },
};
