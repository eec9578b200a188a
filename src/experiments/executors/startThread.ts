import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread.
 *
 * @param built address of the built module (`.js`)
 * @param from address of the module that asks; if it is TypeScript, so is the thread's
 */
export function startThread(built: URL, from: string, options: WorkerOptions = {}): Worker {
  if (!from.endsWith('.ts')) return new Worker(built, options);
  const source = built.href.replace(/\.js$/, '.ts');
  const boot =
    `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => { ` +
    `register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(boot, { ...options, eval: true });
}
