import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../core/messages.ts';
import { drawPage, type Offered, PAGE_MARK } from '../play/document.ts';
import type { Files } from '../play/protocol.ts';
import { parseScenario } from '../scenario/load.ts';
import { EXIT } from './exit.ts';
import { loadOptions, makeFolder, readText, writeWhole } from './files.ts';
import { packageFile } from './packageFile.ts';
import { shippedScenarios } from './shippedScenarios.ts';
import { print } from './streams.ts';

const USUAL_FILE = 'goodhart-play.html';
const USUAL_SCENARIO = 'scenarios/catherine.yaml';
/** Programs that open a file, by platform. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/**
 * Writes the page in which knobs are turned: one file with the engine, this scenario and the shipped ones.
 *
 * @throws InputError if the scenario is wrong, or if the file to write is not a page of this command
 */
export function playCommand(
  file: string | undefined,
  {
    out = USUAL_FILE,
    open = false,
    guess = false,
  }: { readonly out?: string; readonly open?: boolean; readonly guess?: boolean },
): number {
  refuseOther(out);
  const shipped = shippedFiles();
  const own = file === undefined ? { file: USUAL_SCENARIO, texts: {} } : ownFiles(file);
  // A shipped scenario is one of the list, wherever its copy lies.
  const known = Object.keys(shipped).find((name) => shipped[name] === own.texts[own.file]);
  const isOwn = file !== undefined && known === undefined;
  const abouts = new Map(shippedScenarios().map(({ id, about }) => [id, about]));
  const texts = isOwn ? { ...shipped, ...own.texts } : shipped;
  const opened = isOwn ? own.file : (known ?? USUAL_SCENARIO);
  const offered = [...(isOwn ? [own.file] : []), ...Object.keys(shipped)].map(
    (name): Offered => ({
      file: name,
      title: titleIn(texts[name], name),
      about: abouts.get(name),
      isShipped: name in shipped,
    }),
  );
  const page = drawPage({
    pageScript: built('page.js'),
    workerScript: built('worker.js'),
    licences: built('licences.txt'),
    files: { file: opened, texts },
    offered,
    guess,
  });
  if (dirname(out) !== '.') makeFolder(dirname(out));
  writeWhole(out, page);
  print(`${out} (${(page.length / 1e6).toFixed(1)} MB): open it in a browser; it needs no network.\n`);
  if (open) openInBrowser(out);
  return EXIT.fine;
}

/** A script of the page: beside the bundled command, or in the build beside the sources. */
function built(name: string): string {
  return readFileSync(packageFile(`play/${name}`, `dist/play/${name}`), 'utf8');
}

/** An existing file is replaced only if this command wrote it. */
function refuseOther(out: string): void {
  if (!existsSync(out)) return;
  const isPage = statSync(out).isFile() && readFileSync(out, 'utf8').startsWith(PAGE_MARK);
  if (isPage) return;
  refuse([
    {
      code: 'usage',
      path: '--out',
      got: out,
      expected: 'a new file, or a page that this command wrote',
      hint: 'what lies there is something else, and is left alone',
    },
  ]);
}

/** Texts of all shipped scenarios, by the names that the list gives them. */
function shippedFiles(): Record<string, string> {
  return Object.fromEntries(
    shippedScenarios().map(({ id }) => [id, readFileSync(packageFile(id), 'utf8')] as const),
  );
}

/** A scenario and its bases by their names in its folder; it is read once, so that errors are said here. */
function ownFiles(file: string): Files {
  const folder = dirname(file);
  const name = basename(file);
  const texts: Record<string, string> = { [name]: readText(file) };
  const { readBase } = loadOptions(file);
  parseScenario(texts[name], {
    file,
    readBase: (reference, from) => {
      const found = readBase!(reference, from);
      if (found === undefined) return undefined;
      const inside = join(dirname(from), reference);
      texts[folder === '.' ? inside : inside.slice(join(folder, '/').length)] = found.text;
      return { text: found.text, file: inside };
    },
  });
  return { file: name, texts };
}

/** The title in a scenario's text, or the name of its file. */
export function titleIn(text: string, name: string): string {
  const [, title = name] = /^name:\s*(.+?)\s*$/m.exec(text) ?? [];
  return title.replace(/^(['"])(.*)\1$/, '$2').slice(0, 120);
}

function openInBrowser(file: string): void {
  const [program, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, file], { stdio: 'ignore', detached: true });
  // Without such a program the printed path is enough.
  child.on('error', () => {});
  child.unref();
}
