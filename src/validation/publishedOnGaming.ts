import { log } from '../core/numeric/elementary.ts';
import { DEFAULT_INTEGRITY } from '../scenario/assumptions.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { rates } from './agencyWorlds.ts';
import type { Check } from './check.ts';
import {
  AGREED,
  ALIGNED,
  DRAWER,
  FELT,
  gap,
  LABEL,
  LEARNS,
  lessOf,
  level,
  published,
  run,
} from './publishedRuns.ts';

/** Findings of field studies on gaming, audits and timing, and illustrations, tested like `PUBLISHED`. */
export const PUBLISHED_ON_GAMING: readonly Check[] = [
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
      return lessOf(many, few);
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
      return lessOf(late, early);
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
    id: 'P20',
    claim: 'Unmet goals are overstated without any pay for them, reached ones are not (an anagram task)',
    source: 'Schweitzer, Ordóñez & Douma, Academy of Management Journal 47 (2004) 422',
    reported: 'more overstatement with unmet goals',
    overrides:
      'definition of a lead ambiguous; no bonus; a goal of 100 qualified leads against one of 40; missing the whole goal for a month feels like a loss of $2,000',
    band: [0.05, 0.9],
    run: async (effort) =>
      gap(await run(['goal-reached', 'goal-unmet'], FELT, effort), 'goal-unmet', 'hollowSqlsShare', true),
  }),
  published({
    id: 'P21',
    claim: 'A bonus for the whole team raises sales (bakeries)',
    source: 'Friebel, Heinz, Krueger & Zubanov, American Economic Review 107 (2017) 2168',
    reported: '0.03',
    overrides: 'sellers on salary, with $12,000 a year for the team’s quota or without',
    band: [0.002, 0.1],
    run: async (effort) =>
      gap(await run(['team-none', 'team-bonus'], {}, effort), 'team-bonus', 'revenueUsd'),
  }),
  published({
    id: 'P22',
    claim: 'Monitoring that sanctions what it finds lowers gaming, and revenue rises (restaurants)',
    source: 'Pierce, Snow & McAfee, Management Science 61 (2015) 2299',
    reported: '0.07',
    overrides: 'fluff bonus, definition agreed, audits 50% a month against 1%',
    band: [0.005, 1],
    run: async (effort) => {
      const at = async (rate: number) =>
        level(
          await run(['fluff'], { ...AGREED, 'governance.auditRatePerMonth': rate }, effort),
          'fluff',
          'revenueUsd',
        );
      const [rarely, often] = [await at(0.01), await at(0.5)];
      const { simulated, se } = lessOf(often, rarely);
      return { simulated: simulated / rarely.simulated, se: se / rarely.simulated };
    },
  }),
  published({
    id: 'P23',
    claim:
      'A bonus at a supervisor’s discretion does more for profit where promises are trusted (car dealers)',
    source: 'Gibbs, Merchant, Van der Stede & Vargus, Accounting Review 79 (2004) 409',
    reported: 'more with a longer relation',
    overrides:
      'a supervisor who looks at opportunities for eight hours a quarter, and keeps 95% of promises against 50%; profit before pay',
    band: [0.0005, 0.2],
    run: async (effort) =>
      gap(
        await run(['judged-doubted', 'judged-trusted'], {}, effort),
        'judged-trusted',
        'profitBeforePayUsd',
      ),
  }),
  published({
    id: 'P24',
    claim: 'Hollow numbers rise with the bonus, by an elasticity that no study gives (half to four times it)',
    source: 'assumption, not data: what costs of gaming that fit rows L01 to L04 come to',
    illustration: true,
    overrides: 'pay in proportion to leads passed; default mix of people',
    band: [0.05, 0.5],
    run: async (effort) => {
      const at = async (bonusUsdPerYear: number) =>
        level(
          await run(
            ['salary', 'leads-in-proportion'],
            {
              ...LABEL,
              'people.director.integrityUsd': DEFAULT_INTEGRITY,
              'plans.leads-in-proportion.director.bonusUsdPerYear': bonusUsdPerYear,
            },
            effort,
          ),
          'leads-in-proportion',
          'hollowSqlsShare',
        );
      const [half, fourfold] = [await at(10_000), await at(80_000)];
      const errors = [half, fourfold].map(({ simulated, se }) => se / simulated);
      return {
        simulated: log(fourfold.simulated / half.simulated) / log(8),
        se: Math.sqrt(errors[0] * errors[0] + errors[1] * errors[1]) / log(8),
      };
    },
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
