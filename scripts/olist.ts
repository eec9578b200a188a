/**
 * Fits a company to a real funnel and holds it against the half of it that was not fitted:
 * `npm run test:olist -- FOLDER`. The folder has `olist_mql.csv` and `olist_closed_deals.csv`, Olist's public
 * marketing funnel; no row of it is kept, only the figures in the table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import { normalQuantile } from '../src/core/numeric/normal.ts';
import { dealsOf } from '../src/experiments/commands/dealLog.ts';
import type { DealRecord } from '../src/experiments/result/dealRecord.ts';
import { luckKey } from '../src/random/luck.ts';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { compileCompany } from '../src/worlds/revenue/compile/company.ts';
import { Market } from '../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../src/worlds/revenue/engine/run.ts';

const FROM = '2018-01-01';
const TO = '2018-05-31';
const MONTHS = 5;
/** Months of play: those in which leads come, and enough for all to be decided, since real times are of those won. */
const HORIZON = 60;
const RUNS = 40;
const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.9];
const SOURCES: Readonly<Record<string, string>> = {
  'organic search': 'organic',
  'direct traffic': 'direct',
  social: 'social',
  referral: 'referral',
  'paid search': 'paid',
};
const OTHER = 'other';
const TABLE = 'reports/validation/olist.md';

interface Lead {
  readonly id: string;
  readonly date: string;
  readonly source: string;
}

interface Win {
  readonly lead: Lead;
  readonly date: string;
  readonly seller: string;
  /** Working days from first contact. */
  readonly days: number;
}

/** Rows of a CSV without quoted fields, by column. */
function rowsOf(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
  });
}

const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

/** Weekdays from one date up to, not including, another. */
function workingDays(from: string, to: string): number {
  let days = 0;
  // 1970-01-01 was a Thursday.
  for (let day = dayNumber(from); day < dayNumber(to); day++) if (((day + 4) % 7) % 6 !== 0) days++;
  return days;
}

const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);
const variation = (values: number[]) => sampleStandardDeviation(values) / mean(values);

/** Largest distance between two empirical distribution functions. */
function kolmogorovSmirnov(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [sorted(one), sorted(other)];
  const share = (list: readonly number[], x: number) =>
    list.filter((value) => value <= x).length / list.length;
  return Math.max(...[...new Set([...a, ...b])].map((x) => Math.abs(share(a, x) - share(b, x))));
}

/** Log-normal through the median and the three-quarter and nine-tenth quantiles: mean and variation. */
function fitted(days: readonly number[]): { readonly cycleDays: number; readonly cycleCv: number } {
  const list = sorted(days);
  const median = quantileSorted(list, 0.5);
  const sd = mean(
    [0.25, 0.75, 0.9].map((p) => Math.log(quantileSorted(list, p) / median) / normalQuantile(p)),
  );
  return { cycleDays: median * Math.exp((sd * sd) / 2), cycleCv: Math.sqrt(Math.exp(sd * sd) - 1) };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder? npm run test:olist -- FOLDER');
const leads: Lead[] = rowsOf(join(folder, 'olist_mql.csv'))
  .map(({ mql_id, first_contact_date, origin }) => ({
    id: mql_id,
    date: first_contact_date.slice(0, 10),
    source: SOURCES[origin] ?? OTHER,
  }))
  .filter(({ date }) => date >= FROM && date <= TO);
const byId = new Map(leads.map((lead) => [lead.id, lead]));
const closed = rowsOf(join(folder, 'olist_closed_deals.csv'));
const wins: Win[] = closed.flatMap(({ mql_id, won_date, sr_id }) => {
  const lead = byId.get(mql_id);
  if (lead === undefined) return [];
  const date = won_date.slice(0, 10);
  return [{ lead, date, seller: sr_id, days: Math.max(0, workingDays(lead.date, date)) }];
});
const isOdd = ({ lead }: Win) => Number(lead.date.slice(8)) % 2 === 1;
const odd = wins.filter(isOdd);
const even = wins.filter((win) => !isOdd(win));
const cycle = fitted(odd.map(({ days }) => days));

// What the company has by month and by source.
const perMonth = Array.from(
  { length: MONTHS },
  (_, month) => leads.filter(({ date }) => Number(date.slice(5, 7)) === month + 1).length,
);
const sources = [...Object.values(SOURCES), OTHER];
const conversion = new Map(
  sources.map((source) => [
    source,
    wins.filter(({ lead }) => lead.source === source).length /
      leads.filter((lead) => lead.source === source).length,
  ]),
);
const usual = mean([...conversion.values()]);

const sellers = new Map<string, number>();
for (const { won_date, sr_id } of closed) {
  const date = won_date.slice(0, 10);
  if (date >= '2018-02-01' && date <= TO) sellers.set(sr_id, (sellers.get(sr_id) ?? 0) + 1);
}
const realVariation = variation([...sellers.values()]);
/** Fit at which a source has its conversion: one unit of fit is ten points of win chance. */
const PER_FIT = 0.1;
const scenario = `
schemaVersion: 1
name: Olist
extends: preset:smb-software
question: { horizonMonths: ${HORIZON}, outcome: revenueUsd, replicates: 2, seed: olist }
calendar: { warmUpMonths: 0 }
market:
  accounts: 1000000000
  monthCv: 0
  leadsByMonth: ${JSON.stringify([...perMonth, 0])}
  channels:
${sources
  .map((source) => {
    const count = leads.filter((lead) => lead.source === source).length / MONTHS;
    const shift = (conversion.get(source)! - usual) / PER_FIT;
    return `    ${source}: { visitsPerMonth: ${count}, leadsPerVisitShare: 1, ambientBotShare: 0, costUsdPerVisit: 0, fitShift: ${shift} }`;
  })
  .join('\n')}
buyers: { readyBar: -9, fitSd: 0 }
marketing: { mqlBar: -9, sqlBar: -9 }
sales:
  reps: ${sellers.size}
  sellingHoursPerDay: 4.4
  screeningHours: 0
  readyLeadHours: 0.5
  unreadyLeadHours: 0.5
  readyOpportunityShare: 1
  coolingDays: 1000000
  dropAfterDays: 250
  opportunityHours: 0.01
  opportunityHoursPerDay: 8
  cycleDays: ${cycle.cycleDays}
  cycleCv: ${cycle.cycleCv}
  neglectDays: 100000
  winShare: ${usual}
  winSharePerFit: ${PER_FIT}
  winSharePerReadiness: 0
  prospectingHours: 0
  effortCostTimes: 0
  turnoverSharePerYear: 0
  territoryCv: 0.5
  skillCv: 0.2
people: { director: { role: marketing-director, motive: honest }, reps: { role: account-executive } }
plans: { none: { director: { baseUsdPerYear: 0 } } }
`;
const { world, pay } = parseRevenueScenario(scenario, { file: 'olist' }).arms[0];
const company = compileCompany(world, pay, undefined);
const market = new Market(world, company.days);
const ready = { company, market, runner: new Runner(company, market) };
const runs = Array.from({ length: RUNS }, (_, run) => dealsOf(ready, 'olist', run));
const won = runs.map((deals) => deals.filter(({ outcome }) => outcome === 'won'));
const daysOf = ({ leadDay, decidedDay = leadDay }: DealRecord) => decidedDay - leadDay;
const simulatedDays = won.flat().map(daysOf);
const leadsOf = (run: number) => {
  market.fill(luckKey('olist', run));
  const counts = new Map<string, number>();
  for (let i = 0; i < market.count; i++)
    if (market.thinning[i] < 1 / world.market.responseCap) {
      const { name } = world.channels[market.channelOf(i)];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts;
};
const leadCounts = runs.map((_, run) => leadsOf(run));
const total = (counts: readonly Map<string, number>[], source: string) =>
  counts.reduce((sum, count) => sum + (count.get(source) ?? 0), 0);
const simulatedConversion = (source: string) =>
  won.flat().filter(({ channel }) => channel === source).length / total(leadCounts, source);
/** Wins by month of decision, February to May, and their variance beyond what leads explain. */
const simulatedVariation = won.map((deals) => {
  const inWindow = deals.filter(({ decidedDay = 0 }) => decidedDay > 21 && decidedDay <= 5 * 21);
  return variation(
    Array.from({ length: sellers.size }, (_, s) => inWindow.filter(({ seller }) => seller === s + 1).length),
  );
});
/** Variance over mean of wins by month of decision, February to May. */
const overMean = (counts: number[]) => variation(counts) ** 2 * mean(counts);
const realMonthly = overMean(
  ['02', '03', '04', '05'].map(
    (month) => closed.filter(({ won_date }) => won_date.startsWith(`2018-${month}`)).length,
  ),
);
const simulatedMonthly = mean(
  won.map((deals) =>
    overMean(
      [1, 2, 3, 4].map(
        (month) =>
          deals.filter(({ decidedDay = 0 }) => decidedDay > 21 * month && decidedDay <= 21 * (month + 1))
            .length,
      ),
    ),
  ),
);
/** Variance of wins of a day's leads over their mean, given the number of leads and their sources. */
function dispersion(byDay: readonly { readonly wins: number; readonly expected: number }[]): number {
  return mean(byDay.map(({ wins: n, expected }) => (n - expected) ** 2 / expected));
}
const realDays = [...new Set(leads.map(({ date }) => date))].map((date) => ({
  wins: wins.filter(({ lead }) => lead.date === date).length,
  expected: leads
    .filter((lead) => lead.date === date)
    .reduce((sum, { source }) => sum + conversion.get(source)!, 0),
}));
const realDispersion = dispersion(realDays);
const dispersionSe = Math.sqrt(
  mean(realDays.map(({ wins: n, expected }) => ((n - expected) ** 2 / expected - realDispersion) ** 2)) /
    realDays.length,
);
const distance = kolmogorovSmirnov(
  even.map(({ days }) => days),
  simulatedDays,
);
const held = sorted(even.map(({ days }) => days));
const all = sorted(wins.map(({ days }) => days));
const mine = sorted(simulatedDays);
const rows = QUANTILES.map((p) => {
  const [real, sim] = [quantileSorted(all, p), quantileSorted(mine, p)];
  const isNear = Math.abs(sim - real) <= 1 || Math.abs(sim / real - 1) <= 0.15;
  return `| ${100 * p}% | ${quantileSorted(held, p).toFixed(1)} | ${real.toFixed(1)} | ${sim.toFixed(1)} | ${isNear ? 'yes' : 'no'} |`;
});
const conversions = Object.values(SOURCES).map((source) => {
  const [real, sim] = [conversion.get(source)!, simulatedConversion(source)];
  return `| ${source} | ${real.toFixed(3)} | ${sim.toFixed(3)} | ${Math.abs(real - sim) <= 0.01 ? 'yes' : 'no'} |`;
});
const text = `# A real funnel, half of it held out

Figures of Olist’s public marketing funnel (8,000 qualified leads of a marketplace that wins sellers, 2017 and 2018, anonymised; licence CC BY-NC-SA 4.0), contacts of January to May 2018 (${leads.length}, of whom ${wins.length} were won), against ${RUNS} runs of a company with leads by month as given. Time to win is fitted on contacts of odd days of the month (${odd.length} wins) and held against those of even days (${even.length}); wins per source are those of all. Written by \`npm run test:olist -- FOLDER\`; no row of the data is in the project.

## Working days from contact to win

| quantile | even days | all | simulated | within one day or 15% of all |
|---|---|---|---|---|
${rows.join('\n')}

Kolmogorov-Smirnov distance to the even days: ${distance.toFixed(3)} (asked: below 0.1). Fitted: \`sales.cycleDays\` ${cycle.cycleDays.toFixed(1)}, \`sales.cycleCv\` ${cycle.cycleCv.toFixed(2)}.

## Wins per lead, by source

| source | real | simulated | within 0.01 |
|---|---|---|---|
${conversions.join('\n')}

## Spread

| figure | real | simulated |
|---|---|---|
| wins of a day’s contacts, variance over mean, given leads and sources | ${realDispersion.toFixed(2)} (${(realDispersion - 1.96 * dispersionSe).toFixed(2)} to ${(realDispersion + 1.96 * dispersionSe).toFixed(2)}) | ${(1 - mean([...conversion.values()])).toFixed(2)} (binomial) |
| wins of a month, February to May, variance over mean (four months, with a ramp-up) | ${realMonthly.toFixed(1)} | ${simulatedMonthly.toFixed(1)} |
| sellers’ wins, February to May, coefficient of variation | ${realVariation.toFixed(2)} (${sellers.size} sellers) | ${mean(simulatedVariation).toFixed(2)} |

## What had to be assumed

Hours per lead and deal (so few that nobody waits), that all leads are called, sellers’ territories (\`territoryCv\` 0.5) and skill (\`skillCv\` 0.2), that sources differ in the chance to be won alone, 21 working days in every month, and that what was not won when the data end was lost. Visits, values, pay and hours are not in the data.
`;
writeFileSync(TABLE, text);
process.stdout.write(text);
