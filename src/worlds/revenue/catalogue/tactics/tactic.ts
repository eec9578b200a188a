import type { TacticDefinition } from '../../../../model/tactic.ts';
import type { Lever } from '../../contract/lever.ts';

export type Tactic = TacticDefinition<Lever>;
