import type { ChannelValues } from '../numbers/index.ts';

/** Channel catalogue: default values of a named channel, used where a scenario sets none. */
export const CHANNELS: readonly {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly values: Partial<ChannelValues>;
}[] = [
  {
    id: 'organic',
    title: 'Organic search',
    about: 'Visitors who found the site themselves.',
    values: { costUsdPerVisit: 0 },
  },
  {
    id: 'paid',
    title: 'Paid media',
    about: 'Visitors from advertisements.',
    values: { costUsdPerVisit: 2.5 },
  },
  {
    id: 'events',
    title: 'Events',
    about: 'Visitors met at fairs and webinars: few, dear and more likely to leave details.',
    values: { costUsdPerVisit: 20 },
  },
  {
    id: 'partner',
    title: 'Partners',
    about: 'Visitors sent by channel partners.',
    values: { costUsdPerVisit: 1 },
  },
  {
    id: 'social',
    title: 'Social media',
    about: 'Visitors from social networks: many, rarely in a mood to buy.',
    values: { costUsdPerVisit: 0.8 },
  },
];
