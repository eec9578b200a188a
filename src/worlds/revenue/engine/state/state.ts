import type { Company } from '../../contract/company.ts';
import type { Market } from '../market/market.ts';
import { SeatAccounts } from './accounts.ts';
import { StaffBalances } from './balances.ts';
import { Books } from './books.ts';
import { Customers } from './customers.ts';
import { Deals } from './deals.ts';
import { FloorState } from './floor.ts';
import { Leads } from './leads.ts';
import { Marketing } from './marketing.ts';
import { PeopleMonths } from './peopleMonths.ts';
import { Persons } from './persons.ts';

/**
 * Callbacks of catalogue counters, one for each event. A callback is undefined where no counter uses the
 * event, so that nothing is called for each lead. Deals can count by a `weight`, at their expected value.
 */
export interface Watch {
  readonly leadPassed?: (lead: number) => void;
  readonly leadCalled?: (lead: number) => void;
  readonly dealOpened?: (deal: number, weight?: number) => void;
  readonly dealWon?: (deal: number, weight?: number) => void;
  readonly dealLost?: (deal: number, weight?: number) => void;
}

/** Books of parts of counters around events, see {@link SliceBooks}. */
export interface PartBooks {
  begin(): void;
  endDeal(deal: number): void;
  endLead(lead: number, seat: number): void;
  spread(slot: number, amount: number): void;
}

/**
 * State of a run, by owner, in typed arrays that are reused from run to run. Queues are linked lists, and so
 * the daily loop need not allocate memory.
 */
export class RunState {
  /** The company under the plan in force. */
  company: Company;
  readonly market: Market;
  readonly leads: Leads;
  readonly deals: Deals;
  readonly floor: FloorState;
  readonly accounts: SeatAccounts;
  readonly balances: StaffBalances;
  readonly people: PeopleMonths;
  readonly customers: Customers;
  readonly marketing: Marketing;
  readonly persons: Persons;
  readonly books: Books;
  /** Callbacks of catalogue counters; empty if no counter has any. */
  watch: Watch = {};
  /** Books of parts of counters; undefined if no plan pays on a part. */
  slices: PartBooks | undefined = undefined;
  day = 0;
  inPlay = false;
  /** Whether sellers may shift deals between months: in play, and in the month before it. */
  shiftsDeals = false;

  constructor(company: Company, market: Market) {
    this.company = company;
    this.market = market;
    this.leads = new Leads(market);
    this.deals = new Deals();
    this.floor = new FloorState(company);
    this.accounts = new SeatAccounts(company);
    this.balances = new StaffBalances(company);
    this.people = new PeopleMonths(company);
    this.customers = new Customers(company);
    this.marketing = new Marketing(company);
    this.persons = new Persons(company);
    this.books = new Books(company);
  }

  /** Month of play, 0-based; the first one before play. */
  get monthOfPlay(): number {
    const { warmUpDays, world } = this.company;
    return Math.max(0, Math.floor((this.day - warmUpDays) / world.calendar.daysPerMonth));
  }

  /** Whether the day belongs to a month of play: neither to the warm-up nor to the days after the last. */
  get inMonths(): boolean {
    return this.inPlay && this.monthOfPlay < this.company.world.horizonMonths;
  }

  /** Clears everything for a new run on the market's current random numbers. */
  reset(): void {
    this.leads.reset();
    this.deals.reset();
    this.floor.reset();
    this.accounts.reset();
    this.balances.reset();
    this.people.reset();
    this.customers.reset();
    this.marketing.reset(this.company);
    this.persons.reset();
    this.books.reset();
    this.day = 0;
    this.inPlay = false;
    this.shiftsDeals = false;
  }

  /** Copies everything from another state on the same market and day. */
  copyFrom(other: RunState): void {
    this.leads.copyFrom(other.leads, other.day);
    this.deals.copyFrom(other.deals);
    this.floor.copyFrom(other.floor);
    this.accounts.reset();
    this.balances.reset();
    this.people.reset();
    this.customers.copyFrom(other.customers);
    this.marketing.copyFrom(other.marketing);
    this.persons.copyFrom(other.persons);
    this.books.copyFrom(other.books);
    this.day = other.day;
    this.inPlay = other.inPlay;
    this.shiftsDeals = other.shiftsDeals;
  }
}
