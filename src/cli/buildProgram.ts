import { Command } from 'commander';
import { VERSION } from '../version.ts';
import type { Answer } from './definitions/answer.ts';
import { defineBacksolve } from './definitions/defineBacksolve.ts';
import { defineBest } from './definitions/defineBest.ts';
import { defineCheck } from './definitions/defineCheck.ts';
import { defineCompare } from './definitions/defineCompare.ts';
import { defineDetect } from './definitions/defineDetect.ts';
import { defineDiff } from './definitions/defineDiff.ts';
import { defineExplain } from './definitions/defineExplain.ts';
import { defineInit } from './definitions/defineInit.ts';
import { defineList } from './definitions/defineList.ts';
import { defineOptimise } from './definitions/defineOptimise.ts';
import { definePay } from './definitions/definePay.ts';
import { definePlay } from './definitions/definePlay.ts';
import { defineReplay } from './definitions/defineReplay.ts';
import { defineReport } from './definitions/defineReport.ts';
import { defineRoles } from './definitions/defineRoles.ts';
import { defineSchema } from './definitions/defineSchema.ts';
import { defineSplit } from './definitions/defineSplit.ts';
import { defineSweep } from './definitions/defineSweep.ts';
import { defineValidate } from './definitions/defineValidate.ts';

/** Command definitions, in the order of `--help`. */
const DEFINITIONS = [
  defineCompare,
  definePlay,
  defineSweep,
  defineSplit,
  defineRoles,
  defineBest,
  defineBacksolve,
  defineOptimise,
  defineReport,
  defineReplay,
  defineCheck,
  defineDetect,
  defineDiff,
  definePay,
  defineInit,
  defineValidate,
  defineList,
  defineExplain,
  defineSchema,
];

/** Builds the command line. Commands load their modules on demand, so that `--help` stays fast. */
export function buildProgram(answer: Answer): Command {
  const root = makeRoot();
  for (const define of DEFINITIONS) define(root, answer);
  return root;
}

/** The root command `goodhart`, without subcommands. */
function makeRoot(): Command {
  return new Command('goodhart')
    .description(
      'A flight simulator for incentive schemes: what people do to the numbers when the numbers ' +
        'pay them, and what that does to the company.',
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(goodhart --help lists the commands)')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart compare scenarios/catherine.yaml --arms fluff,revenue-tied\n\nExit ' +
        'codes: 0 fine, 1 the asked-for check failed, 2 bad input or usage, 3 a bug of ours, 130 ' +
        'stopped with Ctrl-C, 143 stopped with SIGTERM.',
    );
}
