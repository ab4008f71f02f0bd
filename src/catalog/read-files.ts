// All entity files of a snapshot in order: the files that globs find, then level by level those that Locations name. Each is read once.
import type { Problem } from '../lib/problem.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import type { Draft, EntityFile } from './draft.ts';
import { findEntityFiles, noEntityFile } from './find-files.ts';
import { type Followed, type LocationContext, followLocation } from './locations.ts';
import { type Filler, makeFiller } from './placeholder-value.ts';
import { readEntityFile } from './read-file.ts';
import { report } from './rules.ts';
import type { Suggest } from './suggest.ts';
import { makeResolve } from './target.ts';

/** Locations may lead to Locations this often, and to this many files of one source in all. */
const MAX_DEPTH = 20;
const MAX_FILES = 50_000;
/** Paths that all globs of Locations together may be compared with. */
const MAX_COMPARISONS = 2_000_000;

/** Everything that was read, in the order in which duplicates count: the first wins. */
export interface ReadResult {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
  readonly counts: { readonly files: number; readonly documents: number };
  /** Locations with a target that cannot be read, and what Backstage says to that. */
  readonly failed: ReadonlyMap<Draft, string>;
}

interface Reading {
  readonly filler: Filler;
  readonly context: LocationContext;
  /** Files that are read or will be, so that no cycle and no second way leads to them again. */
  readonly claimed: Set<string>;
  readonly followed: Map<Draft, Followed>;
  /** Files with a document that is not even the outline of an entity. */
  readonly broken: Set<string>;
  readonly drafts: Draft[];
  readonly problems: Problem[];
  files: number;
  documents: number;
}

/** Reads the entity files of all sources, source by source. */
export function readEntityFiles(snapshot: Snapshot, suggest: Suggest): ReadResult {
  const resolve = makeResolve(snapshot);
  const reading: Reading = {
    filler: makeFiller(resolve, suggest),
    context: { resolve, suggest, budget: { comparisons: MAX_COMPARISONS } },
    claimed: new Set(),
    followed: new Map(),
    broken: new Set(),
    drafts: [],
    problems: [],
    files: 0,
    documents: 0,
  };
  for (const source of snapshot.sources) readSource(source, reading);
  const { drafts, problems, documents, files } = reading;
  return { drafts, problems, counts: { files, documents }, failed: failedLocations(reading) };
}

function failedLocations({ followed, broken }: Reading): Map<Draft, string> {
  const failed = new Map<Draft, string>();
  for (const [draft, { files, failed: own }] of followed) {
    const file = own === null ? files.find((target) => broken.has(keyOf(target))) : undefined;
    const reason = own ?? (file === undefined ? null : `Unable to read ${file.path}, it holds a document that is no entity`);
    if (reason !== null) failed.set(draft, reason);
  }
  return failed;
}

function readSource(source: SourceSnapshot, reading: Reading): void {
  const paths = findEntityFiles(source);
  if (paths.length === 0 && source.docs === null && source.catalog.length > 0) reading.problems.push(noEntityFile(source));
  let level = paths.map((path): EntityFile => ({ source, path, parent: null, depth: 0 })).filter((file) => claim(file, reading));
  let left = MAX_FILES;
  while (level.length > 0) {
    const next: EntityFile[] = [];
    for (const file of level) {
      if (left-- <= 0) {
        reading.problems.push(limitProblem(file));
        return;
      }
      for (const found of readFile(file, reading)) if (claim(found, reading)) next.push(found);
    }
    level = next;
  }
}

const keyOf = ({ source, path }: EntityFile) => `${source.id}\0${path}`;

/** Says whether a file is new, and notes that it is not any more. */
function claim(file: EntityFile, reading: Reading): boolean {
  const key = keyOf(file);
  if (reading.claimed.has(key)) return false;
  reading.claimed.add(key);
  return true;
}

function* readFile(file: EntityFile, reading: Reading): Generator<EntityFile> {
  if (file.depth > MAX_DEPTH) {
    reading.problems.push(limitProblem(file));
    return;
  }
  const { value, problems } = readEntityFile(file, reading.filler);
  reading.problems.push(...problems);
  reading.files++;
  reading.documents += value.documents;
  if (value.isBroken) reading.broken.add(keyOf(file));
  for (const draft of value.drafts) {
    reading.drafts.push(draft);
    const followed = followLocation(draft, reading.context);
    if (followed === null) continue;
    reading.followed.set(draft, followed);
    reading.problems.push(...followed.problems);
    yield* followed.files;
  }
}

function limitProblem(file: EntityFile): Problem {
  const place = { source: file.source.id, path: file.path };
  const message =
    file.depth > MAX_DEPTH
      ? `More than ${MAX_DEPTH} Locations lead to this file one after the other; it is not read.`
      : `Source "${file.source.id}" has more than ${MAX_FILES} entity files; this one and all after it are not read.`;
  return report('location/limit', { message, place });
}
