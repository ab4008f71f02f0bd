// Where the definition of an API was written: an entity in; its text with the file and line it comes from out.
import type { Resolve } from '../catalog/target.ts';
import type { Entity } from '../catalog/types.ts';
import type { Place } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { parseYaml } from '../lib/yaml.ts';

/** A definition as text, and where that is. */
export interface DefinitionSource {
  readonly text: string;
  readonly source: SourceSnapshot;
  /** File that holds the text: its own, or that of the entity. */
  readonly path: string;
  /** Makes the place of a line of the definition; of the entity where the lines are not those of the file. */
  readonly place: (line?: number, column?: number) => Place;
}

/** Finds the definition of an entity; null when it has none. */
export function definitionSource(entity: Entity, sources: ReadonlyMap<string, SourceSnapshot>, resolve: Resolve): DefinitionSource | null {
  const text = entity.data.spec?.['definition'];
  const own = sources.get(entity.place.source);
  if (typeof text !== 'string' || own === undefined) return null;
  const document = parseYaml(entity.source.text).documents[0];
  const written = fieldOf(fieldOf(document?.value, 'spec'), 'definition');
  const target = fieldOf(written, '$text');
  if (typeof target === 'string') {
    const found = resolve(target, { source: own, path: entity.place.path });
    if (found.at === 'source') return { text, source: found.source, path: found.path, place: placeIn(found.source.id, found.path) };
  }
  const at = document?.locate(['spec', 'definition']);
  const line = at === undefined ? null : entity.source.startLine - 1 + at.line;
  const first = at === undefined ? '' : (entity.source.text.split('\n', at.line)[at.line - 1] ?? '');
  // Only a block (`|`) has the same lines as the file it stands in, moved to the right.
  const isBlock = typeof written === 'string' && text.includes('\n') && first.trim() === (text.split('\n', 1)[0] ?? '').trim();
  const indent = isBlock ? first.length - first.trimStart().length - (text.length - text.trimStart().length) : 0;
  return {
    text,
    source: own,
    path: entity.place.path,
    place: (inner, column) => ({
      source: own.id,
      path: entity.place.path,
      ...(line !== null && { line: isBlock && inner !== undefined ? line + inner - 1 : line }),
      ...(isBlock && column !== undefined && { column: column + Math.max(0, indent) }),
    }),
  };
}

/** Makes places in a file of its own. */
export function placeIn(source: string, path: string): (line?: number, column?: number) => Place {
  return (line, column) => ({ source, path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) });
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
