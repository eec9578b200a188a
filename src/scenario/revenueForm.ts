import type { Issue } from '../core/errors.ts';
import { ownValue } from '../core/ownValue.ts';
import { defaultsOf } from '../model/parameter.ts';
import type { Plan } from '../model/plan.ts';
import { CHANNELS } from '../worlds/revenue/catalogue/channels.ts';
import { visibleWork } from '../worlds/revenue/catalogue/metrics/visibleWork.ts';
import { SECTIONS } from '../worlds/revenue/catalogue/sections.ts';
import { impressing } from '../worlds/revenue/catalogue/tactics/impressing.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { peopleWith } from '../worlds/revenue/compile/roles.ts';
import { withScoreAccuracy } from '../worlds/revenue/compile/scoreAccuracy.ts';
import { slicedId } from '../worlds/revenue/contract/slices.ts';
import type { PersonValues, RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { productParameters } from '../worlds/revenue/numbers/lines.ts';
import { channelParameters } from '../worlds/revenue/numbers/market.ts';
import { personParameters, plannerParameters } from '../worlds/revenue/numbers/people.ts';
import { assumptionsOf, DEFAULT_INTEGRITY } from './assumptions.ts';
import { checkMeaning } from './checkMeaning.ts';
import { checkPlan } from './checkPlan.ts';
import { metricsNamed } from './checkTerms.ts';
import { checkValued } from './checkValued.ts';
import { companyWarnings } from './companyWarnings.ts';
import { estimateWork } from './estimateWork.ts';
import { fill } from './fill.ts';
import type { Form } from './form.ts';
import { isTable } from './merge.ts';
import { payWarnings, windowsOf } from './payWarnings.ts';
import { placesOfPeople } from './placesOfPeople.ts';
import { planSchema } from './planSchema.ts';
import type { LaterOf } from './scenario.ts';
import { parameterAt, type ScenarioFile, scenarioSchema } from './schema.ts';

/** Scenario files of a company with marketing and sales. */
export const revenueForm: Form<ScenarioFile, RevenueWorld> = {
  schema: scenarioSchema,
  parameterAt,
  sections: SECTIONS,
  worldOf,
  worldUnder: withShow,
  horizonMonths: (file) => file.question.horizonMonths,
  crowds: (raw) => [
    ...(isTable(raw.market) ? [[['market', 'channels'], raw.market.channels] as [string[], unknown]] : []),
    ...(isTable(raw.lines) ? [[['lines', 'products'], raw.lines.products] as [string[], unknown]] : []),
  ],
  check: (file, world, plan, locate) =>
    unlessWrong(checkMeaning(file, world, plan, locate), () =>
      checkValued(plan, file.plans[plan], world.people, locate),
    ),
  checkPlan: (name, plan, raw, locate) =>
    withPlan(plan, raw, (pay, people) =>
      unlessWrong(checkPlan(name, pay, people, locate), () => checkValued(name, pay, people, locate)),
    ),
  checkChange(world, before, later) {
    const month = monthOfChange(world, before, later);
    const learner = later.beliefs === undefined ? undefined : whoLearns(world, later);
    return [
      ...(month === undefined ? [] : [{ key: 'fromMonth', expected: month } as const]),
      ...(learner === undefined ? [] : [{ key: 'beliefs', expected: learner } as const]),
    ];
  },
  checkArms: () => [],
  workOf: estimateWork,
  assumptionsOf,
  warningsOf: (arms, textAt) => [...payWarnings(arms, textAt), ...companyWarnings(arms)],
};

/** The month expected instead, if plans may not change at the start of this one; undefined if they may. */
function monthOfChange(world: RevenueWorld, before: Plan, { fromMonth, pay }: LaterOf): string | undefined {
  if (world.governance.owner === 'one')
    return 'no change of plans under one owner, who arranges the company once';
  if (fromMonth > world.horizonMonths) return `a month of play: at most ${world.horizonMonths}`;
  const longest = [before, pay]
    .flatMap((plan) => Object.values(plan))
    .flatMap(windowsOf)
    .reduce((most, { months }) => Math.max(most, months), 1);
  return (fromMonth - 1) % longest === 0
    ? undefined
    : `the first month of a period of both plans, which last up to ${longest} months: ` +
        `${longest + 1}, ${2 * longest + 1} and so on`;
}

/** What is expected of a plan that has to be found out; undefined if somebody can find it out. */
function whoLearns(world: RevenueWorld, { pay }: LaterOf): string | undefined {
  const learns = peopleWith(world, 'planner').some(
    ({ name, motive }) =>
      motive !== 'scripted' && motive !== 'company' && (ownValue(pay, name)?.components?.length ?? 0) > 0,
  );
  return learns
    ? undefined
    : 'no beliefs here: this plan pays no marketer on a metric, so there is nothing to learn';
}

/** The same for payroll on given results, where nobody has to value what is paid. */
export const payForm: Form<ScenarioFile, RevenueWorld> = {
  ...revenueForm,
  check: checkMeaning,
  checkPlan: (name, plan, raw, locate) =>
    withPlan(plan, raw, (pay, people) => checkPlan(name, pay, people, locate)),
};

/** First issues, or else those of a later check. */
function unlessWrong(issues: Issue[], later: () => Issue[]): Issue[] {
  return issues.length > 0 ? issues : later();
}

/** Checks a plan and its people as far as they can be read. */
function withPlan(
  plan: unknown,
  raw: Readonly<Record<string, unknown>>,
  check: (
    pay: ScenarioFile['plans'][string],
    people: readonly { readonly name: string; readonly role: string }[],
  ) => Issue[],
): Issue[] {
  const parsed = planSchema.safeParse(plan);
  const people = Object.entries(isTable(raw.people) ? raw.people : {}).flatMap(([person, values]) =>
    isTable(values) && typeof values.role === 'string' ? [{ name: person, role: values.role }] : [],
  );
  return parsed.success && people.length > 0 ? check(parsed.data, people) : [];
}

/** The world described by a checked file, with defaults filled in. */
function worldOf(file: ScenarioFile, written: Readonly<Record<string, unknown>>): RevenueWorld {
  return withScoreAccuracy(asWritten(file, written));
}

function asWritten(file: ScenarioFile, written: Readonly<Record<string, unknown>>): RevenueWorld {
  const defaults = defaultsOf(SECTIONS);
  const { channels, leadsByMonth, ...market } = file.market;
  const { products = {}, ...lines } = file.lines ?? {};
  return {
    horizonMonths: file.question.horizonMonths,
    ...(file.question.by === undefined ? {} : { breakdownBy: [...new Set(file.question.by)] }),
    ...slicesOf(file),
    calendar: fill(defaults.calendar, file.calendar),
    market: fill(defaults.market, market),
    buyers: fill(defaults.buyers, file.buyers),
    marketing: fill(defaults.marketing, file.marketing),
    sales: fill(defaults.sales, file.sales),
    inside: fill(defaults.inside, file.inside),
    lines: fill(defaults.lines, lines),
    customers: fill(defaults.customers, file.customers),
    governance: fill(defaults.governance, file.governance),
    field: fill(defaults.field, file.field),
    partners: fill(defaults.partners, file.partners),
    enablement: fill(defaults.enablement, file.enablement),
    brand: fill(defaults.brand, file.brand),
    surveys: fill(defaults.surveys, file.surveys),
    channels: Object.entries(channels).map(([name, given]) => {
      const known = CHANNELS.find((channel) => channel.id === name)?.values ?? {};
      return { name, ...fill({ ...defaultsOf(channelParameters), ...known }, given) };
    }),
    products: Object.entries(products).map(([name, given]) => ({
      name,
      ...fill(defaultsOf(productParameters), given),
    })),
    ...(leadsByMonth === undefined ? {} : { leadsByMonth }),
    tactics: Object.fromEntries(
      TACTICS.map((tactic) => [
        tactic.id,
        fill(defaultsOf(tactic.parameters) as object, file.tactics?.[tactic.id]) as Record<string, number>,
      ]),
    ),
    people: peopleOf(file, placesOfPeople(written)),
  };
}

/** Parts of metrics on which any plan of the file pays, so that all arms keep the same books. */
function slicesOf({ plans }: ScenarioFile): Pick<RevenueWorld, 'slices'> {
  const components = Object.values(plans).flatMap((plan) =>
    Object.values(plan).flatMap((pay) => pay.components ?? []),
  );
  const found = components.flatMap(({ metric, of }) => (of === undefined ? [] : [{ metric, of }]));
  const once = new Map(found.map((slice) => [JSON.stringify([slice.metric, slicedId('', slice.of)]), slice]));
  const slices = [...once].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, slice]) => slice);
  return slices.length === 0 ? {} : { slices };
}

function peopleOf({ people }: ScenarioFile, places: ReadonlyMap<string, number>): PersonValues[] {
  return Object.entries(people).map(([name, given], i) => ({
    ...fill({ ...defaultsOf(personParameters), ...defaultsOf(plannerParameters) }, given),
    name,
    role: given.role,
    // People added by an override rank after all others.
    place: places.get(name) ?? places.size + i,
    motive: given.motive ?? 'own-pay',
    beliefs: given.beliefs ?? 'total',
    integrityUsd: given.integrityUsd ?? DEFAULT_INTEGRITY,
    script: given.script ?? [],
    timeShare: given.timeShare ?? 1,
    startMonth: given.startMonth ?? 0,
    tactics: given.tactics ?? [],
    games: given.games ?? [],
  }));
}

/** A world in which whoever is paid by a rating or by visible work can spend time on show. */
function withShow(world: RevenueWorld, plans: readonly Plan[]): RevenueWorld {
  const isSeen = ({ name }: PersonValues) =>
    plans.some((plan) => {
      const pay = ownValue(plan, name);
      if (pay === undefined) return false;
      const named = metricsNamed(pay, []);
      return pay.judged !== undefined || named.some(({ id }) => id === visibleWork.id);
    });
  if (!world.people.some(isSeen)) return world;
  return {
    ...world,
    people: world.people.map((person) =>
      isSeen(person) ? { ...person, tactics: [...new Set([...person.tactics, impressing.id])] } : person,
    ),
  };
}
