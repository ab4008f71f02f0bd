// A workflow of GitHub Actions in: actions, shared workflows and images. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
import { type FieldPath, parseYaml } from '../../lib/yaml.ts';
import type { Declaration, ManifestReader } from '../types.ts';
import { parseImage } from './image.ts';

/** Reads a workflow. All that it uses is for building and testing. */
export const readWorkflow: ManifestReader = (text) => {
  const { documents, errors } = parseYaml(text);
  const [document] = documents;
  const [error] = errors;
  const fault = error === undefined ? null : { reason: error.reason, line: error.line };
  if (document === undefined) return { declarations: [], self: null, fault };
  const declarations: Declaration[] = [];
  const add = (found: Pick<Declaration, 'type' | 'name' | 'version'> | null, way: FieldPath) => {
    if (found !== null) declarations.push({ ...found, dev: true, line: document.locate(way).line });
  };
  const image = (value: unknown, way: FieldPath) => {
    const said = typeof value === 'string' ? value : mapping(value)['image'];
    const found = typeof said === 'string' ? parseImage(said) : null;
    add(found === null ? null : { type: 'docker', ...found }, typeof value === 'string' ? way : [...way, 'image']);
  };
  for (const [name, value] of Object.entries(mapping(mapping(document.value)['jobs']))) {
    const job = mapping(value);
    add(parseUses(job['uses']), ['jobs', name, 'uses']);
    image(job['container'], ['jobs', name, 'container']);
    for (const [service, one] of Object.entries(mapping(job['services']))) image(one, ['jobs', name, 'services', service]);
    for (const [index, step] of (Array.isArray(job['steps']) ? job['steps'] : []).entries())
      add(parseUses(mapping(step)['uses']), ['jobs', name, 'steps', index, 'uses']);
  }
  return { declarations, self: null, fault };
};

/** `actions/checkout@v5`, `docker://alpine:3`; what begins with a dot lies in the same repository. */
function parseUses(value: unknown): Pick<Declaration, 'type' | 'name' | 'version'> | null {
  if (typeof value !== 'string') return null;
  const image = value.startsWith('docker://') ? parseImage(value.slice('docker://'.length)) : null;
  if (image !== null) return { type: 'docker', ...image };
  const [, name, version] = /^([\w-][\w./-]*\/[\w./-]+)@(\S+)$/.exec(value.slice(0, 500)) ?? [];
  return name === undefined || version === undefined ? null : { type: 'githubactions', name, version };
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
