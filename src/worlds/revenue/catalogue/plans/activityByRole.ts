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
      ['visitors', 274_900, 0.34],
      ['leads', 5506, 0.33],
      ['mqls', 1378, 0.33],
    ),
    'field-marketing': departmentBonus(['leads', 5506, 0.5], ['marketing-opportunities', 396, 0.5]),
    'sales-enablement': departmentBonus(['sales-satisfaction', 0.62, 0.5], ['response-days', 0.597, 0.5]),
    'sales-training': departmentBonus(['training-currency', 0.618, 0.5], ['proficiency', 0.518, 0.5]),
    'channel-marketing': departmentBonus(['partner-satisfaction', 0.612, 1]),
    'customer-advocacy': departmentBonus(
      ['customer-satisfaction', 70.4, 0.5],
      ['reference-share', 0.4306, 0.5],
    ),
    'marketing-operations': departmentBonus(['sqls', 1378, 0.5], ['mql-rate', 0.2522, 0.5]),
  },
};
