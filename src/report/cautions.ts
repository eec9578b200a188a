import type { Bundle } from '../experiments/result/bundle.ts';
import { formatValue, plural, quoted } from './format.ts';
import { reportedPeople } from './people.ts';
import { outcomeOf } from './standing.ts';
import { joined } from './words.ts';

/** Caveats to be shown with the verdict. */
export function cautions(bundle: Bundle): string[] {
  const list = [...bundle.warnings];
  const { precision } = bundle;
  if (precision !== undefined) {
    const { unit } = outcomeOf(bundle);
    const { halfWidth } = precision;
    const known = halfWidth === undefined ? 'nothing' : `${formatValue(halfWidth, unit)} either side`;
    list.push(
      halfWidth === 0
        ? `${plural(bundle.replicates.completed, 'pair')} were enough: all arms are identical on ` +
            `${outcomeOf(bundle).title.toLowerCase()}.`
        : precision.reached
          ? `${plural(bundle.replicates.completed, 'pair')} were enough: every difference is known ` +
            `to within ${known} (asked: ${precision.target}, 95%, all arms together).`
          : `${plural(bundle.replicates.completed, 'pair')} were not enough: differences are known ` +
            `to within ${known} only (asked: ${precision.target}).`,
    );
  }
  const people = reportedPeople(bundle);
  const whom =
    bundle.scenario.world === 'textbook'
      ? 'an agent'
      : people.length === 1
        ? people[0].words
        : 'the head of marketing';
  if (people.length > 1)
    list.push(
      `${joined(people.map(({ words }) => words))} each believe that the others do what they always ` +
        'did: nobody counts on what a colleague does for the same number.',
    );
  if (bundle.hold === 'cost')
    list.push('Salaries are changed such that every arm costs as much pay as the reference.');
  if (bundle.hold === 'utility')
    list.push(`Salaries are changed such that every arm is worth as much to ${whom} as the reference.`);
  if (bundle.scenario.world === 'textbook')
    for (const arm of beatingBenchmark(bundle))
      list.push(
        `Under ${arm} the firm earns more than at first-best effort: agents, who cannot leave ` +
          'here, are paid less than their effort costs them.',
      );
  return list;
}

/** Arms that earn significantly more than their benchmark. */
export function beatingBenchmark({ misalignment }: Bundle): string[] {
  return misalignment.flatMap(({ arm, beatsBenchmark }) => (beatsBenchmark ? [quoted(arm)] : []));
}
