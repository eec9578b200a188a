import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { netOutcomeOf } from '../../worlds/revenue/catalogue/outcomes/people.ts';
import { shownPair } from '../answer/shownPair.ts';
import { formatUsd, quoted, titleOf } from '../format.ts';
import { reportedPeople } from '../people.ts';
import { axisFor, type Chart, DARK, PALE } from './chart.ts';
import { stackedBars } from './shapes.ts';

/** Bonuses of planners, and the part of them earned by hollow metrics. */
export function payChart(bundle: Bundle): Chart | undefined {
  const people = reportedPeople(bundle);
  const rows = bundle.arms.map(({ name, outcomes, certaintyEquivalentUsd }) => ({
    arm: titleOf(name),
    hollow: outcomes.bonusHollowUsd?.mean ?? 0,
    bonus: outcomes.bonusPaidUsd?.mean ?? 0,
    pay: [...people.map(({ payId }) => outcomes[payId]), outcomes.repPayUsd],
    equivalent: certaintyEquivalentUsd?.mean,
    premium:
      people.length === 1 && certaintyEquivalentUsd !== undefined
        ? (outcomes[netOutcomeOf(people[0].name)]?.mean ?? NaN) - certaintyEquivalentUsd.mean
        : NaN,
  }));
  const hasPremium = rows.some(({ premium }) => premium >= 0.5);
  if (rows.every((row) => row.bonus === 0)) return undefined;
  const whose = people.length === 1 ? `Bonus of ${people[0].words}` : 'Bonuses in marketing';
  return {
    id: 'pay',
    title: headingOf(bundle),
    subject: `${whose}, and the part that hollow numbers earned`,
    caption:
      'The dark part was paid for numbers that the true ledger would not have paid. Means over ' +
      'runs; salaries, the reps’ pay and the quantiles are in the table.' +
      (hasPremium ? ' Risk premium: mean pay less its certainty equivalent.' : ''),
    spec: stackedBars({
      rows,
      parts: [
        { name: 'bonus on sound work', colour: PALE, of: (row) => Math.max(0, row.bonus - row.hollow) },
        { name: 'bonus on hollow numbers', colour: DARK, of: (row) => Math.min(row.hollow, row.bonus) },
      ],
      title: 'bonus over the horizon',
      axis: axisFor('USD'),
    }),
    table: {
      head: [
        'Arm',
        'Bonus, mean',
        'On hollow numbers, mean',
        people.length === 1
          ? `Certainty equivalent to ${people[0].words}`
          : 'Certainty equivalent to the head',
        ...(hasPremium ? ['Risk premium'] : []),
        ...[...people.map(({ whose: own }) => `${own} pay`), 'All reps’ pay'].flatMap((title) => [
          `${title}, median`,
          `${title}, 90%`,
        ]),
      ],
      rows: rows.map((row) => [
        row.arm,
        formatUsd(row.bonus),
        formatUsd(row.hollow),
        row.equivalent === undefined ? '' : formatUsd(row.equivalent),
        ...(hasPremium ? [Number.isNaN(row.premium) ? '' : formatUsd(row.premium)] : []),
        ...row.pay.flatMap((pay) => [formatUsd(pay?.p50 ?? 0), formatUsd(pay?.p90 ?? 0)]),
      ]),
    },
  };
}

/** How much of the bonus hollow numbers earned, under the reference or else where it was most. */
function headingOf(bundle: Bundle): string {
  const of = ({ outcomes }: ArmResult, id: string) => outcomes[id]?.mean ?? 0;
  const { reference } = shownPair(bundle);
  const [most] = [...bundle.arms].sort((a, b) => of(b, 'bonusHollowUsd') - of(a, 'bonusHollowUsd'));
  const arm = of(reference, 'bonusPaidUsd') > 0 ? reference : most;
  const [hollow, paid] = ['bonusHollowUsd', 'bonusPaidUsd'].map((id) => formatUsd(of(arm, id)));
  return of(arm, 'bonusHollowUsd') < 0.5
    ? `No bonus was earned by hollow numbers under ${quoted(arm.name)}`
    : `Hollow numbers earned ${hollow} of ${paid} bonus under ${quoted(arm.name)}`;
}
