import { ASSUMPTION, choice, quantity, share } from '../../../model/parameter.ts';

export const buyersParameters = {
  readinessShape: choice('normal', ['normal', 'beta'], 'Distribution of a lead’s latent readiness.'),
  readinessMean: quantity(0, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Mean of readiness (normal).',
  }),
  readinessSd: quantity(1, {
    unit: 'readiness',
    max: 100,
    about: 'Standard deviation of readiness (normal).',
    source: `${ASSUMPTION}: the unit in which readiness is measured`,
  }),
  readinessA: quantity(2, {
    unit: 'shape',
    min: 1,
    max: 100,
    about: 'First shape parameter of readiness (beta).',
  }),
  readinessB: quantity(3, {
    unit: 'shape',
    min: 1,
    max: 100,
    about: 'Second shape parameter of readiness (beta).',
  }),
  readyBar: quantity(1, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Readiness from which a lead is truly sales-ready.',
    source: `${ASSUMPTION}: one deviation above the mean: one lead in six is ready, as 50 of 300 are in the Catherine story`,
  }),
  fitSd: quantity(1, { unit: 'fit', max: 10, about: 'Standard deviation of fit (mean 0).' }),
  quarterEndShare: share(0, {
    about:
      'Buyers’ quarter-end seasonality: win chance in the last month of a quarter above the mean, as a share of it; half as far below in the other two. People do not anticipate it.',
    source: `${ASSUMPTION}; off: in data, seasonality may be gaming`,
  }),
};
