// Micromark syntax of marks that stand on both sides of words: `^^ins^^`, `^sup^`, `~sub~`, `==mark==`. Rules in, an extension out.
import { splice } from 'micromark-util-chunked';
import { classifyCharacter } from 'micromark-util-classify-character';
import { resolveAll } from 'micromark-util-resolve-all';
import type { Code, Construct, Event, Extension, State, Token, TokenizeContext, Tokenizer } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineMark: 'inlineMark';
    inlineMarkSequence: 'inlineMarkSequence';
    /** A sequence of which it is not known yet what it belongs to. */
    inlineMarkTemporary: 'inlineMarkTemporary';
    inlineMarkText: 'inlineMarkText';
  }
  interface Token {
    /** Whether a sequence may start a mark. */
    opens?: boolean;
    /** Whether a sequence may end a mark. */
    closes?: boolean;
  }
}

/** One sort of mark: a character, and how often it stands on each side. */
export interface InlineMarkSyntax {
  readonly marker: string;
  /**
   * Once marks a few characters anywhere, without white space between the marks (`H~2~O`); twice marks whole words, as the "smart" rules
   * of PyMdown have it.
   */
  readonly size: 1 | 2;
}

/** Makes the extension for several sorts of marks. Other inline syntax can stand in them and they can stand in it. */
export function inlineMarks(syntaxes: readonly InlineMarkSyntax[]): Extension {
  const construct: Construct = { name: 'inlineMark', resolveAll: resolveMarks, tokenize: tokenizeMark(syntaxes) };
  const codes = [...new Set(syntaxes.map(({ marker }) => marker.charCodeAt(0)))];
  return {
    text: Object.fromEntries(codes.map((code) => [code, construct])),
    insideSpan: { null: [construct] },
    attentionMarkers: { null: codes },
  };
}

function tokenizeMark(syntaxes: readonly InlineMarkSyntax[]): Tokenizer {
  return function tokenize(this: TokenizeContext, effects, ok, nok) {
    const { previous } = this;
    const escaped = this.events.at(-1)?.[1].type === 'characterEscape';
    let marker: Code = null;
    let size = 0;

    return (code) => {
      if (previous === code && !escaped) return nok(code);
      marker = code;
      effects.enter('inlineMarkTemporary');
      return more(code);
    };

    function more(code: Code): State | undefined {
      if (code === marker) {
        if (size === 2) return nok(code);
        size++;
        effects.consume(code);
        return more;
      }
      if (!syntaxes.some((syntax) => syntax.size === size && syntax.marker.charCodeAt(0) === marker)) return nok(code);
      const token = effects.exit('inlineMarkTemporary');
      const [before, after] = [classifyCharacter(previous), classifyCharacter(code)];
      const inWord = size === 1;
      token.opens = after !== WHITESPACE && (inWord || before !== undefined);
      token.closes = before !== WHITESPACE && (inWord || after !== undefined);
      return ok(code);
    }
  };
}

/** What micromark calls white space, the ends of the text included; letters and digits are undefined. */
const WHITESPACE = 1;

/** An opening and a closing sequence, by the places of their first events. */
interface Pair {
  readonly open: number;
  readonly close: number;
}

/** Joins the sequences that belong together, in one pass over the events; the others become text. */
function resolveMarks(events: Event[], context: TokenizeContext): Event[] {
  const pairs = findPairs(events, context);
  if (pairs.length === 0) return asText(events);
  const parts: Event[][] = [];
  let done = 0;
  for (const { open, close } of pairs) {
    parts.push(asText(events.slice(done, open)), markEvents(events, open, close, context));
    done = close + 2;
  }
  parts.push(asText(events.slice(done)));
  // The tokenizer holds on to its list.
  splice(events, 0, events.length, parts.flat());
  return events;
}

/** Finds the pairs that stand in no other pair, in order. What stands in them is resolved when they are. */
function findPairs(events: readonly Event[], context: TokenizeContext): Pair[] {
  const openers = new Map<string, number>();
  const pairs: Pair[] = [];
  for (const [index, [what, token]] of events.entries()) {
    if (what !== 'enter' || token.type !== 'inlineMarkTemporary') continue;
    const key = context.sliceSerialize(token);
    const open = token.closes === true ? openers.get(key) : undefined;
    if (open === undefined || !fits(events[open]?.[1], token, context)) {
      if (token.opens === true) openers.set(key, index);
      continue;
    }
    // Openers and pairs behind this opener are inside the new pair.
    for (const [other, at] of openers) if (at >= open) openers.delete(other);
    while ((pairs.at(-1)?.open ?? 0) > open) pairs.pop();
    pairs.push({ open, close: index });
  }
  return pairs;
}

function fits(open: Token | undefined, close: Token, context: TokenizeContext): boolean {
  if (open === undefined || open.end.offset === close.start.offset) return false;
  const single = close.end.offset - close.start.offset === 1;
  return !single || !/\s/.test(context.sliceSerialize({ start: open.end, end: close.start }));
}

function markEvents(events: readonly Event[], open: number, close: number, context: TokenizeContext): Event[] {
  const [opening, closing] = [events[open]?.[1], events[close]?.[1]];
  if (opening === undefined || closing === undefined) return [];
  opening.type = 'inlineMarkSequence';
  closing.type = 'inlineMarkSequence';
  const mark: Token = { type: 'inlineMark', start: { ...opening.start }, end: { ...closing.end } };
  const text: Token = { type: 'inlineMarkText', start: { ...opening.end }, end: { ...closing.start } };
  const inside = resolveAll(context.parser.constructs.insideSpan.null ?? [], events.slice(open + 2, close), context);
  return [
    ['enter', mark, context],
    ...events.slice(open, open + 2),
    ['enter', text, context],
    ...inside,
    ['exit', text, context],
    ...events.slice(close, close + 2),
    ['exit', mark, context],
  ];
}

function asText(events: Event[]): Event[] {
  for (const [, token] of events) if (token.type === 'inlineMarkTemporary') token.type = 'data';
  return events;
}
