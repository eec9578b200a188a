import { refuse } from '../core/messages.ts';
import { compare } from '../experiments/commands/compare.ts';
import type { PreparationCache } from '../experiments/running/preparationCache.ts';
import { plural } from '../report/format.ts';
import { wrap } from '../report/textLayout.ts';
import { parseScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type CompanyFigures, scenarioText } from './companyText.ts';

/** Factors on the usual hours between which those of a company are sought. */
const LEAST = 0.02;
const MOST = 10;
/** Most trials, and relative difference in wins that is close enough. */
const TRIALS = 8;
const CLOSE = 0.01;
/** Wins over all runs of a trial that are enough to tell it, and bounds of the runs. */
const ENOUGH_WINS = 6000;
const [FEWEST_RUNS, MOST_RUNS] = [4, 80];
const MONTHS_PER_YEAR = 12;
/** Part of the deals that passed leads would give, below which sellers are said to lack time. */
const HANDLED = 0.7;
/** Part of passed leads that become opportunities at the default shares. */
const OPENED = 0.65;
const WIDTH = 100;

/** Deals won a month without a bonus that is gamed. */
async function winsOf(scenario: Scenario, about: number, cache?: PreparationCache): Promise<number> {
  const runs = Math.ceil(ENOUGH_WINS / (MONTHS_PER_YEAR * about));
  const { arms } = await compare(
    { ...scenario, reference: 'salary-only' },
    {
      arms: ['salary-only'],
      replicates: Math.min(MOST_RUNS, Math.max(FEWEST_RUNS, runs)),
      counterfactuals: 'none',
      cache,
    },
  );
  return arms[0].outcomes.winsCount.mean / MONTHS_PER_YEAR;
}

/**
 * Factor on the usual hours per lead, deal and prospect at which sellers win as many deals as a company does:
 * secants of wins over hours, both as logarithms.
 *
 * @throws InputError if no hours would do
 */
export async function hoursFor(company: CompanyFigures): Promise<number> {
  const target = company.wins!;
  const at = (times: number) =>
    winsOf(parseScenario(scenarioText('init', company, times), { file: 'init' }), target);
  let times = 1;
  let wins = await at(times);
  // Half the hours are about half as many deals more where time is short.
  let slope = -0.5;
  for (let trial = 1; trial < TRIALS && Math.abs(wins / target - 1) > CLOSE; trial++) {
    const step = Math.log(target / Math.max(wins, 1e-9)) / slope;
    const next = Math.min(MOST, Math.max(LEAST, times * Math.exp(Math.max(-1.5, Math.min(1.5, step)))));
    if (next === times) break;
    const found = await at(next);
    const measured = Math.log(Math.max(found, 1e-9) / Math.max(wins, 1e-9)) / Math.log(next / times);
    slope = Math.min(-0.05, measured);
    [times, wins] = [next, found];
  }
  if (Math.abs(wins / target - 1) > 10 * CLOSE)
    refuse([
      {
        code: 'usage',
        path: '--wins',
        got: String(target),
        expected: `about ${wins.toPrecision(3)} a month, the nearest that ${plural(company.reps, 'rep')} with these leads can win`,
        hint:
          wins < target
            ? 'are all leads, deals and sellers counted?'
            : 'is the win share that of decided deals?',
      },
    ]);
  return Number(times.toPrecision(3));
}

/** A warning where sellers have time for a part of the leads only, and nobody has said what they win. */
export async function capacityWarning(
  company: CompanyFigures,
  scenario: Scenario,
  cache: PreparationCache,
): Promise<string> {
  if (company.wins !== undefined) return '';
  const possible = company.ready * OPENED * company.winShare;
  const wins = await winsOf(scenario, possible, cache);
  if (wins >= HANDLED * possible) return '';
  return `${wrap(
    `! At usual hours ${plural(company.reps, 'rep')} win ${wins.toFixed(1)} deals a month here; the leads passed would ` +
      `give about ${possible.toFixed(1)} if all were worked. Say what you win a month (--wins): the hours then follow.`,
    WIDTH,
  ).join('\n')}\n`;
}
