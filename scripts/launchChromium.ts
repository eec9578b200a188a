import { type Browser, chromium } from 'playwright-core';

/** Chromium as npm installs it, without a window. */
export async function launchChromium(): Promise<Browser> {
  // The packaged browser unpacks the libraries it needs only when it believes to run in a cloud function.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox'],
    headless: true,
  });
}
