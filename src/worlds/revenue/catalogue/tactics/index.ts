import { answeredQuizzes } from './answeredQuizzes.ts';
import { awareness } from './awareness.ts';
import { badgeScans } from './badgeScans.ts';
import { beggedSurveys } from './beggedSurveys.ts';
import { botVisits } from './botVisits.ts';
import { boxTickedCourses } from './boxTickedCourses.ts';
import { brandBuilding } from './brandBuilding.ts';
import { campaignOperations } from './campaignOperations.ts';
import { capturedAttribution } from './capturedAttribution.ts';
import { cherryPickedSurveys } from './cherryPickedSurveys.ts';
import { closedTickets } from './closedTickets.ts';
import { coRegistration } from './coRegistration.ts';
import { customerCare } from './customerCare.ts';
import { customerVisits } from './customerVisits.ts';
import { fakeLeads } from './fakeLeads.ts';
import { fieldRegistration } from './fieldRegistration.ts';
import { fieldRequests } from './fieldRequests.ts';
import { friendlyPanels } from './friendlyPanels.ts';
import { impressing } from './impressing.ts';
import { incentivisedForms } from './incentivisedForms.ts';
import { leadCapture } from './leadCapture.ts';
import { leadScoring } from './leadScoring.ts';
import { loweredBar } from './loweredBar.ts';
import { movedDefinition } from './movedDefinition.ts';
import { nurturing } from './nurturing.ts';
import { paddedCollateral } from './paddedCollateral.ts';
import { paperCalls } from './paperCalls.ts';
import { partnerRebates } from './partnerRebates.ts';
import { partnerRegistration } from './partnerRegistration.ts';
import { partnerSupport } from './partnerSupport.ts';
import { positioning } from './positioning.ts';
import { referenceProgramme } from './referenceProgramme.ts';
import { regionalEvents } from './regionalEvents.ts';
import { relabel } from './relabel.ts';
import { reputation } from './reputation.ts';
import { salesTraining } from './salesTraining.ts';
import { sellerOnboarding } from './sellerOnboarding.ts';
import { silentReferences } from './silentReferences.ts';
import type { Tactic } from './tactic.ts';
import { taughtToTest } from './taughtToTest.ts';
import { valueSelling } from './valueSelling.ts';

/**
 * Tactic catalogue. A new tactic is one file and one line at the end. Never reorder the lines: positions key
 * the random draws of people who learn.
 */
export const TACTICS: readonly Tactic[] = [
  awareness,
  leadCapture,
  nurturing,
  brandBuilding,
  customerVisits,
  salesTraining,
  botVisits,
  fakeLeads,
  relabel,
  capturedAttribution,
  impressing,
  positioning,
  valueSelling,
  reputation,
  regionalEvents,
  partnerSupport,
  fieldRequests,
  sellerOnboarding,
  customerCare,
  referenceProgramme,
  leadScoring,
  campaignOperations,
  coRegistration,
  incentivisedForms,
  loweredBar,
  movedDefinition,
  badgeScans,
  fieldRegistration,
  partnerRegistration,
  partnerRebates,
  beggedSurveys,
  closedTickets,
  boxTickedCourses,
  taughtToTest,
  cherryPickedSurveys,
  silentReferences,
  friendlyPanels,
  answeredQuizzes,
  paddedCollateral,
  paperCalls,
];
