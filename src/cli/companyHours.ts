import { refuse } from '../core/messages.ts';
import { compare } from '../experiments/commands/compare.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { plural } from '../report/format.ts';
import { wrap } from '../report/textLayout.ts';
import { parseScenario } from '../scenario/load.ts';
import { type CompanyFigures, scenarioText } from './companyText.ts';
import { WIDTH } from './fitLines.ts';

/** Bounds of the factor on the default hours. */
const LEAST = 0.02;
const MOST = 10;
/** Most trials, and relative difference in wins that is close enough. */
const TRIALS = 8;
const CLOSE = 0.01;
/** Wins over all runs of a trial that are precise enough, and bounds of the number of runs. */
const ENOUGH_WINS = 6000;
const [FEWEST_RUNS, MOST_RUNS] = [4, 80];
const MONTHS_PER_YEAR = 12;
/** Share of the deals that the leads passed would yield, below which a warning is due. */
const HANDLED = 0.7;
/** Share of passed leads that become opportunities: about 0.95 ready x 0.7, and few of the others. */
const OPENED = 0.65;

/** Mean deals won a month in the first arm of a comparison. */
export function winsPerMonth({ arms, scenario }: Bundle): number {
  return arms[0].outcomes.winsCount.mean / scenario.horizonMonths;
}

/**
 * Factor on the default hours per lead, deal and prospect at which sellers win the deals that a company
 * wins a month: secant method on the logarithms.
 *
 * @throws InputError if no hours would do
 */
export async function hoursFor(company: CompanyFigures): Promise<number> {
  const target = company.wins!;
  const runs = Math.ceil(ENOUGH_WINS / (MONTHS_PER_YEAR * target));
  const replicates = Math.min(MOST_RUNS, Math.max(FEWEST_RUNS, runs));
  const at = async (times: number) => {
    const scenario = parseScenario(scenarioText('init', company, times), { file: 'init' });
    const reference = scenario.observed!.arm!;
    return winsPerMonth(
      await compare({ ...scenario, reference }, { arms: [reference], replicates, counterfactuals: 'none' }),
    );
  };
  let times = 1;
  let wins = await at(times);
  // First guess: twice the hours cost three deals in ten.
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

/**
 * Warning where sellers at the default hours win clearly fewer deals than the leads passed would yield; empty
 * otherwise.
 *
 * @param wins deals won a month at the default hours
 */
export function capacityWarning({ ready, winShare, reps }: CompanyFigures, wins: number): string {
  const possible = ready * OPENED * winShare;
  if (wins >= HANDLED * possible) return '';
  const text =
    `! At the default hours per lead and deal, ${plural(reps, 'rep')} win ${wins.toFixed(1)} deals a month; the leads ` +
    `passed would yield about ${possible.toFixed(0)} if all were worked. State the deals you win a month (--wins) to ` +
    'calibrate the hours.';
  return `${wrap(text, WIDTH).join('\n')}\n`;
}
