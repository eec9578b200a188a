import { quantity } from '../../../model/parameter.ts';

/**
 * Elasticities of quits and of recruitment, at an offer equal to the outside option.
 *
 * @param people who quits, in the plural
 * @param place where applicants apply
 */
export const participationParameters = (people: string, place: string) => ({
  quitElasticity: quantity(2, {
    unit: 'percent per percent',
    max: 20,
    about: `Elasticity of quits: percent more ${people} who quit for each percent by which the plan is worth less to them than pay elsewhere.`,
    source:
      '2 to 3 in experiments (Naidu and Carr, If you don’t like your job, can you always quit?, Economic Policy Institute 2022)',
    low: 0,
    high: 3,
  }),
  recruitElasticity: quantity(2, {
    unit: 'percent per percent',
    max: 20,
    about: `Elasticity of recruitment: percent more applicants ${place} who accept for each percent by which the plan is worth more to them than pay elsewhere. If all decline, the position stays vacant.`,
    source:
      'about 2 (Dal Bó, Finan and Rossi, Quarterly Journal of Economics 128 (2013) 1169); 1.4 to 2.2 in other studies',
    low: 0,
    high: 4,
  }),
});
