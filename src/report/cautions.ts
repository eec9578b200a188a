import type { Bundle } from '../experiments/result/bundle.ts';
import { formatDifference, formatValue, plural, quoted } from './format.ts';
import { reportedPeople } from './people.ts';
import { outcomeOf } from './standing.ts';
import { joined } from './words.ts';

/**
 * Caveats to be shown with the verdict.
 *
 * @param mostHeld most changes of salary that are named
 */
export function cautions(bundle: Bundle, mostHeld = Infinity): string[] {
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
  if (bundle.hold === 'cost')
    list.push(
      `Salaries are changed so that every plan costs as much pay as the reference${heldInWords(bundle, mostHeld)}.`,
    );
  if (bundle.hold === 'utility')
    list.push(
      `Salaries are changed so that every plan is worth as much to ${whom} as the reference${heldInWords(bundle, mostHeld)}.`,
    );
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

/** What each plan's salary is changed by, in dollars a year, largest first. */
function heldInWords({ arms, scenario }: Bundle, most: number): string {
  const YEAR = scenario.world === 'textbook' ? 1 : 12 / scenario.horizonMonths;
  const held = arms
    .flatMap(({ name, heldUsd = 0 }) => (name === scenario.reference ? [] : [{ name, usd: YEAR * heldUsd }]))
    .sort((a, b) => Math.abs(b.usd) - Math.abs(a.usd));
  if (held.length === 0) return '';
  const shown = held.slice(0, most).map(({ name, usd }) => `${quoted(name)} ${formatDifference(usd, 'USD')}`);
  const rest = held.length - shown.length;
  const per = scenario.world === 'textbook' ? '' : ' in dollars a year,';
  return `:${per} ${joined([...shown, ...(rest > 0 ? [`${rest} more`] : [])])}`;
}
