import type { GamingLever } from '../../contract/lever.ts';

/** Score that customers give who are asked because they are happy. */
const HAPPY_SCORE = 95;

/** Surveys of happy customers alone. */
export const cherryPickedSurveys: GamingLever = {
  kind: 'gaming',
  id: 'cherry-picked-surveys',
  counter: 'satisfactionWeight',
  countsOnly: true,
  execute(handle, wanted) {
    handle.report('satisfactionSum', HAPPY_SCORE * wanted);
    handle.report('satisfactionWeight', wanted);
    return wanted;
  },
};
