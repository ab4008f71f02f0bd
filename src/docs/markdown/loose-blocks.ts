// Blocks whose mark CommonMark does not see, and Python-Markdown does: headings without a space behind `##`, footnotes whose text starts on the
// next line and is indented by less than four.
import type { FootnoteDefinition, Heading, Paragraph, Parent, PhrasingContent, Root } from 'mdast';
import { eachNode } from './walk.ts';

const TIGHT_HEADING = /^(#{1,6})[\u00a0]?(?=[\p{L}\u00a0])/u;

/** Makes headings and footnotes of paragraphs that Python-Markdown takes for them. */
export function remarkLooseBlocks(): (tree: Root) => void {
  return (tree) => {
    eachNode(tree, (node, index, parent) => {
      if (node.type === 'footnoteDefinition' && node.children.length === 0) fill(node, parent, index);
      const heading = node.type === 'paragraph' ? tightHeading(node) : null;
      if (heading !== null) parent.children[index] = heading;
    });
  };
}

/** Takes the paragraph on the next line into a footnote. */
function fill(note: FootnoteDefinition, parent: Parent, index: number): void {
  const next = parent.children[index + 1];
  const ends = note.position?.end.line ?? 0;
  if (next?.type !== 'paragraph' || next.position?.start.line !== ends + 1) return;
  parent.children.splice(index + 1, 1);
  note.children.push(next);
}

function tightHeading({ children, position }: Paragraph): Heading | null {
  const [first, ...others] = children;
  const found = first?.type === 'text' ? TIGHT_HEADING.exec(first.value) : null;
  // Of several lines, only the first would be the heading; nobody means that.
  if (first?.type !== 'text' || found?.[1] === undefined || children.some(isBroken)) return null;
  const start = { ...first, value: first.value.slice(found[0].length).trimStart() };
  const depth = found[1].length as Heading['depth'];
  return { type: 'heading', depth, children: [start, ...others], ...(position && { position }) };
}

function isBroken(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.includes('\n'));
}
