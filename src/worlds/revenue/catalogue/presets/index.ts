import { enterpriseTechnology } from './enterpriseTechnology.ts';
import { midmarketSoftware } from './midmarketSoftware.ts';
import { smbSoftware } from './smbSoftware.ts';

/** Presets that scenario files extend with `extends: preset:NAME`. */
export const PRESETS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'enterprise-technology': enterpriseTechnology,
  'midmarket-software': midmarketSoftware,
  'smb-software': smbSoftware,
};
