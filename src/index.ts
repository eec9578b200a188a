/**
 * goodhart simulates how people respond when they are paid on metrics.
 *
 * A few functions over plain data, safe in a browser. {@link parseScenario} reads a scenario. {@link compare}
 * runs its arms under common random numbers and returns a bundle. {@link sweep} runs a grid,
 * {@link findBestArm} selects the best arm, {@link replay} follows one run, and {@link optimise} searches for
 * a better plan. {@link validate} tests the model against theory, {@link respond} solves a textbook world,
 * and `render...` turn a bundle into text.
 *
 * @module
 */
import { frozen } from './core/frozen.ts';
import { CHANNELS } from './worlds/revenue/catalogue/channels.ts';
import { METRICS } from './worlds/revenue/catalogue/metrics/index.ts';
import { OUTCOMES } from './worlds/revenue/catalogue/outcomes/index.ts';
import { TACTICS } from './worlds/revenue/catalogue/tactics/index.ts';

export { canonicalJson } from './core/canonicalJson.ts';
export { InputError, type Issue } from './core/errors.ts';
export { issueSentence } from './core/messages.ts';
export type { AgainstReferenceOptions } from './experiments/commands/againstReference.ts';
export { backsolve } from './experiments/commands/backsolve.ts';
export type { BacksolveOptions } from './experiments/commands/backsolveOptions.ts';
export { type BestOptions, findBestArm } from './experiments/commands/best.ts';
export { byRole } from './experiments/commands/byRole.ts';
export { type CompareOptions, compare } from './experiments/commands/compare.ts';
export { replayDeals } from './experiments/commands/dealLog.ts';
export { type DetectOptions, detect } from './experiments/commands/detect.ts';
export { type OptimiseOptions, optimise } from './experiments/commands/optimise.ts';
export type { FreeNumber } from './experiments/commands/optimiseInput.ts';
export { replay, replayTypical } from './experiments/commands/replay.ts';
export { Session } from './experiments/commands/session.ts';
export { split } from './experiments/commands/split.ts';
export { type GridAxis, type SweptPoint, sweep, sweepPoints } from './experiments/commands/sweep.ts';
export type { Executor } from './experiments/executors/executor.ts';
export { inlineExecutor } from './experiments/executors/inline.ts';
export { doTextTask, jsonExecutor } from './experiments/executors/json.ts';
export type { Backsolved, Chance, Funnel, Outlook } from './experiments/result/backsolved.ts';
export type { Best, BestArm } from './experiments/result/best.ts';
export type { Bundle } from './experiments/result/bundle.ts';
export { bundleJsonSchema, bundleSchema } from './experiments/result/bundleSchema.ts';
export type { DealRecord } from './experiments/result/dealRecord.ts';
export type { Detected } from './experiments/result/detected.ts';
export type { HarmSplit, SplitCell } from './experiments/result/harmSplit.ts';
export type { Limit, Optimum } from './experiments/result/optimum.ts';
export type { Replay } from './experiments/result/replay.ts';
export type { SweepRow } from './experiments/result/sweep.ts';
export { renderBrief } from './report/brief.ts';
export { renderCsv } from './report/csv.ts';
export { renderHtml } from './report/html.ts';
export { renderMarkdown } from './report/markdown.ts';
export { renderTerminal } from './report/terminal.ts';
export { scenarioJsonSchema } from './scenario/jsonSchema.ts';
export { type LoadOptions, parseRevenueScenario, parseScenario } from './scenario/load.ts';
export type { Arm, Assumption, RevenueScenario, Scenario, TextbookScenario } from './scenario/scenario.ts';
export { type Validation, validate } from './validation/validate.ts';
export { VERSION } from './version.ts';
export { type CostAtGoal, costAtGoal } from './worlds/revenue/statement/costAtGoal.ts';
export type { Payee } from './worlds/revenue/statement/payee.ts';
export { type PayStatement, payOn, type Service } from './worlds/revenue/statement/payOn.ts';
export { type Results, readResults } from './worlds/revenue/statement/results.ts';
export { respond, type TextbookResponse } from './worlds/textbook/respond.ts';
export type { TextbookMetric, TextbookPlan, TextbookTask, TextbookWorld } from './worlds/textbook/world.ts';

// All calls share the catalogues.
for (const catalogue of [CHANNELS, METRICS, OUTCOMES, TACTICS]) frozen(catalogue);

export { CHANNELS, METRICS, OUTCOMES, TACTICS };
