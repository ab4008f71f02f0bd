// The words for relations, for pages and islands.
export { RELATION_PAIRS, relationLabel } from '../graph/relations.ts';
