import { parentPort } from 'node:worker_threads';
import { answering, type TaskMessage } from './taskMessages.ts';

const answer = answering((reply, moved) => parentPort?.postMessage(reply, moved));

parentPort?.on('message', (message: TaskMessage) => answer(message));
