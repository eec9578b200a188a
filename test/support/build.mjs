import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Builds the package once for all tests, inside the project, so that packages can be resolved.
 *
 * @param {import('vitest/node').TestProject} project
 * @returns {() => void} removes the build
 */
export default function build(project) {
  const folder = mkdtempSync('node_modules/.built-');
  // Inherited by the workers and by every command that they start; nothing of an earlier run is used.
  process.env.GOODHART_CACHE = resolve(folder, 'answers');
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', folder]);
  project.provide('built', folder);
  return () => rmSync(folder, { recursive: true });
}
