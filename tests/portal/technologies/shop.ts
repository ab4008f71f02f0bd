// A shop with a radar: repositories with manifests in memory, compiled as one portal.
import type { Config } from '../../../src/config/types.ts';
import type { SourceSnapshot } from '../../../src/lib/snapshot.ts';
import { compilePortal } from '../../../src/portal/compile.ts';
import type { Technologies } from '../../../src/portal/technologies/types.ts';
import type { Portal, RadarEntry } from '../../../src/portal/types.ts';
import { CONFIG, entity, source } from '../organisation.ts';

export { entity, source };

/** Writes an entry of the radar; `more` are further lines of its front matter. */
export function entry(title: string, ring: string, more = ''): string {
  return `---\ntitle: ${title}\nquadrant: tools\nring: ${ring}\n${more}---\nText.\n`;
}

/** Makes a component with its owner; `metadata` may hold tags, labels, annotations. */
export function component(name: string, owner: string, metadata: object = {}): string {
  return entity('Component', name, { type: 'service', lifecycle: 'production', owner }, metadata);
}

/** Compiles sources with a radar of these files. */
export function compileShop(
  sources: readonly SourceSnapshot[],
  radar: Readonly<Record<string, string>>,
  more: Partial<Config> = {},
): Promise<Portal & { readonly technologies: Technologies }> {
  return compilePortal({ ...CONFIG, ...more }, { sources, radar: { source: source('radar', radar), path: '' } }) as Promise<
    Portal & { readonly technologies: Technologies }
  >;
}

/** Finds an entry of the radar. */
export function entryOf(portal: Portal, id: string): RadarEntry {
  const found = portal.radar?.radar.entries.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no entry ${id}.`);
  return found;
}

/** The users of an entry: `name: what shows it`. */
export function users(portal: Portal, id: string): string[] {
  const uses = portal.technologies?.usersOf(entryOf(portal, id)) ?? [];
  return uses.map(
    ({ entity: { name }, evidence }) => `${name}: ${evidence.map(({ by, text, version }) => `${by} ${text} ${version}`.trim()).join(', ')}`,
  );
}
