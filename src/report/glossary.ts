/** The words of a report that a board member may not know. */
export const GLOSSARY: readonly (readonly [string, string])[] = [
  [
    'Arm',
    'One plan, or one plan with something changed, that is compared with others on the same company, people and luck.',
  ],
  ['SQL', 'Sales-qualified lead: one that marketing passes to sales as ready to be called.'],
  ['Hollow', 'The part of a reported number that gaming made: reported less true.'],
  ['Conscience', 'What the person would forgo to avoid gaming that much: an assumption, in dollars.'],
  ['Scale 1', 'Gaming that doubles an honest month of the metric.'],
  [
    '95% interval',
    'Simulation error only: it shrinks with more runs. The luck of a year is the 10% to 90% range of runs.',
  ],
  [
    'Best company policy',
    'The same company run by one mind for profit, nobody gaming: the best that a coarse search found.',
  ],
];
