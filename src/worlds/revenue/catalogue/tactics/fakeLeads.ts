import { fakeLeads as lever } from '../levers/fakeLeads.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const fakeLeads = {
  id: 'fake-leads',
  title: 'Bought form fills',
  fabricates: true,
  roles: ['marketing-director'],
  lever,
  about: 'Contacts bought from a list seller and entered as leads.',
  parameters: {
    priceUsdPerThousand: {
      ...price(4000),
      low: 1000,
      high: 20000,
      source: 'assumption, not data: no public price of fake B2B leads was found',
    },
    effortUsdEach: effort(0),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
