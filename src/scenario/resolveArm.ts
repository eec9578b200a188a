import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import type { Plan } from '../model/plan.ts';
import type { ArmFile, CommonFile, Form } from './form.ts';
import { issuesFromZod } from './issuesFromZod.ts';
import { withValueAt } from './merge.ts';
import { wrongPath } from './overridePath.ts';
import { type Context, type Locate, locate, locateOverride, suggestion } from './places.ts';
import { withoutRemoved } from './removedPeople.ts';
import type { ArmOf } from './scenario.ts';

/** Keys that belong to the scenario as a whole, so that arms cannot override them. */
const NOT_IN_ARMS = new Set([
  'arms',
  'extends',
  'schemaVersion',
  'name',
  'about',
  'limits',
  'question',
  '$schema',
  'world',
]);

/** A checked file: as parsed by its schema, as merged, and as merged without the command's overrides. */
export interface CheckedFile<File> {
  readonly file: File;
  readonly raw: Record<string, unknown>;
  readonly written: Record<string, unknown>;
}

/** Resolves the arms of a scenario and collects their issues. */
export class ArmResolver<File extends CommonFile, World> {
  readonly arms: ArmOf<World>[] = [];
  readonly issues: Issue[] = [];
  private readonly form: Form<File, World>;
  private readonly checked: CheckedFile<File>;
  private readonly context: Context;

  constructor(form: Form<File, World>, checked: CheckedFile<File>, context: Context) {
    this.form = form;
    this.checked = checked;
    this.context = context;
  }

  add(name: string, arm: ArmFile): void {
    const { form, checked } = this;
    if (!this.isPlan(arm.plan, ['arms', name, 'plan'])) return;
    const file = this.overridden(name, arm);
    if (file === undefined) return;
    const at = this.placesIn(name, arm);
    const world = form.worldOf(file, checked.written);
    this.issues.push(...form.check(file, world, arm.plan, (path) => at(path, false)));
    const pay = file.plans[arm.plan];
    const later = this.laterPlan(name, arm, file, world, pay);
    if (arm.later !== undefined && later === undefined) return;
    this.arms.push({
      name,
      plan: arm.plan,
      set: arm.set ?? {},
      about: arm.about,
      ...(arm.against === undefined ? {} : { against: arm.against }),
      world: form.worldUnder?.(world, later === undefined ? [pay] : [pay, later.pay]) ?? world,
      pay,
      ...(later === undefined ? {} : { later }),
    });
  }

  /** Finds positions for an arm, its own overrides first. */
  private placesIn(name: string, { set = {} }: ArmFile): (...at: Parameters<Locate>) => ReturnType<Locate> {
    return (path, key = false) => locateOverride(this.context, name, Object.keys(set), path, key);
  }

  private isPlan(plan: string, path: readonly string[]): boolean {
    const { plans } = this.checked.file;
    if (Object.hasOwn(plans, plan)) return true;
    this.issues.push({
      code: 'dangling-reference',
      ...locate(this.context, path),
      path: path.join('.'),
      got: showValue(plan),
      expected: 'the name of a plan',
      hint: suggestion(plan, Object.keys(plans)),
    });
    return false;
  }

  /** The file with an arm's overrides applied; undefined if the result is invalid. */
  private overridden(name: string, arm: ArmFile): File | undefined {
    const { form, checked, context } = this;
    let own = checked.raw;
    for (const [path, value] of Object.entries(arm.set ?? {})) {
      const wrong = wrongPath(path);
      if (wrong !== undefined || NOT_IN_ARMS.has(path.split('.')[0])) {
        this.issues.push({
          code: 'unknown-key',
          ...locate(context, ['arms', name, 'set', path]),
          path: `arms.${name}.set.${path}`,
          expected: wrong ?? 'a path into the world, people, tactics or plans',
        });
      } else own = withoutRemoved(withValueAt(own, path.split('.'), value));
    }
    if (own === checked.raw) return checked.file;
    const result = form.schema.safeParse(own);
    if (result.success) return result.data;
    this.issues.push(
      ...issuesFromZod(form, result.error, own, this.placesIn(name, arm)).map((issue) => ({
        ...issue,
        path: `arms.${name}.set.${issue.path}`,
      })),
    );
    return undefined;
  }

  /** The plan that replaces the first one; undefined if there is none or its name is unknown. */
  private laterPlan(
    name: string,
    arm: ArmFile,
    file: File,
    world: World,
    before: Plan,
  ): ArmOf<World>['later'] | undefined {
    const { form, context } = this;
    const { later } = arm;
    if (later === undefined || !this.isPlan(later.plan, ['arms', name, 'later', 'plan'])) return undefined;
    const at = this.placesIn(name, arm);
    const pay = file.plans[later.plan];
    this.issues.push(...form.check(file, world, later.plan, (path) => at(path, false)));
    const change = { ...later, pay };
    for (const { key, expected } of form.checkChange?.(world, before, change) ?? [])
      this.issues.push({
        code: 'inconsistent',
        ...locate(context, ['arms', name, 'later', key]),
        path: `arms.${name}.later.${key}`,
        got: String(later[key]),
        expected,
      });
    return change;
  }
}
