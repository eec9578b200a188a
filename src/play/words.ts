/** All words of the page, in one place. */
export const WORDS = {
  otherPlans: (count: number) => `${count} other plans of this scenario`,
  aboutWritten: 'This text describes the scenario as written, before your changes.',
  brand: 'goodhart · a flight simulator for incentive schemes',
  skip: 'Skip to the answer',
  toKnobs: 'Turn the knobs',
  scenario: 'Scenario',
  groups: { own: 'Your own', companies: 'Companies', textbook: 'Textbook cases' },
  undo: 'Undo',
  redo: 'Redo',
  resetAll: 'Reset all',
  reset: 'Reset',
  share: 'Share',
  edit: 'Edit the file',
  guess: 'Guess first',
  plans: 'Plans compared',
  plansHint: 'Choose two to four. Every plan faces the same company, buyers and random events.',
  reference: 'reference',
  copyPlan: 'Copy this plan',
  copyOf: (plan: string) => `Copy of ${plan}`,
  copyHint:
    'A change here changes the plan that the others are compared with. To keep it and test a variant, copy it first.',
  copyName: 'Name of this plan',
  removeCopy: 'Remove this copy',
  added: (plan: string) => `Plan added: “${plan}”`,
  curve: (below: string, at: string, above: string) =>
    `What it pays a period: ${below} at 80% of the target, ${at} at 100%, ${above} at 120%`,
  knobs: 'The company and its people',
  company: 'The company',
  changeCompany: 'Change these numbers',
  measureHint:
    'Usual level: the average reported in this company by people who are not paid for it and do not game. If you exchange a measure, its target is set to it.',
  usualLevel: (level: string) => `Usual level: ${level}. `,
  takeUsual: 'Use as target',
  testInputs: 'Find the numbers that matter most',
  testing: (done: number, of: number) =>
    of === 0 ? 'Testing …' : `Testing: ${Math.round((100 * done) / of)}%.`,
  tested:
    'Largest effect first. Each input was tested at both ends of its range with 100 runs, so small differences in rank mean little.',
  testNow: 'Test (about a minute)',
  testAgainst: (plan: string) => `“${plan}” against`,
  untested: 'Not tested yet: how the answer changes with other values of the company’s numbers.',
  testedBefore: 'The company’s numbers were tested before the last change, not for this answer.',
  testedResult: (
    count: number,
    [arm, reference]: readonly [string, string],
    turned: readonly string[],
    open: readonly string[],
    names: readonly string[],
  ) =>
    [
      `Tested: ${count} numbers of the company, one at a time, at both ends of their ranges. The most influential: ${names.slice(0, 3).join('; ')}.`,
      ...(turned.length + open.length === 0
        ? [
            `Each time “${arm}” and “${reference}” come out in the same order. Several changes at once can do more.`,
          ]
        : []),
      ...(turned.length === 0
        ? []
        : [`“${arm}” and “${reference}” change places with: ${turned.join('; ')}.`]),
      ...(open.length === 0
        ? []
        : [`“${arm}” and “${reference}” can no longer be distinguished with: ${open.join('; ')}.`]),
    ].join(' '),
  testingStopped: 'The test was stopped because something was changed.',
  weight: (ends: readonly string[], isTurned: boolean) =>
    `${ends.join('; ')}.${isTurned ? ' This reverses the choice.' : ''}`,
  gainAt: (gain: string, value: string, first: boolean, [arm, other]: readonly [string, string]) =>
    first ? `“${arm}” minus “${other}”: ${gain} at ${value}` : `${gain} at ${value}`,
  asItIs: (gain: string) => `${gain} at the present value`,
  notNumber: (value: string) => `Not a number: the value is still ${value}.`,
  weightsHint: 'Weights add up to 100%. Changing one adjusts those that you have not set yourself.',
  staleTargets: (count: number) =>
    `The company was changed; ${count === 1 ? 'one target is' : `${count} targets are`} still as written for the old one. Rescaling moves each in proportion to the usual level of its measure, so that it is as hard to reach as before.`,
  adaptTargets: 'Rescale the targets',
  changes: 'What was changed',
  noChanges: 'No changes: the scenario as written.',
  answer: 'The answer',
  question: 'The question',
  level: (plan: string, revenue: string, profit: string) =>
    `Under “${plan}” the company books ${revenue} of new business in this time; its profit, with the margin of renewed contracts, is ${profit}.`,
  nothingOpen: 'No scenario is open.',
  tilesOf: (plan: string) => `Under “${plan}”; below each figure, the plan it is compared with.`,
  revenueNote: 'Profit and revenue',
  noAnswer: 'These plans cannot be ranked: too few runs were completed.',
  waiting: 'Simulating …',
  waitingFor: (seconds: number) =>
    seconds < 8 ? 'Simulating …' : `Simulating … This company takes about ${Math.round(seconds)} seconds.`,
  summaryLine: (plan: string, gain: string, before: string, state: string) =>
    `“${plan}”: ${gain}${before === '' ? '' : `, before this change ${before}`}. ${state}`,
  summaryStale: (plan: string, before: string) => `“${plan}”: ${before} before this change. Refining …`,
  summaryComplete: 'Complete.',
  summaryRefining: 'Refining …',
  settling: (done: number, of: number) => `Refining: ${done} of ${of} runs.`,
  provisional: (done: number) =>
    `First estimate from ${done} runs: people still act on their beliefs from before the change.`,
  atRest: (of: number, months: number) =>
    `Complete: ${of} runs of ${months} months. All plans face the same buyers and the same random events.`,
  stale: 'This is the result before the change; the new one is being simulated.',
  refused: 'This cannot be simulated:',
  stopped: 'The simulation stopped unexpectedly. It was started again.',
  copied: 'Copied.',
  copyByHand: 'Select and copy:',
  linkOf: 'Copy the link to this view',
  savePage: 'This page with the view (HTML)',
  linkNeedsPage:
    'This link works on this computer. For somebody else, download “This page with the view”: one file that opens with what you see.',
  linkOfSite: 'The link restores this view for anyone who opens it.',
  linkGuesses:
    'This link opens with “Guess first” switched on, on this computer. For others, download “This page with the view”: it does the same.',
  wrongFile: 'This file was not opened; your scenario stays open:',
  sameNumbers: 'The same numbers with the command line or in code',
  commandOf: 'The same with the command',
  codeOf: 'The same with the library',
  downloads: 'Download',
  saveScenario: 'Scenario (YAML)',
  saveBoard: 'Board page (HTML)',
  saveReport: 'Report (HTML)',
  saveBundle: 'Data (JSON)',
  readOnly: 'This is a shared view. To change it, make a copy.',
  makeCopy: 'Make a copy',
  tooLarge: 'This is too much for a link (16,000 characters). Save the scenario as a file and send that.',
  links: {
    broken: 'The link is damaged, or was not made by this page. The scenario as written is shown instead.',
    newer: 'The link was made by a later version of goodhart. The scenario as written is shown instead.',
    'too-large':
      'The link is larger than any that this page makes. The scenario as written is shown instead.',
    unknown: (base: string) =>
      `The link is about “${base}”, which is not in this file. The scenario as written is shown instead.`,
  },
  otherVersion: (made: string, here: string) =>
    `The link was made with version ${made}; this is ${here}. Numbers can differ.`,
  own: 'Your own file',
  drop: 'Drop a scenario file anywhere on this page, or edit the text here. Nothing leaves this computer.',
  editKeys: 'Press Ctrl+Space for suggestions. Tab moves on to the next control.',
  apply: 'Apply',
  close: 'Close',
  fileLarge: 'Files of more than 1 MB are not read.',
  saveChart: (kind: string, chart: string) => `Save as ${kind}: ${chart}`,
  story: 'A typical run',
  storyUnder: 'Under',
  storyOther:
    'Each plan has a typical run of its own, so the difference between two of them is not the effect of the plan.',
  storyNext: 'Next',
  storyAll: 'Show all',
  storyAgain: 'From the start',
  guessTitle: 'Guess first',
  guessAsk: (plan: string, reference: string, months: number) =>
    `What does “${plan}” change in the company’s profit over ${months} months, compared with “${reference}”? Pay is left out of it: profit counts as if both plans cost the same. In dollars; a minus if profit falls. Write a best guess, such as 250k, and a range that holds the answer nine times in ten.`,
  guessAskOther: (plan: string, reference: string, outcome: string, unit: string) =>
    `What does “${plan}” change in ${outcome} (${unit}), compared with “${reference}”? A minus if it falls. Write a best guess, and a range that holds the answer nine times in ten.`,
  guessRecord: (scenario: string, plan: string, reference: string, outcome: string, months: number) =>
    `${scenario}: what “${plan}” changes in ${outcome} over ${months} months, compared with “${reference}”.`,
  guessLeave: 'This shows the answer before it is revealed. Continue?',
  guessFields: ['Best guess', 'From', 'To'],
  guessWho: 'Who guesses',
  guessAdd: 'Place the guess',
  guessRemove: 'Remove',
  guessReallyRemove: (who: string) => `Take the guess of ${who} off the card?`,
  guessPlaced: (who: string) => `${who}: placed.`,
  round: (count: number) => `Round ${count}`,
  guessKept: (question: string) =>
    `The question was changed. Guesses on the one before are kept and not revealed yet: ${question}`,
  guessBack: 'Go back to it',
  guessAnswer: (value: string, low: string, high: string, runs: number) =>
    `The answer: ${value} (${low} to ${high}, 95% interval of ${runs} runs).`,
  guessPicture: (count: number) =>
    `${count === 1 ? 'One guess' : `${count} guesses`} against the answer. The numbers are in the table below.`,
  guessMark: (answer: string) => `the answer: ${answer}`,
  why: 'Why',
  reveal: 'Reveal',
  hidden: 'The answer is hidden until it is revealed.',
  guessPlan: 'Plan to guess',
  guessOtherPlan: 'Another round: plan to guess',
  termsTitle: 'Terms',
  terms:
    'SQL: sales-qualified lead, passed to sales. Hollow: reported, but made by gaming. Profit at equal pay: as if everybody were paid the same in total under both plans. Conscience: what a person would forgo rather than game.',
  guessNameless: 'Write who guesses.',
  guessTwice: (who: string) => `${who} has guessed already: remove that guess first.`,
  guessNumbers: (field: string, written: string) =>
    `${field}: ${written === '' ? 'nothing is written' : `“${written}” is not an amount`}. Write 250,000, 250k or −1.5M, for example: no percentages, and no dot before three digits.`,
  guessRead: (who: string, best: string, low: string, high: string) =>
    `${who}: placed as ${best}, from ${low} to ${high}.`,
  guessUnplaced: 'Place the guess that is written, or clear it, first.',
  nextRound:
    'For another round choose a plan above, change a number, or choose another scenario. The answer is hidden again.',
  cardTitle: 'Heading of the card',
  cardPlaceholder: 'Guesses and answers',
  printed: (date: string) => `Printed ${date}. Simulated with goodhart.`,
  guessOrder: 'The best guess has to lie in its range, from the lower to the higher end.',
  needsRest: 'Wait until all runs are complete.',
  needsGuess: 'Place at least one guess first.',
  inside: 'within it',
  above: 'above it',
  below: 'below it',
  print: 'Print this card',
  to: 'to',
  guessColumns: ['Who', 'Guess', 'Off by', 'Answer', 'Range'],
  made: (version: string) => `goodhart ${version}, MIT licence.`,
  licences: 'Licences of the packages inside',
} as const;
