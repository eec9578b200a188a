import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';

/**
 * Builds the package once for all tests, inside the project, so that packages can be resolved.
 *
 * @param {import('vitest/node').TestProject} project
 * @returns {() => void} removes the build
 */
export default function build(project) {
  const folder = mkdtempSync('node_modules/.built-');
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', folder]);
  project.provide('built', folder);
  return () => rmSync(folder, { recursive: true });
}
