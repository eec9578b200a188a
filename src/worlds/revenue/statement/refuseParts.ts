import type { Issue } from '../../../core/errors.ts';
import { refuse, showValue } from '../../../core/messages.ts';
import type { PersonPlan } from '../../../model/plan.ts';

/**
 * Results are those of the company, a team or a person: a part of them has no column.
 *
 * @throws InputError for pay on a part
 */
export function refuseParts({ components = [] }: PersonPlan): void {
  const issues = components.flatMap(({ metric, of }, i): Issue[] =>
    of === undefined
      ? []
      : [
          {
            code: 'inconsistent',
            path: `components.${i}.of`,
            got: showValue(Object.values(of).join(', ')),
            expected: `results of the part in the column ${metric}, and no "of" in the plan`,
          },
        ],
  );
  if (issues.length > 0) refuse(issues);
}
