// Highlights code line after line and remembers what it found: code in an organisation repeats itself, and grammars cost more than all else here.
// A line looks the same wherever the grammar is in the same state before it; lines and states are remembered, not whole texts.
import type { HighlighterCore } from 'shiki/core';

/** Lines remembered for all languages together; beyond, everything is forgotten and begins anew. */
const MOST_LINES = 50_000;
/** Longer lines hardly come twice. */
const MAX_KEPT_LINE = 160;
/** States remembered for one language. Code that leads to more of them is highlighted without memory. */
const MOST_STATES = 200;

/** Where the number of a colour stands in the 32 bits that vscode-textmate packs the look of a token into: 9 bits from the 16th on. */
const COLOUR_OFFSET = 15;
const COLOUR_MASK = 0b1_1111_1111;

type Grammar = ReturnType<HighlighterCore['getLanguage']>;
type State = NonNullable<Parameters<Grammar['tokenizeLine2']>[1]>;
/** What the states of vscode-textmate hold beside their public face; `equals` leaves it out, and it counts. */
type StateParts = State & { readonly parent: StateParts | null; readonly beginRuleCapturedEOL: boolean };

interface KnownLine {
  readonly html: string;
  readonly after: KnownState;
}

interface KnownState {
  /** Null before the first line. */
  readonly state: State | null;
  readonly lines: Map<string, KnownLine>;
  /** False for a state that is one too many. */
  readonly kept: boolean;
}

/** Draws a line of code from its tokens: where each begins, and the name of its class, empty for none. */
export type DrawLine = (line: string, starts: readonly number[], classes: readonly string[]) => string;

/** Highlights the lines of a text: one piece of HTML a line. */
export type HighlightLines = (code: string, language: string) => string[];

/**
 * Returns what highlights with the grammars of a highlighter. `classOf` names the class of a colour of the theme; lines of `maxLine`
 * characters and more stay plain, as Shiki does it. The lines equal those of Shiki's own loop.
 */
export function rememberingHighlighter(
  core: HighlighterCore,
  theme: string,
  maxLine: number,
  classOf: (colour: string) => string,
  draw: DrawLine,
): HighlightLines {
  const languages = new Map<string, KnownState[]>();
  let count = 0;

  function knownState(states: KnownState[], state: State): KnownState {
    const known = states.find((one) => one.state !== null && isSame(one.state as StateParts, state as StateParts));
    if (known !== undefined) return known;
    const made = { state, lines: new Map<string, KnownLine>(), kept: states.length < MOST_STATES };
    if (made.kept) states.push(made);
    return made;
  }

  return (code, language) => {
    if (count > MOST_LINES) {
      languages.clear();
      count = 0;
    }
    const grammar = core.getLanguage(language);
    // The table of colours is one for a theme, whatever is loaded later.
    const classes = core.setTheme(theme).colorMap.map((colour) => classOf(colour ?? ''));
    let states = languages.get(language);
    if (states === undefined) languages.set(language, (states = [{ state: null, lines: new Map(), kept: true }]));
    let now = states[0] as KnownState;
    const html: string[] = [];
    for (const line of code.split('\n')) {
      if (line === '' || line.length >= maxLine) {
        html.push(draw(line, [0], ['']));
        continue;
      }
      let known = now.lines.get(line);
      if (known === undefined) {
        // No time limit: the same code must give the same tokens on a slow machine; limits of length bound the work instead.
        const { tokens, ruleStack } = grammar.tokenizeLine2(line, now.state, 0);
        const starts = Array.from({ length: tokens.length / 2 }, (_, index) => tokens[2 * index] ?? 0);
        const named = starts.map((_, index) => classes[((tokens[2 * index + 1] ?? 0) >>> COLOUR_OFFSET) & COLOUR_MASK] ?? '');
        known = { html: draw(line, starts, named), after: knownState(states, ruleStack) };
        if (now.kept && line.length <= MAX_KEPT_LINE) {
          now.lines.set(line, known);
          count++;
        }
      }
      html.push(known.html);
      now = known.after;
    }
    return html;
  };
}

function isSame(a: StateParts, b: StateParts): boolean {
  if (a === b) return true;
  if (!a.equals(b)) return false;
  for (let x: StateParts | null = a, y: StateParts | null = b; x !== null && y !== null; x = x.parent, y = y.parent) {
    if (x === y) return true;
    if (x.beginRuleCapturedEOL !== y.beginRuleCapturedEOL) return false;
  }
  return true;
}
