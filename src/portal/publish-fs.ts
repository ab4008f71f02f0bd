// Copies what docs pages show beside their text: images and downloads, from the snapshot into the built site.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { publishAsset } from '../docs/assets.ts';

import type { DocsAsset } from '../docs/types.ts';
import type { Snapshot } from '../lib/snapshot.ts';
import type { Portal } from './types.ts';

const AT_ONCE = 16;

/** Writes all assets of all docs sites below a folder. */
export async function publishAssets(portal: Portal, snapshot: Snapshot, folder: string): Promise<void> {
  const limit = pLimit(AT_ONCE);
  const assets = portal.docs.flatMap((entry) => entry.site.assets);
  await Promise.all(
    assets.map((asset) =>
      limit(async () => {
        const bytes = readAsset(snapshot, asset);
        if (bytes === null) return;
        const target = join(folder, asset.address);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, bytes);
      }),
    ),
  );
}

/** Returns an asset as it is published, or null when it cannot be read. */
export function readAsset(snapshot: Snapshot, asset: DocsAsset): Uint8Array | null {
  const source = snapshot.sources.find((one) => one.id === asset.source);
  return source === undefined ? null : publishAsset(asset, source);
}
