import type { ArmResult, Bundle, Contrast } from '../../experiments/result/bundle.ts';
import { type ShownPair, shownPair } from '../answer/shownPair.ts';
import { formatInterval, formatUsd, formatValue, quoted } from '../format.ts';

/** One figure of the board page. */
export interface Tile {
  readonly title: string;
  readonly value: string;
  /** What to hold it against. */
  readonly beside: string;
}

/**
 * The figures of a board page: money that the reference loses against the recommended plan; then, under the
 * reference, selling time wasted, bonus paid for hollow numbers and quota attainment. What a world does not
 * have is left out.
 */
export function tilesOf(bundle: Bundle): Tile[] {
  const pair = shownPair(bundle);
  return bundle.scenario.world === 'textbook'
    ? [
        ...moneyTile(bundle, pair),
        ...levelTile(pair, 'hollowPayUsd', 'Paid for gaming'),
        ...levelTile(pair, 'valueUsd', 'Value to the firm'),
        ...levelTile(pair, 'payUsd', 'Pay of all agents'),
      ]
    : [
        ...moneyTile(bundle, pair),
        ...(hasLeads(pair) ? levelTile(pair, 'sellingTimeWastedShare', 'Selling time wasted') : []),
        ...hollowTile(pair),
        ...levelTile(pair, 'quotaAttainmentShare', 'Quota attainment'),
      ];
}

/** Whether leads come to the company at all. */
function hasLeads({ reference }: ShownPair): boolean {
  return (reference.outcomes.leadsCount?.mean ?? 0) > 0;
}

/** Profit at equal pay against the other arm; in a textbook world, what ranks the arms if it is money. */
function moneyTile(bundle: Bundle, { reference, other }: ShownPair): Tile[] {
  const isTextbook = bundle.scenario.world === 'textbook';
  const rankedBy = bundle.answer?.rankedBy ?? '';
  const isMoney = reference.outcomes[rankedBy]?.unit === 'USD';
  const id = isTextbook ? (isMoney ? rankedBy : 'profitUsd') : 'profitBeforePayUsd';
  const name = isTextbook ? (reference.outcomes[id]?.title ?? id) : 'Profit';
  const difference = differenceIn(bundle, other, id);
  if (other === undefined || difference === undefined) return [];
  const { meanDifference, ci95Simultaneous, se } = difference;
  const [low, high] = ci95Simultaneous;
  const isTold = low > 0 || high < 0 || se === 0;
  const isLost = meanDifference > 0;
  // Nobody could choose it: what it differs by is not lost.
  const isWhatIf = bundle.answer?.ranking.find(({ arm }) => arm === other.name)?.isChoice === false;
  const interval = isLost ? ci95Simultaneous : ([-high, -low] as const);
  const against = `against ${quoted(other.name)}`;
  return [
    {
      title: `${name}${isWhatIf ? ' in a what-if' : !isTold || isLost ? ' lost' : ' gained'}${isTextbook ? '' : ' at equal pay'}`,
      value: isTold ? formatUsd(Math.abs(meanDifference)) : 'unclear',
      beside: isTold
        ? `${se === 0 ? 'exactly' : formatInterval(interval, 'USD')}, ${against}`
        : `${quoted(reference.name)} and ${quoted(other.name)} cannot be distinguished`,
    },
  ];
}

/** The difference of an arm from the reference in an outcome, with the widest interval that is stated. */
function differenceIn(
  { answer, contrasts, scenario }: Bundle,
  arm: ArmResult | undefined,
  id: string,
): Contrast['outcomes'][string] | undefined {
  if (arm === undefined) return undefined;
  if (answer?.rankedBy === id) return answer.ranking.find((ranked) => ranked.arm === arm.name)?.fromReference;
  return contrasts.find((contrast) => contrast.arm === arm.name && contrast.reference === scenario.reference)
    ?.outcomes[id];
}

function levelTile({ reference, other }: ShownPair, id: string, title: string): Tile[] {
  const value = reference.outcomes[id];
  if (value === undefined) return [];
  return [
    {
      title,
      value: formatValue(value.mean, value.unit),
      beside: besideOf(other, other?.outcomes[id] && formatValue(other.outcomes[id].mean, value.unit)),
    },
  ];
}

/** Bonus that hollow numbers earned, in money and as a part of the bonus. */
function hollowTile({ reference, other }: ShownPair): Tile[] {
  const amounts = ({ outcomes }: ArmResult) => ({
    hollow: outcomes.bonusHollowUsd?.mean ?? 0,
    paid: outcomes.bonusPaidUsd?.mean ?? 0,
  });
  const shown = (arm: ArmResult) => {
    const { hollow, paid } = amounts(arm);
    if (paid < 0.5) return 'no bonus';
    return hollow < 0.5 ? '$0' : `${formatUsd(hollow)} of ${formatUsd(paid)}`;
  };
  if ([reference, other].every((arm) => arm === undefined || amounts(arm).paid < 0.5)) return [];
  return [
    {
      title: 'Bonus paid for hollow numbers',
      value: shown(reference),
      beside: besideOf(other, other && shown(other)),
    },
  ];
}

function besideOf(other: ArmResult | undefined, level: string | undefined): string {
  return other === undefined || level === undefined ? '' : `${level} under ${quoted(other.name)}`;
}
