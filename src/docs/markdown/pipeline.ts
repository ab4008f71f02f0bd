// The way of a page: Markdown in, safe HTML out, one small step after the other. A new syntax is a new row.
import { rehypeToc, remarkToc } from './toc.ts';
import { type Options as ToHtmlOptions } from 'remark-rehype';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list';
import remarkRehype from 'remark-rehype';
import { type PluggableList, type Processor, unified } from 'unified';
import { remarkAbbreviations } from './abbreviations.ts';
import { remarkAlerts } from './alerts.ts';
import { rehypeAnnotations } from './annotations.ts';
import { remarkAttributeLists } from './attribute-lists.ts';
import { rehypeCodeBlocks, remarkCodeBlocks } from './code-blocks.ts';
import { remarkDefinitionSpread } from './definition-lists.ts';
import { criticHandlers, remarkCritic } from './critic.ts';
import { remarkGitHub } from './gfm.ts';
import { rehypeHeadings, rehypeLowerHeadings, remarkHeadings } from './headings.ts';
import { indentedBlockHandlers, remarkIndentedBlocks, remarkTabGroups } from './indented-blocks.ts';
import { rehypeGraphs } from './graphs.ts';
import { rehypeIcons } from './icons.ts';
import { rehypeInlineCode, remarkInlineCode } from './inline-code.ts';
import { remarkInlineMarks } from './inline-marks.ts';
import { rehypeLinks } from './links.ts';
import { remarkLooseBlocks } from './loose-blocks.ts';
import { remarkMarkdownHtml } from './markdown-html.ts';
import { mathHandlers, rehypeMath, remarkMath } from './math.ts';
import { rehypeMedia } from './media.ts';
import { remarkText } from './parse-text.ts';
import { remarkPythonSyntax } from './python-syntax.ts';
import { remarkReferenceLinks } from './reference-links.ts';
import { rehypeRemovedHtml, rehypeUnsafeLinks } from './removed-html.ts';
import { remarkNestedLists } from './nested-lists.ts';
import { SANITIZE_SCHEMA } from './sanitize-schema.ts';
import { remarkSimpleHtml } from './simple-html.ts';
import { remarkSlashBlocks } from './slash-blocks.ts';
import { remarkSnippets } from './snippets.ts';
import { remarkTextReplacements } from './text-replacements.ts';
import { remarkUmlBlocks } from './uml-blocks.ts';
import { rehypeAlign, rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';

/** Syntax: what the parser knows. */
const SYNTAX: PluggableList = [
  remarkText,
  remarkGitHub,
  remarkDefinitionList,
  remarkIndentedBlocks,
  remarkUmlBlocks,
  remarkPythonSyntax,
  remarkInlineMarks,
  remarkCritic,
];

/** Steps on the Markdown tree. */
const MARKDOWN_STEPS: PluggableList = [
  remarkSnippets,
  remarkNestedLists,
  remarkMarkdownHtml,
  remarkSimpleHtml,
  remarkLooseBlocks,
  remarkReferenceLinks,
  remarkSlashBlocks,
  remarkToc,
  remarkAbbreviations,
  remarkTextReplacements,
  remarkAlerts,
  remarkTabGroups,
  remarkDefinitionSpread,
  remarkAttributeLists,
  remarkHeadings,
  remarkCodeBlocks,
  remarkInlineCode,
];

const TO_HTML: ToHtmlOptions = {
  allowDangerousHtml: true,
  clobberPrefix: '',
  footnoteLabelTagName: 'p',
  footnoteLabelProperties: { className: ['footnotes-title'] },
  handlers: { ...defListHastHandlers, ...indentedBlockHandlers, ...criticHandlers, ...mathHandlers },
};

/** Steps behind the sanitiser: what they add is trusted. */
const COMMON_STEPS: PluggableList = [
  rehypeMedia,
  rehypeLinks,
  rehypeTables,
  rehypeTaskLists,
  rehypeMath,
  rehypeGraphs,
  rehypeCodeBlocks,
  rehypeInlineCode,
  rehypeIcons,
  rehypeToc,
];
const PAGE_STEPS: PluggableList = [rehypeAlign, rehypeHeadings, ...COMMON_STEPS, rehypeAnnotations];
const SNIPPET_STEPS: PluggableList = [rehypeAlign, rehypeLowerHeadings, ...COMMON_STEPS];

/** Steps for raw HTML, which most pages do not need. */
const RAW_STEPS: PluggableList = [[rehypeRaw, { tagfilter: false }], rehypeRemovedHtml];

/** Parses Markdown and runs the steps on its tree: `math` for sites with formulas in their texts. */
export const MARKDOWN = { plain: parser([]), math: parser([remarkMath]) };

function parser(more: PluggableList): Processor {
  return unified().use(SYNTAX).use(more).use(MARKDOWN_STEPS).freeze() as unknown as Processor;
}

/** Makes HTML of the tree: `raw` for trees that hold raw HTML. */
export const TO_PAGE = variants(PAGE_STEPS);
export const TO_SNIPPET = variants(SNIPPET_STEPS);

function variants(steps: PluggableList) {
  const make = (raw: PluggableList) =>
    unified()
      .use([[remarkRehype, TO_HTML], ...raw, rehypeUnsafeLinks, [rehypeSanitize, SANITIZE_SCHEMA], ...steps])
      // Raw nodes behind the sanitiser are our own.
      .use(rehypeStringify, { allowDangerousHtml: true })
      .freeze() as unknown as Processor;
  return { plain: make([]), raw: make(RAW_STEPS) };
}
