import { quantity } from '../../../../model/parameter.ts';
import { fakeLeads as lever } from '../levers/fakeLeads.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const fakeLeads = {
  id: 'fake-leads',
  title: 'Bought form fills',
  fabricates: true,
  roles: ['marketing-director'],
  lever,
  about: 'Contacts bought from a list seller and entered as leads.',
  parameters: {
    priceUsdPerThousand: quantity(4000, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
      low: 1000,
      high: 20000,
      source: 'assumption, not data: no public price of fake B2B leads was found',
    }),
    effortUsdEach: quantity(0, { unit: 'USD', max: 1e9, about: 'Own effort for one unit.' }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
