import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { EXIT } from './exit.ts';

const collect = (value: string, list: string[]) => [...list, value];

/** What an operating system refuses, in words. */
const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this file or folder may not be read or written',
  EPERM: 'this file or folder may not be changed',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'this is a file, not a folder',
  ENOSPC: 'there is no room left on the disk',
  EROFS: 'this disk can only be read',
  EEXIST: 'there is a file of that name already',
  ENAMETOOLONG: 'this name is too long',
};

/** Builds the command line. Commands load what they need when they run, so that `--help` stays quick. */
function program(answer: (code: number) => void): Command {
  const root = new Command('goodhart')
    .description(
      'A flight simulator for incentive schemes: what people do to the numbers when the numbers ' +
        'pay them, and what that does to the company.',
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(goodhart --help lists the commands)')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart compare scenarios/catherine.yaml --arms fluff,revenue-tied\n\nExit ' +
        'codes: 0 fine, 1 the asked-for check failed, 2 bad input or usage, 3 a bug of ours, 130 ' +
        'stopped with Ctrl-C.',
    );

  const running = (command: Command) =>
    command
      .option('--replicates <n>', 'how many runs of each arm')
      .option('--seed <text>', 'seed of all luck')
      .option('--set <path=value>', 'override one value of the scenario (repeatable)', collect, [])
      .option('--workers <n>', 'threads (default: the cores of the machine); changes no number')
      .option('--quiet', 'no progress, no talk');

  running(
    root
      .command('compare <scenario>')
      .description('run the arms of a scenario on the same luck and write a report'),
  )
    .option('--arms <names>', 'only these arms, comma-separated (the reference is always run)')
    .option(
      '--hold <what>',
      'hold every arm at the same expected pay cost, or the same worth to the director: cost or utility',
    )
    .option(
      '--precision <target>',
      'stop once every difference is known to within 2% of the reference’s mean, or 50000usd ' +
        '(95%, all arms together)',
    )
    .option(
      '--max-replicates <n>',
      'with --precision: stop after so many runs of each arm at the latest (default: 20000)',
    )
    .option(
      '--time <seconds>',
      'stop after so many seconds with what is done; the result then depends on the machine',
    )
    .option(
      '--sensitivity <n>',
      'how many weak assumptions to re-run at both ends of their range (default: 4 with --out or ' +
        '--json, else 0)',
    )
    .option('--out <dir>', 'where to write report.html, report.md, bundle.json and outcomes.csv')
    .option('--json', 'print the bundle as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart compare scenarios/catherine.yaml --set ' +
        'governance.auditRatePerMonth=0.05 --out reports/audits',
    )
    .action(async (file, options) =>
      answer(await (await import('./compareCommand.ts')).compareCommand(file, options)),
    );

  running(
    root
      .command('sweep <scenario>')
      .description('run a comparison at every point of a grid; tidy CSV on stdout'),
  )
    .requiredOption('--vary <path=low:high:n>', 'an axis of the grid (repeatable)', collect, [])
    .option('--arms <names>', 'only these arms, comma-separated')
    .option('--out <file>', 'write the CSV there instead of to stdout')
    .option('--json', 'JSON rows instead of CSV')
    .option(
      '--map',
      'a map of the differences that the question asks about, over one or two axes, instead of CSV on stdout',
    )
    .addHelpText(
      'after',
      '\nExample:\n  goodhart sweep scenarios/catherine.yaml --arms fluff --vary ' +
        'governance.auditRatePerMonth=0:0.05:6 --replicates 200',
    )
    .action(async (file, options) =>
      answer(await (await import('./sweepCommand.ts')).sweepCommand(file, options)),
    );

  running(
    root
      .command('best <scenario>')
      .description(
        'find the best of many arms, giving up those that are behind; runs go to those that are close',
      ),
  )
    .option('--arms <names>', 'only these arms, comma-separated')
    .option('--outcome <id>', 'what is to be best (default: the outcome of the scenario)')
    .option(
      '--delta <lead>',
      'the smallest lead that matters, as 1% of the reference’s mean (the first arm’s where that ' +
        'is left out), or 50000usd (default: 1%)',
    )
    .option('--max-replicates <n>', 'stop after so many runs of each arm at the latest (default: 20000)')
    .option('--json', 'print the result as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nThe best arm is chosen in 95 of 100 cases where it leads every other by the delta; arms ' +
        'that may be closer are named.\n\nExample:\n  goodhart best scenarios/catherine.yaml ' +
        '--outcome profitUsd --delta 20000usd',
    )
    .action(async (file, options) =>
      answer(await (await import('./bestCommand.ts')).bestCommand(file, options)),
    );

  running(
    root
      .command('optimise <scenario>')
      .description('choose numbers of a plan so that an outcome is best, given that people respond'),
  )
    .requiredOption('--free <path=low:high>', 'a number that may be chosen (repeatable)', collect, [])
    .option('--arm <name>', 'the arm whose plan is improved (default: the reference)')
    .option('--outcome <id>', 'what to improve (default: the outcome of the scenario)')
    .option('--limit <outcome<=value>', 'a condition on the mean, <= or >= (repeatable)', collect, [])
    .option('--evaluations <n>', 'plans to try, at most', '80')
    .option('--json', 'print the optimum as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart optimise scenarios/catherine.yaml --arm revenue-tied --outcome ' +
        'profitUsd --free plans.revenue-tied.director.bonusUsdPerYear=0:60000 --limit ' +
        "'directorPayUsd<=130000'",
    )
    .action(async (file, options) =>
      answer(await (await import('./optimiseCommand.ts')).optimiseCommand(file, options)),
    );

  root
    .command('replay <scenario>')
    .description('tell the story of one run, month by month: reported beside true beside sound')
    .requiredOption('--arm <name>', 'which arm')
    .option('--replicate <n>', 'which run, from 0', '0')
    .option('--seed <text>', 'seed of all luck')
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collect, [])
    .option('--json', 'JSON instead of a table')
    .addHelpText('after', '\nExample:\n  goodhart replay scenarios/catherine.yaml --arm fluff --replicate 17')
    .action(async (file, options) =>
      answer(await (await import('./replayCommand.ts')).replayCommand(file, options)),
    );

  root
    .command('check <scenario>')
    .description(
      'validate a scenario; print its plans in words, payouts at 0-150% and every assumption with its source',
    )
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collect, [])
    .option('--json', 'JSON instead of text')
    .addHelpText('after', '\nExample:\n  goodhart check my.yaml')
    .action(async (file, options) =>
      answer(await (await import('./checkCommand.ts')).checkCommand(file, options)),
    );

  root
    .command('init <file>')
    .description('write a scenario of your own company, ready to compare')
    .option('--visits <n>', 'visits a month', '3000')
    .option('--leads <n>', 'leads a month', '320')
    .option('--ready <n>', 'sales-ready leads passed a month', '50')
    .option('--win-share <share>', 'part of worked opportunities that are won', '0.4')
    .option('--deal-usd <usd>', 'mean size of a deal', '23000')
    .option('--cycle-days <days>', 'working days from opportunity to decision', '15')
    .option('--reps <n>', 'account executives', '5')
    .option('--quota-usd <usd>', 'quota of one rep a month', '50000')
    .option('--force', 'overwrite an existing file')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart init my.yaml --visits 8000 --leads 240 --ready 40 --win-share 0.22 ' +
        '--deal-usd 40000 --cycle-days 60 --reps 6 --quota-usd 60000',
    )
    .action(async (file, options) =>
      answer(await (await import('./initCommand.ts')).initCommand(file, options)),
    );

  root
    .command('validate')
    .description('hold decisions, payroll and engine against theory in closed form and published findings')
    .option('--only <id>', 'one row, or all whose ids begin so')
    .option('--quick', 'the same rows with fewer replicates')
    .option(
      '--out <dir>',
      'where to write validation.html, validation.md and validation.json (default: ' +
        'reports/validation, for the whole table at full length; nowhere with --only or --quick)',
    )
    .option('--workers <n>', 'threads (default: the cores of the machine); changes no number')
    .option('--json', 'print the table as JSON and nothing else on stdout')
    .option('--quiet', 'no progress, no talk')
    .addHelpText('after', '\nExample:\n  goodhart validate --only T09')
    .action(async (options) => answer(await (await import('./validateCommand.ts')).validateCommand(options)));

  root
    .command('list <catalogue>')
    .description('print a catalogue: metrics, tactics, channels or outcomes')
    .option('--json', 'JSON instead of a table')
    .addHelpText('after', '\nExample:\n  goodhart list metrics')
    .action(async (catalogue, options) =>
      answer(await (await import('./listCommand.ts')).listCommand(catalogue, options)),
    );

  root
    .command('schema')
    .description('print the JSON Schema of scenario files, for completion in editors')
    .addHelpText('after', '\nExample:\n  goodhart schema > scenario.schema.json')
    .option('--bundle', 'the schema of bundle.json instead')
    .action(async (options) => answer(await (await import('./listCommand.ts')).schemaCommand(options)));

  return root;
}

/**
 * Runs the command line.
 *
 * @param words the arguments, without node and script
 * @returns the exit code
 */
export async function run(words: readonly string[]): Promise<number> {
  let code: number = EXIT.fine;
  try {
    await program((answer) => {
      code = answer;
    }).parseAsync(words as string[], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.input;
    if (error instanceof Error && error.name === 'InputError') {
      process.stderr.write(`${error.message}\n`);
      return EXIT.input;
    }
    const system = error as NodeJS.ErrnoException;
    const words = SYSTEM_WORDS[system.code ?? ''];
    if (words !== undefined) {
      process.stderr.write(`${system.path === undefined ? '' : `${system.path}: `}${words}\n`);
      return EXIT.input;
    }
    process.stderr.write(
      `This is a bug in goodhart ${VERSION}. Please report it with the command and this:\n` +
        `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return EXIT.bug;
  }
}
