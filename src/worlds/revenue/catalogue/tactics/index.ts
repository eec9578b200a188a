import { awareness } from './awareness.ts';
import { botVisits } from './botVisits.ts';
import { brandBuilding } from './brandBuilding.ts';
import { capturedAttribution } from './capturedAttribution.ts';
import { customerVisits } from './customerVisits.ts';
import { fakeLeads } from './fakeLeads.ts';
import { impressing } from './impressing.ts';
import { leadCapture } from './leadCapture.ts';
import { nurturing } from './nurturing.ts';
import { relabel } from './relabel.ts';
import { salesTraining } from './salesTraining.ts';
import type { Tactic } from './tactic.ts';

/**
 * Tactic catalogue. A new tactic is one file and one line at the end. Never reorder the lines: positions key
 * the random draws of people who learn.
 */
export const TACTICS: readonly Tactic[] = [
  awareness,
  leadCapture,
  nurturing,
  brandBuilding,
  customerVisits,
  salesTraining,
  botVisits,
  fakeLeads,
  relabel,
  capturedAttribution,
  impressing,
];
