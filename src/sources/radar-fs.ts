// The radars' files: paths beside the configuration, or inside of sources, in; for each a source and the path inside it out.
import { basename, dirname, resolve } from 'node:path';
import type { ConfigFile, RadarSpec } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import { didYouMean } from '../lib/nearest.ts';
import { filesUnder } from '../lib/paths.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import type { RadarFiles, SourceSnapshot } from '../lib/snapshot.ts';
import { kindOf } from './disk-fs.ts';
import { reportSource } from './rules.ts';

/** Opens the radars of a configuration, each a folder or one file, in order. One that is not there is null and a problem. */
export function findRadars(config: ConfigFile, sources: readonly SourceSnapshot[]): Parsed<readonly (RadarFiles | null)[]> {
  const found: (RadarFiles | null)[] = [];
  const problems: Problem[] = [];
  for (const spec of config.radars) {
    const place = spec.source === null ? besideConfig(spec, config.folder) : inSource(spec, sources);
    if ('problem' in place) problems.push(place.problem);
    found.push('problem' in place ? null : { id: spec.id, title: spec.title, ...place });
  }
  return { value: found, problems };
}

type Found = { readonly source: SourceSnapshot; readonly path: string } | { readonly problem: Problem };

function besideConfig(spec: RadarSpec, folder: string): Found {
  const full = resolve(folder, spec.path);
  const kind = kindOf(full);
  if (kind === null) {
    const message = `There is no folder or file "${spec.path}" for the radar.`;
    return {
      problem: reportSource('source/missing-radar', { message, hint: 'Paths are relative to the configuration.', place: spec.place }),
    };
  }
  const root = kind === 'folder' ? full : dirname(full);
  const source = {
    // Problems name the source; no source of the configuration has a colon in its id.
    id: spec.id === 'radar' ? 'radar' : `radar:${spec.id}`,
    origin: { type: 'path', path: spec.path },
    root,
    files: diskFiles(root),
    catalog: [],
    docs: null,
    stale: null,
  } as const;
  return { source, path: kind === 'folder' ? '' : basename(full) };
}

function inSource(spec: RadarSpec, sources: readonly SourceSnapshot[]): Found {
  const { path, place } = spec;
  const source = sources.find(({ id }) => id === spec.source);
  if (source === undefined) {
    const message = `There is no source "${spec.source}" for the radar "${spec.id}".`;
    const ids = sources.map(({ id }) => id);
    return { problem: reportSource('source/missing-radar', { message, hint: didYouMean(spec.source ?? '', ids), place }) };
  }
  if (!source.files.has(path) && filesUnder(source.files.list(), path).length === 0) {
    const message = `The source "${source.id}" has no folder or file "${path}" for the radar.`;
    return { problem: reportSource('source/missing-radar', { message, hint: 'The path is relative to the root of the source.', place }) };
  }
  return { source, path };
}

/** Returns the paths inside a source under which radars lie. */
export function radarPathsOf(radars: readonly RadarSpec[], source: string): readonly string[] {
  return radars.flatMap((radar) => (radar.source === source ? [radar.path] : []));
}
