// Text in, Markdown tree out, with the syntax that the plugins of a processor have added. Syntax may ask to see the text first,
// so that it need not be tried where it cannot stand.
import type { Root } from 'mdast';
import type { Extension } from 'micromark-util-types';
import { combineExtensions } from 'micromark-util-combine-extensions';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';

declare module 'unified' {
  interface Data {
    /** Told each text right before it is parsed. */
    onText?: ((text: string) => void)[];
  }
}

/** Adds the parser. */
export function remarkText(this: Processor): void {
  const data = this.data();
  this.parser = (text) => parseText(text, data);
}

/** Putting a parser together takes as long as parsing a short text: one is kept for what each processor knows. */
const parsers = new WeakMap<Data, Processor<Root>>();

/** Parses a text with the syntax that is known to a processor, and more. */
export function parseText(text: string, data: Data, more: readonly Extension[] = []): Root {
  for (const tell of data.onText ?? []) tell(text);
  if (more.length > 0) return parserOf(data, more).parse(text);
  const parser = parsers.get(data) ?? parserOf(data, []);
  parsers.set(data, parser);
  return parser.parse(text);
}

function parserOf(data: Data, more: readonly Extension[]): Processor<Root> {
  return unified()
    .data({
      micromarkExtensions: [combineExtensions([...(data.micromarkExtensions ?? []), ...more])],
      fromMarkdownExtensions: data.fromMarkdownExtensions ?? [],
    })
    .use(remarkParse)
    .freeze();
}
