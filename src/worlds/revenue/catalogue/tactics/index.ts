import { awareness } from './awareness.ts';
import { botVisits } from './botVisits.ts';
import { brandBuilding } from './brandBuilding.ts';
import { capturedAttribution } from './capturedAttribution.ts';
import { customerVisits } from './customerVisits.ts';
import { fakeLeads } from './fakeLeads.ts';
import { leadCapture } from './leadCapture.ts';
import { nurturing } from './nurturing.ts';
import { relabel } from './relabel.ts';
import { salesTraining } from './salesTraining.ts';
import type { Tactic } from './tactic.ts';

/**
 * The tactic catalogue. A new tactic is one file and one line at the end: its place here is a part of the
 * luck of people who learn, so that no line may move.
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
];
