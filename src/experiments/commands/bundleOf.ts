import type { Scenario } from '../../scenario/scenario.ts';
import { VERSION } from '../../version.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Hold } from '../estimates/armColumns.ts';
import { fitWarnings } from '../estimates/fit.ts';
import type { Precision } from '../result/bundle.ts';
import { BUNDLE_VERSION, type Bundle } from '../result/bundle.ts';
import type { Columns } from '../running/sample.ts';
import type { HeldSalaries } from './heldSalaries.ts';

/** Intervals from fewer replicates are rough. */
const FEW = 100;

/** The sample behind a comparison. */
export interface Ran {
  readonly scenario: Scenario;
  readonly adapter: WorldAdapter;
  readonly columns: Columns;
  readonly seed: string;
  /** Replicates requested. */
  readonly replicates: number;
  /** Whether sampling stopped because the differences reached the target precision. */
  readonly isPrecise: boolean;
  readonly precision: Precision | undefined;
  readonly options: { readonly hold?: Hold; readonly command?: string };
  readonly held: HeldSalaries | undefined;
}

/** Assembles the bundle from the run and its estimates. */
export function bundleOf(
  ran: Ran,
  estimates: Pick<
    Bundle,
    | 'arms'
    | 'contrasts'
    | 'misalignment'
    | 'blame'
    | 'sensitivity'
    | 'turning'
    | 'population'
    | 'split'
    | 'answer'
    | 'fit'
  >,
): Bundle {
  const { scenario, adapter, columns, seed, replicates, precision, options } = ran;
  const { control } = columns;
  return {
    schemaVersion: BUNDLE_VERSION,
    tool: { name: 'goodhart', version: VERSION },
    scenario: headOf(scenario),
    command: options.command ?? '',
    seed,
    replicates: {
      requested: replicates,
      completed: columns.completed,
      failed: columns.failures.map(({ replicate, run, message }) => ({
        replicate,
        arm: adapter.runs[run].name,
        message,
      })),
    },
    ...(precision === undefined ? {} : { precision }),
    ...(options.hold === undefined ? {} : { hold: options.hold }),
    ...(control === undefined ? {} : { steadied: { control: control.id, of: control.of } }),
    ...estimates,
    warnings: [
      ...warningsOf(ran),
      ...fitWarnings(
        scenario,
        estimates.fit,
        adapter.arms.map(({ name }) => name),
        columns.completed,
      ),
    ],
  };
}

function headOf(scenario: Scenario): Bundle['scenario'] {
  const { kind, name, about, hash, horizonMonths, outcome, reference, tell, payBudgetUsdPerYear } = scenario;
  const { resolved, assumptions } = scenario;
  return {
    world: kind,
    name,
    about,
    hash,
    horizonMonths,
    outcome,
    reference,
    ...(tell.length > 0 ? { tell } : {}),
    ...(payBudgetUsdPerYear === undefined ? {} : { payBudgetUsdPerYear }),
    // Whoever changes a bundle changes no other result of the scenario.
    resolved: structuredClone(resolved),
    assumptions: structuredClone(assumptions),
  };
}

function warningsOf({ scenario, adapter, columns, replicates, isPrecise, held }: Ran): string[] {
  const { played, completed, failures, isSpillFull } = columns;
  const warnings = [...scenario.warnings, ...adapter.warnings, ...(held?.warnings ?? [])];
  if (completed < FEW) warnings.push(`Only ${completed} runs: intervals from fewer than ${FEW} are rough.`);
  if (isSpillFull)
    warnings.push('The disk had no room for all outcomes: the rest stayed in memory, and nothing is lost.');
  if (played < replicates && !isPrecise)
    warnings.push(
      `Stopped after ${played.toLocaleString('en-US')} of ${replicates.toLocaleString('en-US')} runs.`,
    );
  if (failures.length > 0) warnings.push(`${failures.length} of ${played} runs failed and are left out.`);
  return warnings;
}
