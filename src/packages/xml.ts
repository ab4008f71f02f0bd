// XML in, elements with lines out. What stands before a fault is kept; entities other than XML's own are never filled in.
import sax from 'sax';
import { MAX_DEPTH } from './fields.ts';
import { lineFinder } from './lines.ts';
import type { Fault } from './types.ts';

/** An element. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Own text without outer space. */
  readonly text: string;
}

interface Draft {
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Draft[];
  text: string;
}

/** Elements that are kept of one file. */
const MOST = 50_000;

/** Parses an XML text; null when there is no element. */
export function parseXml(text: string): { readonly root: Element | null; readonly fault: Fault | null } {
  const lineOf = lineFinder(text);
  const parser = sax.parser(true, { position: true });
  const stack: Draft[] = [];
  let root: Draft | null = null;
  let fault: Fault | null = null;
  let count = 0;
  let skipped = 0;
  const onText = (part: string) => {
    const here = stack.at(-1);
    if (here !== undefined && skipped === 0 && fault === null) here.text += part;
  };
  Object.assign(parser, {
    onopentag({ name, attributes }) {
      if (fault !== null || ++count > MOST || stack.length >= MAX_DEPTH) {
        skipped++;
        return;
      }
      const element: Draft = {
        name,
        line: lineOf(Math.max(0, parser.startTagPosition - 1)),
        attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
        children: [],
        text: '',
      };
      stack.at(-1)?.children.push(element);
      root ??= element;
      stack.push(element);
    },
    onclosetag() {
      if (skipped > 0) skipped--;
      else stack.pop();
    },
    ontext: onText,
    oncdata: onText,
    onerror(error) {
      fault ??= { reason: lower(error.message), line: parser.line + 1 };
      // Without this the parser throws at the next character.
      parser.resume();
    },
  } satisfies Partial<sax.SAXParser>);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return { root: root === null ? null : finish(root), fault };
}

function finish(element: Draft): Element {
  return { ...element, text: element.text.trim(), children: element.children.map(finish) };
}

/** Lists the elements at the end of a way of names. */
export function elementsAt(from: Element, ...way: readonly string[]): readonly Element[] {
  return way.reduce<readonly Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((one) => one.name === name)),
    [from],
  );
}

/** Returns the text of the first child of a name; empty if there is none. */
export function childText(from: Element, name: string): string {
  return from.children.find((one) => one.name === name)?.text ?? '';
}

/** The first line of what the parser says: the others are places. */
function lower(message: string): string {
  const [first = ''] = message.split('\n');
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}
