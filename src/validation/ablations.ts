import { inlineExecutor } from '../experiments/executor.ts';
import { revenueGround } from '../experiments/grounds/revenueGround.ts';
import { LineRunner } from '../experiments/lines.ts';
import { WorldBook } from '../experiments/worldBook.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { OUTCOME, OUTCOME_COUNT, type OutcomeId } from '../worlds/revenue/outcomes.ts';

/** A mechanic, a shipped scenario and arm in which it works, what takes it out, and an outcome that then moves. */
export interface Ablation {
  readonly mechanic: string;
  readonly scenario: string;
  readonly arm: string;
  /** Overrides that take the mechanic out. */
  readonly without: Readonly<Record<string, unknown>>;
  readonly outcome: OutcomeId;
  /** Whether the outcome is higher or lower with the mechanic than without it. */
  readonly moves: 'up' | 'down';
  /** Most months of play; 12 by default. */
  readonly months?: number;
}

const row = (
  mechanic: string,
  [scenario, arm]: readonly [string, string],
  without: Ablation['without'],
  moves: 'up' | 'down',
  outcome: OutcomeId,
  months = 12,
): Ablation => ({ mechanic, scenario, arm, without, outcome, moves, months });

const FLUFF = ['catherine', 'fluff'] as const;
const HONEST = ['catherine', 'salary-only'] as const;
const TIED = ['catherine', 'revenue-tied'] as const;
const TRAFFIC = ['catherine', 'traffic-only'] as const;

/** Every mechanic of a company that can be taken out by its numbers. */
export const ABLATIONS: readonly Ablation[] = [
  // Market and marketing.
  row(
    'Market that can be sold out',
    ['small-market', 'eight-hundred'],
    { 'market.accounts': 1e7 },
    'down',
    'trueLeadsCount',
  ),
  row(
    'Ambient bots',
    ['dirty-data', 'ambient-bots'],
    { 'market.channels.organic.ambientBotShare': 0, 'market.channels.paid.ambientBotShare': 0 },
    'down',
    'hollowVisitsShare',
  ),
  row(
    'Junk leads',
    ['dirty-data', 'junk-leads'],
    { 'market.channels.organic.junkLeadShare': 0, 'market.channels.paid.junkLeadShare': 0 },
    'down',
    'revenueUsd',
  ),
  row('Errors of scoring', ['dirty-data', 'poor-scores'], { 'marketing.scoreNoiseSd': 0 }, 'up', 'unreadySqlsShare'),
  row('Working hours of marketing', TRAFFIC, { 'marketing.hoursPerMonth': 1e5 }, 'down', 'trueLeadsCount'),
  row(
    'Effort cost of the director',
    TRAFFIC,
    { 'people.director.effortCostUsdPerMonth': 1e7 },
    'up',
    'trueVisitsCount',
  ),
  row('Awareness', TRAFFIC, { 'tactics.awareness.elasticity': 0.01 }, 'up', 'trueVisitsCount'),
  row(
    'Brand building',
    ['catherine', 'traffic-only-honest'],
    { 'tactics.brand-building.elasticity': 0.01 },
    'up',
    'trueVisitsCount',
  ),
  row('Carry-over of marketing’s work', TRAFFIC, { 'tactics.awareness.carryOverDays': 200 }, 'up', 'trueVisitsCount'),
  row('Lead capture', TRAFFIC, { 'tactics.lead-capture.elasticity': 0.01 }, 'down', 'trueLeadsCount'),
  row('Nurturing', TRAFFIC, { 'marketing.nurtureSd': 0 }, 'down', 'readyWinsCount'),
  row('Marketing’s own definition', ['two-counts', 'ambiguous'], { 'marketing.definitionGap': 0 }, 'up', 'sqlsCount'),
  row(
    'Collateral',
    ['misaligned-enterprise', 'a-say-in-collateral'],
    { 'marketing.collateralPiecesPerMonth': 0 },
    'up',
    'winsCount',
  ),
  row(
    'A say in collateral',
    ['misaligned-enterprise', 'a-say-in-collateral'],
    { 'governance.salesVoiceShare': 0 },
    'down',
    'collateralUnusedShare',
  ),
  row(
    'Vacancy of the director’s chair',
    ['new-director', 'new-director-no-gaming'],
    { 'marketing.vacancyMonths': 0 },
    'down',
    'trueVisitsCount',
    18,
  ),
  row(
    'Ramp of a new director',
    ['new-director', 'new-director-no-gaming'],
    { 'marketing.rampMonths': 0 },
    'down',
    'trueVisitsCount',
    18,
  ),
  row('Best leads relabelled first', FLUFF, { 'marketing.relabelOrder': 'newest' }, 'down', 'unreadySqlsShare'),
  row('Relabelling spread over the month', FLUFF, { 'marketing.relabelTiming': 'month-end' }, 'down', 'revenueUsd'),
  // Gaming.
  row('Bought visits', FLUFF, { 'tactics.bot-visits.maxScale': 0 }, 'up', 'hollowVisitsShare'),
  row('Bought contacts', ['every-number', 'leads'], { 'tactics.fake-leads.maxScale': 0 }, 'up', 'hollowLeadsShare'),
  row('Relabelled leads', FLUFF, { 'tactics.relabel.maxScale': 0 }, 'down', 'revenueUsd'),
  row(
    'Captured attribution',
    ['every-number', 'opportunities'],
    { 'tactics.captured-attribution.maxScale': 0 },
    'up',
    'hollowPipelineShare',
  ),
  row(
    'Integrity',
    ['every-number', 'visits-scrupulous'],
    { 'people.director.integrityUsd': 0 },
    'down',
    'hollowVisitsShare',
  ),
  row(
    'Fixed part of integrity',
    ['every-number', 'nearly-there'],
    { 'people.director.integrityFixedShare': 0 },
    'down',
    'hollowVisitsShare',
  ),
  row('Foresight', FLUFF, { 'people.director.foresightMonths': 1 }, 'up', 'hollowSqlsShare'),
  row('Fear of risk', FLUFF, { 'people.director.riskAversionPerUsd': 0 }, 'down', 'hollowVisitsShare'),
  row('Impatience', TIED, { 'people.director.discountSharePerMonth': 0.2 }, 'down', 'trueLeadsCount'),
  // Sales floor.
  row('Limited selling time', FLUFF, { 'sales.sellingHoursPerDay': 24 }, 'down', 'revenueUsd'),
  row('Hours lost on unready leads', FLUFF, { 'sales.unreadyLeadHours': 0 }, 'down', 'revenueUsd'),
  row(
    'Screening of leads',
    ['misaligned-enterprise', 'aligned'],
    { 'sales.screeningHours': 0 },
    'up',
    'sellingTimeWastedShare',
  ),
  row('Deals out of unready leads', FLUFF, { 'sales.unreadyOpportunityShare': 0 }, 'up', 'unreadyWinsCount'),
  row('Cooling of leads', FLUFF, { 'sales.coolingDays': 1e6 }, 'up', 'lostCooledCount'),
  row('Leads that get too old', FLUFF, { 'sales.dropAfterDays': 200 }, 'up', 'leadsDroppedShare'),
  row('Hours a deal needs', HONEST, { 'sales.opportunityHours': 0 }, 'down', 'ownWinsCount'),
  row(
    'Most hours a deal takes in a day',
    ['misaligned-enterprise', 'misaligned'],
    { 'sales.opportunityHoursPerDay': 24 },
    'down',
    'ownWinsCount',
  ),
  row('Least time to a decision', HONEST, { 'sales.cycleDays': 0 }, 'up', 'pipelineLeftUsd'),
  row('Neglect', ['revolving-door', 'fluff'], { 'sales.neglectDays': 1e6 }, 'up', 'lostWorkedBadlyCount'),
  row('Fit and winning', FLUFF, { 'sales.winSharePerFit': 0 }, 'up', 'customerLifetimeValueUsd'),
  row('Sizes of deals that differ', HONEST, { 'sales.dealCv': 0 }, 'up', 'bestFifthShare'),
  row('Own prospecting', ['sales-is-king', 'sales-is-king'], { 'sales.prospectingHours': 0 }, 'up', 'revenueUsd', 24),
  row(
    'Trust that can be lost',
    ['two-counts', 'ambiguous'],
    { 'sales.trustMemoryLeads': 1e9, 'sales.trustReady': 1e6, 'sales.trustUnready': 1 },
    'up',
    'droppedNotBelievedShare',
  ),
  row('Trials of leads not believed in', ['two-counts', 'ambiguous'], { 'sales.trialShare': 0 }, 'up', 'acceptedShare'),
  row(
    'Trust shared between colleagues',
    ['misaligned-enterprise', 'misaligned'],
    { 'sales.trustSharedShare': 0 },
    'up',
    'droppedNotBelievedShare',
  ),
  row(
    'Effort of sellers',
    ['price-gaming', 'from-quota'],
    { 'sales.effortCostUsdPerMonth': 1e9 },
    'up',
    'repEffortShare',
  ),
  row(
    'Discounts for signing early',
    ['price-gaming', 'accelerated'],
    { 'sales.discountAuthorityShare': 0 },
    'up',
    'discountShare',
  ),
  row(
    'Bargaining over them',
    ['price-gaming', 'accelerated'],
    { 'sales.buyerBargainingShare': 0 },
    'up',
    'discountShare',
  ),
  row(
    'Trouble of bringing deals forward',
    ['price-gaming', 'accelerated'],
    { 'sales.earlySigningEffortUsd': 0 },
    'down',
    'pulledForwardShare',
  ),
  row('Signatures held back', ['sandbagging', 'capped'], { 'sales.holdBackDays': 0 }, 'up', 'heldBackShare'),
  row(
    'Quotas that follow results',
    ['quota-ratchet', 'quotas-follow'],
    { 'sales.quotaRatchetShare': 0 },
    'down',
    'repEffortShare',
  ),
  row('All or nothing', ['all-or-nothing', 'from-quota'], { 'sales.gambleShare': 0 }, 'up', 'gambledShare'),
  row('Turnover of sellers', ['revolving-door', 'fluff'], { 'sales.turnoverSharePerYear': 0 }, 'down', 'revenueUsd'),
  row(
    'Leaving after missed quotas',
    ['revolving-door', 'fluff'],
    { 'sales.lowAttainmentTurnoverTimes': 1 },
    'up',
    'repTurnoverShare',
    24,
  ),
  row('Empty chairs of sellers', ['revolving-door', 'fluff'], { 'sales.vacancyMonths': 0 }, 'down', 'sellersCount'),
  row('Ramp of sellers', ['revolving-door', 'fluff'], { 'sales.rampStartShare': 1 }, 'down', 'revenueUsd'),
  row('Cost of hiring', ['revolving-door', 'fluff'], { 'sales.hiringUsd': 0 }, 'down', 'profitUsd'),
  row('Skill of sellers', ['revolving-door', 'fluff'], { 'sales.skillCv': 0 }, 'up', 'bestFifthShare'),
  // Customers.
  row('Churn', FLUFF, { 'customers.churnShare': 0 }, 'down', 'renewalUsd'),
  row(
    'Churn of those sold to before they were ready',
    FLUFF,
    { 'customers.unreadyChurnShare': 0.1 },
    'down',
    'customerLifetimeValueUsd',
  ),
  row('Fit and churn', FLUFF, { 'customers.churnSharePerFit': 0 }, 'up', 'customerLifetimeValueUsd'),
  row('Fit and satisfaction', FLUFF, { 'customers.satisfactionPerFit': 0 }, 'up', 'customerSatisfactionScore'),
  row(
    'Satisfaction lost by selling too early',
    FLUFF,
    { 'customers.unreadySatisfactionLoss': 0 },
    'down',
    'customerSatisfactionScore',
  ),
  row(
    'Satisfaction lost by waiting',
    FLUFF,
    { 'customers.waitSatisfactionLoss': 0 },
    'down',
    'customerSatisfactionScore',
  ),
  row(
    'Satisfaction lost by not being called',
    FLUFF,
    { 'customers.unansweredSatisfactionLoss': 0 },
    'down',
    'customerSatisfactionScore',
  ),
  row('Word of mouth', ['word-of-mouth', 'honest'], { 'customers.referralsPerYear': 0 }, 'up', 'trueLeadsCount'),
  row('Contracts that grow', ['word-of-mouth', 'honest'], { 'customers.expansionShare': 0 }, 'up', 'netRetentionShare'),
  // Governance.
  row('Stage of alignment', ['two-counts', 'aligned'], { 'governance.stage': 'ambiguous' }, 'up', 'revenueUsd'),
  row(
    'What reps see of a lead',
    ['two-counts', 'structured'],
    { 'governance.leadVisibility': 'label' },
    'up',
    'acceptedShare',
  ),
  row(
    'Noise in what they see',
    ['two-counts', 'structured'],
    { 'governance.visibleScoreNoiseSd': 0 },
    'down',
    'acceptedShare',
  ),
  row('Audits', ['activity-wins', 'passed-leads'], { 'governance.auditRatePerMonth': 0 }, 'down', 'hollowSqlsShare'),
  row('Transparency', ['transparency', 'full'], { 'governance.transparencyShare': 0 }, 'down', 'hollowVisitsShare'),
  row('Complaints', ['transparency', 'full'], { 'governance.complaintRatePerMonth': 0 }, 'down', 'hollowVisitsShare'),
  row('Sanctions', ['transparency', 'full'], { 'governance.penaltyUsd': 0 }, 'down', 'hollowVisitsShare'),
  row('Dismissal', ['tenure', 'fluff'], { 'governance.dismissalShare': 0 }, 'down', 'tenureMonths', 60),
  row(
    'Dismissal after missed goals',
    ['tenure', 'fluff-goals-count'],
    { 'governance.missedGoalDismissalRate': 0 },
    'down',
    'tenureMonths',
    24,
  ),
  row(
    'Cost of replacement',
    ['new-director', 'new-director-no-gaming'],
    { 'governance.replacementCostUsd': 0 },
    'down',
    'profitUsd',
    18,
  ),
  row(
    'Replacement of the director',
    ['new-director', 'new-director-no-gaming'],
    { 'governance.replacementMonth': 0 },
    'down',
    'revenueUsd',
    18,
  ),
  row('A promise to call', ['service-level', 'promise'], { 'governance.followUpShare': 0 }, 'down', 'revenueUsd'),
  row(
    'Leads before deals',
    ['service-level', 'definition-and-leads-first'],
    { 'governance.followUpOrder': 'deals-first' },
    'down',
    'lostCooledCount',
  ),
  row('One owner', ['one-owner', 'one-owner'], { 'governance.owner': 'separate' }, 'down', 'revenueUsd'),
  row(
    'Sales as king',
    ['sales-is-king', 'sales-is-king'],
    { 'governance.budgetRule': 'fixed' },
    'down',
    'sqlsCount',
    60,
  ),
  row(
    'A budget that follows outcomes',
    ['sales-is-king', 'outcome-based'],
    { 'governance.budgetRule': 'fixed' },
    'down',
    'sqlsCount',
    36,
  ),
  row(
    'What marketing’s money brings',
    ['sales-is-king', 'sales-is-king'],
    { 'marketing.budgetElasticity': 0 },
    'down',
    'sqlsCount',
    36,
  ),
  row(
    'A least budget',
    ['sales-is-king', 'sales-is-king'],
    { 'governance.leastBudgetShare': 0.8 },
    'down',
    'sqlsCount',
    60,
  ),
  row(
    'Learning by doing',
    ['learning-director', 'fluff-learning'],
    { 'people.director.beliefs': 'total' },
    'down',
    'hollowVisitsShare',
  ),
  row(
    'Naive beliefs',
    ['naive-director', 'revenue-tied-naive'],
    { 'people.director.beliefs': 'total' },
    'up',
    'hollowSqlsShare',
  ),
];

/** What an ablation did: the paired difference, with the mechanic less without it. */
export interface Ablated {
  readonly withIt: number;
  readonly without: number;
  readonly difference: number;
  readonly se: number;
}

/**
 * Runs a scenario's arm with a mechanic and without it, on the same luck.
 *
 * @param textOf reads a shipped scenario by its file name
 * @param book what is known of worlds from one ablation to the next
 */
export async function ablate(
  { scenario, arm, without, outcome, months = 12 }: Ablation,
  replicates: number,
  textOf: (file: string) => string,
  book = new WorldBook(),
): Promise<Ablated> {
  const readBase = (reference: string) => ({ text: textOf(reference), file: reference });
  const text = textOf(`${scenario}.yaml`);
  const written = parseRevenueScenario(text, { readBase }).arms.find(({ name }) => name === arm);
  if (written === undefined) throw new Error(`${scenario} has no arm ${arm}`);
  const { plan, set, later } = written;
  const change = later === undefined ? {} : { later: { fromMonth: later.fromMonth, plan: later.plan } };
  const { arms, seed } = parseRevenueScenario(text, {
    readBase,
    set: {
      arms: { with: { plan, set, ...change }, without: { plan, set: { ...set, ...without }, ...change } },
      'question.reference': 'with',
      'question.tell': [],
      'question.horizonMonths': Math.min(months, parseRevenueScenario(text, { readBase }).horizonMonths),
    },
  });
  const { lines, linesOf } = await revenueGround(arms, book, inlineExecutor, false);
  const { outcomes } = new LineRunner(lines, seed).run(0, replicates);
  const value = (line: number, replicate: number) =>
    outcomes[(replicate * lines.length + line) * OUTCOME_COUNT + OUTCOME[outcome]];
  let [withIt, other, sum, squares, n] = [0, 0, 0, 0, 0];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const [a, b] = [value(linesOf[0].own, replicate), value(linesOf[1].own, replicate)];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    withIt += a;
    other += b;
    sum += a - b;
    squares += (a - b) * (a - b);
    n++;
  }
  const difference = sum / n;
  const se = Math.sqrt(Math.max(0, squares / n - difference * difference) / (n - 1));
  return { withIt: withIt / n, without: other / n, difference, se };
}
