/**
 * A game of sellers as reports tell it: the outcome that counts it, and its words in tables, legends and
 * sentences.
 */
export interface Game {
  readonly id: string;
  /** Title of a column on a page, and of a narrow one in the terminal with what it means. */
  readonly title: string;
  readonly column: string;
  readonly note: string;
  /** As a link between a decision and its result. */
  readonly link: string;
  /** What people do, after "sellers": `share` of something. */
  readonly says: (share: string) => string;
  /** Why they do it, as the model has it. */
  readonly why: string;
}

/** The game that has words of its own besides: deals brought forward. */
export const EARLY_SIGNING: Pick<Game, 'title' | 'link' | 'why'> = {
  title: 'Deals brought forward',
  link: 'deals brought forward',
  why:
    'a dollar booked before the month ends can count for more in pay than one booked after it, by ' +
    'more than the discount takes off',
};

/** Games of sellers that are told where they were played; discounts and forecasts have words of their own. */
export const GAMES: readonly Game[] = [
  {
    id: 'heldBackShare',
    title: 'Deals held back',
    column: 'held',
    note: 'deals kept back until the next month',
    link: 'deals held back',
    says: (share) => `hold ${share} of deals back until the next month`,
    why:
      'a deal in a month that counts it for little is worth more in the next, where it helps to ' +
      'reach what pays',
  },
  {
    id: 'gambledShare',
    title: 'Deals gambled on',
    column: 'gambled',
    note: 'deals made all or nothing',
    link: 'deals gambled on',
    says: (share) => `propose all or nothing in ${share} of deals`,
    why: 'twice the deal reaches what pays where the plain one would not, even at less than half the chance',
  },
  {
    id: 'paddedShare',
    title: 'Padded activity',
    column: 'padded',
    note: 'entries in the log of activities behind which there was no selling',
    link: 'entries without selling',
    says: (share) => `make ${share} of their entries in the log without having sold`,
    why: 'an entry takes minutes and is paid like one that took selling',
  },
  {
    id: 'deadPipelineShare',
    title: 'Dead pipeline',
    column: 'dead',
    note: 'open pipeline whose buyers have said no',
    link: 'lost deals kept in the pipeline',
    says: (share) => `show a pipeline of which ${share} is lost`,
    why: 'calling lost deals alive takes less time than a review of a thin pipeline',
  },
  {
    id: 'lobbiedShare',
    title: 'Quota lobbied away',
    column: 'lobbied',
    note: 'part of quotas that sellers had taken off',
    link: 'quota lobbied away',
    says: (share) => `lobby ${share} of their quotas away`,
    why: 'the same month pays more on a lower quota, even with fewer hours for selling',
  },
  {
    id: 'promisedShare',
    title: 'Promised too much',
    column: 'promised',
    note: 'deals won for which more was promised than the product does',
    link: 'deals won by promising too much',
    says: (share) => `promise too much for ${share} of the deals they win`,
    why:
      'a likelier deal pays now; the customer leaves later, and the commission stays unless the ' +
      'plan takes it back and the seller looks that far',
  },
  {
    id: 'takenShare',
    title: 'Good leads rejected',
    column: 'taken',
    note: 'good leads that sellers rejected and entered as their own',
    link: 'good leads rejected and entered as sales’ own',
    says: (share) => `reject ${share} of good leads and enter them as their own`,
    why:
      'a deal entered as their own pays more, and nobody can prove whose it was without a ' +
      'definition that both sides agreed to',
  },
  {
    id: 'hollowMeetingsShare',
    title: 'Hollow meetings',
    column: 'hollow',
    note: 'meetings that inside sales arranged with somebody it thought not ready',
    link: 'meetings with somebody thought not ready',
    says: (share) => `sit in meetings of which ${share} were arranged with somebody thought not ready`,
    why:
      'inside sales is paid for the meeting or what may come of it, and the seller’s hours cost it ' +
      'nothing',
  },
];
