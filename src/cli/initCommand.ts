import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { meantNumber } from '../core/meantNumber.ts';
import { refuse, showValue } from '../core/messages.ts';
import { normalQuantile } from '../core/numeric/normal.ts';
import { defaultsOf } from '../model/parameter.ts';
import { parseScenario } from '../scenario/load.ts';
import { worldParameters } from '../worlds/revenue/numbers/index.ts';
import { askAll, type Question } from './askAll.ts';
import { EXIT } from './exit.ts';
import { writeWhole } from './files.ts';
import { tell } from './streams.ts';

export interface InitFlags {
  readonly visits: string;
  readonly leads: string;
  readonly ready: string;
  readonly winShare: string;
  readonly dealUsd: string;
  readonly cycleDays: string;
  readonly reps: string;
  readonly quotaUsd: string;
  readonly force?: boolean;
  readonly ask?: boolean;
}

export async function initCommand(file: string, flags: InitFlags): Promise<number> {
  if (existsSync(file) && !flags.force)
    refuse([
      {
        code: 'usage',
        path: 'init',
        got: showValue(file),
        expected: 'a file that does not exist yet',
        hint: '--force overwrites it',
      },
    ]);
  const given = QUESTIONS.map(({ flag }) => flags[flag]);
  const answers = flags.ask ? await askAll(QUESTIONS, given, readAnswer) : given;
  const read = Object.fromEntries(
    QUESTIONS.map((question, i) => [question.flag, readAnswer(question, answers[i])]),
  );
  const company = read as unknown as Company;
  const text = scenarioText(basename(file), { ...company, reps: Math.round(company.reps) });
  parseScenario(text, { file });
  writeWhole(file, text);
  if (!flags.ask) {
    tell(`Wrote ${file}. ${HONEST}\nNext: goodhart compare ${file}\n`);
    return EXIT.fine;
  }
  tell(`Wrote ${file}. Running: goodhart compare ${file}\n`);
  return EXIT.fine;
}

const HONEST =
  'Its figures describe the company without gaming. If today’s plan is gamed, what you count includes gaming: ' +
  'compare your counts with the arm of that plan.';

/** Numbers of a company that make a scenario of it. */
const QUESTIONS: readonly (Question & { readonly flag: Exclude<keyof InitFlags, 'force' | 'ask'> })[] = [
  { flag: 'visits', option: '--visits', asks: 'Visits of the website a month', least: 1, most: 1e8 },
  {
    flag: 'leads',
    option: '--leads',
    asks: 'Leads a month: visitors who leave their details',
    least: 1,
    most: 1e8,
  },
  {
    flag: 'ready',
    option: '--ready',
    asks: 'Leads that marketing passes to sales a month',
    least: 0.1,
    most: 1e8,
  },
  {
    flag: 'winShare',
    option: '--win-share',
    asks: 'Part of worked opportunities that are won, such as 0.2 or 20%',
    least: 0.001,
    most: 1,
  },
  { flag: 'dealUsd', option: '--deal-usd', asks: 'Mean size of a deal, in dollars', least: 1, most: 1e12 },
  {
    flag: 'cycleDays',
    option: '--cycle-days',
    asks: 'Working days from opportunity to decision (a month has 21)',
    least: 0,
    most: 2500,
  },
  { flag: 'reps', option: '--reps', asks: 'Account executives', least: 1, most: 100_000 },
  {
    flag: 'quotaUsd',
    option: '--quota-usd',
    asks: 'Quota of one of them a month, in dollars',
    least: 1,
    most: 1e12,
  },
];

/** Reads an answer as people write numbers. */
function readAnswer({ option, least, most }: Question, text: string): number {
  const meant = meantNumber(text);
  const value = meant === undefined ? Number.NaN : meant.isPercent ? meant.value / 100 : meant.value;
  if (!Number.isFinite(value) || value < least || value > most)
    refuse([
      {
        code: 'usage',
        path: option,
        got: showValue(text),
        expected: `a number from ${least} to ${most}`,
        hint: hintAt(text, value, most),
      },
    ]);
  return value;
}

/** What was probably meant: a percentage, or thousands and millions by a letter. */
function hintAt(text: string, value: number, most: number): string | undefined {
  if (most === 1 && value > 1 && value <= 100) return `write ${value}% or ${value / 100}`;
  const [, digits, letter] = /^\s*\$?([\d.,]+)\s*([kKmM])\s*$/.exec(text) ?? [];
  const meant = digits === undefined ? undefined : meantNumber(digits)?.value;
  return meant === undefined ? undefined : `write ${meant * (/k/i.test(letter) ? 1000 : 1_000_000)}`;
}

interface Company {
  readonly visits: number;
  readonly leads: number;
  readonly ready: number;
  readonly winShare: number;
  readonly dealUsd: number;
  readonly cycleDays: number;
  readonly reps: number;
  readonly quotaUsd: number;
}

/**
 * Scenario of a company from eight numbers. The score threshold is set so that `ready` of the `leads` a month
 * are passed, and the readiness threshold so that 95% as many are truly ready.
 */
export function scenarioText(name: string, company: Company): string {
  const { visits, leads, ready, winShare, dealUsd, cycleDays, reps, quotaUsd } = company;
  if (leads > visits)
    refuse([
      { code: 'usage', path: '--leads', got: String(leads), expected: `at most the ${visits} visits` },
    ]);
  if (ready >= leads)
    refuse([
      { code: 'usage', path: '--ready', got: String(ready), expected: `fewer than the ${leads} leads` },
    ]);
  const noise = defaultsOf(worldParameters).marketing.scoreNoiseSd;
  const spread = Math.sqrt(1 + noise * noise);
  const bar = spread * normalQuantile(1 - ready / leads);
  const readyBar = normalQuantile(1 - (0.95 * ready) / leads);
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
  neglectDays: ${Math.max(60, Math.ceil(cycleDays * 2))}
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
