import { compare } from '../experiments/commands/compare.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { rates } from './agencyWorlds.ts';
import type { Check, Effort, Finding } from './check.ts';
import { COMPANY } from './publishedCompany.ts';

type Overrides = Readonly<Record<string, unknown>>;

/** Comparisons, shared between rows that need the same one. */
const bundles = new Map<string, Promise<Bundle>>();

export function run(arms: readonly string[], set: Overrides, { quick, executor }: Effort): Promise<Bundle> {
  const reference = arms[0];
  const key = JSON.stringify([arms, set, quick]);
  let bundle = bundles.get(key);
  if (bundle === undefined) {
    const scenario = parseRevenueScenario(COMPANY, {
      file: 'validation',
      set: { 'question.reference': reference, ...set },
    });
    bundle = compare(scenario, {
      arms,
      replicates: quick ? 60 : 400,
      counterfactuals: 'none',
      ...(executor === undefined ? {} : { executor }),
    });
    bundles.set(key, bundle);
  }
  return bundle;
}

/** Difference of an arm from the reference, relative to the reference's mean or (`plain`) absolute. */
export function gap(bundle: Bundle, arm: string, outcome: string, plain = false) {
  const contrast = bundle.contrasts.find((candidate) => candidate.arm === arm)?.outcomes[outcome];
  const reference = bundle.arms.find((candidate) => candidate.name === bundle.scenario.reference)?.outcomes[
    outcome
  ];
  if (contrast === undefined || reference === undefined)
    throw new Error(`no contrast of ${arm} on ${outcome}`);
  const scale = plain ? 1 : Math.abs(reference.mean);
  return { simulated: contrast.meanDifference / scale, se: contrast.se / scale };
}

export function level(bundle: Bundle, arm: string, outcome: string) {
  const { mean, se } = bundle.arms.find((candidate) => candidate.name === arm)!.outcomes[outcome];
  return { simulated: mean, se };
}

/** Difference between two levels; the standard error treats their runs as independent. */
export const lessOf = (one: ReturnType<typeof level>, other: ReturnType<typeof level>) => ({
  simulated: one.simulated - other.simulated,
  se: Math.sqrt(one.se * one.se + other.se * other.se),
});

interface Row
  extends Pick<
    Check,
    | 'id'
    | 'claim'
    | 'source'
    | 'overrides'
    | 'calibrated'
    | 'holdsSize'
    | 'clearBy'
    | 'afterLook'
    | 'reported'
    | 'illustration'
  > {
  readonly band: readonly [number, number];
  readonly part?: Check['part'];
  run(effort: Effort): Promise<Omit<Finding, 'expected'>> | Omit<Finding, 'expected'>;
}

export const published = ({ band, run, part = 'company', ...row }: Row): Check => ({
  ...row,
  part,
  kind: 'published',
  run: async (effort) => ({ expected: band, ...(await run(effort)) }),
});

export const LEARNS: Overrides = { 'people.director.beliefs': 'learning', 'governance.stage': 'ambiguous' };
export const FELT: Overrides = { 'people.director.goalUsd': 2000, 'governance.stage': 'ambiguous' };
export const AGREED: Overrides = { 'governance.stage': 'structured' };
export const AUTHORITY: Overrides = { 'sales.discountAuthorityShare': 0.6 };
export const DRAWER: Overrides = { 'sales.holdBackDays': 5 };
export const LABEL: Overrides = { 'governance.stage': 'ambiguous', 'governance.auditRatePerMonth': 0.01 };
export const ALIGNED: Overrides = { 'governance.stage': 'aligned' };

/** Effort in an unpaid task, relative to its level without incentives, if the other earns a commission. */
export function unpaidTask(rate: number): number {
  const answer = respond(
    {
      tasks: [
        { name: 'selling', valueUsd: 1, baseline: 1 },
        { name: 'service', valueUsd: 1, baseline: 1, lower: 0 },
      ],
      effortCost: [
        [1, 0.4],
        [0.4, 1],
      ],
      metrics: [{ name: 'sales', loadings: [1, 0] }],
      noise: [[0.2]],
      riskAversionPerUsd: 0.5,
    },
    rates({ sales: rate }),
  );
  return answer.effort[1];
}
