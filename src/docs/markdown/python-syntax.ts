// Blocks that Python-Markdown and TechDocs see differently from CommonMark: adds their syntax to a parser.
import type { Processor } from 'unified';
import { htmlLines } from './syntax/html-line.ts';
import { nestedLists } from './syntax/list-nesting.ts';

/** Adds raw HTML as part of the text, and lists that are nested by two spaces. */
export function remarkPythonSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(htmlLines(), nestedLists());
}
