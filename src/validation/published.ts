import type { Check } from './check.ts';
import { ALIGNED, AUTHORITY, gap, LABEL, level, published, run, unpaidTask } from './publishedRuns.ts';

/**
 * Findings of field studies, tested for sign and band. All rows but P12, which is set in a textbook world,
 * use the parameters of one company. Rows marked as illustrations rest on no field study.
 */
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
    overrides: 'fluff bonus, definition ambiguous, audits 1% a month',
    band: [0.3, 0.9],
    run: async (effort) => level(await run(['fluff'], LABEL, effort), 'fluff', 'leadsDroppedShare'),
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
];
