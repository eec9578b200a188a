import type { TacticDefinition } from '../../../model/tactic.ts';
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

/** The tactic catalogue. A new tactic on an existing lever is one file and one line here. */
export const TACTICS: readonly TacticDefinition[] = [
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
