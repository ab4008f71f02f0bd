// portal.yaml: its text in; a checked configuration with all defaults, or null, and every problem with its place out.
import { type Parsed, type Place, type Problem, compareProblems } from '../lib/problem.ts';
import { type YamlDocument, parseYaml } from '../lib/yaml.ts';
import { apisOf } from './apis.ts';
import { indexSettings } from './catalog.ts';
import { discoveryOf } from './discovery.ts';
import { docsOf } from './docs.ts';
import { parseGitAddress } from './git-address.ts';
import { normalizeRef } from './git-ref.ts';
import { hostingOf } from './hosting.ts';
import { problemsOf } from './issues.ts';
import { checkRadars, radarsOf } from './radars.ts';
import { reportConfig } from './rules.ts';
import { type PortalSpec, portalSchema } from './schema.ts';
import { checkSources } from './sources.ts';
import { technologiesOf } from './technologies.ts';
import type { Config, SourceSpec } from './types.ts';
import { isGlob, normalizeBase, normalizeInside, normalizeSite } from './values.ts';

/** Source id under which problems of the configuration are reported: it belongs to no source. */
export const PORTAL_SOURCE = 'portal';
const DEFAULT_CATALOG = ['catalog-info.yaml', 'catalog-info.yml'];

/**
 * Parses the text of a configuration. `file` is the name under which problems are reported, as the user wrote it.
 * Returns null as the value when anything is wrong at error level; problems are sorted by line.
 */
export function parseConfig(text: string, file: string): Parsed<Config | null> {
  const { documents, errors } = parseYaml(text);
  const filePlace: Place = { source: PORTAL_SOURCE, path: file };
  const problems: Problem[] = errors.map(({ reason, line, column }) =>
    reportConfig('config/syntax', { message: `The file cannot be parsed as YAML: ${reason}.`, place: { ...filePlace, line, column } }),
  );
  const [document, second] = documents.filter((candidate) => candidate.value !== null);
  if (second !== undefined) {
    problems.push(
      reportConfig('config/syntax', {
        message: 'A second document begins here; only one is read.',
        place: { ...filePlace, ...second.start },
      }),
    );
  }
  if (document === undefined) {
    if (problems.length === 0) {
      problems.push(
        reportConfig('config/missing-key', {
          message: 'The file holds nothing.',
          hint: 'Write at least a title and one source.',
          place: { ...filePlace, line: 1, column: 1 },
        }),
      );
    }
    return { value: null, problems };
  }
  const checked = checkDocument(document, filePlace);
  problems.push(...checked.problems);
  const failed = problems.some(({ severity }) => severity === 'error');
  return { value: failed ? null : checked.value, problems: problems.sort(compareProblems) };
}

function checkDocument(document: YamlDocument, file: Place): Parsed<Config | null> {
  const place = (path: readonly (string | number)[], what?: 'key' | 'value'): Place => ({ ...file, ...document.locate(path, what) });
  const result = portalSchema.safeParse(document.value);
  const problems = [
    ...(result.success ? [] : problemsOf(result.error.issues, document, place)),
    ...checkSources(document.value, place),
    ...checkRadars(document.value, place),
  ];
  return { value: result.success ? configOf(result.data, place) : null, problems };
}

/** Fills in every default of a configuration that has passed all checks. */
function configOf(spec: PortalSpec, place: (path: readonly (string | number)[], what?: 'key' | 'value') => Place): Config {
  return {
    title: spec.title.trim(),
    site: spec.site === undefined ? null : normalizeSite(spec.site),
    base: normalizeBase(spec.base ?? '/') ?? '/',
    sources: spec.sources.flatMap((source, index) => sourceOf(source, place(['sources', index]))),
    reading: (spec.reading?.allow ?? []).map(({ host, paths }) => ({ host, paths: paths ?? ['/'] })),
    apis: apisOf(spec.apis),
    docs: docsOf(spec.docs, (path) => place(['docs', ...path])),
    history: spec.history ?? true,
    hosting: hostingOf(spec.hosting),
    catalog: indexSettings(spec.catalog, place),
    radars: radarsOf(spec.radar, place),
    technologies: technologiesOf(spec.technologies, (path, what) => place(['technologies', ...path], what)),
    tools: new Map(
      Object.entries(spec.tools ?? {}).flatMap(([name, base]) => (base === undefined ? [] : [[name, base.replace(/\/+$/, '')]])),
    ),
    annotations: (spec.annotations ?? []).map(({ group = null, link = null, ...rest }) => ({ ...rest, group, link })),
    kinds: (spec.kinds ?? []).map(({ kind, plural = null, icon = null, apiVersions = [], schema: schemaFile = null }, index) => {
      return { kind, plural, icon, apiVersions, schemaFile, schema: null, place: place(['kinds', index, 'kind']) };
    }),
    relations: (spec.relations ?? []).map(({ words, targets = [], relation, ...row }, index) => {
      const both = words === undefined ? null : ([words[0] ?? '', words[1] ?? ''] as const);
      return { ...row, targets, relation: relation ?? row.field, words: both, place: place(['relations', index, 'field']) };
    }),
  };
}

function sourceOf(source: PortalSpec['sources'][number], place: Place): SourceSpec[] {
  const common = {
    id: source.id ?? null,
    catalog: source.catalog ?? DEFAULT_CATALOG,
    docs: source.docs === undefined ? null : normalizeInside(source.docs),
    place,
  };
  if (source.path !== undefined) return [{ type: 'path', ...common, path: source.path, many: isGlob(source.path) }];
  const query = discoveryOf(source);
  if (query !== null) return [{ type: 'discovery', ...common, ...query }];
  const parsed = parseGitAddress(source.git ?? '');
  return 'fault' in parsed
    ? []
    : [{ type: 'git', ...common, address: parsed.address, ref: source.ref === undefined ? null : normalizeRef(source.ref) }];
}
