// The picture of one entity and what stands next to it: an entity in, boxes and curves out, drawn at build.
import type { Catalog, Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { cut } from './cut.ts';
import { RELATION_ORDER, relationSide, relationWords } from './relations.ts';

/** A box: its corner, and what is written in it. */
export interface NeighbourNode {
  readonly ref: string;
  readonly kind: string;
  /** Cut to fit the box. */
  readonly title: string;
  /** Second line: relation words and type. */
  readonly note: string;
  readonly x: number;
  readonly y: number;
  readonly role: 'centre' | 'neighbour' | 'missing';
}

export interface NeighbourEdge {
  readonly source: string;
  readonly target: string;
  readonly types: readonly string[];
  /** SVG path data. */
  readonly path: string;
}

export interface NeighbourPicture {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly nodes: readonly NeighbourNode[];
  readonly edges: readonly NeighbourEdge[];
  /** Neighbours that found no room, per side. */
  readonly hidden: { readonly left: number; readonly right: number };
}

/** `wide` puts neighbours left and right of the entity; `tall` above and below it, for phones. */
export type Orientation = 'wide' | 'tall';

/** Ownership is said in words beside the picture. */
const LEFT_OUT = new Set(['ownedBy', 'ownerOf']);

const BOX = { width: 172, height: 40, gap: 12 } as const;
const WIDE = { width: 880, margin: 24, most: 6 } as const;
const TALL = { width: 328, margin: 12, most: 4, indent: 32, trunk: 16 } as const;
const LETTERS = { wide: 22, tall: 34 } as const;

/** Draws an entity and its direct neighbours. Returns null when it has none. */
export function drawNeighbourhood(catalog: Catalog, entity: Entity, orientation: Orientation): NeighbourPicture | null {
  const found = neighbours(catalog, entity);
  if (found.length === 0) return null;
  const most = orientation === 'wide' ? WIDE.most : TALL.most;
  const sides = { left: found.filter((one) => one.side === 'left'), right: found.filter((one) => one.side === 'right') };
  const shown = { left: sides.left.slice(0, most), right: sides.right.slice(0, most) };
  const hidden = { left: sides.left.length - shown.left.length, right: sides.right.length - shown.right.length };
  const drawn = orientation === 'wide' ? placeWide(entity, shown) : placeTall(entity, shown);
  return { ...drawn, hidden };
}

interface Neighbour {
  readonly ref: string;
  readonly entity: Entity | null;
  readonly types: string[];
  readonly side: 'left' | 'right';
  /** Words for the first of its relations. */
  readonly label: string;
}

/** Everything one relation away, each entity once, in the order of its first relation. */
function neighbours(catalog: Catalog, entity: Entity): Neighbour[] {
  const found = new Map<string, Neighbour>();
  const order = (type: string) => (RELATION_ORDER.includes(type) ? RELATION_ORDER.indexOf(type) : RELATION_ORDER.length);
  const relations = entity.data.relations
    .filter((relation) => !LEFT_OUT.has(relation.type))
    .toSorted((a, b) => order(a.type) - order(b.type) || compareText(a.type, b.type) || compareText(a.targetRef, b.targetRef));
  for (const { type, targetRef } of relations) {
    if (targetRef === entity.ref) continue;
    const known = found.get(targetRef);
    if (known !== undefined) known.types.push(type);
    else
      found.set(targetRef, {
        ref: targetRef,
        entity: catalog.get(targetRef),
        types: [type],
        side: relationSide(type, catalog.ownRelations),
        label: relationWords(type, catalog.ownRelations),
      });
  }
  return [...found.values()];
}

type Sides = Readonly<Record<'left' | 'right', readonly Neighbour[]>>;
type Drawn = Omit<NeighbourPicture, 'hidden'>;

function placeWide(entity: Entity, sides: Sides): Drawn {
  const rows = Math.max(sides.left.length, sides.right.length, 1);
  const height = 2 * WIDE.margin + rows * BOX.height + (rows - 1) * BOX.gap;
  const middle = height / 2 - BOX.height / 2;
  // With one side empty the entity moves over, so that no half of the picture is blank.
  const columns = { left: WIDE.margin, right: WIDE.width - WIDE.margin - BOX.width };
  const centreX = sides.left.length === 0 ? columns.left : sides.right.length === 0 ? columns.right : (WIDE.width - BOX.width) / 2;
  const nodes: NeighbourNode[] = [centreNode(entity, centreX, middle, LETTERS.wide)];
  const edges: NeighbourEdge[] = [];
  for (const side of ['left', 'right'] as const) {
    const list = sides[side];
    const top = (height - list.length * BOX.height - (list.length - 1) * BOX.gap) / 2;
    for (const [index, one] of list.entries()) {
      const y = top + index * (BOX.height + BOX.gap);
      nodes.push(neighbourNode(one, columns[side], y, LETTERS.wide));
      const from: Point = side === 'left' ? [columns.left + BOX.width, y + BOX.height / 2] : [centreX + BOX.width, height / 2];
      const to: Point = side === 'left' ? [centreX, height / 2] : [columns.right, y + BOX.height / 2];
      edges.push(edgeOf(entity, one, curve(from, to)));
    }
  }
  return { width: WIDE.width, height, boxWidth: BOX.width, boxHeight: BOX.height, nodes, edges };
}

/** One column: what stands to the left above the entity, what stands to the right below it, hung on a trunk. */
function placeTall(entity: Entity, sides: Sides): Drawn {
  const { width, margin, indent, trunk } = TALL;
  const step = BOX.height + BOX.gap;
  const boxWidth = width - 2 * margin - indent;
  const centreY = margin + sides.left.length * step;
  const nodes: NeighbourNode[] = [centreNode(entity, margin, centreY, LETTERS.tall)];
  const edges: NeighbourEdge[] = [];
  for (const side of ['left', 'right'] as const) {
    for (const [index, one] of sides[side].entries()) {
      const y = side === 'left' ? margin + index * step : centreY + (index + 1) * step;
      const start = side === 'left' ? centreY : centreY + BOX.height;
      nodes.push(neighbourNode(one, margin + indent, y, LETTERS.tall));
      edges.push(edgeOf(entity, one, `M${margin + trunk} ${start}V${y + BOX.height / 2}H${margin + indent}`));
    }
  }
  const height = centreY + BOX.height + sides.right.length * step + margin;
  return { width, height, boxWidth, boxHeight: BOX.height, nodes, edges };
}

type Point = readonly [x: number, y: number];

function curve([x1, y1]: Point, [x2, y2]: Point): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function centreNode(entity: Entity, x: number, y: number, letters: number): NeighbourNode {
  const note = [entity.kind.toLowerCase(), entity.type].filter((part) => part !== null && part.toLowerCase() !== entity.kind.toLowerCase());
  return {
    ref: entity.ref,
    kind: entity.kind,
    title: cut(entity.title, letters),
    note: cut(note.join(' · '), letters + 6),
    x,
    y,
    role: 'centre',
  };
}

function neighbourNode(one: Neighbour, x: number, y: number, letters: number): NeighbourNode {
  const kind = one.entity?.kind ?? one.ref.slice(0, one.ref.indexOf(':'));
  const note = [one.label, one.entity === null ? 'missing' : (one.entity.type ?? kind.toLowerCase())].join(' · ');
  const title = one.entity?.title ?? one.ref.slice(one.ref.indexOf('/') + 1);
  return {
    ref: one.ref,
    kind,
    title: cut(title, letters),
    note: cut(note, letters + 6),
    x,
    y,
    role: one.entity === null ? 'missing' : 'neighbour',
  };
}

function edgeOf(entity: Entity, one: Neighbour, path: string): NeighbourEdge {
  return { source: entity.ref, target: one.ref, types: one.types, path };
}
