import { acceptanceRate } from './acceptanceRate.ts';
import { acceptedLeads } from './acceptedLeads.ts';
import { activities } from './activities.ts';
import { bookings } from './bookings.ts';
import { campaignEffectiveness } from './campaignEffectiveness.ts';
import { channelPipeline } from './channelPipeline.ts';
import { closeRate } from './closeRate.ts';
import { collateralPieces } from './collateralPieces.ts';
import { commissionPool } from './commissionPool.ts';
import { costPerLead } from './costPerLead.ts';
import { costPerWin } from './costPerWin.ts';
import { customerSatisfaction } from './customerSatisfaction.ts';
import { daysToFirstDeal } from './daysToFirstDeal.ts';
import { discountShare } from './discountShare.ts';
import { fieldPipeline } from './fieldPipeline.ts';
import { fieldReadiness } from './fieldReadiness.ts';
import { followUpDays } from './followUpDays.ts';
import { forecastError } from './forecastError.ts';
import { grossMargin } from './grossMargin.ts';
import { leadLeakage } from './leadLeakage.ts';
import { leads } from './leads.ts';
import { marketingOpportunities } from './marketingOpportunities.ts';
import { marketingPipeline } from './marketingPipeline.ts';
import { marketPerception } from './marketPerception.ts';
import { marketShare } from './marketShare.ts';
import { meetingOpportunities } from './meetingOpportunities.ts';
import { meetings } from './meetings.ts';
import type { Metric } from './metric.ts';
import { mqlRate } from './mqlRate.ts';
import { mqls } from './mqls.ts';
import { netRetention } from './netRetention.ts';
import { opportunities } from './opportunities.ts';
import { opportunityRate } from './opportunityRate.ts';
import { otherLineBookings } from './otherLineBookings.ts';
import { ownBookings } from './ownBookings.ts';
import { partnerSatisfaction } from './partnerSatisfaction.ts';
import { pipeline } from './pipeline.ts';
import { pipelineCoverage } from './pipelineCoverage.ts';
import { pipelineVelocity } from './pipelineVelocity.ts';
import { proficiency } from './proficiency.ts';
import { quotaAttainment } from './quotaAttainment.ts';
import { rating } from './rating.ts';
import { referenceShare } from './referenceShare.ts';
import { renewalRate } from './renewalRate.ts';
import { responseDays } from './responseDays.ts';
import { salesSatisfaction } from './salesSatisfaction.ts';
import { sellers } from './sellers.ts';
import { sellingTimeWasted } from './sellingTimeWasted.ts';
import { sqlRate } from './sqlRate.ts';
import { sqls } from './sqls.ts';
import { trainingCurrency } from './trainingCurrency.ts';
import { visibleWork } from './visibleWork.ts';
import { visitors } from './visitors.ts';
import { wins } from './wins.ts';

/** Metric catalogue. A new metric is one file and one line here. */
export const METRICS: readonly Metric[] = [
  visitors,
  leads,
  mqls,
  sqls,
  acceptedLeads,
  acceptanceRate,
  leadLeakage,
  meetings,
  marketingOpportunities,
  opportunities,
  marketingPipeline,
  pipeline,
  closeRate,
  wins,
  bookings,
  quotaAttainment,
  sellingTimeWasted,
  costPerLead,
  campaignEffectiveness,
  customerSatisfaction,
  commissionPool,
  discountShare,
  renewalRate,
  netRetention,
  referenceShare,
  sellers,
  ownBookings,
  otherLineBookings,
  activities,
  meetingOpportunities,
  visibleWork,
  rating,
  mqlRate,
  sqlRate,
  opportunityRate,
  fieldPipeline,
  channelPipeline,
  followUpDays,
  responseDays,
  salesSatisfaction,
  fieldReadiness,
  trainingCurrency,
  proficiency,
  partnerSatisfaction,
  marketPerception,
  collateralPieces,
  daysToFirstDeal,
  grossMargin,
  pipelineCoverage,
  pipelineVelocity,
  forecastError,
  costPerWin,
  marketShare,
];
