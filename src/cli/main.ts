#!/usr/bin/env node
import { EXIT } from './exit.ts';
import { run } from './run.ts';
import { flushStreams, ownStreams, tell } from './streams.ts';

ownStreams();
const code = await run(process.argv.slice(2));
const lost = await flushStreams();
if (lost !== undefined) tell(`stdout: ${lost}\n`);
process.exitCode = lost === undefined ? code : Math.max(code, EXIT.input);
