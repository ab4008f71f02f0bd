// GitHub's Markdown: a parser in; with tables, task lists, footnotes, strikethrough and bare links added to it.
import remarkGfm from 'remark-gfm';
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * Adds GitHub's syntax. Addresses of e-mails are not looked for by the parser, which would try at the start of each word and makes parsing
 * a sixth slower: the step that comes with the syntax finds them in the tree.
 */
export function remarkGitHub(this: Processor): void {
  remarkGfm.call(this as never, { singleTilde: false });
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withoutEmails);
}

function withoutEmails({ text, ...extension }: Extension): Extension {
  return text === undefined ? extension : { ...extension, text: kept(text) };
}

function kept(constructs: ConstructRecord): ConstructRecord {
  const all = Object.entries(constructs) as [string, Construct | Construct[] | undefined][];
  return Object.fromEntries(all.map(([code, some]) => [code, [some ?? []].flat().filter(({ name }) => name !== 'emailAutolink')]));
}
