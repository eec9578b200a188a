import { closeSync, openSync, writeSync } from 'node:fs';
import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse } from '../core/messages.ts';
import { MOST_REPLICATES } from '../experiments/commands/checkOptions.ts';
import type { CompareOptions } from '../experiments/commands/compare.ts';
import { checkGrid, type GridAxis, parseAxis, sweepPoints } from '../experiments/commands/sweep.ts';
import { workOfSweep } from '../experiments/commands/work.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import type { SweepRow } from '../experiments/result/sweep.ts';
import { sweepCsvHead, sweepCsvRows } from '../report/csv.ts';
import { renderSweepMap } from '../report/sweepMap.ts';
import { announceWork } from './announceWork.ts';
import { EXIT } from './exit.ts';
import { loadOptions, readText, tryWriting, wholeNumber } from './files.ts';
import { Progress } from './progress.ts';
import { executorOf, namesIn, type RunningFlags } from './running.ts';
import { print, tell } from './streams.ts';

type SweepFlags = RunningFlags & {
  readonly vary: readonly string[];
  readonly arms?: string;
  readonly out?: string;
  readonly map?: boolean;
};

export async function sweepCommand(file: string, flags: SweepFlags): Promise<number> {
  const axes = flags.vary.map(parseAxis);
  if (flags.map === true && (axes.length > 2 || flags.json === true))
    refuse([
      {
        code: 'usage',
        path: '--map',
        got: flags.json === true ? '--json' : `${axes.length} axes`,
        expected: 'one or two axes, and no --json',
      },
    ]);
  const text = readText(file);
  const load = loadOptions(file, flags.set);
  const asked: CompareOptions = {
    arms: namesIn(flags.arms),
    replicates: wholeNumber('--replicates', flags.replicates, 2, MOST_REPLICATES),
    seed: flags.seed,
  };
  checkGrid(axes);
  if (flags.out !== undefined) tryWriting(flags.out);
  announceWork({ coreSeconds: workOfSweep(text, axes, load, asked), isLimit: false }, flags);
  const progress = new Progress();
  const table = new Table(axes, flags);
  /** Rows of the primary outcome, for the map. */
  const mapped: SweepRow[] = [];
  let primary = '';
  let resolved: Bundle['scenario']['resolved'] = {};
  let finished = 0;
  let points = 0;
  try {
    const grid = sweepPoints(text, axes, load, {
      ...asked,
      executor: executorOf(flags, progress),
      onProgress: () => !progress.mustStop(),
    });
    for await (const { done, of, bundle, rows } of grid) {
      points = of;
      if (progress.mustStop() && isBrokenOff(bundle)) break;
      finished = done;
      // The map shows what the answer of a comparison ranks by.
      primary = bundle.answer?.rankedBy ?? bundle.scenario.outcome;
      resolved = bundle.scenario.resolved;
      table.add(rows, bundle);
      if (flags.map === true) mapped.push(...rows.filter(({ outcome }) => outcome === primary));
      if (!progress.tell(done, of, 'points')) break;
    }
    progress.end();
    table.end();
    if (flags.map === true) print(renderSweepMap(axes, mapped, primary, resolved));
    if (!progress.mustStop()) return EXIT.fine;
    tell(`Stopped: ${finished} of ${points} points were finished and are written.\n`);
    return EXIT.stopped;
  } finally {
    table.close();
  }
}

function isBrokenOff({ replicates: { requested, completed, failed } }: Bundle): boolean {
  return completed + failed.length < requested;
}

/**
 * Writes the rows of a sweep as its points are finished, so that none is kept in memory and none is lost.
 * With `--map`, rows go to a file only.
 */
class Table {
  private readonly axes: readonly GridAxis[];
  private readonly flags: SweepFlags;
  private file: number | undefined;
  private isBegun = false;

  constructor(axes: readonly GridAxis[], flags: SweepFlags) {
    this.axes = axes;
    this.flags = flags;
  }

  add(rows: readonly SweepRow[], { seed, tool, scenario }: Bundle): void {
    if (this.flags.json) {
      const texts = rows.map((row) => canonicalJson(row));
      this.write(`${this.isBegun ? ',\n' : this.head()}${texts.join(',\n')}`);
    } else {
      const text = sweepCsvRows(rows, { seed, version: tool.version, hash: scenario.hash });
      this.write(`${this.isBegun ? '' : this.head()}${text}`);
    }
    this.isBegun = true;
  }

  /** Completes the table. */
  end(): void {
    if (!this.isBegun) this.write(this.head());
    if (this.flags.json) this.write(']}\n');
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private head(): string {
    return this.flags.json ? `{"axes":${canonicalJson(this.axes)},"rows":[\n` : sweepCsvHead(this.axes);
  }

  private write(text: string): void {
    const { out, map } = this.flags;
    if (out === undefined) {
      if (map !== true) print(text);
      return;
    }
    // The old file stays until the first point is finished.
    this.file ??= openSync(out, 'w');
    const bytes = new TextEncoder().encode(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
  }
}
