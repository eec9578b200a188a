import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { taughtToTest as lever } from '../levers/taughtToTest.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const taughtToTest = {
  id: 'taught-to-test',
  title: 'Teaching to the test',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Answers of a test taught instead of the skill.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(5, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: an hour for ten sellers`,
    }),
    severity: {
      ...severity,
      default: 0.4,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(2),
    harmPerScale: quantity(0.03, {
      unit: 'per scale',
      max: 10,
      about: 'What it spoils: the win chance, divided by 1 + this x scale.',
      low: 0,
      high: 0.09,
      source: `${ASSUMPTION}; range: no harm, and three times the default`,
    }),
  },
} as const satisfies Tactic;
