import { expect, test } from 'vitest';
import { z } from 'zod';
import { compare } from '../../src/experiments/commands/compare.ts';
import { planSchema } from '../../src/scenario/planSchema.ts';
import { cache } from '../support/shared.ts';
import { isThorough } from '../support/thorough.ts';
import { attempt } from './texts.ts';

const component = { metric: 'leads', period: 'month', target: 300, weightShare: 1, payout: 'linear' };
const bonus = { bonusUsdPerYear: 24_000, components: [component] };
const of = (over: object) => ({ ...bonus, components: [{ ...component, ...over }] });
/** A piece rate, which is worth gaming. */
const piece = { components: [{ metric: 'leads', period: 'month', payout: { perUnitUsd: 90 } }] };
/** A bonus on a seller's own results. */
const own = (over: object) => ({
  bonusUsdPerYear: 24_000,
  components: [
    { metric: 'bookings', period: 'month', target: 20_000, weightShare: 1, payout: 'linear', ...over },
  ],
});
const tiers = (over: object) => ({
  commission: {
    tiers: [
      { fromShare: 0, rateShare: 0.02 },
      { fromShare: 1, rateShare: 0.2 },
    ],
    ...over,
  },
});
const rate = (over: object) => ({ commission: { rateShare: 0.1, ...over } });
const late = (over: object) => ({ ...bonus, deferral: { share: 0.5, months: 6, ...over } });
/** Quarterly commission that bends wherever a quarter may end. */
const steps = (over: object) => ({
  commission: {
    period: 'quarter',
    tiers: [0, 0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.2].map((fromShare, i) => ({
      fromShare,
      rateShare: 0.02 * (i + 1),
    })),
    ...over,
  },
});
/** For each key of a pay plan, two plans that differ in it and must pay somebody differently. */
const PLAIN: Readonly<Record<string, readonly [one: object, other: object]>> = {
  baseUsdPerYear: [{ baseUsdPerYear: 1000 }, { baseUsdPerYear: 2000 }],
  bonusUsdPerYear: [bonus, { ...bonus, bonusUsdPerYear: 12_000 }],
  components: [bonus, {}],
  'components.metric': [bonus, of({ metric: 'visitors' })],
  'components.of': [
    of({ metric: 'pipeline', target: 100_000 }),
    of({ metric: 'pipeline', target: 100_000, of: { channel: 'organic' } }),
  ],
  'components.period': [
    of({ metric: 'close-rate', target: 0.3 }),
    of({ metric: 'close-rate', target: 0.3, period: 'quarter' }),
  ],
  'components.target': [bonus, of({ target: 600 })],
  'components.weightShare': [
    {
      ...bonus,
      components: [
        { ...component, weightShare: 0.2 },
        { ...component, weightShare: 0.8, payout: 'cliff', target: 9000 },
      ],
    },
    {
      ...bonus,
      components: [
        { ...component, weightShare: 0.8 },
        { ...component, weightShare: 0.2, payout: 'cliff', target: 9000 },
      ],
    },
  ],
  'components.payout': [bonus, of({ payout: 'cliff', target: 9000 })],
  'components.gates': [bonus, of({ gates: [{ metric: 'visitors', level: 1e9 }] })],
  bonusCapUsd: [bonus, { ...bonus, bonusCapUsd: 1 }],
  drawn: [
    bonus,
    { ...bonus, drawn: [0.5, 0.5].map((chanceShare) => ({ chanceShare, components: [component] })) },
  ],
  commission: [rate({}), {}],
  'commission.rateShare': [rate({}), rate({ rateShare: 0.2 })],
  'commission.aboveQuotaRateShare': [rate({}), rate({ aboveQuotaRateShare: 0.9 })],
  'commission.tiers': [rate({}), { commission: { tiers: [{ fromShare: 0, rateShare: 0.3 }] } }],
  'commission.thresholdShare': [rate({}), rate({ thresholdShare: 2 })],
  'commission.thresholdOn': [
    rate({ thresholdShare: 0.5 }),
    rate({ thresholdShare: 0.5, thresholdOn: 'excess' }),
  ],
  'commission.capUsd': [rate({}), rate({ capUsd: 10 })],
  'commission.ownDealExtraShare': [rate({}), rate({ ownDealExtraShare: 0.5 })],
  'commission.perActivityUsd': [rate({}), rate({ perActivityUsd: 5 })],
  'commission.otherLineCreditShare': [rate({}), rate({ otherLineCreditShare: 0.1 })],
  'commission.churnClawbackShare': [rate({}), rate({ churnClawbackShare: 1 })],
  'commission.forecastMenu': [
    rate({}),
    rate({ forecastMenu: { aboveRateShare: 0.01, forecastRateShare: 0.02, shortfallRateShare: 0.03 } }),
  ],
  meetings: [{ meetings: { perMeetingUsd: 90 } }, {}],
  'meetings.perMeetingUsd': [{ meetings: { perMeetingUsd: 90 } }, { meetings: { perMeetingUsd: 10 } }],
  'meetings.perOpportunityUsd': [{ meetings: { perOpportunityUsd: 90 } }, { meetings: {} }],
  deferral: [bonus, { ...bonus, deferral: { share: 0.5, months: 12 } }],
  'deferral.share': [late({}), late({ share: 0.1 })],
  'deferral.months': [late({}), late({ months: 2 })],
  'deferral.of': [
    { ...bonus, ...rate({}), deferral: { share: 0.5, months: 6 } },
    { ...bonus, ...rate({}), deferral: { share: 0.5, months: 6, of: 'commission' } },
  ],
  clawback: [piece, { ...piece, clawback: { share: 1, months: 12 } }],
};

/** A bonus on a rating. */
const rated = (over: object) => ({
  bonusUsdPerYear: 24_000,
  judged: {
    period: 'quarter',
    sees: [{ metric: 'visible-work', target: 480, weightShare: 1 }],
    noiseShare: 0.1,
    ...over,
  },
  components: [{ ...component, metric: 'rating', period: 'quarter', target: 1 }],
});
const JUDGED: typeof PLAIN = {
  judged: [rated({}), bonus],
  'judged.period': [
    rated({}),
    {
      ...rated({ period: 'year' }),
      components: [{ ...component, metric: 'rating', period: 'year', target: 1 }],
    },
  ],
  'judged.sees': [rated({}), rated({ sees: [{ metric: 'leads', target: 100, weightShare: 1 }] })],
  'judged.noiseShare': [rated({}), rated({ noiseShare: 2 })],
  'judged.leniencyShare': [rated({}), rated({ leniencyShare: 0.5 })],
  'judged.compressionShare': [rated({}), rated({ compressionShare: 1 })],
  'judged.keeping': [rated({}), rated({ keeping: { chanceShare: 0 } })],
};

/** A yearly bonus, for people who come and go. */
const yearly = (eligibility: object) => ({
  ...of({ period: 'year', target: 100, payout: 'cliff' }),
  eligibility,
});

/** The same for terms of time, credit and conditions. */
const TERMS: typeof PLAIN = {
  'components.measured': [
    of({
      payout: {
        points: [
          [0, 0],
          [1, 1],
          [1.2, 3],
        ],
      },
    }),
    of({
      measured: 'yearToDate',
      payout: {
        points: [
          [0, 0],
          [1, 1],
          [1.2, 3],
        ],
      },
    }),
  ],
  'components.targets': [
    bonus,
    of({ target: undefined, targets: [100, 500, 300, 300, 300, 300, 300, 300, 300, 300, 300, 300] }),
  ],
  'components.basis': [bonus, of({ target: 0.1, basis: 'growth' })],
  'components.growthFrom': [
    of({ target: 0.1, basis: 'growth' }),
    of({ target: 0.1, basis: 'growth', growthFrom: 1 }),
  ],
  'components.scope': [own({ scope: 'own' }), own({ scope: 'team' })],
  'components.each': [own({ scope: 'team' }), own({ scope: 'team', each: 'part' })],
  'components.multiplier': [
    bonus,
    of({
      multiplier: {
        metric: 'visitors',
        points: [
          [0, 2],
          [1, 2],
        ],
      },
    }),
  ],
  'components.floorShare': [of({ target: 9000 }), of({ target: 9000, floorShare: 0.5 })],
  'components.capUsd': [bonus, of({ capUsd: 10 })],
  'components.fromMonth': [bonus, of({ fromMonth: 7 })],
  'components.toMonth': [bonus, of({ toMonth: 6 })],
  'commission.period': [tiers({}), tiers({ period: 'quarter' })],
  'commission.measured': [steps({}), steps({ measured: 'yearToDate' })],
  'commission.capUsdPerYear': [rate({}), rate({ capUsdPerYear: 10 })],
  'commission.creditShare': [rate({}), rate({ creditShare: 0.5 })],
  'commission.windfall': [rate({}), rate({ windfall: { aboveUsd: 10, creditUsd: 10 } })],
  'commission.gates': [rate({}), rate({ gates: [{ metric: 'visitors', level: 1e9 }] })],
  'commission.multiplier': [
    rate({}),
    rate({
      multiplier: {
        metric: 'visitors',
        points: [
          [0, 2],
          [1, 2],
        ],
      },
    }),
  ],
  'commission.draw': [rate({}), rate({ draw: { usdPerPeriod: 9000, recoverable: true } })],
  multiplier: [
    rate({}),
    {
      ...rate({}),
      multiplier: {
        metric: 'visitors',
        points: [
          [0, 2],
          [1, 2],
        ],
      },
    },
  ],
  eligibility: [yearly({}), yearly({ leavers: 'forfeit', joiners: 'nextPeriod' })],
  'eligibility.leavers': [yearly({ leavers: 'proRata' }), yearly({ leavers: 'forfeit' })],
  'eligibility.joiners': [yearly({ joiners: 'proRata' }), yearly({ joiners: 'whole' })],
  capUsdPerYear: [rate({}), { ...rate({}), capUsdPerYear: 10 }],
  guarantee: [rate({}), { ...rate({}), guarantee: { usdPerMonth: 90_000, months: 12 } }],
};
const TRIES = { ...PLAIN, ...JUDGED, ...TERMS };
/** Terms that cost the company without being paid to the person. */
const UNPAID = { 'judged.hoursPerRating': [5, 50], 'judged.hourUsd': [100, 900] } as const;

const ROLES = ['director', 'reps', 'inside', 'manager'] as const;
/** People for whom a term changes no total: one person’s part of a bonus is the whole of it. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  'components.each': ['director', 'manager', 'inside'],
  // Nobody leaves these jobs: what is deferred is owed at the end, and counts.
  deferral: ['inside', 'manager'],
  'deferral.share': ['inside', 'manager'],
  'deferral.months': ['inside', 'manager'],
  'deferral.of': ['inside', 'manager'],
  guarantee: ['inside', 'manager'],
  // One person’s results are those of the team.
  'components.scope': ['director', 'manager'],
  eligibility: ['inside', 'manager'],
  'eligibility.leavers': ['inside', 'manager'],
  'eligibility.joiners': ['inside', 'manager'],
};
/** Outcome of the pay of each role. */
const PAY = {
  director: 'directorPayUsd',
  reps: 'repPayUsd',
  inside: 'insidePayUsd',
  manager: 'managerPayUsd',
};

const scenarioWith = (person: string, one: object, other: object) => `schemaVersion: 1
name: Every term
extends: preset:smb-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2, reference: one }
people:
  director: { role: marketing-director, motive: own-pay, integrityUsd: 0 }
  reps: { role: account-executive }
  inside: { role: inside-sales }
  manager: { role: sales-manager }
governance: { auditRatePerMonth: 0.9, replacementMonth: 6 }
inside: { reps: 1 }
lines: { otherShare: 0.5 }
customers: { contractMonths: 3 }
sales: { turnoverSharePerYear: 0.5 }
calendar: { daysPerMonth: 10, warmUpMonths: 1 }
plans:
  one: { ${person}: ${JSON.stringify({ baseUsdPerYear: 60_000, ...one })} }
  other: { ${person}: ${JSON.stringify({ baseUsdPerYear: 60_000, ...other })} }
`;

/** Keys of a pay plan, and of the tables in it. */
function keysOf(schema: z.core.JSONSchema.BaseSchema, prefix = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, node]) => {
    const inner = node as z.core.JSONSchema.BaseSchema;
    const table = key === 'components' ? (inner.items as z.core.JSONSchema.BaseSchema) : inner;
    const isOpened =
      prefix === '' &&
      ['components', 'commission', 'meetings', 'judged', 'eligibility', 'deferral'].includes(key);
    return [`${prefix}${key}`, ...(isOpened ? keysOf(table, `${key}.`) : [])];
  });
}
const schema = z.toJSONSchema(planSchema, { io: 'input' })
  .additionalProperties as z.core.JSONSchema.BaseSchema;

test('every key of the plan schema is tried', () => {
  expect(keysOf(schema).sort()).toEqual([...Object.keys(TRIES), ...Object.keys(UNPAID)].sort());
});

// Every third key in `npm test`, all in `npm run test:thorough`.
test.each(Object.keys(TRIES).filter((_, i) => isThorough || i % 16 === 0))(
  '%s changes what somebody is paid in each role, or is refused at its place',
  async (key) => {
    const [one, other] = TRIES[key];
    let paying = 0;
    for (const person of ROLES) {
      const scenario = attempt(scenarioWith(person, one, other));
      if (scenario instanceof Error) {
        expect(scenario.message).toMatch(new RegExp(`plans\\.(one|other)\\.${person}\\.\\w+`));
        continue;
      }
      const { arms } = await compare(scenario, { counterfactuals: 'none', replicates: 1, cache });
      const [before, after] = arms.map(({ outcomes }) => outcomes[PAY[person]].mean);
      if (!(ALONE[key] ?? []).includes(person)) expect(after, person).not.toBe(before);
      paying++;
    }
    // The cap on a bonus and pay by lot are for textbook worlds.
    if (['bonusCapUsd', 'drawn'].includes(key)) expect(paying).toBe(0);
    else expect(paying).toBeGreaterThan(0);
  },
);

test.each(Object.entries(UNPAID))('%s changes what judging costs the company', async (key, values) => {
  const [, name] = key.split('.');
  const [one, other] = values.map((value) => rated({ hoursPerRating: 5, [name]: value }));
  const scenario = attempt(scenarioWith('director', one, other));
  if (scenario instanceof Error) throw scenario;
  const { arms } = await compare(scenario, { counterfactuals: 'none', replicates: 1, cache });
  const [before, after] = arms.map(({ outcomes }) => outcomes.judgingUsd.mean);
  expect(after).toBeGreaterThan(before);
});
