import { InputError } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { OutcomeDefinition } from '../model/metric.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { describe } from '../statistics/describe.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { chosenArms } from './chosenArms.ts';
import { personEquivalent } from './compare.ts';
import { type Executor, inlineExecutor } from './executor.ts';
import { findBest } from './findBest.ts';
import type { Column, Ground } from './grounds/ground.ts';
import { groundOf } from './grounds/groundOf.ts';
import { steady } from './steady.ts';
import { WorldBook } from './worldBook.ts';

/** A number of the scenario that may be chosen, within bounds. */
export interface FreeParameter {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

/** A condition that the best plan must meet in the mean, such as a pay budget or what keeps the director from leaving. */
export interface Limit {
  /** An outcome, or `certaintyEquivalentUsd`: what the plan is worth to the director. */
  readonly outcome: string;
  readonly bound: 'at-most' | 'at-least';
  readonly value: number;
}

export interface OptimiseOptions {
  /** The arm whose plan is improved; default: the reference. */
  readonly arm?: string;
  /** The outcome to raise, or to lower where lower is better; default: the scenario's. */
  readonly outcome?: string;
  readonly limits?: readonly Limit[];
  /** Plans that the search tries, at most; how flat it is around the best of them takes some more. */
  readonly evaluations?: number;
  /** Runs of each plan while searching; the answer is measured on four times as many, with other luck. */
  readonly replicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: (done: number, of: number, what: string) => boolean | undefined;
}

/** The best plan that was found, given that people respond. */
export interface Optimum {
  readonly arm: string;
  readonly outcome: string;
  readonly title: string;
  readonly unit: string;
  readonly free: readonly {
    readonly path: string;
    readonly low: number;
    readonly high: number;
    readonly best: number;
    /** Values of this parameter, the others at their best, that lose less than a hundredth of the outcome. */
    readonly flatLow: number;
    readonly flatHigh: number;
    /** Whether the best value lies at an end of what was allowed. */
    readonly atBound: boolean;
  }[];
  readonly mean: number;
  readonly se: number;
  readonly ci95: readonly [number, number];
  /** The best plan less the plan as written, on luck that the search did not see. */
  readonly gain?: PairedDifference;
  readonly limits: readonly (Limit & {
    readonly unit: string;
    readonly mean: number;
    readonly isMet: boolean;
  })[];
  readonly replicates: number;
  readonly evaluations: number;
  /** Whether the search came to rest. */
  readonly settled: boolean;
}

const DEFAULT_REPLICATES = 50;
const DEFAULT_EVALUATIONS = 80;
/** Loss, as a part of the outcome, up to which a plan counts as good as the best. */
const FLAT_SHARE = 0.01;

/**
 * Chooses numbers of a plan (or of anything else in a scenario) such that an outcome is best while people respond to it, under limits. Every plan is tried on the
 * same luck; the answer is then measured on luck that the search did not see, so that it is not flattered by having been chosen.
 *
 * @param parse reads the scenario under overrides
 * @throws InputError for unknown arms or outcomes and when nothing is free
 */
export async function optimise(
  parse: (set: Readonly<Record<string, unknown>>) => Scenario,
  free: readonly FreeParameter[],
  options: OptimiseOptions = {},
): Promise<Optimum> {
  if (free.length === 0)
    refuse([{ code: 'usage', path: '--free', expected: 'at least one --free path=low:high' }]);
  const asWritten = parse({});
  const armName = options.arm ?? asWritten.reference;
  chosenArms(asWritten, [armName], '--arm');
  const replicates = options.replicates ?? DEFAULT_REPLICATES;
  const evaluations = options.evaluations ?? DEFAULT_EVALUATIONS;
  const seed = options.seed ?? asWritten.seed;
  const executor = options.executor ?? inlineExecutor;
  const book = new WorldBook();
  const groundAt = (set: Readonly<Record<string, unknown>>) =>
    groundOf(parse(set), [armName], book, executor, () => 'none');
  const written = await groundAt({});
  const definitions = written.outcomes;
  const outcome = options.outcome ?? asWritten.outcome;
  const limits = options.limits ?? [];
  for (const [path, id] of [
    ['--outcome', outcome],
    ...limits.map((limit) => ['--limit', limit.outcome]),
  ] as const)
    checkOutcome(path, id, definitions);
  const asked = definitions.find((definition) => definition.id === outcome)!;
  const sign = asked.direction === 'lower' ? -1 : 1;

  /** What was sampled of each ground's one arm, by outcome, freed of luck that is known to be 0 on average. */
  const sampleOf = async (grounds: readonly Ground[], luck: string, n: number): Promise<Column[]> => {
    const lines = grounds.map((ground) => ground.lines[ground.linesOf[0].own]);
    const width = definitions.length;
    const columns = lines.map(() => definitions.map(() => new Float64Array(n).fill(NaN)));
    await executor.run(lines, luck, n, (chunk) => {
      for (let i = chunk.from; i < chunk.to; i++)
        for (let line = 0; line < lines.length; line++)
          for (let id = 0; id < width; id++)
            columns[line][id][i] = chunk.outcomes[((i - chunk.from) * lines.length + line) * width + id];
      return true;
    });
    return columns.map((own, line) => {
      const drawn: Column = (_, id) => own[definitions.findIndex((definition) => definition.id === id)];
      return steady(grounds[line], drawn, n).column;
    });
  };
  const setAt = (point: readonly number[]) => Object.fromEntries(free.map(({ path }, i) => [path, point[i]]));
  const meanOf = (ground: Ground, column: Column, id: string): number => {
    if (id !== 'certaintyEquivalentUsd') return describe(column(0, id))?.mean ?? NaN;
    return personEquivalent(ground, 0, (own) => column(0, own))?.value ?? NaN;
  };
  const excess = (limit: Limit, mean: number): number => {
    const over = limit.bound === 'at-most' ? mean - limit.value : limit.value - mean;
    return Number.isNaN(over) ? Infinity : Math.max(0, over) / Math.max(1e-9, Math.abs(limit.value));
  };

  let going = true;
  let tried = 0;
  let refused: unknown;
  const worthAt = async (point: readonly number[], searching = true): Promise<number> => {
    if (!going) return NaN;
    let ground: Ground;
    try {
      ground = await groundAt(setAt(point));
    } catch (error) {
      // A plan that no scenario may hold is one that cannot be chosen.
      if (!(error instanceof InputError)) throw error;
      refused = error;
      return NaN;
    }
    const [column] = await sampleOf([ground], `${seed} search`, replicates);
    if (searching) tried++;
    going =
      options.onProgress?.(tried, evaluations, searching ? 'plans tried' : 'measuring flatness') !== false;
    const broken = limits.reduce(
      (sum, limit) => sum + excess(limit, meanOf(ground, column, limit.outcome)),
      0,
    );
    // Far below anything that can happen, but less so the nearer to what is allowed.
    return broken > 0 ? -1e15 * (1 + broken) : sign * meanOf(ground, column, outcome);
  };
  const found = await findBest(free, worthAt, { evaluations, tolerance: 0.004 });
  if (found.value === -Infinity && refused !== undefined) throw refused;

  const flat = async (axis: number, end: number): Promise<number> => {
    let inside = found.point[axis];
    let outside = end;
    if (inside === outside) return inside;
    const enough = found.value - FLAT_SHARE * Math.abs(found.value);
    const at = (x: number) =>
      worthAt(
        found.point.map((value, i) => (i === axis ? x : value)),
        false,
      );
    if ((await at(end)) >= enough) return end;
    for (let step = 0; step < 5; step++) {
      const middle = 0.5 * (inside + outside);
      if ((await at(middle)) >= enough) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  const ranges: [number, number][] = [];
  for (const [i, { low, high }] of free.entries()) ranges.push([await flat(i, low), await flat(i, high)]);

  const best = await groundAt(setAt(found.point));
  const [column, before] = await sampleOf([best, written], seed, 4 * replicates);
  const summary = describe(column(0, outcome), asked.unit === 'share' || asked.unit === 'count');
  if (summary === undefined) throw new RangeError(`${outcome} is undefined under the best plan`);
  return {
    arm: armName,
    outcome,
    title: asked.title,
    unit: asked.unit,
    free: free.map(({ path, low, high }, i) => ({
      path,
      low,
      high,
      best: found.point[i],
      flatLow: ranges[i][0],
      flatHigh: ranges[i][1],
      atBound: Math.min(found.point[i] - low, high - found.point[i]) < 0.005 * (high - low),
    })),
    mean: summary.mean,
    se: summary.se,
    ci95: summary.ci95,
    gain: pairedDifference(column(0, outcome), before(0, outcome), asked.direction, 1),
    limits: limits.map((limit) => {
      const mean = meanOf(best, column, limit.outcome);
      const unit = definitions.find((definition) => definition.id === limit.outcome)?.unit ?? 'USD';
      return { ...limit, unit, mean, isMet: excess(limit, mean) === 0 };
    }),
    replicates: 4 * replicates,
    evaluations: tried,
    settled: found.settled && going,
  };
}

function checkOutcome(path: string, id: string, definitions: readonly OutcomeDefinition[]): void {
  const ids = definitions.map((definition) => definition.id);
  if (ids.includes(id) || (path === '--limit' && id === 'certaintyEquivalentUsd')) return;
  const near = nearestName(id, ids);
  refuse([
    {
      code: 'dangling-reference',
      path,
      got: showValue(id),
      expected:
        definitions.length > 20 ? 'an outcome, see goodhart list outcomes' : `one of ${ids.join(', ')}`,
      hint: near && `did you mean ${near}?`,
    },
  ]);
}

/**
 * Reads `path=low:high`.
 *
 * @throws InputError when it is written otherwise
 * @example parseFree('plans.fluff.director.bonusUsdPerYear=0:40000').high // 40000
 */
export function parseFree(text: string): FreeParameter {
  const match = /^([A-Za-z][\w.-]*)=([^:]+):([^:]+)$/.exec(text);
  const [low, high] = (match?.slice(2) ?? []).map(Number);
  if (match === null || !Number.isFinite(low) || !Number.isFinite(high) || !(low < high))
    refuse([
      {
        code: 'usage',
        path: '--free',
        got: showValue(text),
        expected: 'path=low:high with low below high, such as plans.fluff.director.bonusUsdPerYear=0:40000',
      },
    ]);
  return { path: match[1], low, high };
}

/**
 * Reads `outcome<=value` or `outcome>=value`.
 *
 * @throws InputError when it is written otherwise
 * @example parseLimit('directorPayUsd<=120000').bound // 'at-most'
 */
export function parseLimit(text: string): Limit {
  const match = /^([A-Za-z][\w-]*)\s*(<=|>=)\s*(\S+)$/.exec(text);
  const value = Number(match?.[3]);
  if (match === null || !Number.isFinite(value))
    refuse([
      {
        code: 'usage',
        path: '--limit',
        got: showValue(text),
        expected: 'outcome<=number or outcome>=number, such as directorPayUsd<=120000',
      },
    ]);
  return { outcome: match[1], bound: match[2] === '<=' ? 'at-most' : 'at-least', value };
}
