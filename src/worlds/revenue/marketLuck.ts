import { normalQuantile } from '../../core/numeric/normal.ts';
import { betaQuantileTable, poissonPmf, poissonQuantile, quantileFromTable } from '../../random/distributions.ts';
import { fillUniformPairs, type LuckKey, uniform } from '../../random/luck.ts';
import { PURPOSE } from './purposes.ts';
import type { RevenueWorld } from './world.ts';

/** A lead's id: channel, day and rank within both, packed into 32 bits. */
const RANK_BITS = 15;
const DAY_BITS = 13;
export const MAX_RANK = 1 << RANK_BITS;
export const MAX_DAYS = 1 << DAY_BITS;

/**
 * The exogenous half of a replicate: who could come, and what each would be like. Made once per replicate and read by every arm
 * with the same market, which is both the speed and the common luck: an arm's leads are those potential leads whose thinning draw
 * lies below the arm's rate divided by the largest possible rate, so an extra lead in one arm shifts nobody's luck.
 *
 * Thinning a Poisson stream is exact. What a lead is like (readiness, fit, score) is worked out when an arm first meets it.
 */
export class MarketLuck {
  luck: LuckKey = { key0: 0, key1: 0 };
  /** Potential leads of day d are the indices dayStart[d] to dayStart[d + 1] - 1. */
  readonly dayStart: Int32Array;
  count = 0;
  entity: Int32Array;
  channel: Uint8Array;
  day: Int16Array;
  thinning: Float64Array;
  isJunk: Uint8Array;
  readiness: Float64Array;
  fit: Float64Array;
  scoreNoise: Float64Array;
  private junkDraw: Float64Array;
  private known: Uint8Array;
  private readonly world: RevenueWorld;
  private readonly days: number;
  private readonly betaTable: Float64Array | undefined;
  private readonly arrivalTables: Float64Array[];

  constructor(world: RevenueWorld, days: number) {
    this.world = world;
    this.days = days;
    this.dayStart = new Int32Array(days + 1);
    const { buyers } = world;
    this.betaTable =
      buyers.readinessShape === 'beta' ? betaQuantileTable(buyers.readinessA, buyers.readinessB) : undefined;
    this.arrivalTables = world.channels.map((channel) => poissonTable(potentialLeadsPerDay(world, channel)));
    const expected = world.channels.reduce((sum, channel) => sum + potentialLeadsPerDay(world, channel), 0) * days;
    const capacity = Math.ceil(expected + 8 * Math.sqrt(expected) + 64);
    this.entity = new Int32Array(capacity);
    this.channel = new Uint8Array(capacity);
    this.day = new Int16Array(capacity);
    this.thinning = new Float64Array(capacity);
    this.isJunk = new Uint8Array(capacity);
    this.readiness = new Float64Array(capacity);
    this.fit = new Float64Array(capacity);
    this.scoreNoise = new Float64Array(capacity);
    this.junkDraw = new Float64Array(capacity);
    this.known = new Uint8Array(capacity);
  }

  /** Makes the potential leads of one replicate. */
  fill(luck: LuckKey): void {
    this.luck = luck;
    const { channels } = this.world;
    let n = 0;
    for (let d = 0; d < this.days; d++) {
      this.dayStart[d] = n;
      for (let c = 0; c < channels.length; c++) {
        const arrivals = Math.min(
          lookUp(this.arrivalTables[c], uniform(luck, (c << DAY_BITS) | d, PURPOSE.arrivals)),
          MAX_RANK,
        );
        if (n + arrivals > this.entity.length) this.grow();
        for (let rank = 0; rank < arrivals; rank++, n++) {
          this.entity[n] = (c << (DAY_BITS + RANK_BITS)) | (d << RANK_BITS) | rank;
          this.channel[n] = c;
          this.day[n] = d;
        }
      }
    }
    this.dayStart[this.days] = n;
    this.count = n;
    fillUniformPairs(luck, PURPOSE.thinningAndJunk, this.entity, n, this.thinning, this.junkDraw);
    this.known.fill(0, 0, n);
  }

  /** Works out what lead i is like, once. */
  meet(i: number): void {
    if (this.known[i] === 1) return;
    this.known[i] = 1;
    const { buyers, marketing, channels } = this.world;
    const id = this.entity[i];
    const u = uniform(this.luck, id, PURPOSE.readinessAndFit);
    this.readiness[i] =
      this.betaTable === undefined
        ? buyers.readinessMean + buyers.readinessSd * normalQuantile(u)
        : quantileFromTable(this.betaTable, u);
    this.fit[i] =
      buyers.fitSd === 0 ? 0 : buyers.fitSd * normalQuantile(uniform(this.luck, id, PURPOSE.readinessAndFit | 1));
    this.scoreNoise[i] = marketing.scoreNoiseSd * normalQuantile(uniform(this.luck, id, PURPOSE.scoreNoise));
    this.isJunk[i] = this.junkDraw[i] < channels[this.channel[i]].junkLeadShare ? 1 : 0;
  }

  private grow(): void {
    const size = this.entity.length * 2 + MAX_RANK;
    const widen = <T extends Int32Array | Int16Array | Uint8Array | Float64Array>(old: T, made: T): T => {
      made.set(old as never);
      return made;
    };
    this.entity = widen(this.entity, new Int32Array(size));
    this.channel = widen(this.channel, new Uint8Array(size));
    this.day = widen(this.day, new Int16Array(size));
    this.thinning = new Float64Array(size);
    this.isJunk = new Uint8Array(size);
    this.readiness = new Float64Array(size);
    this.fit = new Float64Array(size);
    this.scoreNoise = new Float64Array(size);
    this.junkDraw = new Float64Array(size);
    this.known = new Uint8Array(size);
  }
}

/** Mean potential leads a day of one channel, at the largest response. */
export function potentialLeadsPerDay(world: RevenueWorld, channel: RevenueWorld['channels'][number]): number {
  const visits = (channel.visitsPerMonth / world.calendar.daysPerMonth) * (1 - channel.ambientBotShare);
  return visits * channel.leadsPerVisitShare * world.market.responseCap;
}

/** What of a world the market luck depends on: arms that agree in it share one {@link MarketLuck}. */
export function marketSignature(world: RevenueWorld): string {
  const { calendar, market, buyers, marketing, channels, horizonMonths } = world;
  return JSON.stringify([calendar, market.responseCap, buyers, marketing.scoreNoiseSd, channels, horizonMonths]);
}

const GUIDES = 1024;

/** Cumulative Poisson probabilities behind a guide: [guide 0..1023 | P(N <= 0), P(N <= 1), ...]. */
function poissonTable(mean: number): Float64Array {
  const size = poissonQuantile(1 - 1e-13, mean) + 2;
  const table = new Float64Array(GUIDES + size);
  let k = 0;
  for (let g = 0; g < GUIDES; g++) {
    k = Math.max(k, poissonQuantile((g + 1e-12) / GUIDES, mean));
    table[g] = k;
  }
  // P(N <= k) by summation upwards; means up to a few thousand keep full precision through logarithms.
  let cumulative = 0;
  for (let i = 0; i < size; i++) {
    cumulative += poissonPmf(i, mean);
    table[GUIDES + i] = i === size - 1 ? 2 : cumulative;
  }
  return table;
}

function lookUp(table: Float64Array, u: number): number {
  let k = table[Math.floor(u * GUIDES)];
  while (table[GUIDES + k] <= u) k++;
  return k;
}
