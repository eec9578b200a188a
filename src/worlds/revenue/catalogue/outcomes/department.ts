import { COUNTER, TRUE } from '../../contract/counters.ts';
import type { ResponseId } from '../../contract/lever.ts';
import { type FinishedRun, type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { countersOf } from '../../contract/survey.ts';
import { SURVEYS } from '../surveys/index.ts';

/** A measure, or NaN in a company in which nobody works on what it is about. */
function whereWorked(response: ResponseId, measure: (run: FinishedRun) => number) {
  return (run: FinishedRun) => (run.hasWork(response) ? measure(run) : NaN);
}

/** True share of those asked in a survey who say yes, over the months of play. */
function yesShare(id: string): OutcomeRecord['measure'] {
  const survey = SURVEYS.find((each) => each.id === id)!;
  const { yes, asked } = countersOf(survey);
  return whereWorked(survey.about, (run) => ratio(run.total(yes, TRUE), run.total(asked, TRUE)));
}

/** Share of all answers reported from surveys that gaming added. */
function hollowAnswers(run: FinishedRun): number {
  let reported = 0;
  let honest = 0;
  for (const survey of SURVEYS) {
    if (!run.hasWork(survey.about)) continue;
    const { asked } = countersOf(survey);
    reported += run.total(asked);
    honest += run.total(asked, TRUE);
  }
  return ratio(reported - honest, reported);
}

/** Outcomes of the roles of a marketing department; undefined where nobody has the role’s work. */
export const DEPARTMENT_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'hollowMqlsShare',
    title: 'Hollow MQLs',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported marketing-qualified leads that gaming made.',
    measure: (run) => run.hollow(COUNTER.mqls),
  },
  {
    id: 'fieldPipelineUsd',
    title: 'Field-produced pipeline',
    unit: 'USD',
    direction: 'higher',
    about: 'Value of opportunities that field marketing really produced.',
    measure: whereWorked('field', (run) => run.total(COUNTER.fieldPipelineUsd, TRUE)),
  },
  {
    id: 'hollowFieldShare',
    title: 'Hollow field pipeline',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the pipeline reported as field-produced that sales found itself.',
    measure: whereWorked('field', (run) => run.hollow(COUNTER.fieldPipelineUsd)),
  },
  {
    id: 'channelPipelineUsd',
    title: 'Channel pipeline',
    unit: 'USD',
    direction: 'higher',
    about: 'Value of opportunities that partners really brought.',
    measure: whereWorked('partners', (run) => run.total(COUNTER.channelPipelineUsd, TRUE)),
  },
  {
    id: 'hollowChannelShare',
    title: 'Hollow channel pipeline',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the pipeline reported as brought by partners that sales found itself.',
    measure: whereWorked('partners', (run) => run.hollow(COUNTER.channelPipelineUsd)),
  },
  {
    id: 'hollowSurveysShare',
    title: 'Hollow answers to surveys',
    unit: 'share',
    direction: 'lower',
    about: 'Share of all answers reported from surveys and tests that gaming added.',
    measure: hollowAnswers,
  },
  {
    id: 'perceptionShare',
    title: 'Market perception',
    unit: 'share',
    direction: 'higher',
    about: 'Buyers with a favourable opinion of the company, among those asked without gaming.',
    measure: yesShare('marketPerception'),
  },
  {
    id: 'salesSatisfiedShare',
    title: 'Sellers satisfied with enablement',
    unit: 'share',
    direction: 'higher',
    about: 'Sellers who are satisfied, among those asked without gaming.',
    measure: yesShare('salesSatisfaction'),
  },
  {
    id: 'proficientShare',
    title: 'Sellers who pass a test of skill',
    unit: 'share',
    direction: 'higher',
    about: 'Sellers who pass, among those tested without gaming.',
    measure: yesShare('proficiency'),
  },
  {
    id: 'partnersSatisfiedShare',
    title: 'Satisfied partners',
    unit: 'share',
    direction: 'higher',
    about: 'Partners who are satisfied, among those asked without gaming.',
    measure: yesShare('partnerSatisfaction'),
  },
  {
    id: 'responseDays',
    title: 'Response time to field requests',
    unit: 'days',
    direction: 'lower',
    about: 'True waiting time of requests from sales.',
    measure: whereWorked('support', (run) =>
      ratio(run.total(COUNTER.requestDays, TRUE), run.total(COUNTER.requests, TRUE)),
    ),
  },
  {
    id: 'firstDealDays',
    title: 'Time to first deal (new hires)',
    unit: 'days',
    direction: 'lower',
    about:
      'Working days from hire to the first deal won that was not inherited from a predecessor; sellers hired during the simulated months.',
    measure: whereWorked('onboarding', (run) =>
      ratio(run.total(COUNTER.firstDealDays), run.total(COUNTER.firstDeals)),
    ),
  },
  {
    id: 'hollowReferencesShare',
    title: 'Hollow references',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported references who speak to nobody.',
    measure: whereWorked('advocacy', (run) => run.hollow(COUNTER.references)),
  },
  {
    id: 'hollowSatisfactionScore',
    title: 'Satisfaction reported above the truth',
    unit: 'score',
    direction: 'lower',
    about: 'Reported less true customer satisfaction, in points.',
    measure: whereWorked(
      'retention',
      (run) =>
        ratio(run.total(COUNTER.satisfactionSum), run.total(COUNTER.satisfactionWeight)) -
        ratio(run.total(COUNTER.satisfactionSum, TRUE), run.total(COUNTER.satisfactionWeight, TRUE)),
    ),
  },
];
