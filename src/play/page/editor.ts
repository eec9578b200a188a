import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { defaultHighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Completion } from '../completions.ts';
import type { WrongPlace } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { yamlPlaceAt } from './yamlPlace.ts';

/** Asks what can be written at a place of a scenario. */
export type Complete = (
  place: readonly string[],
  isValue: boolean,
  isTextbook: boolean,
) => Promise<readonly Completion[]>;

/**
 * An editor for a scenario's file: line numbers, completion by the schema, and marks where something is
 * wrong. The Tab key leaves it, as it leaves every other field.
 */
export class Editor {
  readonly node: HTMLElement;
  private readonly view: EditorView;

  constructor(complete: Complete) {
    this.view = new EditorView({
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          history(),
          yaml(),
          indentUnit.of('  '),
          syntaxHighlighting(defaultHighlightStyle),
          lintGutter(),
          autocompletion({ override: [(context) => completionsFor(context, complete)] }),
          keymap.of([...completionKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': WORDS.edit, id: 'yaml', spellcheck: 'false' }),
          EditorView.lineWrapping,
        ],
      }),
    });
    this.node = this.view.dom;
    // By keyboard the text scrolls with the cursor; whoever only reads can scroll it too.
    this.view.scrollDOM.tabIndex = 0;
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Replaces the text, unless it is the same. */
  set text(text: string) {
    const { doc } = this.view.state;
    if (doc.toString() === text) return;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  /** Marks what is wrong, and goes to the first of it. */
  mark(places: readonly WrongPlace[]): void {
    const { state } = this.view;
    const marks = places.map(({ line, column, text }): Diagnostic => {
      const { from, to } = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
      const start = Math.min(to, from + Math.max(0, column - 1));
      return { from: start, to, severity: 'error', message: text };
    });
    this.view.dispatch(setDiagnostics(state, marks));
    if (marks.length > 0) this.view.dispatch({ selection: { anchor: marks[0].from }, scrollIntoView: true });
  }
}

async function completionsFor(context: CompletionContext, complete: Complete) {
  const text = context.state.doc.sliceString(0, context.pos);
  const { place, isValue, word } = yamlPlaceAt(text);
  if (word === '' && !context.explicit) return null;
  const isTextbook = /^world: *textbook/m.test(context.state.doc.toString());
  const found = await complete(place, isValue, isTextbook);
  return {
    from: context.pos - word.length,
    validFor: /^[\w-]*$/,
    options: found.map(({ label, detail, info }) => ({
      label,
      detail,
      ...(info === '' ? {} : { info }),
      apply: isValue ? label : `${label}: `,
      type: isValue ? 'enum' : 'property',
    })),
  };
}
