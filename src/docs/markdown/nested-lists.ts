// Lists nested by two spaces, as TechDocs takes them (mdx_truly_sane_lists): CommonMark wants three behind `1.` and makes lists of their own.
import type { List, ListItem, Nodes, Parent, Root } from 'mdast';

/** What stands this many columns further in than an item belongs to the item. */
const INDENT = 2;

/** Puts what is indented by two or more into the item above it. Runs on the tree as parsed, by the columns in which things stand. */
export function remarkNestedLists(): (tree: Root) => void {
  return nest;
}

function nest(parent: Parent): void {
  if (parent.type === 'list') nestItems(parent as List);
  else if (parent.children.some(({ type }) => type === 'list')) takeIn(parent);
  for (const child of parent.children) if ('children' in child) nest(child);
}

/** Items of one list that stand further in than the item above them become a list in it. */
function nestItems(list: List): void {
  const items: ListItem[] = [];
  let column = Infinity;
  for (const item of list.children) {
    const above = items.at(-1);
    if (above === undefined || columnOf(item) < column + INDENT) {
      items.push(item);
      column = columnOf(item);
      continue;
    }
    const last = above.children.at(-1);
    if (last?.type === 'list' && last.ordered === list.ordered) last.children.push(item);
    else above.children.push({ ...list, start: list.ordered === true ? 1 : null, children: [item], position: item.position });
  }
  list.children = items;
}

/** Blocks behind a list that stand further in than it become part of its last item; the list then goes on where it was broken. */
function takeIn(parent: Parent): void {
  const children: Nodes[] = [];
  let broken = false;
  for (const child of parent.children as Nodes[]) {
    const list = children.at(-1);
    const item = list?.type === 'list' ? list.children.at(-1) : undefined;
    if (list?.type !== 'list' || item === undefined) {
      children.push(child);
    } else if (columnOf(child) >= columnOf(item) + INDENT && columnOf(child) < Infinity) {
      item.children.push(child as ListItem['children'][number]);
      item.spread = item.spread === true || child.type === 'paragraph';
      broken = true;
      continue;
    } else if (broken && child.type === 'list' && child.ordered === list.ordered) {
      list.children.push(...child.children);
      continue;
    } else {
      children.push(child);
    }
    broken = false;
  }
  parent.children = children as Parent['children'];
}

/** Column of a node; endless for a node that stands nowhere. */
function columnOf({ position }: Nodes): number {
  return position?.start.column ?? Infinity;
}
