// Short Markdown texts inside other pages: descriptions of entities, radar entries.
import { renderSnippet } from '../docs/markdown/render.ts';
import type { Portal } from './types.ts';

/** Renders a description to safe HTML; an empty one gives the empty string. */
export function renderDescription(portal: Portal, markdown: string): string {
  return markdown.trim() === '' ? '' : renderSnippet(markdown, { base: portal.base, highlighter: portal.highlighter });
}
