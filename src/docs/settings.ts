// The settings of one mkdocs.yml with all that it inherits: files in; its fields, and where each stands, out. Nothing in it is run.
import type { SourceFiles } from '../lib/files.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import { type FieldPath, parseYaml } from '../lib/yaml.ts';
import { report } from './rules.ts';

/** Fields as MkDocs sees them, and where they are written. */
export interface Settings {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Says where a field stands: in the file itself or in the one it inherits it from. */
  locate(path: FieldPath, what?: 'key' | 'value'): Place;
}

/** What is read of one file. */
interface Layer extends Settings {
  readonly path: string;
}

/** Longer chains end here, and so do circles. */
const MAX_LAYERS = 8;
const INHERIT = 'INHERIT';

/** Reads a mkdocs.yml. What is wrong is reported, and what can be read is used. */
export function readSettings(
  files: SourceFiles,
  source: string,
  path: string,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const layers: Layer[] = [];
  let next: string | null = path;
  while (next !== null) {
    const layer = readLayer(files, source, next, problems);
    layers.push(layer);
    next = parentOf(layer, files, layers, problems);
  }
  const fields = layers.map((layer) => layer.fields).reduceRight((parent, child) => merge(parent, child));
  return {
    settings: {
      fields,
      locate: (field, what) => (layers.find((layer) => holds(layer.fields, field)) ?? (layers[0] as Layer)).locate(field, what),
    },
    problems,
  };
}

function readLayer(files: SourceFiles, source: string, path: string, problems: Problem[]): Layer {
  const read = files.readText(path);
  if ('unreadable' in read) {
    const reason = { missing: 'does not exist', 'too-large': 'is too large', 'not-text': 'is not valid UTF-8 text' }[read.unreadable];
    problems.push(report('docs/bad-mkdocs', { message: `The file ${reason}.`, place: { source, path } }));
    return { path, fields: {}, locate: () => ({ source, path }) };
  }
  const { documents, errors } = parseYaml(read.text, { anyTag: true });
  const [error] = errors;
  if (error !== undefined) {
    const place = { source, path, line: error.line, column: error.column };
    problems.push(report('docs/bad-mkdocs', { message: `The file is not valid YAML: ${error.reason}.`, place }));
  }
  const value = documents[0]?.value ?? {};
  const locate: Settings['locate'] = (field, what) => ({ source, path, ...documents[0]?.locate(field, what) });
  if (!isRecord(value)) {
    problems.push(report('docs/bad-mkdocs', { message: 'The file must be a mapping of settings.', place: locate([]) }));
  }
  return { path, fields: isRecord(value) ? value : {}, locate };
}

/** Returns the file that a file inherits from; null if none, or if it cannot be used. */
function parentOf(layer: Layer, files: SourceFiles, layers: readonly Layer[], problems: Problem[]): string | null {
  const written = Object.hasOwn(layer.fields, INHERIT) ? layer.fields[INHERIT] : undefined;
  if (written === undefined || written === null) return null;
  const parent = typeof written === 'string' ? resolveInside(folderOf(layer.path), written) : null;
  const message =
    parent === null
      ? `"${INHERIT}" must name a file of the repository.`
      : layers.length >= MAX_LAYERS || layers.some(({ path }) => path === parent)
        ? `"${INHERIT}" leads in a circle.`
        : files.has(parent)
          ? null
          : `The inherited file "${String(written)}" does not exist.`;
  if (message === null) return parent;
  problems.push(report('docs/bad-mkdocs', { message, place: layer.locate([INHERIT]) }));
  return null;
}

/** Mappings are merged, anything else is replaced: a nav or a list of plugins counts as a whole. */
function merge(parent: Readonly<Record<string, unknown>>, child: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged = new Map(Object.entries(parent));
  for (const [key, value] of Object.entries(child)) {
    const above = merged.get(key);
    merged.set(key, isRecord(above) && isRecord(value) ? merge(above, value) : value);
  }
  return Object.fromEntries(merged);
}

function holds(fields: unknown, path: FieldPath): boolean {
  let value: unknown = fields;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string | number, unknown>)[part];
  }
  return true;
}

/** Says whether a value from YAML is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
