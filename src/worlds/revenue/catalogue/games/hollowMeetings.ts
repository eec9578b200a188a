import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import type { CallerGame } from '../../contract/game.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { insideNumbers } from './numbersOf.ts';

const parameters = {
  hollowMeetingUsd: quantity(50, {
    unit: 'USD per meeting',
    about:
      'Mean cost to a representative of arranging a meeting with somebody judged unready: trouble and conscience, exponential. It pays where pay follows meetings.',
    low: 10,
    high: 300,
    source: `${ASSUMPTION}; range: a fifth to six times the default: no study measures this cost`,
  }),
};

/** Metrics that a meeting moves. */
const PAID_FOR_MEETINGS = ['meetings', 'meeting-opportunities'];

/** Hollow meetings: inside sales arranges meetings with leads judged unready, if meetings or results pay. */
export const hollowMeetings: CallerGame = {
  id: 'hollow-meetings',
  title: 'Hollow meetings',
  role: 'inside-sales',
  mind: 'caller',
  about: 'Meetings arranged with leads judged unready.',
  parameters,
  outcome: {
    id: 'hollowMeetingsShare',
    title: 'Hollow meetings',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the meetings arranged by inside sales with somebody judged unready.',
    measure: (run) => run.hollow('meetings'),
  },
  words: {
    title: 'Hollow meetings',
    column: 'hollow',
    note: 'meetings that inside sales arranged with somebody it thought not ready',
    link: 'meetings with somebody thought not ready',
    says: (share) => `sit in meetings of which ${share} were arranged with somebody thought not ready`,
    why:
      'inside sales is paid for the meeting or what may come of it, and the seller’s hours cost it ' +
      'nothing',
  },
  isPossible: ({ inside }, { meetings, components = [] }) =>
    inside.reps > 0 &&
    ((meetings?.perMeetingUsd ?? 0) > 0 ||
      (meetings?.perOpportunityUsd ?? 0) > 0 ||
      components.some(({ metric }) => PAID_FOR_MEETINGS.includes(metric))),
  begin(caller) {
    const { hollowMeetingUsd } = insideNumbers(caller.world, parameters);
    return {
      leadJudgedUnready(leads, lead) {
        const worthUsd = caller.hollowWorthUsd(leads.day);
        return (
          worthUsd > 0 &&
          worthUsd > hollowMeetingUsd * exponentialFrom(leads.draw(lead, PURPOSE.hollowMeeting))
        );
      },
    };
  },
};
