/**
 * goodhart: simulate what people do to the numbers when the numbers pay them.
 *
 * A few verbs over plain data, safe in a browser: {@link parseScenario} reads a scenario, {@link compare} runs its arms on common luck and
 * returns a bundle, {@link sweep} runs a grid, {@link findBestArm} picks the best of many, {@link replay} tells one run, {@link optimise} looks for a better plan, {@link validate} holds the machinery against
 * theory, {@link respond} solves a textbook world, and `render...` turn a bundle into text.
 *
 * @module
 */
export { canonicalJson } from './core/canonicalJson.ts';
export { InputError, type Issue } from './core/errors.ts';
export { issueSentence } from './core/messages.ts';
export { type Best, type BestArm, type BestOptions, findBestArm } from './experiments/best.ts';
export type { Bundle } from './experiments/bundle.ts';
export { bundleJsonSchema, bundleSchema } from './experiments/bundleSchema.ts';
export { type CompareOptions, compare } from './experiments/compare.ts';
export { type Executor, inlineExecutor } from './experiments/executor.ts';
export {
  type FreeParameter,
  type Limit,
  type OptimiseOptions,
  type Optimum,
  optimise,
} from './experiments/optimise.ts';
export { type Replay, replay } from './experiments/replay.ts';
export { type GridAxis, type SweepRow, sweep } from './experiments/sweep.ts';
export { renderCsv } from './report/csv.ts';
export { renderHtml } from './report/html.ts';
export { renderMarkdown } from './report/markdown.ts';
export { renderTerminal } from './report/terminal.ts';
export { scenarioJsonSchema } from './scenario/jsonSchema.ts';
export { type LoadOptions, parseRevenueScenario, parseScenario } from './scenario/load.ts';
export type { Arm, Assumption, RevenueScenario, Scenario, TextbookScenario } from './scenario/scenario.ts';
export { type Validation, validate } from './validation/validate.ts';
export { VERSION } from './version.ts';
export { CHANNELS } from './worlds/revenue/channels.ts';
export { METRICS } from './worlds/revenue/metrics/index.ts';
export { OUTCOMES } from './worlds/revenue/outcomes.ts';
export { TACTICS } from './worlds/revenue/tactics/index.ts';
export { respond, type TextbookResponse } from './worlds/textbook/respond.ts';
export type { TextbookMetric, TextbookPlan, TextbookTask, TextbookWorld } from './worlds/textbook/world.ts';
