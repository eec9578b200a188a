import { canonicalJson } from '../core/canonicalJson.ts';
import { SENSITIVITY_REPLICATES } from '../experiments/commands/assumptions.ts';
import type { Tell } from '../experiments/commands/progress.ts';
import { replayTypical } from '../experiments/commands/replay.ts';
import { Session } from '../experiments/commands/session.ts';
import { workOfCompare } from '../experiments/commands/work.ts';
import type { AssumptionTest } from '../experiments/result/bundle.ts';
import { isChoice } from '../experiments/result/choice.ts';
import { stripChart } from '../report/charts/stripChart.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { titleOf } from '../report/format.ts';
import { drawFigure } from '../report/html/drawFigure.ts';
import { type BoardContext, renderBoardPage, renderHtml } from '../report/html.ts';
import { planInWords } from '../report/planWords.ts';
import { whichRun } from '../report/story.ts';
import { displayName } from '../report/titled.ts';
import { asRevenue, parseScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { answerOf } from './answerHtml.ts';
import { formsOf, paysNoMeasure } from './fields.ts';
import { companyOf, knobsOf } from './knobs.ts';
import { stepsOf } from './months.ts';
import type { Answer, Files, Overrides, Saved, Tested, Told, View } from './protocol.ts';
import { commandFor } from './sameNumbers.ts';
import { sensitivityNotes } from './sensitivityNotes.ts';
import { withChanges } from './withChanges.ts';

/** Runs of the first picture, and those after which it is drawn anew; at rest, the scenario's own number. */
const PREVIEW_RUNS = 8;
const BATCHES: readonly number[] = [25, 100];
/** Fewest runs that have an interval. */
const LEAST_RUNS = 2;
const MOST_RUNS = 400;
/** Assumptions that are tested when it is asked which numbers matter, weakest first. */
const MOST_TESTED = 16;
/** Arms that are compared if nothing else is asked. */
const USUAL_ARMS = 3;

/** Changes that add a plan, an arm or a title. */
const ADDED = /^(?:plans|arms|titles)\.[^.]+$/;

/** A question: what is changed, which arms are compared, and on which chance. */
export interface Question {
  readonly set: Overrides;
  readonly arms: readonly string[];
  readonly seed?: string;
  /** Whether charts are drawn for a phone. */
  readonly isNarrow?: boolean;
  /** Runs of the answer that is already known; earlier pictures are left out. */
  readonly known?: number;
}

/** A question about inputs. */
export interface TestedQuestion extends Question {
  /** The arm against which the best one is tested; the reference, if absent. */
  readonly against?: string;
}

/**
 * Answers a page about one scenario: a first picture of 8 runs from what is known of the nearest company and
 * plan, then pictures after 25 and 100 runs, and at rest. There its outcomes are those of `compare` with
 * the same changes, arms, runs and seed.
 */
export class Stage {
  private readonly files: Files;
  private readonly session: Session;
  private readonly written: Scenario;
  /** By how much numbers of the company move the difference, if that was asked. */
  private weights: ReadonlyMap<string, string> = new Map();
  /** The latest tests, and the question that they were made for. */
  private tests: { readonly key: string; readonly found: readonly AssumptionTest[] } | undefined;
  private extended: { readonly key: string; readonly scenario: Scenario } | undefined;
  private reading: { readonly key: string; readonly scenario: Scenario } | undefined;

  /** @throws InputError if the scenario cannot be read */
  constructor(files: Files, session = new Session()) {
    this.files = files;
    this.session = session;
    this.written = this.read({});
  }

  /**
   * The scenario as it stands with changes.
   *
   * @throws InputError if a change cannot be made
   */
  view(set: Overrides): View {
    const scenario = this.read(set);
    const written = this.writtenFor(set);
    const { arms, resolved, name, about = '', reference, seed } = scenario;
    const knobs = knobsOf(scenario, written, this.weights);
    const words = new Map(planInWords(resolved).map(({ plan, sentences }) => [plan, sentences]));
    const shown = displayName(resolved);
    const beliefs = this.session.beliefsIn(scenario);
    const usual = arms.find((arm) => arm.name === reference) ?? { set: {} };
    return {
      name,
      about,
      reference,
      seed,
      replicates: runsAtRest(scenario),
      horizonMonths: scenario.horizonMonths,
      seconds: workOfCompare(scenario, {
        arms: arms.slice(0, USUAL_ARMS).map((arm) => arm.name),
        replicates: runsAtRest(scenario),
        counterfactuals: 'none',
      }),
      company: companyOf(scenario, written, knobs),
      hasMonths: scenario.kind === 'revenue',
      knobs,
      arms: arms.map(({ name: arm, plan, about: said = '', later, set: changed, against }) => ({
        name: arm,
        isAlternative: arm !== reference && against === undefined && isChoice({ set: changed, later }, usual),
        isWithoutBonus: later === undefined && paysNoMeasure(plan, resolved),
        title: titleOf(shown(arm)),
        about: said,
        ...(against === undefined ? {} : { against }),
        forms: later === undefined ? formsOf(plan, resolved, written.resolved, beliefs) : [],
        words: (words.get(plan) ?? []).map((sentence) => inCurrency(sentence, symbolOf(resolved))),
        setting: Object.keys(changed).length === 0 ? {} : { set: changed },
        ...(later === undefined ? { pay: payUnder(plan, resolved) } : {}),
      })),
    };
  }

  /**
   * Answers a question batch by batch.
   *
   * @param take receives each answer; while runs are played it is asked whether anybody still waits
   * @throws InputError if a change cannot be made, or an arm does not exist
   */
  async ask(
    question: Question,
    take: (answer: Answer) => void,
    isWanted: () => boolean = () => true,
  ): Promise<void> {
    const { scenario, rest, options, frame } = this.asked(question, isWanted);
    const { known = 0 } = question;
    const preview =
      known > 0 ? undefined : await this.session.preview(scenario, { ...options, replicates: PREVIEW_RUNS });
    if (!isWanted()) return;
    if (preview !== undefined && preview.replicates.completed >= LEAST_RUNS)
      take(await answerOf(preview, { of: rest, isProvisional: true, frame, hasDetail: false }));
    for (const replicates of [...BATCHES.filter((batch) => batch < rest && batch > known), rest]) {
      const bundle = await this.session.compare(scenario, { ...options, replicates });
      if (!isWanted() || bundle.replicates.completed < LEAST_RUNS) return;
      const answer = await answerOf(bundle, { of: rest, isProvisional: false, frame, hasDetail: true });
      if (!isWanted()) return;
      take(answer);
    }
  }

  /**
   * Answers a question that was not asked yet, from a number of runs.
   *
   * @throws InputError if the scenario cannot be read with these changes
   */
  async prefetch(
    question: Question,
    runs: number,
    take: (answer: Answer) => void,
    isWanted: () => boolean,
  ): Promise<void> {
    const { scenario, rest, options, frame } = this.asked(question, isWanted);
    const bundle = await this.session.compare(scenario, { ...options, replicates: Math.min(runs, rest) });
    if (!isWanted() || bundle.replicates.completed < LEAST_RUNS) return;
    const answer = await answerOf(bundle, { of: rest, isProvisional: false, frame, hasDetail: false });
    if (isWanted()) take(answer);
  }

  /** A question as options of a comparison. */
  private asked({ set, arms, seed, isNarrow = false }: Question, isWanted: () => boolean) {
    const scenario = this.read(set);
    const rest = runsAtRest(scenario);
    const onChance = seed ?? scenario.seed;
    const question = { file: this.files.file, set, arms, replicates: rest, seed: onChance };
    const options = {
      arms,
      seed: onChance,
      counterfactuals: 'none',
      onProgress: isWanted,
      command: commandFor(question).replace(/ \\\n */g, ' '),
    } as const;
    return { scenario, rest, options, frame: isNarrow ? 'narrow' : 'wide' } as const;
  }

  /**
   * Finds the numbers of the company that move the difference between the best plan and the reference most,
   * each tested at both ends of its range. The next view has them as knobs.
   *
   * @param question with the arm against which the best one is tested, if not the reference
   * @param tell takes the tests done and those to do; false stops
   */
  async testInputs({ against, ...question }: TestedQuestion, tell: Tell): Promise<Tested> {
    const turned = against === undefined ? {} : { 'question.reference': against };
    const set = { ...question.set, ...turned };
    const { scenario, options } = this.asked({ ...question, set }, () => true);
    const { onProgress: _, ...asked } = options;
    const bundle = await this.session.compare(scenario, { ...asked, replicates: SENSITIVITY_REPLICATES });
    const tests = await this.session.tests(scenario, bundle, MOST_TESTED, tell);
    const { byPath, tested } = sensitivityNotes(tests, bundle, displayName(scenario.resolved));
    this.weights = byPath;
    this.tests = { key: keyOf(question), found: tests };
    return tested;
  }

  /**
   * The typical run under an arm, month by month.
   *
   * @throws InputError for an arm that does not exist, or a world without months
   */
  async tell(set: Overrides, arm: string, seed?: string): Promise<Told> {
    const scenario = asRevenue(this.read(set), this.files.file);
    const run = replayTypical(scenario, arm, seed ?? scenario.seed);
    const symbol = symbolOf(scenario.resolved);
    return {
      arm,
      about: whichRun(run),
      steps: stepsOf(run).map(({ when, text, figures = '' }) => ({
        when,
        text: inCurrency(text, symbol),
        figures: inCurrency(figures, symbol),
      })),
      html: inCurrency(await drawFigure(stripChart(run), { frame: 'wide' }), symbol),
    };
  }

  /** The scenario's file with the changes written into it. */
  text(set: Overrides): string {
    const { file, texts } = this.files;
    return withChanges(texts[file], set, this.read(set).resolved);
  }

  /** The complete answer as a board page, as a report, or as data. */
  async save(question: Question, what: Saved, context: BoardContext): Promise<string> {
    const { scenario, rest, options } = this.asked(question, () => true);
    const bundle = await this.session.compare(scenario, { ...options, replicates: rest });
    if (what === 'bundle') return `${canonicalJson(bundle, '  ')}\n`;
    if (what === 'board') return renderBoardPage(bundle, context);
    const isTested = this.tests?.key === keyOf(question);
    return renderHtml(isTested ? { ...bundle, sensitivity: this.tests!.found } : bundle);
  }

  /** The scenario as written, with the plans that were added to it: their own numbers are then as written. */
  private writtenFor(set: Overrides): Scenario {
    const added = Object.entries(set).filter(([path]) => ADDED.test(path));
    if (added.length === 0) return this.written;
    const key = JSON.stringify(added);
    if (this.extended?.key !== key) this.extended = { key, scenario: this.parse(Object.fromEntries(added)) };
    return this.extended.scenario;
  }

  /** Reads the scenario with changes; the last reading is kept. */
  private read(set: Overrides): Scenario {
    const key = JSON.stringify(set);
    if (this.reading?.key !== key) this.reading = { key, scenario: this.parse(set) };
    return this.reading.scenario;
  }

  private parse(set: Overrides): Scenario {
    const { file, texts } = this.files;
    return parseScenario(texts[file], {
      file,
      set,
      readBase: (reference, from) => {
        const base = beside(from, reference);
        return Object.hasOwn(texts, base) ? { text: texts[base], file: base } : undefined;
      },
    });
  }
}

/** What a question asks, whatever else it says. */
function keyOf({ set, arms, seed }: Question): string {
  return JSON.stringify([set, arms, seed]);
}

function runsAtRest({ replicates }: Scenario): number {
  return Math.min(MOST_RUNS, replicates);
}

/** The name of a file beside another. */
function beside(from: string, reference: string): string {
  const folder = from.split('/').slice(0, -1);
  return [...folder, ...reference.split('/').filter((part) => part !== '.')].join('/');
}

/** Everybody's pay under a plan. */
function payUnder(plan: string, resolved: Scenario['resolved']): Overrides {
  const plans = (resolved.plans ?? {}) as Readonly<Record<string, Overrides>>;
  return plans[plan] ?? {};
}
