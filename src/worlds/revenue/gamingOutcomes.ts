import type { OutcomeDefinition } from '../../model/metric.ts';

/** What people do to numbers, prices, dates, risks and forecasts when their pay makes it worth while. */
export const GAMING_OUTCOMES = [
  {
    id: 'hollowVisitsShare',
    title: 'Hollow visits',
    unit: 'share',
    direction: 'lower',
    about: 'Part of reported visits that gaming made.',
  },
  {
    id: 'notHumanVisitsShare',
    title: 'Visits not human',
    unit: 'share',
    direction: 'lower',
    about: 'Part of reported visits that nobody made: bots, bought and not.',
  },
  {
    id: 'hollowLeadsShare',
    title: 'Hollow leads',
    unit: 'share',
    direction: 'lower',
    about: 'Part of reported leads that gaming made.',
  },
  {
    id: 'hollowSqlsShare',
    title: 'Hollow SQLs',
    unit: 'share',
    direction: 'lower',
    about: 'Part of reported SQLs that gaming made.',
  },
  {
    id: 'hollowPipelineShare',
    title: 'Hollow marketing pipeline',
    unit: 'share',
    direction: 'lower',
    about: 'Part of reported marketing pipeline that gaming made.',
  },
  {
    id: 'discountShare',
    title: 'Discounts given',
    unit: 'share',
    direction: 'lower',
    about:
      'Discounts that reps gave to have deals signed before the month ended, per dollar of list price booked.',
  },
  {
    id: 'pulledForwardShare',
    title: 'Deals pulled forward',
    unit: 'share',
    direction: 'neutral',
    about: 'Part of the deals won that were signed early at a discount.',
  },
  {
    id: 'heldBackShare',
    title: 'Deals held back',
    unit: 'share',
    direction: 'neutral',
    about: 'Part of the deals won whose signature reps held back until the next month.',
  },
  {
    id: 'gambledShare',
    title: 'Deals gambled on',
    unit: 'share',
    direction: 'lower',
    about: 'Part of the deals decided in which reps proposed twice the value, all or nothing.',
  },
  {
    id: 'takenShare',
    title: 'Good leads rejected',
    unit: 'share',
    direction: 'lower',
    about: 'Part of the ready leads called that sellers rejected and entered as found by themselves.',
  },
  {
    id: 'paddedShare',
    title: 'Padded activity',
    unit: 'share',
    direction: 'lower',
    about: 'Part of the entries in the log of activities behind which there was no selling.',
  },
  {
    id: 'deadPipelineShare',
    title: 'Lost deals kept in the pipeline',
    unit: 'share',
    direction: 'lower',
    about: 'Part of the open pipeline that sellers show at the ends of months whose buyers have said no.',
  },
  {
    id: 'lobbiedShare',
    title: 'Quota lobbied away',
    unit: 'share',
    direction: 'lower',
    about: 'Part of their quotas that reps had taken off, at the end.',
  },
  {
    id: 'promisedShare',
    title: 'Deals won by promising too much',
    unit: 'share',
    direction: 'lower',
    about: 'Part of the deals won for which a rep promised more than the product does.',
  },
  {
    id: 'hollowMeetingsShare',
    title: 'Hollow meetings',
    unit: 'share',
    direction: 'lower',
    about: 'Part of the meetings arranged by inside sales with somebody it thought not ready.',
  },
  {
    id: 'forecastErrorShare',
    title: 'Forecast error',
    unit: 'share',
    direction: 'lower',
    about:
      'How far reps’ forecasts of a month were off, up or down, per dollar booked; where the plan asks for forecasts.',
  },
  {
    id: 'forecastBiasShare',
    title: 'Forecast above bookings',
    unit: 'share',
    direction: 'neutral',
    about:
      'What reps forecast above what they booked, per dollar booked; negative when they forecast too little.',
  },
] as const satisfies readonly OutcomeDefinition[];
