import { z } from 'zod';
import { BELIEFS, MOTIVES } from '../model/person.ts';
import { GAMES } from '../worlds/revenue/catalogue/games/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { personParameters, plannerParameters } from '../worlds/revenue/numbers/people.ts';
import { finite, groupShape } from './schemaParts.ts';

const integrity = z
  .union([
    finite.min(0).max(1e12),
    z.strictObject({
      neverShare: finite.min(0).max(1).optional(),
      lognormal: z.strictObject({ median: finite.positive().max(1e12), sigma: finite.min(0).max(5) }),
    }),
  ])
  .meta({
    description:
      'Dollars a person would forgo to avoid one month of gaming at scale 1 (one metric doubled): ' +
      'one value, or a population: the part that never games, and a log-normal spread among the others. ' +
      'Assumption, not data.',
  });

/** Schema that accepts the ids of catalogue entries. */
const idOf = (entries: readonly { readonly id: string }[]) =>
  z.enum(entries.map(({ id }) => id) as [string, ...string[]]);

const scriptLine = z.strictObject({
  tactic: idOf(TACTICS),
  fromMonth: z.int().min(1).max(120).optional(),
  toMonth: z.int().min(1).max(120).optional(),
  level: finite.min(0).max(1000).optional(),
  topUpTo: finite.min(0).max(1e9).optional(),
});

export const personSchema = z.strictObject({
  role: idOf(ROLES).meta({ description: 'The role of this person, or of this group of people.' }),
  count: z
    .int()
    .min(0)
    .max(100_000)
    .optional()
    .meta({
      description:
        'How many people stand under this name; an equal part of sales.reps, or of inside.reps, ' +
        'where it is left out.',
    }),
  timeShare: finite
    .min(0.05)
    .max(1)
    .optional()
    .meta({
      description:
        'Working time of these sellers as a share of full time. Hours, quota, leads and outside option ' +
        'scale with it; pay is as written in the plan.',
      unit: 'share',
    }),
  startMonth: z.int().min(1).max(120).optional().meta({
    description: 'Month of play in which these positions are first filled; they are vacant until then.',
  }),
  hoursPerMonth: finite
    .min(0)
    .max(1e6)
    .optional()
    .meta({
      description:
        'Working hours of somebody in marketing, gaming not counted. Those without hours of their ' +
        'own share what is left of marketing.hoursPerMonth.',
      unit: 'hours per month',
    }),
  tactics: z.array(idOf(TACTICS)).max(100).optional().meta({
    description: 'Tactics that are switched on for this person besides those of the role.',
  }),
  games: z.array(idOf(GAMES)).max(100).optional().meta({
    description: 'Games that are switched on for this person besides those of the role.',
  }),
  motive: z
    .enum(MOTIVES)
    .optional()
    .meta({
      description:
        'own-pay: maximises pay less the costs borne. honest: gaming is unavailable. company: the ' +
        'one-mind benchmark. scripted: follows `script`.',
    }),
  beliefs: z
    .enum(BELIEFS)
    .optional()
    .meta({
      description:
        'total: beliefs hold the whole effect, congestion of sales included. baseline: as measured near ' +
        'honest work, extrapolated. naive: conversion rates only. learning: found out by doing.',
    }),
  integrityUsd: integrity.optional(),
  script: z.array(scriptLine).max(200).optional(),
  ...groupShape(personParameters),
  ...groupShape(plannerParameters),
});
