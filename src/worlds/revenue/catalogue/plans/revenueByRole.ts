import { departmentBonus } from './departmentBonus.ts';
import type { PlanPreset } from './planPreset.ts';

export const revenueByRole: PlanPreset = {
  id: 'revenue-by-role',
  about:
    'A department in which each marketing role is paid to three quarters on revenue metrics of the role, channel ' +
    'marketing to one half.',
  source:
    'shares of 75/25 and 50/50 after C. Crandell (interview, Futurelab); its targets are those of ' +
    'department-large.yaml',
  roles: {
    'product-marketing': departmentBonus(
      ['pipeline', 16_710_000, 0.375],
      ['bookings', 3_179_000, 0.375],
      ['market-perception', 0.417, 0.25],
    ),
    'demand-generation': departmentBonus(
      ['marketing-pipeline', 16_120_000, 0.75],
      ['campaign-effectiveness', 0.5935, 0.25],
    ),
    'field-marketing': departmentBonus(
      ['field-pipeline', 4_540_000, 0.75],
      ['campaign-effectiveness', 0.5935, 0.25],
    ),
    'sales-enablement': departmentBonus(
      ['quota-attainment', 1.263, 0.75],
      ['sales-satisfaction', 0.62, 0.25],
    ),
    'sales-training': departmentBonus(['quota-attainment', 1.263, 0.75], ['proficiency', 0.518, 0.25]),
    'channel-marketing': departmentBonus(
      ['channel-pipeline', 3_084_000, 0.5],
      ['partner-satisfaction', 0.612, 0.5],
    ),
    'customer-advocacy': departmentBonus(
      ['renewal-rate', 0.9239, 0.75],
      ['customer-satisfaction', 70.4, 0.25],
    ),
    'marketing-operations': departmentBonus(
      ['marketing-pipeline', 16_120_000, 0.75],
      ['opportunity-rate', 0.2967, 0.25],
    ),
  },
};
