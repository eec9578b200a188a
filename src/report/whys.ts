import type { ArmResult, Bundle, Incentives, TacticUse } from '../experiments/result/bundle.ts';
import { formatUsd, formatValue, quoted, titleOf } from './format.ts';
import { EARLY_SIGNING, GAMES, type Game } from './games.ts';
import { DISCOUNT_WORTH_SAYING, WORTH_SAYING } from './gamingSentence.ts';
import { payOfADollar } from './payWords.ts';
import { personWords } from './people.ts';
import { joined } from './words.ts';

/** A person's reasons to game, or not to, under one arm. */
function whySentence(arm: ArmResult, why: Incentives, isAlone: boolean): string | undefined {
  const who = personWords(why.person);
  if (arm.motive === 'honest')
    return (
      `Under ${quoted(arm.name)} ${who} does not game, whatever it would pay: that is the ` +
      'assumption of this arm.'
    );
  if (arm.motive !== 'own-pay') return undefined;
  if (why.uses.length === 0) {
    return why.targetBonusUsdPerMonth > 0
      ? `Under ${quoted(arm.name)} ${who} could earn ${formatUsd(why.targetBonusUsdPerMonth)} a ` +
          'month on target, and the choice that paid best was not to game.'
      : undefined;
  }
  return `Why: ${gamingSum(arm.motive, why, isAlone)}`;
}

/**
 * Sellers' games that were played enough in some arm to be explained. For deals brought forward the
 * explanation includes, where pay per dollar depends on earlier bookings, that pay and the mean discount.
 */
export function gamesPlayed(bundle: Bundle): readonly Pick<Game, 'title' | 'link' | 'why'>[] {
  const value = (arm: ArmResult, id: string) => arm.outcomes[id]?.mean ?? 0;
  const early = bundle.arms.filter((arm) => value(arm, 'discountShare') >= DISCOUNT_WORTH_SAYING);
  const given = early.flatMap((arm) => {
    const pays = payOfADollar(bundle.scenario.resolved, arm.plan);
    const share = formatValue(value(arm, 'discountShare') / value(arm, 'pulledForwardShare'), 'share');
    return pays === undefined || arm.later !== undefined
      ? []
      : [
          `Under ${quoted(arm.name)} ${pays}; a deal brought forward was had for about ${share} ` +
            'off its price',
        ];
  });
  const played = GAMES.filter(({ id }) => bundle.arms.some((arm) => value(arm, id) >= WORTH_SAYING));
  return [
    ...(early.length === 0 ? [] : [{ ...EARLY_SIGNING, why: [EARLY_SIGNING.why, ...given].join('. ') }]),
    ...played,
  ];
}

/** Who games and why, or which game and why: planners arm by arm, then sellers. */
export function whys(bundle: Bundle): (readonly [who: string, text: string])[] {
  const marketers = bundle.arms.flatMap((arm) =>
    (arm.incentives ?? []).flatMap((why, _, all) => {
      const text = whySentence(arm, why, all.length === 1);
      const title = all.length === 1 ? titleOf(arm.name) : `${titleOf(arm.name)}: ${personWords(why.person)}`;
      return text === undefined ? [] : [[title, text] as const];
    }),
  );
  const sellers = gamesPlayed(bundle).map(({ title, why }) => [title, `Why: ${why}.`] as const);
  return [...marketers, ...sellers];
}

/** What a use of a gaming tactic costs the person, in dollars a month. */
export function costOf(use: TacticUse): number {
  return (
    use.moneyUsdPerMonth + use.effortUsdPerMonth + use.integrityUsdPerMonth + use.expectedSanctionUsdPerMonth
  );
}

/**
 * Monthly bonus from a person's gaming and its cost in dollars; undefined if the person did not game, or not
 * for their own pay.
 *
 * @param isAlone whether nobody else could game under the arm: otherwise the bonus hangs on their gaming too
 */
export function gamingSum(motive: string, why: Incentives, isAlone = true): string | undefined {
  if (motive !== 'own-pay' || why.uses.length === 0) return undefined;
  const who = personWords(why.person);
  const costs = why.uses.map((use) => {
    const parts = [
      use.moneyUsdPerMonth >= 0.5 ? `${formatUsd(use.moneyUsdPerMonth)} of own money` : '',
      use.effortUsdPerMonth >= 0.5 ? `${formatUsd(use.effortUsdPerMonth)} of effort and trouble` : '',
      `${formatUsd(use.integrityUsdPerMonth)} of conscience`,
      use.expectedSanctionUsdPerMonth >= 0.5
        ? `${formatUsd(use.expectedSanctionUsdPerMonth)} of expected sanction`
        : 'no sanction to fear',
    ].filter((part) => part !== '');
    return (
      `${use.title.toLowerCase()} (${Math.round(use.amountPerMonth).toLocaleString('en-US')} a ` +
      `month: ${parts.join(', ')})`
    );
  });
  const borne = why.uses.reduce((sum, use) => sum + costOf(use), 0);
  if (!isAlone)
    return (
      `${formatUsd(why.hollowBonusUsdPerMonth)} a month of the bonus of ${who} rests on hollow numbers, ` +
      `their own and those of colleagues. ${who.replace(/^the /, 'The ')} made ${joined(costs)}, and bears ${formatUsd(borne)} a month.`
    );
  const rest = Math.round(why.hollowBonusUsdPerMonth) - Math.round(borne);
  // Without a net gain the person misjudged the effect, or people with below-median integrity drive the mean.
  const moral =
    rest > 0
      ? ''
      : why.believesNaively
        ? `It did not pay: reckoning with rates of conversion, ${who} expected more of it.`
        : `At the median conscience of ${who} it did not pay: it is done by those who mind less, or ` +
          'expected more.';
  // Uncapped pay can exceed the target.
  const stake =
    why.targetBonusUsdPerMonth >= why.hollowBonusUsdPerMonth
      ? ` of a target bonus of ${formatUsd(why.targetBonusUsdPerMonth)}`
      : '';
  return (
    `${formatUsd(why.hollowBonusUsdPerMonth)}${stake} a month hung on ${joined(costs)}. Bonus less ` +
    `what ${who} bears: ${formatUsd(why.hollowBonusUsdPerMonth)} − ${formatUsd(borne)} = ` +
    `${formatUsd(rest)} a month.${moral === '' ? '' : ` ${moral}`}`
  );
}
