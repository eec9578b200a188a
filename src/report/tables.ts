import type { Bundle, CurrencyCost } from '../experiments/result/bundle.ts';
import { beatingBenchmark } from './cautions.ts';
import { costOf } from './costs.ts';
import { formatDifference, formatInterval, formatValue, titleOf } from './format.ts';
import { joined } from './words.ts';

/** A table with a title and an introductory sentence, for every report format. */
export interface Table {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Cost of misalignment of every arm in the currencies of its world; undefined without counterfactuals. */
export function misalignmentTable(bundle: Bundle): Table | undefined {
  if (bundle.misalignment.length === 0) return undefined;
  const cost = costOf(bundle);
  const isTextbook = bundle.scenario.world === 'textbook';
  const best = isTextbook ? 'first-best effort' : 'the best company policy that was found';
  const beating = isTextbook ? [] : beatingBenchmark(bundle);
  const beaten =
    beating.length === 0
      ? ''
      : ` ${joined(beating)} ${beating.length === 1 ? 'has' : 'have'} a higher joint surplus than that ` +
        'policy: the search can miss a better one.';
  return {
    title: 'What misalignment costs',
    note:
      'Gaming: the same arm without gaming, less the arm. ' +
      `${isTextbook ? 'Effort' : 'Hours, lead definition, lead visibility'}: ${best}, ` +
      'less the arm without gaming' +
      `${
        isTextbook
          ? ''
          : ' (highest in joint surplus, not always in revenue or profit; arms in different companies are ' +
            'measured against different policies)'
      }. ` +
      `A negative cost is a gain. 95% intervals in brackets.${beaten}` +
      `${cost?.isAgainstArm ? ` ${cost.text}` : ''}`,
    head: [
      'Arm',
      'Currency',
      'Gaming',
      isTextbook ? 'Effort' : 'Hours, lead definition, lead visibility',
      'Total',
    ],
    rows: bundle.misalignment.flatMap((item) => {
      const outcomes = bundle.arms.find((arm) => arm.name === item.arm)?.outcomes ?? {};
      return Object.entries(item.costs).map(([id, cost]) => {
        const show = (part: typeof cost.total) => shownPart(part, cost.unit);
        return [
          titleOf(item.arm),
          outcomes[id]?.title ?? id,
          show(cost.gaming),
          isShown(cost.effort) ? show(cost.effort) : 'not distinguishable from zero',
          show(cost.total),
        ];
      });
    }),
  };
}

/** A part of a cost with its interval, which is left out where it rounds to the same. */
function shownPart(part: CurrencyCost['total'], unit: string): string {
  if (part === undefined) return 'not run';
  if (part.se === 0 && part.meanDifference === 0) return 'none';
  const [mean, low, high] = [part.meanDifference, ...part.ci95].map((x) => formatDifference(x, unit));
  return part.se === 0 || (low === mean && high === mean)
    ? mean
    : `${mean} (${formatInterval(part.ci95, unit, true)})`;
}

/** Whether a part is a cost or a gain beyond chance, over all arms together. */
function isShown(part: CurrencyCost['effort']): boolean {
  if (part === undefined || part.se === 0) return true;
  const [low, high] = part.ci95Simultaneous;
  return low > 0 || high < 0;
}

/** Mutual claims of marketing and sales in every arm; undefined if there are none. */
export function claimsTable(bundle: Bundle): Table | undefined {
  if (bundle.blame.length === 0) return undefined;
  return {
    title: 'What each side would say',
    note: 'Both from the same runs.',
    head: ['Arm', 'Marketing', 'Sales'],
    rows: bundle.blame.flatMap(({ arm }) => {
      const quotes = quotesOf(bundle, arm);
      return quotes.length === 0 ? [] : [[titleOf(arm), ...quotes.map(([, says]) => `“${says}”`)]];
    }),
  };
}

/** Share of leads never called from which marketing complains. */
const WORTH_A_COMPLAINT = 0.03;

/** What each department would say under an arm; empty if that is not known. */
export function quotesOf({ blame }: Bundle, arm: string): (readonly [who: string, says: string])[] {
  const known = blame.find((item) => item.arm === arm);
  // Without leads neither department has anything to say about them.
  if (known === undefined || !(known.claims.marketing.sqlsCount > 0)) return [];
  const { marketing, sales } = known.claims;
  const share = (value: number) => formatValue(value, 'share');
  return [
    [
      'Marketing',
      `We passed ${Math.round(marketing.sqlsCount).toLocaleString('en-US')} SQLs and sales ` +
        (marketing.leadsDroppedShare < WORTH_A_COMPLAINT
          ? 'called nearly all of them.'
          : `never called ${share(marketing.leadsDroppedShare)} of them.`),
    ],
    [
      'Sales',
      `${share(sales.unreadyCalledShare)} of the leads we call are not ready; they eat ` +
        `${share(sales.sellingTimeWastedShare)} of our time.`,
    ],
  ];
}
