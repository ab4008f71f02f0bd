// Micromark syntax of lists that are nested by two spaces, as TechDocs has them: CommonMark wants three below `1.`. Nothing in, an extension out.
import { blankLine, list } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import { asciiDigit, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, ContainerState, Effects, Extension, State } from 'micromark-util-types';

/** Spaces that nest a list in an item of another one. */
const NESTING = 2;
/** Spaces that Python-Markdown takes for the content of an item. */
const TAB = 4;
const BULLETS: ReadonlySet<Code> = new Set([42, 43, 45]);
const DIGITS = Array.from({ length: 10 }, (_, digit) => 48 + digit);
const DOT = 46;
const PARENTHESIS = 41;

/** Makes the extension. */
export function nestedLists(): Extension {
  const codes = [...BULLETS, ...DIGITS].filter((code) => code !== null);
  return { document: Object.fromEntries(codes.map((code) => [code, NESTED_LIST])) };
}

interface ListState extends ContainerState {
  /** How far the content of the item is indented. */
  size?: number | undefined;
  /** How far the marker of the first item is indented. */
  indent?: number;
  /** How far a list in the current item is indented, where that is less than the content. */
  nesting?: number | undefined;
  initialBlankLine?: boolean | undefined;
  furtherBlankLines?: boolean | undefined;
}

/** The parser's own list; only what continues an item is seen differently. */
const NESTED_LIST: Construct = {
  ...list,
  tokenize(effects, ok, nok) {
    const tail = this.events.at(-1);
    const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
    const done: State = (code) => {
      (this.containerState as ListState).indent = indent;
      return ok(code);
    };
    return list.tokenize.call(this, effects, done, nok);
  },
  continuation: {
    tokenize(effects, ok, nok) {
      const state: ListState = this.containerState ?? {};
      const done: State = (code) => {
        if (this.events.at(-1)?.[1].type === 'listItemPrefix') state.nesting = undefined;
        return ok(code);
      };
      const usual = list.continuation?.tokenize.call(this, effects, done, nok) ?? nok;
      if (state.furtherBlankLines === true) return usual;
      const nesting = state.nesting ?? (state.indent ?? 0) + NESTING;
      const nested: State = (code) => {
        state.initialBlankLine = undefined;
        state.nesting = nesting;
        return ok(code);
      };
      const size = state.size ?? 0;
      let next = usual;
      if (size > TAB) next = effects.check(indentOf(size), usual, effects.attempt(indentOf(TAB), done, usual));
      // Once a list is nested, the lines below it are indented by as much as it is.
      if (nesting < size) next = effects.attempt(indentOf(nesting, state.nesting ? null : markerWithin(size - nesting)), nested, next);
      return (code) => (markdownSpace(code) ? effects.check(blankLine, usual, next)(code) : usual(code));
    },
  },
};

/** Takes an indent; with a list marker given, only in front of one. */
function indentOf(indent: number, ahead: Construct | null = null): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const before: State = (code) => {
        const tail = this.events.at(-1);
        const width = tail?.[1].type === 'listItemIndent' ? tail[2].sliceSerialize(tail[1], true).length : 0;
        if (width !== indent) return nok(code);
        return ahead === null ? ok(code) : effects.check(ahead, ok, nok)(code);
      };
      return factorySpace(effects, before, 'listItemIndent', indent + 1);
    },
  };
}

/** A marker that stands less far in than the content of the item. */
function markerWithin(spaces: number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const start = marker(effects, ok, nok);
      return spaces > 1 ? factorySpace(effects, start, 'whitespace', spaces) : start;
    },
  };
}

/** A bullet or a number of an item, and the space behind it. */
function marker(effects: Effects, ok: State, nok: State): State {
  let digits = 0;
  return (code) => {
    effects.enter('listItemMarker');
    return inMarker(code);
  };
  function inMarker(code: Code): State | undefined {
    if (asciiDigit(code) && digits < 9) {
      digits++;
      effects.consume(code);
      return inMarker;
    }
    if (digits > 0 ? code !== DOT && code !== PARENTHESIS : !BULLETS.has(code)) return nok(code);
    effects.consume(code);
    effects.exit('listItemMarker');
    return (next) => (markdownSpace(next) ? ok(next) : nok(next));
  }
}
