import type { ValuesOf } from '../../../model/parameter.ts';
import { buyersParameters } from './buyers.ts';
import { calendarParameters } from './calendar.ts';
import { customersParameters } from './customers.ts';
import {
  brandParameters,
  enablementParameters,
  fieldParameters,
  partnersParameters,
  surveysParameters,
} from './department.ts';
import { governanceParameters } from './governance.ts';
import { insideParameters } from './inside.ts';
import { linesParameters, type productParameters } from './lines.ts';
import { type channelParameters, marketParameters } from './market.ts';
import { marketingParameters } from './marketing.ts';
import { salesParameters } from './sales.ts';

/**
 * Every parameter of the revenue engine, with unit, range and source, by section of a scenario file.
 * Channels, tactics, games and people are separate tables. Defaults describe a small B2B software company.
 */
export const worldParameters = {
  calendar: calendarParameters,
  market: marketParameters,
  buyers: buyersParameters,
  marketing: marketingParameters,
  sales: salesParameters,
  inside: insideParameters,
  lines: linesParameters,
  customers: customersParameters,
  field: fieldParameters,
  partners: partnersParameters,
  enablement: enablementParameters,
  brand: brandParameters,
  surveys: surveysParameters,
  governance: governanceParameters,
};

export type ChannelValues = ValuesOf<typeof channelParameters>;
export type ProductValues = ValuesOf<typeof productParameters>;
export type WorldValues = ValuesOf<typeof worldParameters>;
