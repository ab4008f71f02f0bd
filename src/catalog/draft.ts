// A document of an entity file on its way to becoming an entity.
import type { Place } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import type { FieldPath, YamlDocument } from '../lib/yaml.ts';
import type { Json } from './types.ts';

/** An entity file and how the reader came to it. */
export interface EntityFile {
  readonly source: SourceSnapshot;
  readonly path: string;
  /** File whose Location named this one; null for files that the globs of the source find. */
  readonly parent: EntityFile | null;
  /** Number of Locations on the way. */
  readonly depth: number;
}

/** A field whose placeholder could not be filled in; it is left out of the data. */
export interface Unfilled {
  readonly path: FieldPath;
  /** What Backstage says when it rejects the entity for it; null when Backstage would fetch what this reader does not. */
  readonly reason: string | null;
}

/** One document with its placeholders filled in. */
export interface Draft {
  readonly file: EntityFile;
  readonly document: YamlDocument;
  readonly data: Json;
  readonly unfilled: readonly Unfilled[];
}

/** Returns where a field of a draft stands; a field that is not there, or an empty item of a list, gives its nearest parent. */
export function placeOf(draft: Pick<Draft, 'file' | 'document'>, path: FieldPath, what: 'key' | 'value' = 'value'): Place {
  const { file, document } = draft;
  const { line, column } = path.length === 0 ? document.start : document.locate(path, what);
  if (column < 1) return placeOf(draft, path.slice(0, -1), 'key');
  return { source: file.source.id, path: file.path, line, column };
}
