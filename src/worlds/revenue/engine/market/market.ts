import {
  betaQuantileTable,
  poissonPmf,
  poissonQuantile,
  quantileFromTable,
} from '../../../../random/distributions.ts';
import { drawPairs, LIST, lists, makeNormal } from '../../../../random/lists.ts';
import type { LuckKey } from '../../../../random/luck.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RevenueWorld } from '../../contract/world.ts';

/** A lead's id: channel, day and rank within both, packed into 32 bits. */
const RANK_BITS = 15;
const DAY_BITS = 13;
export const MAX_RANK = 1 << RANK_BITS;
export const MAX_DAYS = 1 << DAY_BITS;

/** Days whose leads are worked out at once. */
const DAYS_AT_ONCE = 20;

/**
 * The exogenous half of a replicate: who could come, and what each would be like. Made once per replicate and
 * read by every arm with the same market, which is both the speed and the common luck. An arm's leads are
 * those potential leads whose thinning draw lies below the arm's rate as a share of the largest possible
 * rate, so that an extra lead in one arm shifts nobody's luck.
 *
 * Thinning a Poisson stream is exact. What a lead is like (readiness, fit, score) is worked out when an arm
 * first meets it.
 */
export class Market {
  luck: LuckKey = { key0: 0, key1: 0 };
  /** Potential leads of day d are the indices dayStart[d] to dayStart[d + 1] - 1. */
  readonly dayStart: Int32Array;
  count = 0;
  entity: Int32Array;
  thinning: Float64Array;
  isJunk: Uint8Array;
  readiness: Float64Array;
  fit: Float64Array;
  scoreNoise: Float64Array;
  /** Uniform draw behind the noise through which a rep sees the score. */
  visibleDraw: Float64Array;
  /** Uniform draw by which a call of the lead opens a deal or does not. */
  conversionDraw: Float64Array;
  private known: Uint8Array;
  private readonly junkShare: Float64Array;
  /**
   * Leads of the day that was asked for last; once dealt with, scratch space for other lists of a day's
   * leads.
   */
  today = new Int32Array(0);
  /** Leads before this day have been worked out, at the rates asked for so far. */
  private introducedTo = 0;
  /** Leads that no arm had met before. */
  private readonly newcomers = new Int32Array(LIST);
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
    this.junkShare = Float64Array.from(world.channels, (channel) => channel.junkLeadShare);
    this.arrivalTables = world.channels.map((channel) => poissonTable(potentialLeadsPerDay(world, channel)));
    const expected =
      world.channels.reduce((sum, channel) => sum + potentialLeadsPerDay(world, channel), 0) * days;
    const capacity = Math.ceil(expected + 8 * Math.sqrt(expected) + 64);
    this.entity = new Int32Array(capacity);
    this.thinning = new Float64Array(capacity);
    this.isJunk = new Uint8Array(capacity);
    this.readiness = new Float64Array(capacity);
    this.fit = new Float64Array(capacity);
    this.scoreNoise = new Float64Array(capacity);
    this.visibleDraw = new Float64Array(capacity);
    this.conversionDraw = new Float64Array(capacity);
    this.known = new Uint8Array(capacity);
  }

  /** Makes the potential leads of one replicate. */
  fill(luck: LuckKey): void {
    this.luck = luck;
    const { channels } = this.world;
    const { ids, first } = lists;
    const daysAtOnce = Math.floor(LIST / channels.length);
    let n = 0;
    let mostADay = 0;
    for (let from = 0; from < this.days; from += daysAtOnce) {
      const to = Math.min(this.days, from + daysAtOnce);
      let asked = 0;
      for (let d = from; d < to; d++)
        for (let c = 0; c < channels.length; c++) ids[asked++] = (c << DAY_BITS) | d;
      drawPairs(luck, PURPOSE.arrivals, asked);
      let told = 0;
      for (let d = from; d < to; d++) {
        this.dayStart[d] = n;
        for (let c = 0; c < channels.length; c++) {
          const arrivals = Math.min(lookUp(this.arrivalTables[c], first[told++]), MAX_RANK);
          if (n + arrivals > this.entity.length) this.grow();
          const lowest = (c << (DAY_BITS + RANK_BITS)) | (d << RANK_BITS);
          const { entity } = this;
          for (let rank = 0; rank < arrivals; rank++) entity[n++] = lowest | rank;
        }
        mostADay = Math.max(mostADay, n - this.dayStart[d]);
      }
    }
    this.dayStart[this.days] = n;
    this.count = n;
    for (let begin = 0; begin < n; begin += LIST) this.drawThinning(begin, Math.min(n, begin + LIST));
    this.known.fill(0, 0, n);
    this.introducedTo = 0;
    if (this.today.length <= mostADay) this.today = new Int32Array(2 * mostADay + 1);
  }

  /** Index of the channel through which lead i came. */
  channelOf(i: number): number {
    return this.entity[i] >>> (DAY_BITS + RANK_BITS);
  }

  /** Day on which lead i came. */
  dayOf(i: number): number {
    return (this.entity[i] >>> RANK_BITS) & (MAX_DAYS - 1);
  }

  /**
   * Puts the leads of a day at a given rate into `today`, and works out what those are like that no arm has
   * met yet.
   *
   * @param accept the arm's rate as a part of the largest possible one
   * @returns how many there are
   */
  meet(day: number, accept: number): number {
    if (day >= this.introducedTo) this.introduceDays(day, accept);
    const { thinning, known, today } = this;
    const end = this.dayStart[day + 1];
    // A number once, and not a parameter that the loop would have to look at for every lead.
    const rate = +accept;
    let count = 0;
    let strangers = 0;
    // Without a branch: no predictor can guess which leads come.
    for (let i = this.dayStart[day]; i < end; i++) {
      today[count] = i;
      const comes = +(thinning[i] < rate);
      count += comes;
      strangers += comes & (1 - known[i]);
    }
    if (strangers > 0) this.introduceFrom(this.dayStart[day], end, accept);
    return count;
  }

  /**
   * Works out the leads of the next days at today's rate: a few long lists cost less than many short ones.
   */
  private introduceDays(day: number, accept: number): void {
    this.introducedTo = Math.min(day + DAYS_AT_ONCE, this.days);
    this.introduceFrom(this.dayStart[day], this.dayStart[this.introducedTo], accept);
  }

  private drawThinning(begin: number, end: number): void {
    const { entity, thinning, isJunk, junkShare } = this;
    const { ids, first, second } = lists;
    for (let i = begin; i < end; i++) ids[i - begin] = entity[i];
    drawPairs(this.luck, PURPOSE.thinningAndJunk, end - begin);
    for (let i = begin; i < end; i++) {
      thinning[i] = first[i - begin];
      isJunk[i] = +(second[i - begin] < junkShare[entity[i] >>> (DAY_BITS + RANK_BITS)]);
    }
  }

  private introduceFrom(from: number, to: number, accept: number): void {
    const { thinning, known, newcomers, entity } = this;
    const { ids } = lists;
    const rate = +accept;
    for (let begin = from; begin < to; begin += LIST) {
      const end = to - begin < LIST ? to : begin + LIST;
      let fresh = 0;
      for (let i = begin; i < end; i++) {
        newcomers[fresh] = i;
        ids[fresh] = entity[i];
        fresh += +(thinning[i] < rate) & (1 - known[i]);
      }
      if (fresh > 0) this.introduce(fresh);
    }
  }

  /** Works out what the first `count` newcomers are like: three blocks of luck each. */
  private introduce(count: number): void {
    const { newcomers, known, readiness, fit, scoreNoise, visibleDraw, conversionDraw, betaTable } = this;
    const { buyers, marketing } = this.world;
    const { fitSd } = buyers;
    const { scoreNoiseSd } = marketing;
    const { first, second } = lists;
    drawPairs(this.luck, PURPOSE.readinessAndFit, count);
    if (betaTable === undefined) makeNormal(first, count);
    if (fitSd !== 0) makeNormal(second, count);
    for (let n = 0; n < count; n++) {
      const i = newcomers[n];
      known[i] = 1;
      readiness[i] =
        betaTable === undefined
          ? buyers.readinessMean + buyers.readinessSd * first[n]
          : quantileFromTable(betaTable, first[n]);
      fit[i] = fitSd * second[n];
    }
    drawPairs(this.luck, PURPOSE.scoreNoise, count);
    makeNormal(first, count);
    for (let n = 0; n < count; n++) {
      const i = newcomers[n];
      scoreNoise[i] = scoreNoiseSd * first[n];
      visibleDraw[i] = second[n];
    }
    // Drawn for leads that nobody will call, too: in a long list it costs a sixth of what it costs alone.
    drawPairs(this.luck, PURPOSE.conversion, count);
    for (let n = 0; n < count; n++) conversionDraw[newcomers[n]] = first[n];
  }

  private grow(): void {
    const size = this.entity.length * 2 + MAX_RANK;
    const entity = new Int32Array(size);
    entity.set(this.entity);
    this.entity = entity;
    this.thinning = new Float64Array(size);
    this.isJunk = new Uint8Array(size);
    this.readiness = new Float64Array(size);
    this.fit = new Float64Array(size);
    this.scoreNoise = new Float64Array(size);
    this.visibleDraw = new Float64Array(size);
    this.conversionDraw = new Float64Array(size);
    this.known = new Uint8Array(size);
  }
}

/** Mean potential leads a day of one channel, at the largest response. */
export function potentialLeadsPerDay(world: RevenueWorld, channel: RevenueWorld['channels'][number]): number {
  const visits = (channel.visitsPerMonth / world.calendar.daysPerMonth) * (1 - channel.ambientBotShare);
  return visits * channel.leadsPerVisitShare * world.market.responseCap;
}

/** What of a world the market depends on: arms that agree in it share one {@link Market}. */
export function marketSignature(world: RevenueWorld): string {
  const { calendar, market, buyers, marketing, channels, horizonMonths } = world;
  return JSON.stringify([
    calendar,
    market.responseCap,
    buyers,
    marketing.scoreNoiseSd,
    channels,
    horizonMonths,
  ]);
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
