import type { Executor } from '../experiments/executors/executor.ts';

/** What a check found. */
export interface Finding {
  /** What theory says, or the band of a published finding. */
  readonly expected: number | readonly [number, number];
  readonly simulated: number;
  /** Standard error of what was simulated; absent where nothing is random. */
  readonly se?: number;
  /**
   * Largest difference that still counts as equal, where nothing is random; default one part in a million.
   */
  readonly tolerance?: number;
}

/** How much work a run of the table may take. */
export interface Effort {
  /** Fewer replicates, the same rows. */
  readonly quick: boolean;
  /** Where comparisons run; default: in the calling thread. */
  readonly executor?: Executor;
}

/** One claim that anybody can check again: theory in closed form, or a published finding. */
export interface Check {
  readonly id: string;
  readonly kind: 'exact' | 'published';
  /** Which part of the program is on trial. */
  readonly part: 'decisions' | 'payroll' | 'funnel' | 'company';
  readonly claim: string;
  readonly source: string;
  /** What the row sets apart from the shared parameters, in words; only for rows that describe a setting. */
  readonly overrides?: string;
  /** Whether parameters were chosen by looking at this row. */
  readonly calibrated?: boolean;
  /** What else was chosen after a first look at the row: its plan, its people or its band. */
  readonly afterLook?: string;
  /** What the study reports, in its own measure; absent where it reports a sign only. */
  readonly reported?: string;
  /** Whether no field study stands behind the row: it shows what has to hold in a setting. */
  readonly illustration?: boolean;
  run(effort: Effort): Finding | Promise<Finding>;
}

/** A check of a decision against theory in closed form. */
export function exactDecision(id: string, claim: string, source: string, run: Check['run']): Check {
  return { id, kind: 'exact', part: 'decisions', claim, source, run };
}

/** The same in a configuration of the revenue engine. */
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
  readonly afterLook?: string;
  readonly reported?: string;
  readonly illustration: boolean;
  readonly expected: number | readonly [number, number];
  readonly simulated: number;
  readonly se?: number;
  /** Largest allowed distance from what is expected: the tolerance, or four standard errors. 0 for bands. */
  readonly tolerance: number;
  /** Distance from what is expected in standard errors, where there is one. */
  readonly z?: number;
  readonly pass: boolean;
}

const DEFAULT_TOLERANCE = 1e-6;
const MOST_Z = 4;

/**
 * The verdict on a finding. Exact: within the tolerance, or within four standard errors. Published: inside
 * its band, and, where the band leaves out 0, off 0 by two standard errors.
 */
export function judge(check: Check, { expected, simulated, se, tolerance }: Finding): ValidationRow {
  const { id, kind, part, claim, source, overrides, calibrated, afterLook, reported, illustration } = check;
  const row = {
    id,
    kind,
    part,
    claim,
    source,
    ...(overrides === undefined ? {} : { overrides }),
    calibrated: calibrated ?? false,
    ...(afterLook === undefined ? {} : { afterLook }),
    ...(reported === undefined ? {} : { reported }),
    illustration: illustration ?? false,
    expected,
    simulated,
    ...(se === undefined ? {} : { se }),
  };
  if (typeof expected !== 'number') {
    const [low, high] = expected;
    const clear = low <= 0 && high >= 0 ? true : Math.abs(simulated) > 2 * (se ?? 0);
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
