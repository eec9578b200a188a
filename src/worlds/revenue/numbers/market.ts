import { count, quantity, share } from '../../../model/parameter.ts';

export const marketParameters = {
  accounts: count(40000, { unit: 'companies', min: 1, max: 1e9, about: 'Companies that could ever buy.' }),
  responseCap: quantity(2.5, {
    unit: 'times',
    min: 1,
    max: 10,
    about:
      'Upper bound on leads, as a multiple of the honest baseline, from tactics, money and word of mouth together.',
  }),
};

export const channelParameters = {
  visitsPerMonth: quantity(1000, {
    unit: 'visits per month',
    max: 1e8,
    about: 'Human and ambient bot visits at baseline effort.',
  }),
  leadsPerVisitShare: share(0.02, {
    about: 'Share of human visits that become leads.',
    low: 0.01,
    high: 0.05,
    source: '2-5% of visitors become leads in B2B software (First Page Sage)',
  }),
  ambientBotShare: share(0, {
    about: 'Share of visits from bots that nobody bought.',
    source:
      'bad bots were 37% of web traffic in 2024 (Imperva), 3% at premium publishers (DCN/White Ops 2015); 0 where analytics filters them',
  }),
  junkLeadShare: share(0, {
    about: 'Share of leads that are no buyers at all.',
    low: 0,
    high: 0.3,
    source: '10-30% in high-volume lead generation (LeadEnforce, vendor figure)',
  }),
  costUsdPerVisit: quantity(0, { unit: 'USD per visit', max: 1e5, about: 'Media cost of a visit.' }),
};
