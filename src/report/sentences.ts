import type {
  ArmResult,
  AssumptionTest,
  Bundle,
  Contrast,
  CurrencyCost,
  Incentives,
} from '../experiments/result/bundle.ts';
import {
  formatDifference,
  formatInterval,
  formatUsd,
  formatValue,
  plural,
  quoted,
  titleOf,
} from './format.ts';
import { EARLY_SIGNING, GAMES, type Game } from './games.ts';
import { personWords, reportedPeople } from './people.ts';
import { payOfADollar } from './planWords.ts';
import { effortSentence, gamingPay } from './textbookWords.ts';

/*
 * Sentences are made by rule from the statistics of a bundle. A sentence that compares says no more than its
 * interval: where the interval, simultaneous over all contrasts, crosses zero, no winner is named. Every
 * verdict begins "In this model".
 */

/** How a contrast stands on an outcome. */
export type Standing = 'better' | 'worse' | 'open' | 'identical';

export function standingOf(contrast: Contrast, outcome: string, direction: string): Standing {
  const difference = contrast.outcomes[outcome];
  if (difference === undefined) return 'open';
  const [low, high] = difference.ci95Simultaneous;
  if (difference.se === 0 && difference.meanDifference === 0) return 'identical';
  if (low <= 0 && high >= 0) return 'open';
  return low > 0 === (direction !== 'lower') ? 'better' : 'worse';
}

/** What is known of the outcome asked about. */
export function outcomeOf(bundle: Bundle): { id: string; title: string; unit: string; direction: string } {
  const found = bundle.arms.find((arm) => Object.hasOwn(arm.outcomes, bundle.scenario.outcome))?.outcomes[
    bundle.scenario.outcome
  ];
  return {
    id: bundle.scenario.outcome,
    title: found?.title ?? bundle.scenario.outcome,
    unit: found?.unit ?? '',
    direction: found?.direction ?? 'higher',
  };
}

/** Contrasts, the largest difference in the outcome asked about first. */
export function bySize({ contrasts, scenario }: Bundle): Contrast[] {
  const size = ({ outcomes }: Contrast) => Math.abs(outcomes[scenario.outcome]?.meanDifference ?? 0);
  return [...contrasts].sort((a, b) => size(b) - size(a));
}

/** The verdict: one sentence for each arm against the reference, the clearest first. */
export function verdict(bundle: Bundle): string[] {
  const outcome = outcomeOf(bundle);
  const name = outcome.title.toLowerCase();
  if (bundle.replicates.completed < 2) return ['Too few runs were completed to say anything.'];
  const sentences: string[] = [];
  const sorted = bySize(bundle);
  const clear = sorted.filter((contrast) =>
    ['better', 'worse'].includes(standingOf(contrast, outcome.id, outcome.direction)),
  );
  const open = sorted.filter(
    (contrast) =>
      standingOf(contrast, outcome.id, outcome.direction) === 'open' &&
      contrast.outcomes[outcome.id] !== undefined,
  );
  const same = sorted.filter(
    (contrast) => standingOf(contrast, outcome.id, outcome.direction) === 'identical',
  );
  for (const contrast of clear) {
    const d = contrast.outcomes[outcome.id];
    const more = d.meanDifference > 0 ? 'higher' : 'lower';
    const share =
      d.betterShare === undefined ? '' : `; better in ${formatValue(d.betterShare, 'share')} of runs`;
    const interval = `95% interval ${formatInterval(d.ci95Simultaneous, outcome.unit, true)}${share}`;
    sentences.push(
      `In this model, ${name} ${isPlural(outcome.title) ? 'are' : 'is'} ` +
        `${formatDifference(Math.abs(d.meanDifference), outcome.unit).slice(1)} ${more} under ` +
        `${quoted(contrast.arm)} than under ${quoted(contrast.reference)} (` +
        `${d.se === 0 ? 'exactly: luck has no part in it' : interval}).`,
    );
  }
  for (const contrast of open) {
    const d = contrast.outcomes[outcome.id];
    sentences.push(
      `In this model, ${plural(d.n, 'run')} cannot tell ${quoted(contrast.arm)} from ` +
        `${quoted(contrast.reference)} on ${name} (95% interval of the difference ` +
        `${formatInterval(d.ci95Simultaneous, outcome.unit, true)}).`,
    );
  }
  for (const arm of bundle.arms) {
    if (arm.name === bundle.scenario.reference) continue;
    const paid = bundle.scenario.world === 'textbook' ? gamingPay(arm) : undefined;
    if (paid !== undefined) sentences.push(`In this model, ${quoted(arm.name)} is gamed too: ${paid}.`);
    const price = sellersGames(arm);
    if (price !== undefined) sentences.push(`In this model, under ${quoted(arm.name)} ${price}.`);
    const list = hollowParts(arm);
    if (list.length > 0)
      sentences.push(
        `In this model, marketing games under ${quoted(arm.name)} too: ${joined(list)} ` +
          `${list.length === 1 && list[0].endsWith('pipeline') ? 'is' : 'are'} hollow` +
          `${arm.later === undefined ? '' : ', both plans taken together'}.`,
      );
  }
  for (const contrast of same)
    sentences.push(
      `In this model, ${quoted(contrast.arm)} and ${quoted(contrast.reference)} are identical on ` +
        `${name}, run by run.`,
    );
  return sentences;
}

/**
 * How a report opens: the outcomes that the scenario asks to be told, one by one, and what happens under the
 * reference plan, in one breath.
 */
export function opening(bundle: Bundle): string[] {
  const told = tellSentences(bundle);
  const plan = headline(bundle, told.length > 0);
  return plan === '' ? told : [...told, plan];
}

/** What happens under the reference plan; empty where that is nothing worth saying besides other things. */
export function headline(bundle: Bundle, isBesides: boolean): string {
  const reference = bundle.arms.find((arm) => arm.name === bundle.scenario.reference) ?? bundle.arms[0];
  if (reference === undefined) return '';
  const textbook = bundle.scenario.world === 'textbook';
  if (isBesides && !textbook && hollowParts(reference).length === 0 && sellersGames(reference) === undefined)
    return '';
  const parts = [`In this model, ${textbook ? effortSentence(reference) : gamingSentence(reference)}`];
  const costs = bundle.misalignment.find((item) => item.arm === reference.name)?.costs;
  if (textbook) {
    const lost = costs?.surplusUsd?.gaming.meanDifference ?? 0;
    if (lost > 0)
      parts.push(
        `Without gaming, the same agents would have left ${formatUsd(lost)} more for firm and ` +
          'agents to share.',
      );
    if (lost < 0)
      parts.push(`Here gaming does no harm: without it there would be ${formatUsd(-lost)} less to share.`);
    return parts.join(' ');
  }
  const said =
    costs?.revenueUsd === undefined ? undefined : withoutGaming(costs.revenueUsd.gaming, 'revenue');
  if (said !== undefined) parts.push(said);
  // What is asked about has the last word where revenue points the other way.
  const profit = bundle.scenario.outcome === 'profitUsd' ? costs?.profitUsd?.gaming : undefined;
  if (
    profit !== undefined &&
    isTold(profit) &&
    profit.meanDifference > 0 !== (costs?.revenueUsd?.gaming.meanDifference ?? 0) > 0
  )
    parts.push(
      `Profit would have been ${formatUsd(Math.abs(profit.meanDifference))} ` +
        `${profit.meanDifference > 0 ? 'higher' : 'lower'}.`,
    );
  return parts.join(' ');
}

/**
 * What the same people on the same luck would have brought in without gaming; undefined where nothing was
 * gamed.
 */
function withoutGaming(cost: CurrencyCost['gaming'], name: string): string | undefined {
  if (isTold(cost) && cost.meanDifference > 0)
    return (
      'Without gaming, the same people on the same luck would have brought in ' +
      `${formatUsd(cost.meanDifference)} more ${name} (${formatInterval(cost.ci95, 'USD')}).`
    );
  if (isTold(cost) && cost.meanDifference < 0)
    return (
      `Here gaming does no harm to ${name}: without it, ${name} would have been ` +
      `${formatUsd(-cost.meanDifference)} lower (` +
      `${formatInterval([-cost.ci95[1], -cost.ci95[0]], 'USD')}).`
    );
  return cost.se > 0
    ? `Whether gaming cost ${name} cannot be told from these runs (` +
        `${formatInterval(cost.ci95, 'USD', true)}).`
    : undefined;
}

/** Whether a difference is told apart from nothing. */
function isTold({ ci95: [low, high] }: CurrencyCost['gaming']): boolean {
  return low > 0 || high < 0;
}

/**
 * Arms that one sentence goes through, in the order of the scenario, and the most of them that it names all.
 */
const TOLD_ARMS = 4;
const MOST_ARMS = 5;

/**
 * What a scenario asks to be told first: the mean of an outcome under every arm that has one; under the first
 * ones where there are many.
 */
function tellSentences({ arms, scenario }: Bundle): string[] {
  return (scenario.tell ?? []).flatMap((id) => {
    const defined = arms.flatMap(({ name, outcomes }) =>
      outcomes[id] === undefined ? [] : [{ name, ...outcomes[id] }],
    );
    if (defined.length === 0) return [];
    const told = defined.length <= MOST_ARMS ? defined : defined.slice(0, TOLD_ARMS);
    const means = told.map(({ name, mean, unit }) => `${formatValue(mean, unit)} under ${quoted(name)}`);
    const rest = defined.length - told.length;
    return [
      `In this model, ${inSentence(defined[0].title)}: ${joined(means)}` +
        `${rest === 0 ? '' : ` (${plural(rest, 'more arm')} in the table)`}.`,
    ];
  });
}

/**
 * Whether a title speaks of several things: deals won, accepted leads; but not a surplus, or the pay of
 * sellers.
 */
export function isPlural(title: string): boolean {
  const [thing] = title.split(/ (?:above|at|by|for|from|in|less|of|on|per|that|to|with|without|who)\b/);
  return thing.split(' ').some((word) => /[^isu’]s$/i.test(word));
}

/** A title in the middle of a sentence: abbreviations keep their capitals. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0].toLowerCase() + title.slice(1) : title;
}

/** Below this share a number does not count as hollow in a sentence. */
export const WORTH_SAYING = 0.005;
/** The same of list price that is given away. */
const DISCOUNT_WORTH_SAYING = 0.002;

/** The numbers of an arm that are hollow enough to be worth saying, as phrases. */
function hollowParts(arm: ArmResult): string[] {
  const kinds = {
    visits: 'hollowVisitsShare',
    leads: 'hollowLeadsShare',
    SQLs: 'hollowSqlsShare',
    'marketing pipeline': 'hollowPipelineShare',
  };
  return Object.entries(kinds).flatMap(([what, id]) => {
    const value = arm.outcomes[id]?.mean ?? 0;
    return value >= WORTH_SAYING ? [`${formatValue(value, 'share')} of reported ${what}`] : [];
  });
}

/** What games sellers played, where it is worth saying. */
function sellersGames(arm: ArmResult): string | undefined {
  const value = (id: string) => arm.outcomes[id]?.mean ?? 0;
  const parts: string[] = [];
  if (value('discountShare') >= DISCOUNT_WORTH_SAYING)
    parts.push(
      `give away ${formatValue(value('discountShare'), 'share')} of list price to have ` +
        `${formatValue(value('pulledForwardShare'), 'share')} of deals signed before the month ends`,
    );
  for (const { id, says } of GAMES)
    if (value(id) >= WORTH_SAYING) parts.push(says(formatValue(value(id), 'share')));
  const bias = value('forecastBiasShare');
  if (Math.abs(bias) >= 0.05)
    parts.push(
      `forecast ${formatValue(Math.abs(bias), 'share')} ${bias > 0 ? 'more' : 'less'} than they book`,
    );
  return parts.length === 0 ? undefined : `sellers ${joined(parts)}`;
}

/** What the people did under one arm, and what it did to sales. */
export function gamingSentence(arm: ArmResult): string {
  const mean = (id: string) => arm.outcomes[id]?.mean;
  const list = hollowParts(arm);
  const share = (id: string) => formatValue(mean(id) ?? 0, 'share');
  const whole = mean('wholeBonusMonthsShare');
  const pay =
    whole === undefined
      ? `${whoOf(arm)} has no bonus`
      : `the whole bonus is paid on ${share('wholeBonusMonthsShare')} of pay days`;
  const tail =
    `sales loses ${share('sellingTimeWastedShare')} of its working hours on leads that were never ` +
    `ready and the team misses quota in ${share('teamMonthsMissedShare')} of months`;
  const price = sellersGames(arm);
  if (list.length === 0 && whole === undefined && price !== undefined)
    return `under ${quoted(arm.name)} ${price}.`;
  if (list.length === 0) return `under ${quoted(arm.name)} ${price ?? 'nothing is gamed'}: ${pay}, ${tail}.`;
  return (
    `under ${quoted(arm.name)} ${joined(list)} ` +
    `${list.length === 1 && list[0].endsWith('pipeline') ? 'is' : 'are'} hollow` +
    `${price === undefined ? '' : `, and ${price}`}: ${pay}, while ${tail}.`
  );
}

/** Whose bonus it is: a person, or marketing where several have one. */
function whoOf({ incentives = [] }: ArmResult): string {
  return incentives.length === 1 ? personWords(incentives[0].person) : 'marketing';
}

/** Why a person games, or does not, under one arm. */
function whySentence(arm: ArmResult, why: Incentives): string | undefined {
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
  return `Why: ${gamingSum(arm.motive, why)}`;
}

/**
 * Sellers' games that were played enough in some arm to be explained: deals brought forward with what a
 * dollar pays and what they cost.
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

/** Why people did what they did: who, or which game, and the reason; marketers arm by arm, then sellers. */
export function whys(bundle: Bundle): (readonly [who: string, text: string])[] {
  const marketers = bundle.arms.flatMap((arm) =>
    (arm.incentives ?? []).flatMap((why, _, all) => {
      const text = whySentence(arm, why);
      const title = all.length === 1 ? titleOf(arm.name) : `${titleOf(arm.name)}: ${personWords(why.person)}`;
      return text === undefined ? [] : [[title, text] as const];
    }),
  );
  const sellers = gamesPlayed(bundle).map(({ title, why }) => [title, `Why: ${why}.`] as const);
  return [...marketers, ...sellers];
}

/**
 * Bonus against cost of a person's gaming, month by month; undefined where the person does not choose to
 * game.
 */
export function gamingSum(motive: string, why: Incentives): string | undefined {
  if (motive !== 'own-pay' || why.uses.length === 0) return undefined;
  const who = personWords(why.person);
  const costs = why.uses.map((use) => {
    const parts = [
      use.moneyUsdPerMonth >= 0.5 ? `${formatUsd(use.moneyUsdPerMonth)} paid by the company` : '',
      use.effortUsdPerMonth >= 0.5 ? `${formatUsd(use.effortUsdPerMonth)} of own effort` : '',
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
  const borne = why.uses.reduce(
    (sum, use) => sum + use.effortUsdPerMonth + use.integrityUsdPerMonth + use.expectedSanctionUsdPerMonth,
    0,
  );
  const rest = Math.round(why.hollowBonusUsdPerMonth) - Math.round(borne);
  // Negative net gain: the person misjudged the effect, or people with below-median integrity drive the mean.
  const moral =
    rest > 0
      ? ''
      : why.believesNaively
        ? `It did not pay: reckoning with rates of conversion, ${who} expected more of it.`
        : `At the median conscience of ${who} it did not pay: it is done by those who mind less, or ` +
          'expected more.';
  // Pay without a cap can hang on more than a target.
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

export function joined(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** Warnings that belong beside the verdict. */
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

/** Arms that earn more than their benchmark, beyond noise. */
export function beatingBenchmark({ misalignment }: Bundle): string[] {
  return misalignment.flatMap(({ arm, beatsBenchmark }) => (beatsBenchmark ? [quoted(arm)] : []));
}

/** Which assumptions turn the verdict. */
export function sensitivitySentence(bundle: Bundle): string | undefined {
  if (bundle.sensitivity.length === 0) return undefined;
  const turned = bundle.sensitivity.filter((test) => test.verdict !== 'same');
  const [{ arm: name, reference }] = bundle.sensitivity;
  const arm = `${quoted(name)} against ${quoted(reference)}`;
  const paths = new Set(bundle.sensitivity.map((test) => test.path)).size;
  if (turned.length === 0)
    return (
      `The verdict on ${arm} stands at both ends of all ${plural(paths, 'unsupported number')} ` +
      'tested, one at a time.'
    );
  return (
    `The verdict on ${arm} does not stand everywhere: ` +
    `${joined(turned.map((test) => `${assumptionInWords(test)} ${test.verdict === 'turned' ? 'turns it round' : 'leaves it open'}`))}.`
  );
}

/** What an assumption is about, and what it was set to. */
function assumptionInWords({ about, path, value, base }: AssumptionTest): string {
  return `“${about.split(/[.;:](?: |$)/)[0]}” at ${value} instead of ${base} (${path})`;
}
