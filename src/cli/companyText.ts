import { refuse } from '../core/messages.ts';
import { normalQuantile } from '../core/numeric/normal.ts';
import { defaultsOf } from '../model/parameter.ts';
import { worldParameters } from '../worlds/revenue/numbers/index.ts';

/** Figures that a company gives of itself, a month where it is not said. */
export interface CompanyFigures {
  readonly visits: number;
  readonly leads: number;
  readonly ready: number;
  readonly winShare: number;
  readonly dealUsd: number;
  readonly cycleDays: number;
  readonly reps: number;
  readonly quotaUsd: number;
  /** Deals won a month, if they are known. */
  readonly wins?: number;
}

/** Accounts and visits a month of the preset. */
const ACCOUNTS = 40_000;
const VISITS = 3000;
/** Hours that are calibrated together, by one factor on their defaults. */
const HOURS = ['readyLeadHours', 'unreadyLeadHours', 'opportunityHours', 'prospectingHours'] as const;

/**
 * Scenario of a company from its figures. The score threshold is set so that `ready` of the `leads` a month
 * are passed, and the readiness threshold so that 95% as many are truly ready.
 *
 * @param hoursTimes factor on the default hours that leads, deals and prospecting take
 */
export function scenarioText(name: string, company: CompanyFigures, hoursTimes = 1): string {
  const { visits, leads, ready, winShare, dealUsd, cycleDays, reps, quotaUsd, wins } = company;
  if (leads > visits)
    refuse([
      { code: 'usage', path: '--leads', got: String(leads), expected: `at most the ${visits} visits` },
    ]);
  if (ready >= leads)
    refuse([
      { code: 'usage', path: '--ready', got: String(ready), expected: `fewer than the ${leads} leads` },
    ]);
  const { marketing, sales } = defaultsOf(worldParameters);
  const noise = marketing.scoreNoiseSd;
  const spread = Math.sqrt(1 + noise * noise);
  const bar = spread * normalQuantile(1 - ready / leads);
  const readyBar = normalQuantile(1 - (0.95 * ready) / leads);
  // As many accounts per visit as in the preset, so that a large company does not sell out its market.
  const accounts = Math.round(Math.max(ACCOUNTS, (visits * ACCOUNTS) / VISITS));
  const round = (value: number, digits = 3) => Number(value.toPrecision(digits));
  const pipeline = round(3 * ready * 0.7 * 0.7 * dealUsd, 2);
  const goal = reps * quotaUsd;
  const target = (honest: number, stretch: number) => Math.max(1, Math.round(round(honest * stretch, 2)));
  return `# Your own company, as it would be without gaming. Every number not named here is a default: "goodhart check ${name}" prints them all with their sources.
schemaVersion: 1
name: ${JSON.stringify(`My company (${name})`)}
extends: preset:smb-software
question: { horizonMonths: 12, outcome: revenueUsd, reference: activity-bonus, replicates: 1000 }
market:
  accounts: ${accounts} # companies that could buy
  channels: # visits a month, and the share of them that leave their details
    organic: { visitsPerMonth: ${round((visits * 2) / 3, 4)}, leadsPerVisitShare: ${round(leads / visits, 4)} }
    paid: { visitsPerMonth: ${round(visits / 3, 4)}, leadsPerVisitShare: ${round(leads / visits, 4)}, costUsdPerVisit: 2.5 }
buyers: { readyBar: ${round(readyBar, 4)} } # readiness is normal(0, 1); a lead is truly sales-ready from here
marketing: { sqlBar: ${round(bar, 4)} } # score from which a lead is passed to sales: ${Math.round(ready)} of ${Math.round(leads)} a month
sales:
  reps: ${reps}
  quotaUsdPerMonth: ${quotaUsd} # of one rep
  annualGoalUsd: ${round(goal * 12, 6)}
  winShare: ${winShare}
  dealMeanUsd: ${dealUsd}
  cycleDays: ${cycleDays}
  usualProspectingHours: ${round((sales.usualProspectingHours * reps) / sales.reps)} # a month, of all reps together
  neglectDays: ${Math.max(60, Math.ceil(cycleDays * 2), Math.ceil(2 * sales.opportunityHours * hoursTimes))}
${hoursTimes === 1 ? '' : `  # hours calibrated to the deals won today: ${round(hoursTimes)} times the defaults\n${HOURS.map((id) => `  ${id}: ${round(sales[id] * hoursTimes)}\n`).join('')}`}observed: # the figures given, compared with the arm without a bonus
  arm: salary-only
  visits: ${visits}
  leads: ${leads}
  readyLeads: ${ready}
  winShare: ${winShare}
${wins === undefined ? '' : `  winsPerMonth: ${wins}\n${wins * dealUsd > 20 * goal ? '' : `  attainmentShare: ${round((wins * dealUsd) / goal, 4)}\n`}  revenueUsdPerYear: ${round(12 * wins * dealUsd, 6)}\n`}  dealUsd: ${dealUsd}
  note: given to goodhart init
people:
  director: { role: marketing-director, integrityUsd: { neverShare: 0.35, lognormal: { median: 40, sigma: 1 } } } # 35% never game; for the others, dollars they would forgo to avoid a month of gaming
  reps: { role: account-executive, baseUsdPerYear: 60000, commissionShare: 0.1 }
plans:
  activity-bonus: # pays for activity, above what honest work yields
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components:
        - { metric: visitors, period: month, target: ${target(visits, 5 / 3)}, weightShare: 0.34, payout: cliff }
        - { metric: sqls, period: month, target: ${target(ready, 2)}, weightShare: 0.33, payout: cliff }
        - { metric: leads, period: month, target: ${target(leads, 0.94)}, weightShare: 0.33, payout: cliff }
  revenue-bonus: # pays for pipeline and bookings
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components:
        - { metric: marketing-pipeline, period: quarter, target: ${Math.max(1, pipeline)}, weightShare: 0.4, payout: linear }
        - { metric: bookings, period: quarter, target: ${round(goal * 3, 6)}, weightShare: 0.6, payout: linear }
  salary-only:
    director: { baseUsdPerYear: 100000 }
`;
}
