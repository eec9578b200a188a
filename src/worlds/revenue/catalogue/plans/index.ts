import { activityByRole } from './activityByRole.ts';
import { commissionSlice } from './commissionSlice.ts';
import { drawAgainstCommission } from './drawAgainstCommission.ts';
import { fluff } from './fluff.ts';
import { judged } from './judged.ts';
import type { PlanPreset } from './planPreset.ts';
import { revenueAndQuality } from './revenueAndQuality.ts';
import { revenueByRole } from './revenueByRole.ts';
import { sdrByMeeting } from './sdrByMeeting.ts';
import { teamPool } from './teamPool.ts';
import { tieredAccelerator } from './tieredAccelerator.ts';
import { yearToDate } from './yearToDate.ts';

/** Plans to start from. A new one is one file and one line here. */
export const PLAN_PRESETS: readonly PlanPreset[] = [
  fluff,
  revenueAndQuality,
  commissionSlice,
  drawAgainstCommission,
  tieredAccelerator,
  yearToDate,
  teamPool,
  sdrByMeeting,
  judged,
  activityByRole,
  revenueByRole,
];
