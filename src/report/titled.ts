import type { Bundle } from '../experiments/result/bundle.ts';

/**
 * A bundle in which plans and arms have their display names (`titles` of the scenario), for rendering.
 * Without titles it is the bundle itself.
 */
export function titled(bundle: Bundle): Bundle {
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
    ...(answer === undefined
      ? {}
      : {
          answer: {
            ...answer,
            best: of(answer.best),
            tied: answer.tied.map(of),
            ranking: answer.ranking.map((ranked) => ({ ...ranked, arm: of(ranked.arm) })),
            unchanged: answer.unchanged.map(({ arm, sameAs }) => ({ arm: of(arm), sameAs: of(sameAs) })),
          },
        }),
  };
}
