import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Value of the variable that switches the cache off. */
const OFF = 'off';

/**
 * Folder in which answers about companies are kept between commands: that of `GOODHART_CACHE`, or the place
 * that the system has for such files. Undefined if the variable is `off`.
 */
export function cacheFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { GOODHART_CACHE: chosen, XDG_CACHE_HOME: caches, LOCALAPPDATA: local } = environment;
  if (chosen === OFF) return undefined;
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'goodhart');
  if (platform === 'win32') return join(local ?? join(homedir(), 'AppData', 'Local'), 'goodhart', 'cache');
  return join(caches ?? join(homedir(), '.cache'), 'goodhart');
}
