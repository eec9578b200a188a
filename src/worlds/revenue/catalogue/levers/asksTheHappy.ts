import type { GamingLever, ProductiveLever } from '../../contract/lever.ts';
import { countersOf } from '../../contract/survey.ts';

/** A lever that adds answers of people who were picked because they say yes. */
export const asksTheHappy = (id: string, survey: string, harms?: ProductiveLever['moves']): GamingLever => {
  const { yes, asked } = countersOf({ id: survey });
  return {
    kind: 'gaming',
    id,
    counter: yes,
    ...(harms === undefined ? { countsOnly: true } : { harms }),
    execute(handle, wanted) {
      handle.report(yes, wanted);
      handle.report(asked, wanted);
      return wanted;
    },
  };
};
