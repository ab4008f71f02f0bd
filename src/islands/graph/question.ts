// What the reader asks of the graph, and the address that holds it: ours, and the one that Backstage's graph has.
import { FOLDS, type Fold } from '../../graph/fold.ts';
import type { Way } from '../../graph/indexed.ts';
import { CURVES, type Curve, DIRECTIONS, type Direction } from '../../graph/layers.ts';
import { toEdge } from '../../graph/relations.ts';

/** What is shown, as rows: which words it has, and whether it needs entities to start from. */
export const SHOWS = [
  { id: 'map', label: 'Whole organisation', roots: 0 },
  { id: 'around', label: 'What stands around it', roots: 1 },
  { id: 'impact', label: 'What breaks if it goes', roots: 1 },
  { id: 'needs', label: 'What it needs', roots: 1 },
  { id: 'paths', label: 'Paths to another', roots: 1 },
  { id: 'cycles', label: 'Cycles', roots: 0 },
] as const;
export type Show = (typeof SHOWS)[number]['id'];

export interface GraphQuestion {
  readonly show: Show;
  /** Refs of the entities in the middle. */
  readonly roots: readonly string[];
  /** The other end of paths. */
  readonly to: string | null;
  /** Steps away from the roots; 0 stands for no limit. */
  readonly depth: number;
  readonly way: Way;
  /** Lower-case kinds to show; empty for all. */
  readonly kinds: readonly string[];
  /** Relation types to follow; empty for all but ownership, `*` for all. */
  readonly relations: readonly string[];
  readonly fold: Fold | null;
  /** Refs of nodes whose neighbours are shown as well. */
  readonly expanded: readonly string[];
  /** Leaves out lines between nodes of the same distance, and back. */
  readonly simple: boolean;
  readonly merge: boolean;
  readonly direction: Direction;
  readonly curve: Curve;
  readonly filters: boolean;
}

/** What is asked when nothing is said. */
export const NOTHING_ASKED: GraphQuestion = {
  show: 'map',
  roots: [],
  to: null,
  depth: 2,
  way: 'both',
  kinds: [],
  relations: [],
  fold: null,
  expanded: [],
  simple: false,
  merge: true,
  direction: 'LR',
  curve: 'smooth',
  filters: true,
};

const WAYS: readonly Way[] = ['both', 'forward', 'backward'];
const MOST_STEPS = 99;
/** Values of one parameter that are read: an address is not a list of everything. */
const MOST_VALUES = 100;

/** Reads a question from an address; the fallback stands in for what the address does not say. */
export function readQuestion(params: URLSearchParams, fallback: GraphQuestion): GraphQuestion {
  if ([...params.keys()].some((name) => /^(?:rootEntityRefs|maxDepth|selectedKinds|selectedRelations)(?:\[|$)/.test(name))) {
    return readBackstage(params);
  }
  const list = (name: string, otherwise: readonly string[]) =>
    params.has(name) ? params.getAll(name).filter(Boolean).slice(0, MOST_VALUES) : otherwise;
  const roots = list('root', fallback.roots).map(fullRef);
  const asked = oneOf(
    SHOWS.map((row) => row.id),
    params.get('show'),
    roots.length === 0 ? 'map' : fallback.show === 'map' ? 'around' : fallback.show,
  );
  return {
    show: roots.length === 0 && (SHOWS.find((row) => row.id === asked)?.roots ?? 0) > 0 ? 'map' : asked,
    roots,
    to: params.get('to') === null ? fallback.to : fullRef(params.get('to') ?? ''),
    depth: steps(params.get('depth'), fallback.depth),
    way: oneOf(WAYS, params.get('way'), fallback.way),
    kinds: list('kind', fallback.kinds).map((kind) => kind.toLowerCase()),
    relations: list('relation', fallback.relations),
    fold: oneOf<Fold | null>(FOLDS, params.get('fold'), fallback.fold),
    expanded: list('expand', fallback.expanded).map(fullRef),
    simple: flag(params.get('simple'), fallback.simple),
    merge: flag(params.get('merge'), fallback.merge),
    direction: oneOf(DIRECTIONS, params.get('direction'), fallback.direction),
    curve: oneOf(CURVES, params.get('curve'), fallback.curve),
    filters: flag(params.get('filters'), fallback.filters),
  };
}

/** Writes a question as the query of an address, without what the fallback says anyway. */
export function writeQuestion(question: GraphQuestion, fallback: GraphQuestion): string {
  const params = new URLSearchParams();
  const list = (name: string, values: readonly string[], otherwise: readonly string[]) => {
    if (values.join('\n') !== otherwise.join('\n')) for (const value of values) params.append(name, value);
  };
  const one = (name: string, value: string | number | null, otherwise: string | number | null) => {
    if (value !== otherwise && value !== null) params.set(name, String(value));
  };
  list('root', question.roots, fallback.roots);
  one('show', question.show, question.roots.length === 0 ? 'map' : fallback.show === 'map' ? 'around' : fallback.show);
  one('to', question.to, fallback.to);
  one('depth', question.depth, fallback.depth);
  one('way', question.way, fallback.way);
  list('kind', question.kinds, fallback.kinds);
  list('relation', question.relations, fallback.relations);
  one('fold', question.fold, fallback.fold);
  list('expand', question.expanded, fallback.expanded);
  one('simple', Number(question.simple), Number(fallback.simple));
  one('merge', Number(question.merge), Number(fallback.merge));
  one('direction', question.direction, fallback.direction);
  one('curve', question.curve, fallback.curve);
  one('filters', Number(question.filters), Number(fallback.filters));
  return params.toString();
}

/** Reads the address of Backstage's page, with the defaults it has there. */
function readBackstage(params: URLSearchParams): GraphQuestion {
  const list = (name: string) =>
    [...params].flatMap(([key, value]) => (key.replace(/\[\d*\]$/, '') === name && value !== '' ? value : [])).slice(0, MOST_VALUES);
  const relations = list('selectedRelations').map((type) => toEdge('', type, '').type);
  const roots = list('rootEntityRefs').map(fullRef);
  const is = (name: string) => params.get(name) !== 'false';
  return {
    ...NOTHING_ASKED,
    show: roots.length === 0 ? 'map' : 'around',
    roots,
    depth: steps(params.get('maxDepth')?.replace('∞', '0') ?? null, 0),
    kinds: list('selectedKinds').map((kind) => kind.toLowerCase()),
    relations: relations.length === 0 ? ['*'] : [...new Set(relations)],
    simple: is('unidirectional'),
    merge: is('mergeRelations'),
    direction: oneOf(DIRECTIONS, params.get('direction'), 'LR'),
    curve: params.get('curve') === 'curveStepBefore' ? 'step' : 'smooth',
    filters: is('showFilters'),
  };
}

/** Completes a ref as Backstage does: lower case, the namespace `default`, the kind `component`. */
export function fullRef(ref: string): string {
  const lower = ref.trim().toLowerCase();
  if (lower === '') return lower;
  const [kind, rest] = lower.includes(':')
    ? [lower.slice(0, lower.indexOf(':')), lower.slice(lower.indexOf(':') + 1)]
    : ['component', lower];
  return `${kind}:${rest.includes('/') ? rest : `default/${rest}`}`;
}

function oneOf<T extends string | null>(values: readonly T[], value: string | null, otherwise: T): T {
  return values.find((one) => one !== null && one === value) ?? otherwise;
}

function steps(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,4}$/.test(text) ? Math.min(Number(text), MOST_STEPS) : otherwise;
}

function flag(text: string | null, otherwise: boolean): boolean {
  return text === '1' ? true : text === '0' ? false : otherwise;
}
