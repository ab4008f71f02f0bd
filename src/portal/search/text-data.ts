// Words that entities are found by though they are not called so: descriptions and annotations of a portal in, a sorted index of words out.
import type { Entity } from '../../catalog/types.ts';
import { perPortal } from '../per-entity.ts';
import { compareText } from '../../lib/problem.ts';
import { plainSummary } from '../links.ts';
import type { Portal } from '../types.ts';
import { entityRows } from './entity-rows.ts';
import type { WordRow } from './shape.ts';
import { cutParts } from './sorted-parts.ts';
import { fold, termsOf, wordsOf } from './words.ts';

/** Letters of one description, words of one entity, and entities of one word that are kept: what most have tells nothing apart. */
const MOST_LETTERS = 2000;
const MOST_WORDS = 150;
const MOST_ROWS = 1000;

/** Words of one part: many of them stand in hundreds of descriptions. */
const ROWS = 200;

/** Annotations that say how an entity came here, not what it is. */
const NOT_ASKED = /^(?:backstage\.io\/(?:managed-by|source-|edit-|view-|orphan)|callboard\.dev\/)/;

/** Makes the parts of `/search/words/<n>.json`, once for each portal. */
export const wordIndex: (portal: Portal) => readonly (readonly WordRow[])[] = perPortal((portal: Portal) => {
  const found = new Map<string, number[]>();
  for (const [row, entity] of entityRows(portal).entries())
    for (const word of wordsIn(portal, entity)) {
      const rows = found.get(word);
      if (rows === undefined) found.set(word, [row]);
      else if (rows.length <= MOST_ROWS) rows.push(row);
    }
  return cutParts(
    [...found].map(([word, rows]): WordRow => [word, rows.length > MOST_ROWS ? null : rows]).sort(([a], [b]) => compareText(a, b)),
    ROWS,
  );
});

/** Values of annotations stand as a whole and in words: `acme/payments` is asked for as it is written. */
function wordsIn(portal: Portal, { description, annotations, links }: Entity): Set<string> {
  const secret = (key: string) => portal.tools.isSecret(key);
  const values = Object.entries(annotations)
    .filter(([key, value]) => !NOT_ASKED.test(key) && !secret(key) && value.length <= 200)
    .map(([, value]) => value);
  const text = plainSummary(description.slice(0, MOST_LETTERS).replace(/\n\s*\n/g, ' '), MOST_LETTERS);
  const pieces = text.match(/\S+/g) ?? [];
  const words = [
    ...values.filter((value) => !/\s/.test(value)).map(fold),
    ...[...values, ...links.flatMap(({ title }) => title ?? []), ...pieces].flatMap((piece) => termsOf(wordsOf(piece))),
  ];
  return new Set(words.filter((word) => word.length > 1).slice(0, MOST_WORDS));
}
