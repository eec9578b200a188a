import { SOUND } from '../contract/counters.ts';
import { ORIGIN } from '../contract/labels.ts';
import { FIRST_SOURCE } from '../contract/parts.ts';
import type { SlicedCounter } from '../contract/slices.ts';
import { slotOf } from '../contract/slots.ts';
import { channelOfEntity } from './market/leadIds.ts';
import type { RunState } from './state/state.ts';

/** Matches everything: that dimension is not asked for. */
const ANY = -1;

/**
 * Books of parts of counters: of one product line, channel or region. Around an event of a deal or a lead,
 * what the event adds to a counter is added to its parts as well, in every ledger. So whatever counts,
 * un-counts or claims a deal does so in its parts too.
 */
export class SliceBooks {
  private readonly state: RunState;
  /** Slots of whole counters and of their parts, ledger by ledger. */
  private readonly whole: Int32Array;
  private readonly part: Int32Array;
  /** What each part is of: a line, a channel and a group of sellers, by index; {@link ANY} for all. */
  private readonly line: Int32Array;
  private readonly channel: Int32Array;
  private readonly group: Int32Array;
  private readonly before: Float64Array;

  constructor(state: RunState, sliced: readonly SlicedCounter[]) {
    this.state = state;
    const { slots, world, sellers } = state.company;
    const rows = sliced.flatMap(({ id, counter, ledgers, of }) =>
      Array.from({ length: ledgers === 'three' ? SOUND + 1 : 1 }, (_, ledger) => ({
        whole: slotOf(slots, counter) + ledger,
        part: slotOf(slots, id) + ledger,
        line: indexIn(world.products, of.line),
        channel: indexIn(world.channels, of.channel),
        group: indexIn(sellers, of.region),
      })),
    );
    const column = (key: keyof (typeof rows)[number]) => Int32Array.from(rows, (row) => row[key]);
    [this.whole, this.part] = [column('whole'), column('part')];
    [this.line, this.channel, this.group] = [column('line'), column('channel'), column('group')];
    this.before = new Float64Array(rows.length);
  }

  /** Begins an event. Events do not overlap. */
  begin(): void {
    const { month } = this.state.books;
    for (let row = 0; row < this.whole.length; row++) this.before[row] = month[this.whole[row]];
  }

  /** Ends an event of a deal. */
  endDeal(deal: number): void {
    const { seat, product, origin, entity } = this.state.deals.rows;
    const source = origin[deal] === ORIGIN.own ? FIRST_SOURCE : channelOfEntity(entity[deal]);
    this.add(product[deal], source, seat[deal]);
  }

  /** Ends the event of a lead that a seller calls or gives up. */
  endLead(lead: number, seat: number): void {
    this.add(ANY, this.state.market.channelOf(lead), seat);
  }

  /** Spreads what gaming adds to a whole counter over its parts, in proportion to what they report. */
  spread(slot: number, amount: number): void {
    const { month } = this.state.books;
    const all = month[slot] - amount;
    if (!(all > 0)) return;
    for (let row = 0; row < this.whole.length; row++)
      if (this.whole[row] === slot) month[this.part[row]] += (amount * month[this.part[row]]) / all;
  }

  private add(line: number, channel: number, seat: number): void {
    const { books, company } = this.state;
    const { month } = books;
    const group = company.groupOfSeat[seat];
    for (let row = 0; row < this.whole.length; row++) {
      const isOf =
        (this.line[row] === ANY || this.line[row] === line) &&
        (this.channel[row] === ANY || this.channel[row] === channel) &&
        (this.group[row] === ANY || this.group[row] === group);
      if (isOf) month[this.part[row]] += month[this.whole[row]] - this.before[row];
    }
  }
}

function indexIn(all: readonly { readonly name: string }[], name: string | undefined): number {
  if (name === undefined) return ANY;
  const index = all.findIndex((each) => each.name === name);
  if (index < 0) throw new Error(`no line, channel or region ${name}`);
  return index;
}
