import { betaQuantileTable, poissonQuantile, quantileFromTable } from '../../../../random/distributions.ts';
import { drawPairs, LIST, lists, makeNormal } from '../../../../random/lists.ts';
import type { LuckKey } from '../../../../random/luck.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RevenueWorld } from '../../contract/world.ts';
import { lookUp, poissonTable } from './arrivalTable.ts';
import { Demand } from './demand.ts';
import { channelOfEntity, DAY_BITS, FIRST_DAY_OF_PLAY, MAX_DAYS, MAX_RANK, RANK_BITS } from './leadIds.ts';

/** Number of days whose leads receive their characteristics in one batch. */
const DAYS_AT_ONCE = 20;

/**
 * Exogenous half of a replicate: potential leads and their characteristics. It is generated once per
 * replicate and read by every arm with the same market, which saves time and gives common random numbers. An
 * arm's leads are the potential leads whose thinning draw lies below the arm's rate, as a share of the
 * largest possible rate. So an extra lead in one arm shifts no other draw.
 *
 * Thinning a Poisson process is exact. The characteristics of a lead (readiness, fit, noise in the score) are
 * generated when an arm first meets it, or ahead in a batch of days.
 */
export class Market {
  /** Lead rate as a share of the largest possible; an array, because returning a double allocates. */
  readonly rates = new Float64Array(1);
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
  /** Uniform draw behind the noise in the score that a rep sees. */
  visibleDraw: Float64Array;
  /** Uniform draw that decides whether a call of the lead opens a deal. */
  conversionDraw: Float64Array;
  private known: Uint8Array;
  private readonly junkShare: Float64Array;
  /** Leads of the day last requested; afterwards, scratch space for other lists of leads. */
  today = new Int32Array(0);
  /** Leads before this day have their characteristics, up to the rates requested so far. */
  private introducedTo = 0;
  /** Indices of leads without characteristics yet; scratch space. */
  private readonly newcomers = new Int32Array(LIST);
  private readonly world: RevenueWorld;
  private readonly days: number;
  /** Number of the first day of the warm-up. */
  private readonly firstDay: number;
  private readonly demand: Demand;
  /** Whether some channel shifts readiness or fit. */
  private readonly differs: boolean;
  private readonly leadsPerDay: Float64Array;
  private readonly betaTable: Float64Array | undefined;
  private readonly arrivalTables: Float64Array[];

  constructor(world: RevenueWorld, days: number) {
    this.world = world;
    this.days = days;
    this.firstDay = FIRST_DAY_OF_PLAY - world.calendar.warmUpMonths * world.calendar.daysPerMonth;
    this.demand = new Demand(world, days);
    this.differs = world.channels.some(
      ({ readinessShift, fitShift }) => readinessShift !== 0 || fitShift !== 0,
    );
    this.dayStart = new Int32Array(days + 1);
    const { buyers } = world;
    this.betaTable =
      buyers.readinessShape === 'beta' ? betaQuantileTable(buyers.readinessA, buyers.readinessB) : undefined;
    this.junkShare = Float64Array.from(world.channels, (channel) => channel.junkLeadShare);
    this.leadsPerDay = Float64Array.from(world.channels, (channel) => potentialLeadsPerDay(world, channel));
    // Where demand is even, one table per channel serves all days.
    this.arrivalTables = this.demand.isEven ? Array.from(this.leadsPerDay, poissonTable) : [];
    const expected = this.leadsPerDay.reduce((sum, n) => sum + n, 0) * days;
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

  /** Generates the potential leads of one replicate. */
  fill(luck: LuckKey): void {
    this.luck = luck;
    this.demand.draw(luck);
    const { firstDay } = this;
    const { channels } = this.world;
    const { ids, first } = lists;
    const daysAtOnce = Math.floor(LIST / channels.length);
    let n = 0;
    let mostADay = 0;
    for (let from = 0; from < this.days; from += daysAtOnce) {
      const to = Math.min(this.days, from + daysAtOnce);
      let asked = 0;
      for (let d = from; d < to; d++)
        for (let c = 0; c < channels.length; c++) ids[asked++] = (c << DAY_BITS) | (firstDay + d);
      drawPairs(luck, PURPOSE.arrivals, asked);
      let told = 0;
      for (let d = from; d < to; d++) {
        this.dayStart[d] = n;
        for (let c = 0; c < channels.length; c++) {
          const arrivals = Math.min(this.arrivals(c, d, first[told++]), MAX_RANK);
          if (n + arrivals > this.entity.length) this.grow();
          const lowest = (c << (DAY_BITS + RANK_BITS)) | ((firstDay + d) << RANK_BITS);
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

  /** Demand on a day, as a multiple of the baseline. */
  demandOn(day: number): number {
    return this.demand.ofDay[day];
  }

  /** Potential leads of a channel on a day. */
  private arrivals(channel: number, day: number, u: number): number {
    if (this.demand.isEven) return lookUp(this.arrivalTables[channel], u);
    return poissonQuantile(u, this.leadsPerDay[channel] * this.demand.ofDay[day]);
  }

  /** Channel index of lead i. */
  channelOf(i: number): number {
    return channelOfEntity(this.entity[i]);
  }

  /** Arrival day of lead i. */
  dayOf(i: number): number {
    return ((this.entity[i] >>> RANK_BITS) & (MAX_DAYS - 1)) - this.firstDay;
  }

  /**
   * Lists the leads of a day at a given rate in `today`, and generates the characteristics of those that no
   * arm has met yet.
   *
   * @returns the number of leads
   */
  meet(day: number): number {
    const accept = this.rates[0];
    if (day >= this.introducedTo) this.introduceDays(day, accept);
    const { thinning, known, today } = this;
    const end = this.dayStart[day + 1];
    // Coerced to a number once, so that the loop need not check its type for every lead.
    const rate = +accept;
    let count = 0;
    let strangers = 0;
    // Branch-free: no branch predictor can guess which leads arrive.
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
   * Generates the characteristics of several days' leads at today's rate: few long batches cost less than
   * many short ones.
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

  /** Generates the characteristics of the first `count` newcomers: three blocks of random numbers each. */
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
    if (this.differs) this.shiftByChannel(count);
    drawPairs(this.luck, PURPOSE.scoreNoise, count);
    makeNormal(first, count);
    for (let n = 0; n < count; n++) {
      const i = newcomers[n];
      scoreNoise[i] = scoreNoiseSd * first[n];
      visibleDraw[i] = second[n];
    }
    // Drawn even for leads that nobody will call: in a long batch it costs a sixth of a single draw.
    drawPairs(this.luck, PURPOSE.conversion, count);
    for (let n = 0; n < count; n++) conversionDraw[newcomers[n]] = first[n];
  }

  /** Adds the channel's shifts to readiness and fit of the first `count` newcomers. */
  private shiftByChannel(count: number): void {
    const { newcomers, readiness, fit } = this;
    const { channels } = this.world;
    for (let n = 0; n < count; n++) {
      const i = newcomers[n];
      const { readinessShift, fitShift } = channels[this.channelOf(i)];
      readiness[i] += readinessShift;
      fit[i] += fitShift;
    }
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

/** Signature of all that the market depends on: arms with the same one share a {@link Market}. */
export function marketSignature(world: RevenueWorld): string {
  const { calendar, market, buyers, marketing, channels, horizonMonths, leadsByMonth } = world;
  return JSON.stringify([
    calendar,
    { ...market, accounts: 0 },
    leadsByMonth,
    buyers,
    marketing.scoreNoiseSd,
    channels,
    horizonMonths,
  ]);
}
