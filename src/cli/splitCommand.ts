import { split } from '../experiments/commands/split.ts';
import { workOfSplit } from '../experiments/commands/work.ts';
import { renderSplit, splitInWords } from '../report/harmSplit.ts';
import { againstReference } from './againstReference.ts';
import type { RunningFlags } from './running.ts';

const STUDY = { run: split, work: workOfSplit, words: splitInWords, render: renderSplit };

export const splitCommand = (file: string, flags: RunningFlags & { readonly arm: string }) =>
  againstReference(STUDY, file, flags);
