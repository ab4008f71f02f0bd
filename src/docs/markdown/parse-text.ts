// Text in, Markdown tree out, with the syntax that the plugins of a processor have added. Syntax may ask for the lines of the text first,
// so that it need not be tried where it cannot stand.
import type { Root } from 'mdast';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';

declare module 'unified' {
  interface Data {
    /** For extensions among `micromarkExtensions`: makes the one that is used for a text instead. */
    extensionsOfText?: Map<Extension, (text: string) => Extension>;
  }
}

/** Adds the parser. */
export function remarkText(this: Processor): void {
  const data = this.data();
  this.parser = (text) => parseText(text, data);
}

/** Parses a text with the syntax that is known to a processor, and more. */
export function parseText(text: string, data: Data, more: readonly Extension[] = []): Root {
  const extensions = (data.micromarkExtensions ?? []).map((extension) => data.extensionsOfText?.get(extension)?.(text) ?? extension);
  const parser = unified()
    .data({ micromarkExtensions: [...extensions, ...more], fromMarkdownExtensions: data.fromMarkdownExtensions ?? [] })
    .use(remarkParse);
  return parser.parse(text);
}
