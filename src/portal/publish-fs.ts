// Copies what belongs to docs pages beside their HTML: images, downloads and their Markdown, from the snapshot into the built site.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { publishAsset } from '../docs/assets.ts';
import type { DocsAsset } from '../docs/types.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import { markdownAddress } from './llms.ts';
import type { Portal } from './types.ts';

/** Files after which others get their turn: the search index, and what shows how far the work is. */
const TURN = 64;

/** A file that is published beside pages. */
export interface PublishedFile {
  /** Address without base path. */
  readonly address: string;
  /** Returns its bytes as they are published, or null when it cannot be read. */
  readonly read: () => Uint8Array | null;
}

/** Lists the images and downloads of all docs sites, and the Markdown of their pages. */
export function publishedFiles(portal: Portal, snapshot: Snapshot): PublishedFile[] {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  const assets = portal.docs.flatMap(({ site }) => site.assets);
  const pages = portal.docsPages.filter(({ page }) => page.canonical === undefined);
  return [
    ...assets.map((asset) => ({ address: asset.address, read: () => readAsset(asset, sources.get(asset.source)) })),
    ...pages.map(({ entry, page }) => ({
      address: markdownAddress(page),
      read: () => (page.text === undefined ? (sources.get(entry.source)?.files.readBytes(page.file) ?? null) : Buffer.from(page.text)),
    })),
  ];
}

function readAsset(asset: DocsAsset, source: SourceSnapshot | undefined): Uint8Array | null {
  return source === undefined ? null : publishAsset(asset, source);
}

/** Writes all published files below a folder. */
export async function publishFiles(portal: Portal, snapshot: Snapshot, folder: string): Promise<void> {
  const made = new Set<string>();
  for (const [index, { address, read }] of publishedFiles(portal, snapshot).entries()) {
    if (index % TURN === TURN - 1) await others();
    const bytes = read();
    if (bytes === null) continue;
    const target = join(folder, address);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    // Waiting for the disk here costs less than handing each file over.
    writeFileSync(target, bytes);
  }
}
