// The definitions of all APIs: a catalog and its snapshot in; what their references show, and what is wrong with them, out.
import { createApiReader } from '../apis/read-api.ts';
import { readRemotes } from '../apis/mcp/remotes.ts';
import type { ApiModel, Trial } from '../apis/types.ts';
import { makeResolve } from '../catalog/target.ts';
import type { Catalog, Entity } from '../catalog/types.ts';
import type { Problem } from '../lib/problem.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import { type DefinitionSource, definitionSource, placeIn } from './api-sources.ts';

/** The definition of one API. */
export interface ApiEntry {
  /** Null when nothing but its text can be shown. */
  readonly model: ApiModel | null;
  readonly problems: readonly Problem[];
  /** Null when no request can be tried. */
  readonly trial: Trial | null;
}

/** Reads the definitions of all entities that have one; `tryHosts` are the hosts that requests may be sent to. */
export async function readApis(
  snapshot: Snapshot,
  catalog: Catalog,
  tryHosts: readonly string[],
): Promise<{ apis: Map<string, ApiEntry>; problems: Problem[] }> {
  const read = createApiReader();
  const resolve = makeResolve(snapshot);
  const sources = new Map([...snapshot.sources, ...(snapshot.web ? [snapshot.web] : [])].map((source) => [source.id, source]));
  const apis = new Map<string, ApiEntry>();
  for (const entity of catalog.entities) {
    const definition = definitionSource(entity, sources, resolve);
    const entry = definition === null ? remotesOf(entity) : await readDefinition(entity, definition);
    if (entry !== null) apis.set(entity.ref, entry);
  }
  return { apis, problems: [...apis.values()].flatMap(({ problems }) => problems) };

  async function readDefinition(entity: Entity, { text, source, path, place }: DefinitionSource): Promise<ApiEntry> {
    // Only APIs are held to their formats; any other entity may have a text under this name.
    if (entity.kind !== 'API') return { model: null, problems: [], trial: null };
    return read({
      type: entity.type,
      text,
      path,
      subject: entity.ref,
      tryHosts,
      read: (file) => source.files.readText(file),
      place: (file, line, column) => (file === null ? place(line, column) : fileOf(source, file, line, column)),
    });
  }
}

function fileOf(source: SourceSnapshot, file: string, line?: number, column?: number) {
  return placeIn(source.id, file)(line, column);
}

/** MCP servers say where they answer, and leave it to them to tell what they can do. */
function remotesOf(entity: Entity): ApiEntry | null {
  if (entity.kind !== 'API') return null;
  const model = readRemotes(entity.data.spec?.['remotes']);
  return model === null ? null : { model, problems: [], trial: null };
}
