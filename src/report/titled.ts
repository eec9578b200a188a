import type { Bundle } from '../experiments/result/bundle.ts';
import type { HarmSplit } from '../experiments/result/harmSplit.ts';
import { asWritten, symbolOf } from './currency.ts';
import { titleOf } from './format.ts';

/**
 * A bundle in which plans and arms have their display names (`titles` of the scenario), for rendering. Where
 * the scenario has a currency, dollar signs that somebody wrote are marked: see {@link inCurrency}.
 */
export function titled(named: Bundle): Bundle {
  return withDisplayNames(symbolOf(named.scenario.resolved) === '$' ? named : withWrittenDollars(named));
}

/** Protects literal dollar signs in every text of a bundle: see {@link asWritten}. */
function withWrittenDollars(bundle: Bundle): Bundle {
  const marked = (node: unknown): unknown => {
    if (typeof node === 'string') return asWritten(node);
    if (Array.isArray(node)) return node.map(marked);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [asWritten(key), marked(value)]));
  };
  return marked(bundle) as Bundle;
}

/** Without titles it is the bundle itself. */
function withDisplayNames(bundle: Bundle): Bundle {
  const titles = bundle.scenario.resolved.titles as Readonly<Record<string, string>> | undefined;
  if (titles === undefined || Object.keys(titles).length === 0) return bundle;
  // Names are shown with spaces for hyphens; a display name keeps its own.
  const of = (name: string) =>
    Object.hasOwn(titles, name) ? titles[name].replaceAll('-', '‑').replaceAll('_', ' ') : name;
  const keyed = (table: unknown) =>
    Object.fromEntries(Object.entries((table ?? {}) as object).map(([name, value]) => [of(name), value]));
  const { answer, scenario } = bundle;
  return {
    ...bundle,
    scenario: {
      ...scenario,
      reference: of(scenario.reference),
      resolved: { ...scenario.resolved, plans: keyed(scenario.resolved.plans) },
    },
    arms: bundle.arms.map((arm) => ({
      ...arm,
      name: of(arm.name),
      plan: of(arm.plan),
      ...(arm.later === undefined ? {} : { later: { ...arm.later, plan: of(arm.later.plan) } }),
    })),
    contrasts: bundle.contrasts.map((contrast) => ({
      ...contrast,
      arm: of(contrast.arm),
      reference: of(contrast.reference),
    })),
    misalignment: bundle.misalignment.map((each) => ({ ...each, arm: of(each.arm) })),
    blame: bundle.blame.map((each) => ({ ...each, arm: of(each.arm) })),
    sensitivity: bundle.sensitivity.map((test) => ({
      ...test,
      arm: of(test.arm),
      reference: of(test.reference),
    })),
    ...(bundle.turning === undefined
      ? {}
      : {
          turning: {
            ...bundle.turning,
            arm: of(bundle.turning.arm),
            reference: of(bundle.turning.reference),
          },
        }),
    ...(bundle.population === undefined
      ? {}
      : {
          population: {
            ...bundle.population,
            arm: of(bundle.population.arm),
            reference: of(bundle.population.reference),
          },
        }),
    ...(bundle.fit === undefined ? {} : { fit: { ...bundle.fit, arm: of(bundle.fit.arm) } }),
    ...(bundle.split === undefined ? {} : { split: titledSplit(bundle.split, of) }),
    ...(answer === undefined
      ? {}
      : {
          answer: {
            ...answer,
            best: of(answer.best),
            tied: answer.tied.map(of),
            ...(answer.mostAsWritten === undefined
              ? {}
              : { mostAsWritten: { ...answer.mostAsWritten, arm: of(answer.mostAsWritten.arm) } }),
            ranking: answer.ranking.map((ranked) => ({ ...ranked, arm: of(ranked.arm) })),
            unchanged: answer.unchanged.map(({ arm, sameAs }) => ({ arm: of(arm), sameAs: of(sameAs) })),
          },
        }),
  };
}

function titledSplit(split: HarmSplit, of: (name: string) => string): HarmSplit {
  return {
    ...split,
    reference: of(split.reference),
    other: of(split.other),
    honestTargets: Object.fromEntries(
      Object.entries(split.honestTargets).map(([arm, levels]) => [of(arm), levels]),
    ),
    cells: split.cells.map((cell) => ({ ...cell, metricsOf: of(cell.metricsOf) })),
  };
}

/** Name of a plan or an arm as readers see it: its display name, or the name with spaces for hyphens. */
export function displayName(resolved: Readonly<Record<string, unknown>>): (name: string) => string {
  const titles = (resolved.titles ?? {}) as Readonly<Record<string, string>>;
  return (name) => (Object.hasOwn(titles, name) ? titles[name] : titleOf(name));
}
