import type { PlanPreset } from './planPreset.ts';

export const sdrByMeeting: PlanPreset = {
  id: 'sdr-by-meeting',
  about: 'Inside sales at 70% salary, and $100 for every meeting it arranges.',
  source:
    'a pay mix of 60/40 to 70/30 (Insight Partners), at 20 inbound meetings a month (marketbetter.ai 2026)',
  roles: {
    'inside-sales': { baseUsdPerYear: 56_000, meetings: { perMeetingUsd: 100 } },
  },
};
