import { BestResponse } from '../people/solver/bestResponse.ts';
import { Problem } from '../people/solver/problem.ts';
import { payoutCurve } from '../plans/payoutCurve.ts';
import { DEFAULT_INTEGRITY } from '../scenario/assumptions.ts';
import { integrityOf } from '../worlds/revenue/minds/planner/population.ts';
import { personParameters, plannerParameters } from '../worlds/revenue/numbers/people.ts';
import type { Check } from './check.ts';

/** Faces of the die, which pay 0 to 5 units. */
const FACES = 6;
const MOST = FACES - 1;
/** What a face of 5 pays, in dollars. */
const STAKE_USD = 500;
const PEOPLE = 20000;

/** Reports of a population on a private die roll: [truth][person]. */
interface Reports {
  readonly stakeUsd: number;
  readonly reported: readonly Uint8Array[];
}

const known = new Map<number, Reports>();

/**
 * Reports of the default population on a die roll that pays what is reported. A lie of the size of the mean
 * roll is gaming at scale 1, and its costs are those of gaming a paid metric. Lies are whole numbers, and
 * there is no discovery.
 */
function reportsAt(stakeUsd: number): Reports {
  const before = known.get(stakeUsd);
  if (before !== undefined) return before;
  const problem = new Problem(1, 1);
  const unit = MOST / 2;
  problem.effects.setLine(0, problem.topColumn(0), unit);
  problem.addComponent(0, payoutCurve(0, stakeUsd / MOST));
  problem.trouble[0] = plannerParameters.troubleUsd.default;
  const fixed = personParameters.integrityFixedShare.default;
  const solver = new BestResponse(problem);
  const point = new Float64Array(1);
  const reported = Array.from({ length: FACES }, () => new Uint8Array(PEOPLE));
  for (let person = 0; person < PEOPLE; person++) {
    const integrityUsd = integrityOf(DEFAULT_INTEGRITY, (person + 0.5) / PEOPLE);
    problem.cost[0] = (1 - fixed) * integrityUsd;
    problem.fixedGamingCost = fixed * integrityUsd;
    for (let truth = 0; truth < FACES; truth++) {
      problem.numerator[0] = truth;
      let best = -Infinity;
      for (let lie = 0; truth + lie < FACES; lie++) {
        point[0] = lie / unit;
        const value = solver.valueAt(point);
        if (!(value > best + 1e-9)) continue;
        best = value;
        reported[truth][person] = truth + lie;
      }
    }
  }
  const found = { stakeUsd, reported };
  known.set(stakeUsd, found);
  return found;
}

const mean = (values: Uint8Array, of: (value: number) => number) =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

/** Share of all reports that meet a condition. */
function share({ reported }: Reports, counts: (report: number, truth: number) => boolean): number {
  return reported.reduce((sum, own, truth) => sum + mean(own, (x) => (counts(x, truth) ? 1 : 0)), 0) / FACES;
}

/** Honest share by the study's estimator: six times the share of reports of 0. */
const honest = (stakeUsd: number) => FACES * share(reportsAt(stakeUsd), (report) => report === 0);

const STUDY = 'Fischbacher & Föllmi-Heusi, J. European Economic Association 11 (2013) 525';
const META = 'Abeler, Nosenzo & Raymond, Econometrica 87 (2019) 1115';

/** A row on the die. */
interface DieRow
  extends Pick<Check, 'id' | 'claim' | 'source' | 'reported' | 'calibrated' | 'holdsSize' | 'overrides'> {
  readonly band: readonly [number, number];
  run(): number;
}

const row = ({ band, run, ...rest }: DieRow): Check => ({
  ...rest,
  kind: 'published',
  part: 'decisions',
  run: () => ({ expected: band, simulated: run() }),
});

const FITTED = { calibrated: true, overrides: 'a private die roll; the highest face pays $500' } as const;

/** Lying about a private die roll, by the default population. */
export const LABORATORY: readonly Check[] = [
  row({
    id: 'L01',
    claim: 'Two in five report a private die roll honestly if the report is paid',
    source: STUDY,
    reported: '0.39',
    band: [0.34, 0.44],
    run: () => honest(STAKE_USD),
    ...FITTED,
  }),
  row({
    id: 'L02',
    claim: 'one in five reports the highest number regardless',
    source: STUDY,
    reported: '0.20 to 0.22',
    band: [0.15, 0.27],
    run: () => ((share(reportsAt(STAKE_USD), (report) => report === MOST) - 1 / FACES) * FACES) / MOST,
    ...FITTED,
  }),
  row({
    id: 'L03',
    claim: 'lying earns a quarter of what it could',
    source: META,
    reported: '0.25',
    band: [0.2, 0.3],
    run: () => {
      const { reported } = reportsAt(STAKE_USD);
      const gain = reported.reduce((sum, own, truth) => sum + mean(own, (x) => x - truth), 0) / FACES;
      return gain / (MOST / 2);
    },
    ...FITTED,
  }),
  row({
    id: 'L04',
    claim: 'many lie partially: by less than they could',
    source: STUDY,
    reported: 'at least 0.1',
    band: [0.1, 1],
    run: () => share(reportsAt(STAKE_USD), (report, truth) => report > truth && report < MOST),
    ...FITTED,
  }),
  row({
    id: 'L05',
    claim: 'and tripled stakes leave the honest share as it is',
    source: META,
    reported: 'none',
    band: [-0.05, 0.05],
    holdsSize: true,
    run: () => honest(3 * STAKE_USD) - honest(STAKE_USD),
    overrides: 'a private die roll; the highest face pays $1,500',
  }),
];
