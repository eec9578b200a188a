import { compare } from '../experiments/commands/compare.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { rates } from './agency.ts';
import type { Check, Effort, Finding } from './check.ts';
import { COMPANY } from './publishedCompany.ts';

type Overrides = Readonly<Record<string, unknown>>;

/** Comparisons, shared between rows that need the same one. */
const bundles = new Map<string, Promise<Bundle>>();

function run(arms: readonly string[], set: Overrides, { quick, executor }: Effort): Promise<Bundle> {
  const reference = arms[0];
  const key = JSON.stringify([arms, set, quick]);
  let bundle = bundles.get(key);
  if (bundle === undefined) {
    const scenario = parseRevenueScenario(COMPANY, {
      file: 'validation',
      set: { 'question.reference': reference, ...set },
    });
    bundle = compare(scenario, {
      arms,
      replicates: quick ? 60 : 400,
      counterfactuals: 'none',
      ...(executor === undefined ? {} : { executor }),
    });
    bundles.set(key, bundle);
  }
  return bundle;
}

/** Difference of an arm from the reference, relative to the reference's mean or (`plain`) absolute. */
function gap(bundle: Bundle, arm: string, outcome: string, plain = false) {
  const contrast = bundle.contrasts.find((candidate) => candidate.arm === arm)?.outcomes[outcome];
  const reference = bundle.arms.find((candidate) => candidate.name === bundle.scenario.reference)?.outcomes[
    outcome
  ];
  if (contrast === undefined || reference === undefined)
    throw new Error(`no contrast of ${arm} on ${outcome}`);
  const scale = plain ? 1 : Math.abs(reference.mean);
  return { simulated: contrast.meanDifference / scale, se: contrast.se / scale };
}

function level(bundle: Bundle, arm: string, outcome: string) {
  const { mean, se } = bundle.arms.find((candidate) => candidate.name === arm)!.outcomes[outcome];
  return { simulated: mean, se };
}

interface Row
  extends Pick<
    Check,
    'id' | 'claim' | 'source' | 'overrides' | 'calibrated' | 'afterLook' | 'reported' | 'illustration'
  > {
  readonly band: readonly [number, number];
  readonly part?: Check['part'];
  run(effort: Effort): Promise<Omit<Finding, 'expected'>> | Omit<Finding, 'expected'>;
}

const published = ({ band, run, part = 'company', ...row }: Row): Check => ({
  ...row,
  part,
  kind: 'published',
  run: async (effort) => ({ expected: band, ...(await run(effort)) }),
});

/** The fluff bonus with twice the target for passed leads. */
const PRESSED = [
  { metric: 'visitors', period: 'month', target: 5000, weightShare: 0.34, payout: 'cliff' },
  { metric: 'sqls', period: 'month', target: 200, weightShare: 0.33, payout: 'cliff' },
  { metric: 'leads', period: 'month', target: 300, weightShare: 0.33, payout: 'cliff' },
];
const LEARNS: Overrides = { 'people.director.beliefs': 'learning', 'governance.stage': 'ambiguous' };
const AUTHORITY: Overrides = { 'sales.discountAuthorityShare': 0.6 };
const DRAWER: Overrides = { 'sales.holdBackDays': 5 };
const LABEL: Overrides = { 'governance.stage': 'ambiguous', 'governance.auditRatePerMonth': 0.01 };
const ALIGNED: Overrides = { 'governance.stage': 'aligned' };

/** Effort in an unpaid task, relative to its level without incentives, if the other earns a commission. */
function unpaidTask(rate: number): number {
  const answer = respond(
    {
      tasks: [
        { name: 'selling', valueUsd: 1, baseline: 1 },
        { name: 'service', valueUsd: 1, baseline: 1, lower: 0 },
      ],
      effortCost: [
        [1, 0.4],
        [0.4, 1],
      ],
      metrics: [{ name: 'sales', loadings: [1, 0] }],
      noise: [[0.2]],
      riskAversionPerUsd: 0.5,
    },
    rates({ sales: rate }),
  );
  return answer.effort[1];
}

/** Findings of field studies, tested for sign and band with the parameters of one company. */
export const PUBLISHED: readonly Check[] = [
  published({
    id: 'P01',
    claim:
      'Gaming the measures that pay names diverts real resources and harms the true goal (job training agencies; here a bonus against a salary)',
    source: 'Courty & Marschke, J. Labor Econ. 22 (2004) 23',
    reported: 'negative',
    overrides: 'definition of a lead ambiguous, audits 1% a month',
    band: [-0.6, -0.01],
    calibrated: true,
    run: async (effort) => gap(await run(['salary', 'fluff'], LABEL, effort), 'fluff', 'profitUsd'),
  }),
  published({
    id: 'P02',
    claim: 'Pay for acquisition alone brings in the wrong ones, more of them than the gain can carry',
    source: 'Kim, Sudhir, Uetake & Canales, J. Marketing Research 56 (2019), doi 10.1177/0022243719847661',
    reported: 'negative',
    overrides: 'definition of a lead ambiguous, audits 1% a month',
    band: [-0.6, -0.01],
    run: async (effort) =>
      gap(await run(['salary', 'leads-passed'], LABEL, effort), 'leads-passed', 'profitUsd'),
  }),
  published({
    id: 'P03',
    claim:
      'unless pay for quality moderates it: a bonus of the same size in proportion to leads that sales accepts, behind a gate, does better than a cliff on leads passed',
    source: 'the same study, of pay for repayment',
    afterLook: 'the plan has a gate',
    overrides: 'definition of a lead ambiguous, audits 1% a month',
    band: [0.01, 1],
    run: async (effort) =>
      gap(await run(['leads-passed', 'leads-accepted'], LABEL, effort), 'leads-accepted', 'profitUsd'),
  }),
  published({
    id: 'P04',
    claim: 'A bonus for quantity lowers the quality that is hidden, for people on a flat salary',
    source: 'Hong, Hossain, List & Tanaka, Int. Econ. Review 59 (2018) 511',
    overrides: 'definition of a lead ambiguous, audits 1% a month',
    band: [0.05, 0.7],
    run: async (effort) =>
      gap(await run(['salary', 'leads-passed'], LABEL, effort), 'leads-passed', 'unreadySqlsShare', true),
  }),
  published({
    id: 'P05',
    claim: 'Most leads that marketing passes are not pursued where they are not trusted',
    source:
      'about 70%, as quoted in Sabnis, Chatterjee, Grewal & Lilien, J. Marketing 77 (2013) 52, who find competing demands and prequalification behind it',
    reported: '0.7',
    overrides: 'fluff bonus, definition ambiguous, target of 200 leads passed a month',
    band: [0.3, 0.9],
    run: async (effort) =>
      level(
        await run(['fluff'], { ...LABEL, 'plans.fluff.director.components': PRESSED }, effort),
        'fluff',
        'leadsDroppedShare',
      ),
  }),
  published({
    id: 'P06',
    claim: 'A target on a metric that is aligned and checked improves what it stands for (hospitals)',
    source: 'Gruber, Hoe & Stoye, Review of Econ. and Statistics 105 (2023) 1: counter-evidence',
    afterLook: 'the plan has no gate',
    overrides: 'bonus on accepted leads, definition agreed by both sides',
    band: [0.005, 0.4],
    run: async (effort) =>
      gap(
        await run(['salary', 'leads-accepted-plain'], ALIGNED, effort),
        'leads-accepted-plain',
        'revenueUsd',
      ),
  }),
  published({
    id: 'P07',
    claim: 'Taking away the ceiling on commission raises sales (in one firm, which dropped quotas too)',
    source: 'Misra & Nair, Quantitative Marketing and Economics 9 (2011) 211',
    reported: '0.09',
    overrides: 'commission 10%, capped at quota or not',
    band: [0.002, 0.2],
    run: async (effort) =>
      gap(await run(['commission-capped', 'commission-open'], {}, effort), 'commission-open', 'revenueUsd'),
  }),
  published({
    id: 'P08',
    claim:
      'Pay for results raises output (at a windshield installer by 44%, half of it by selection, which is not simulated)',
    reported: '0.22',
    source: 'Lazear, American Economic Review 90 (2000) 1346',
    overrides: 'commission 10% against salary',
    band: [0.01, 0.44],
    calibrated: true,
    run: async (effort) =>
      gap(await run(['commission-none', 'commission-open'], {}, effort), 'commission-open', 'revenueUsd'),
  }),
  published({
    id: 'P09',
    claim:
      'Where timing is not in the seller’s hands, a bonus at a quota raises effort (by how much is not comparable)',
    source: 'Steenburgh, Quantitative Marketing and Economics 6 (2008) 235: counter-evidence',
    overrides: 'nothing below quota, a lump of 10% of it there and 10% beyond, against salary',
    band: [0.001, 0.3],
    run: async (effort) =>
      gap(
        await run(['commission-none', 'commission-from-quota'], {}, effort),
        'commission-from-quota',
        'repEffortShare',
        true,
      ),
  }),
  published({
    id: 'P10',
    claim:
      'Under an accelerating commission sellers give away price to move deals (at a software vendor, whose plan went by quarters; here by months)',
    reported: '0.06 to 0.08',
    afterLook: 'plan, measure and band',
    source: 'Larkin, J. Labor Econ. 32 (2014) 199',
    overrides: 'commission 2% to quota, 25% beyond it; discounts of up to 60% in the sellers’ hands',
    band: [0.005, 0.1],
    run: async (effort) =>
      level(
        await run(['commission-straight', 'commission-accelerated'], AUTHORITY, effort),
        'commission-accelerated',
        'discountShare',
      ),
  }),
  published({
    id: 'P11',
    claim: 'and under a straight one they do not',
    source: 'indifference; cf. Jensen, European Financial Management 9 (2003) 379, an essay',
    illustration: true,
    afterLook: 'band',
    overrides: 'the same, 10% throughout',
    band: [0, 1e-3],
    run: async (effort) =>
      level(
        await run(['commission-straight', 'commission-accelerated'], AUTHORITY, effort),
        'commission-straight',
        'discountShare',
      ),
  }),
  published({
    id: 'P12',
    claim: 'Commission makes people neglect tasks that it does not pay for',
    source: 'Kishore, Rao, Narasimhan & John, J. Marketing Research 50 (2013) 317',
    reported: 'negative',
    overrides:
      'two tasks that compete; selling paid by commission or not at all (the study compares with a bonus); a textbook world of its own',
    part: 'decisions',
    band: [-0.9, -0.01],
    run: () => ({ simulated: unpaidTask(0.5) - unpaidTask(0) }),
  }),
  published({
    id: 'P13',
    claim: 'Cheating rises with what is at stake (schools)',
    source: 'Jacob & Levitt, Quarterly J. Econ. 118 (2003) 843',
    overrides:
      'bonus of $60,000 instead of $20,000; people who mind twenty-five times as much as those of the other rows',
    afterLook:
      'people: under those of the other rows nearly everybody games at either stake, and the rise of +0.006 falls below the band',
    band: [0.02, 0.8],
    run: async (effort) =>
      gap(
        await run(
          ['leads-passed', 'leads-passed-double'],
          { ...LABEL, 'people.director.integrityUsd': { lognormal: { median: 1000, sigma: 0.5 } } },
          effort,
        ),
        'leads-passed-double',
        'hollowSqlsShare',
        true,
      ),
  }),
  published({
    id: 'P14',
    claim: 'Where sales has idle hours, a bonus on activity does no harm to revenue',
    source: 'the arithmetic of slack capacity',
    illustration: true,
    overrides: 'four times the selling hours, no own prospecting',
    band: [-0.01, 0.6],
    run: async (effort) =>
      gap(
        await run(
          ['salary', 'leads-passed'],
          { ...LABEL, 'sales.sellingHoursPerDay': 20, 'sales.prospectingHours': 0 },
          effort,
        ),
        'leads-passed',
        'revenueUsd',
      ),
  }),
  published({
    id: 'P15',
    claim:
      'Audits that cost more than gaming brings end it, for people who reckon as here (in the study many did not respond)',
    source: 'Becker, J. Political Economy 76 (1968) 169; Nagin et al., Am. Econ. Review 92 (2002) 850',
    overrides: 'visits rewarded; audits 50% a month less 1%, in the share of hollow visits',
    band: [-1, -0.05],
    run: async (effort) => {
      const [many, few] = await Promise.all(
        [0.5, 0.01].map(async (auditRatePerMonth) =>
          level(
            await run(
              ['visits-rewarded'],
              { ...ALIGNED, 'governance.auditRatePerMonth': auditRatePerMonth },
              effort,
            ),
            'visits-rewarded',
            'hollowVisitsShare',
          ),
        ),
      );
      return {
        simulated: many.simulated - few.simulated,
        se: Math.sqrt(many.se * many.se + few.se * few.se),
      };
    },
  }),
  published({
    id: 'P16',
    claim:
      'In a very large team a share of revenue free-rides below even a distorted measure of one’s own work',
    source: 'theory: Holmstrom, Bell J. Econ. 13 (1982) 324, against Baker, J. Human Resources 37 (2002) 728',
    illustration: true,
    overrides: 'fifty people; own metric with an alignment of 0.6; a textbook world of its own',
    part: 'decisions',
    band: [0.05, 0.6],
    run: () => {
      const world = {
        tasks: [
          { name: 'good work', valueUsd: 1 },
          { name: 'show', valueUsd: 0 },
        ],
        effortCost: [
          [1, 0],
          [0, 1],
        ],
        metrics: [
          { name: 'revenue', loadings: [1, 0], scope: 'pooled' as const },
          { name: 'own', loadings: [0.6, 0.8] },
        ],
        noise: [
          [0.1, 0],
          [0, 0.1],
        ],
        riskAversionPerUsd: 0.1,
        agents: 50,
      };
      const shared = respond(world, rates({ revenue: 1 / 50 })).surplusUsd;
      return { simulated: respond(world, rates({ own: 0.55 })).surplusUsd - shared };
    },
  }),
  published({
    id: 'P19',
    claim:
      'Experience makes gaming worse: people find out what it does, and that it goes unnoticed (share of hollow SQLs over three years, less that of a first quarter)',
    source: 'Frank & Obloj, Strategic Management J. 35 (2014) 1279',
    overrides:
      'a director who learns by doing, and at first expects half of what gaming does, which makes the sign likely; definition of a lead ambiguous',
    band: [0.005, 0.5],
    run: async (effort) => {
      const [early, late] = await Promise.all(
        [3, 36].map(async (months) =>
          level(
            await run(['salary', 'leads-passed'], { ...LEARNS, 'question.horizonMonths': months }, effort),
            'leads-passed',
            'hollowSqlsShare',
          ),
        ),
      );
      return {
        simulated: late.simulated - early.simulated,
        se: Math.sqrt(early.se * early.se + late.se * late.se),
      };
    },
  }),
  published({
    id: 'P17',
    claim:
      'Where pay is kinked and signatures can wait, sellers move deals into the period in which they count',
    source: 'cf. Oyer, Quarterly J. Econ. 113 (1998) 149, who finds sales higher at the ends of fiscal years',
    overrides: 'commission capped at quota; a drawer for the last five days of the month',
    band: [0.01, 0.3],
    run: async (effort) =>
      level(
        await run(['commission-straight', 'commission-capped'], DRAWER, effort),
        'commission-capped',
        'heldBackShare',
      ),
  }),
  published({
    id: 'P18',
    claim: 'and where it is straight they do not',
    source: 'indifference; cf. Jensen, European Financial Management 9 (2003) 379, an essay',
    illustration: true,
    overrides: 'the same, 10% throughout',
    band: [0, 1e-3],
    run: async (effort) =>
      level(
        await run(['commission-straight', 'commission-capped'], DRAWER, effort),
        'commission-straight',
        'heldBackShare',
      ),
  }),
];
