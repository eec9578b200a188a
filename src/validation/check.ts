import type { Executor } from '../experiments/executors/executor.ts';
import { whyNotReached } from './notReached.ts';

/** What a check found, before it is judged. */
export interface Finding {
  /** The theoretical value, or the band of a published finding. */
  readonly expected: number | readonly [number, number];
  readonly simulated: number;
  /** Standard error of the simulated value; absent if nothing is random. */
  readonly se?: number;
  /**
   * Maximum difference that counts as equal if nothing is random; default: a millionth of the expected value,
   * and at least 1e-6.
   */
  readonly tolerance?: number;
}

/** Resources for a run of the table. */
export interface Effort {
  /** Runs the same rows with fewer replicates. */
  readonly quick: boolean;
  /** Executor of comparisons; default: the calling thread. */
  readonly executor?: Executor;
}

/** One reproducible claim: theory in closed form, or a published finding. */
export interface Check {
  readonly id: string;
  readonly kind: 'exact' | 'published';
  /** The part of the program under test. */
  readonly part: 'decisions' | 'payroll' | 'funnel' | 'company';
  readonly claim: string;
  readonly source: string;
  /** Departure of the row from the shared parameters, in words; only for rows that describe a setting. */
  readonly overrides?: string;
  /** Whether parameters were tuned to this row. */
  readonly calibrated?: boolean;
  /** Whether the band holds the size that the study reports; otherwise it holds the sign. */
  readonly holdsSize?: boolean;
  /** Standard errors by which it must differ from 0, where its band excludes 0; default: 2. */
  readonly clearBy?: number;
  /** Other choices made after a first look at the row: its plan, its people or its band. */
  readonly afterLook?: string;
  /** Effect that the study reports, in its own measure, or its sign in words; not all rows state it. */
  readonly reported?: string;
  /** Whether the row is an illustration: no field study supports it, but it must hold in its setting. */
  readonly illustration?: boolean;
  run(effort: Effort): Finding | Promise<Finding>;
}

/** A check of a decision against theory in closed form. */
export function exactDecision(id: string, claim: string, source: string, run: Check['run']): Check {
  return { id, kind: 'exact', part: 'decisions', claim, source, run };
}

/** A check of a decision in a configuration of the revenue engine. */
export function exactInCompany(id: string, claim: string, source: string, run: Check['run']): Check {
  return { ...exactDecision(id, claim, source, run), part: 'company' };
}

/** A check with its result. */
export interface ValidationRow {
  readonly id: string;
  readonly kind: Check['kind'];
  readonly part: Check['part'];
  readonly claim: string;
  readonly source: string;
  readonly overrides?: string;
  readonly calibrated: boolean;
  /** What a published row says: parameters were fitted to it, its size was predicted, or its sign only. */
  readonly basis?: 'fitted' | 'predicted' | 'sign only';
  /** Why a published row that fails is known not to come out. */
  readonly notReached?: string;
  readonly afterLook?: string;
  readonly reported?: string;
  readonly illustration: boolean;
  readonly expected: number | readonly [number, number];
  readonly simulated: number;
  readonly se?: number;
  /** Maximum permitted distance: the tolerance, or four standard errors; 0 for bands. */
  readonly tolerance: number;
  /** Signed distance from the expected value, in standard errors; absent for bands and without an error. */
  readonly z?: number;
  readonly pass: boolean;
}

const DEFAULT_TOLERANCE = 1e-6;
const MOST_Z = 4;

function basisOf({ calibrated, holdsSize }: Check): ValidationRow['basis'] {
  if (calibrated) return 'fitted';
  return holdsSize ? 'predicted' : 'sign only';
}

/**
 * Judges a finding. Exact: within the tolerance, or within four standard errors. Published: inside its band
 * and, if the band excludes 0, two standard errors from 0 or as many as the row says.
 */
export function judge(check: Check, { expected, simulated, se, tolerance }: Finding): ValidationRow {
  const { id, kind, part, claim, source, overrides, calibrated, afterLook, reported } = check;
  const { illustration } = check;
  const known = whyNotReached(id);
  const row = {
    id,
    kind,
    part,
    claim,
    source,
    ...(overrides === undefined ? {} : { overrides }),
    calibrated: calibrated ?? false,
    ...(kind === 'published' ? { basis: basisOf(check) } : {}),
    ...(known === undefined ? {} : { notReached: known }),
    ...(afterLook === undefined ? {} : { afterLook }),
    ...(reported === undefined ? {} : { reported }),
    illustration: illustration ?? false,
    expected,
    simulated,
    ...(se === undefined ? {} : { se }),
  };
  if (typeof expected !== 'number') {
    const [low, high] = expected;
    const clear = low <= 0 && high >= 0 ? true : Math.abs(simulated) > (check.clearBy ?? 2) * (se ?? 0);
    return { ...row, tolerance: 0, pass: simulated >= low && simulated <= high && clear };
  }
  const distance = Math.abs(simulated - expected);
  if (se !== undefined && se > 0) {
    const z = (simulated - expected) / se;
    return { ...row, tolerance: MOST_Z * se, z, pass: Math.abs(z) <= MOST_Z };
  }
  const allowed = tolerance ?? DEFAULT_TOLERANCE * Math.max(1, Math.abs(expected));
  return { ...row, tolerance: allowed, pass: distance <= allowed };
}
