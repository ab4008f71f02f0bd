// Follows a Location: its draft in; the files its targets name out, and a problem for each target that names none.
import { filesUnder, folderOf } from '../lib/paths.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import type { FieldPath } from '../lib/yaml.ts';
import { type Draft, type EntityFile, placeOf } from './draft.ts';
import { compileGlob, isGlob, staticFolder } from '../lib/glob.ts';
import { subjectOf } from './identify.ts';
import { field, shorten, valueLabel } from './json.ts';
import { report } from './rules.ts';
import { type Suggest, suggestFile } from './suggest.ts';
import { type Resolve, sourceHint } from './target.ts';

/** What following Locations needs to know, and may still spend. */
export interface LocationContext {
  readonly resolve: Resolve;
  readonly suggest: Suggest;
  /** Paths that globs may still be compared with. */
  readonly budget: { comparisons: number };
}

/** Problems of one Location that are told. */
const MAX_PROBLEMS = 1_000;
const TYPES = ['file', 'url'];
const FAILURES = ['location/missing-target', 'location/outside', 'location/invalid-target'];

/** Where a Location leads. */
export interface Followed {
  readonly files: readonly EntityFile[];
  readonly problems: readonly Problem[];
  /** Why Backstage rejects the Location: one target that cannot be read is enough. Null if all can, or might be fetched. */
  readonly failed: string | null;
}

/** Returns the files that a draft leads to, or null if it is no Location. Whether a file was read before is the caller's business. */
export function followLocation(draft: Draft, context: LocationContext): Followed | null {
  const kind = field(draft.data, 'kind');
  if (typeof kind !== 'string' || kind.toLowerCase() !== 'location') return null;
  const type = field(field(draft.data, 'spec'), 'type');
  if (typeof type === 'string' && type !== '' && !TYPES.includes(type)) {
    const message = `A Location of type "${shorten(type)}" cannot be followed, only "file" and "url".`;
    const place = placeOf(draft, ['spec', 'type']);
    const failed = `No processor was able to handle reading of ${shorten(type)}`;
    const subject = subjectOf(draft.data);
    return { files: [], problems: [report('location/invalid-target', { message, place, subject })], failed };
  }
  const files: EntityFile[] = [];
  const problems: Problem[] = [];
  let failed: string | null = null;
  for (const [path, target] of targetsOf(draft)) {
    const found = followTarget(draft, path, target, context);
    for (const file of found.value) files.push(file);
    problems.push(...found.problems);
    if (found.problems.some(({ rule }) => FAILURES.includes(rule))) failed ??= `Unable to read ${shorten(target)}, no matching files found`;
  }
  return { files, problems: problems.slice(0, MAX_PROBLEMS), failed };
}

/** Lists the targets with their fields; what is no text is left to the checks of the entity. */
function* targetsOf(draft: Draft): Generator<[FieldPath, string]> {
  const spec = field(draft.data, 'spec');
  const target = field(spec, 'target');
  if (typeof target === 'string') yield [['spec', 'target'], target];
  const targets = field(spec, 'targets');
  if (!Array.isArray(targets)) return;
  for (const [index, item] of targets.entries()) if (typeof item === 'string' && item !== '') yield [['spec', 'targets', index], item];
}

function followTarget(draft: Draft, path: FieldPath, written: string, context: LocationContext): Parsed<EntityFile[]> {
  const { file } = draft;
  const place = placeOf(draft, path);
  const shown = shorten(written, 160);
  const fail = (rule: Parameters<typeof report>[0], message: string, hint?: string): Parsed<EntityFile[]> => ({
    value: [],
    problems: [report(rule, { message, hint, place, subject: subjectOf(draft.data) })],
  });
  const resolved = context.resolve(written, file);
  if (resolved.at === 'nowhere')
    return fail('location/invalid-target', `The target is no path and no web address: ${valueLabel(written)}.`);
  if (resolved.at === 'outside') return fail('location/outside', `The target "${shown}" lies outside the repository.`);
  if (resolved.at === 'web') {
    return fail('location/not-fetched', `The target ${shown} belongs to no source of the portal and is not fetched.`, sourceHint(written));
  }
  const { source } = resolved;
  const to = (found: string): EntityFile => ({ source, path: found, parent: file, depth: file.depth + 1 });
  const optional = field(field(draft.data, 'spec'), 'presence') === 'optional';
  if (isGlob(resolved.path)) {
    const matches = expand(source, resolved.path, context);
    if (matches === null) return fail('location/limit', 'The globs of Locations take too long to look up; the rest is not followed.');
    if (matches.length === 0 && !optional) return fail('location/missing-target', `The target "${shown}" matches no file.`);
    return { value: matches.map(to), problems: [] };
  }
  if (source.files.has(resolved.path)) {
    return isAncestor(source, resolved.path, file)
      ? fail('location/cycle', `The target "${shown}" leads back to this Location.`, 'Remove the target.')
      : { value: [to(resolved.path)], problems: [] };
  }
  if (optional) return { value: [], problems: [] };
  const near = suggestFile(resolved.path, folderOf(file.path), source.files.list(), context.suggest);
  const hint = near === null ? 'If the file need not be there, set spec.presence to "optional".' : `Did you mean "${near}"?`;
  return fail('location/missing-target', `The target "${shown}" does not exist.`, hint);
}

/** Lists the files that a glob matches; null once too many paths were compared. */
function expand(source: SourceSnapshot, glob: string, context: LocationContext): string[] | null {
  const found: string[] = [];
  const matches = compileGlob(glob);
  for (const path of filesUnder(source.files.list(), staticFolder(glob))) {
    if (context.budget.comparisons-- <= 0) return null;
    if (matches(path)) found.push(path);
  }
  return found;
}

function isAncestor(source: SourceSnapshot, path: string, file: EntityFile): boolean {
  for (let at: EntityFile | null = file; at !== null; at = at.parent) if (at.source.id === source.id && at.path === path) return true;
  return false;
}
