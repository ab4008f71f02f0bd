// A radar on disk in any format in; the files of it in another format out, and on disk where that is asked for.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { diskFiles } from '../lib/files-fs.ts';
import type { Problem } from '../lib/problem.ts';
import { toBackstageRadar } from '../radar/export.ts';
import { buildRadar } from '../radar/radar.ts';
import type { Radar } from '../radar/types.ts';
import { toMarkdownFiles } from '../radar/write-markdown.ts';
import { toJson } from './data.ts';

/** Formats that radars are written in: how their files are made, and what a single file is called. */
const TARGETS = {
  markdown: (radar: Radar) => toMarkdownFiles(radar),
  backstage: (radar: Radar): ReadonlyMap<string, string> => new Map([['tech-radar.json', toJson(toBackstageRadar(radar))]]),
} as const;

/** Name of a format that a radar can be written in. */
export type RadarTarget = keyof typeof TARGETS;

export interface ConvertedRadar {
  /** Files by their names; null when there is no radar at the path. */
  readonly files: ReadonlyMap<string, string> | null;
  readonly problems: readonly Problem[];
  /** Folder that the places of problems are relative to. */
  readonly root: string;
}

/** Reads the radar at a path and writes it in another format, in memory. */
export function convertRadar(path: string, to: RadarTarget): ConvertedRadar {
  const full = resolve(path);
  const isFolder = statSync(full, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const root = isFolder ? full : dirname(full);
  const origin = { type: 'path', path } as const;
  const source = { id: 'radar', origin, root, files: diskFiles(root), catalog: [], docs: null, stale: null };
  const { radar, problems } = buildRadar({ source, path: isFolder ? '' : basename(full) });
  return { files: radar === null ? null : TARGETS[to](radar), problems, root };
}

/** Says whether files may be written to a place: a folder that is not there or empty, or for one file a name that is free. */
export function isFree(out: string): boolean {
  const stat = statSync(out, { throwIfNoEntry: false });
  return stat === undefined || (stat.isDirectory() && readdirSync(out).length === 0);
}

/** Writes files into a folder, which is made. */
export function writeFiles(files: ReadonlyMap<string, string>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
