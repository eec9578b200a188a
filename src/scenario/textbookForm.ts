import type { Issue } from '../core/errors.ts';
import { isParameter, type ParameterGroup } from '../model/parameter.ts';
import { textbookOutcomes } from '../worlds/textbook/outcomes.ts';
import { agentParameters, metricParameters, taskParameters } from '../worlds/textbook/parameters.ts';
import type { TextbookWorld } from '../worlds/textbook/world.ts';
import { assumptionsFrom } from './assumptions.ts';
import type { Form } from './form.ts';
import { isTable } from './merge.ts';
import { planSchema } from './planSchema.ts';
import { checkTextbook } from './textbook/checkTextbook.ts';
import { checkTextbookPay } from './textbook/checkTextbookPay.ts';
import { makeTextbookWorld } from './textbook/makeTextbookWorld.ts';
import { type TextbookFile, textbookSchema } from './textbook/textbookSchema.ts';

const GROUPS: Readonly<Record<string, ParameterGroup>> = {
  people: agentParameters,
  tasks: taskParameters,
  metrics: metricParameters,
};
/** Scenario files of the agency-theory world. */
export const textbookForm: Form<TextbookFile, TextbookWorld> = {
  schema: textbookSchema,
  sections: {},
  parameterAt(path) {
    const group = GROUPS[String(path[0])];
    const key = String(path[2] ?? '');
    const node =
      path.length === 3 && group !== undefined && Object.hasOwn(group, key) ? group[key] : undefined;
    return node !== undefined && isParameter(node) ? node : undefined;
  },
  worldOf: makeTextbookWorld,
  // The world has one period, and plans pay by the year.
  horizonMonths: () => 12,
  crowds: (raw) => ['tasks', 'metrics'].map((name) => [[name], raw[name]] as const),
  check: checkTextbook,
  checkPlan(planName, plan, raw, locate) {
    const parsed = planSchema.safeParse(plan);
    if (!parsed.success || !isTable(raw.people) || !isTable(raw.metrics)) return [];
    return checkTextbookPay(planName, parsed.data, Object.keys(raw.people), Object.keys(raw.metrics), locate);
  },
  checkArms(arms) {
    // Outcomes are named after tasks and metrics, so these must be the same in all arms.
    const names = (world: TextbookWorld) => textbookOutcomes(world).map((outcome) => outcome.id);
    return arms.flatMap((arm): Issue[] =>
      names(arm.world).join() === names(arms[0].world).join()
        ? []
        : [
            {
              code: 'inconsistent',
              path: `arms.${arm.name}.set`,
              expected: 'the same tasks and metrics in every arm: an arm may change them, not add to them',
            },
          ],
    );
  },
  workOf: () => undefined,
  assumptionsOf: (raw, base, set) =>
    assumptionsFrom(
      raw,
      base,
      set,
      Object.entries(GROUPS).flatMap(([section, group]) =>
        Object.keys(isTable(raw[section]) ? raw[section] : {}).map((name) => ({
          prefix: `${section}.${name}`,
          group,
        })),
      ),
    ),
  warningsOf: () => [],
};
