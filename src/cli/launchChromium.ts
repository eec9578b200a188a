import type { Browser } from 'playwright-core';

/**
 * Launches the headless Chromium that npm installs.
 *
 * @throws an error with the code `ERR_MODULE_NOT_FOUND` if `playwright-core` or the browser is not installed
 */
export async function launchChromium(): Promise<Browser> {
  // The packaged browser unpacks its shared libraries only if it detects a cloud function.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { chromium } = await import('playwright-core');
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox'],
    headless: true,
  });
}
