// The radar's files: a path beside the configuration in; a source of its own, and the path inside it, out.
import { basename, dirname, resolve } from 'node:path';
import type { ConfigFile } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import type { Parsed } from '../lib/problem.ts';
import type { Snapshot } from '../lib/snapshot.ts';
import { kindOf } from './disk-fs.ts';
import { reportSource } from './rules.ts';

/** Opens the radar of a configuration, a folder or one file. Null when none is configured, or, with a problem, when it is not there. */
export function findRadar(config: ConfigFile): Parsed<Snapshot['radar']> {
  if (config.radar === null) return { value: null, problems: [] };
  const full = resolve(config.folder, config.radar);
  const kind = kindOf(full);
  if (kind === null) {
    const message = `There is no folder or file "${config.radar}" for the radar.`;
    const hint = 'Paths are relative to the configuration.';
    return { value: null, problems: [reportSource('source/missing-radar', { message, hint, place: config.radarPlace ?? undefined })] };
  }
  const root = kind === 'folder' ? full : dirname(full);
  const source = {
    id: 'radar',
    origin: { type: 'path', path: config.radar },
    root,
    files: diskFiles(root),
    catalog: [],
    docs: null,
    stale: null,
  } as const;
  return { value: { source, path: kind === 'folder' ? '' : basename(full) }, problems: [] };
}
