// A built site as it lies on disk: a folder in, its pages and its own data out.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

/** An entity as `/api/catalog/entities.json` gives it. */
export interface EntityJson {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly title?: string; readonly tags?: readonly string[] };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly relations: readonly { readonly type: string; readonly targetRef: string }[];
}

export interface GraphJson {
  readonly nodes: readonly { readonly ref: string; readonly kind: string; readonly title: string; readonly address: string | null }[];
  readonly edges: readonly { readonly source: string; readonly target: string; readonly type: string }[];
}

export interface ProblemJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: { readonly source: string; readonly path: string; readonly line?: number; readonly column?: number };
  readonly subject?: string;
}

export interface BuiltSite {
  readonly folder: string;
  /** Paths of all files, with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Addresses of all pages, sorted; `404.html` keeps its name. */
  readonly pages: readonly string[];
  readonly entities: readonly EntityJson[];
  readonly graph: GraphJson;
  readonly problems: readonly ProblemJson[];
  /** Reads a JSON file; the caller says what is in it. */
  json<T>(path: string): T;
  /** Reads a file; an address that ends in a slash stands for its page. */
  read(address: string): string;
  has(path: string): boolean;
}

/** Reads a built site; throws when its data is missing. */
export function readBuiltSite(folder: string): BuiltSite {
  const files = globSync('**/*', { cwd: folder, dot: true }).sort();
  const read = (address: string) => readFileSync(join(folder, toFile(address)), 'utf8');
  const json = <T>(path: string) => JSON.parse(read(path)) as T;
  return {
    folder,
    json,
    files,
    pages: files.filter((file) => file.endsWith('.html')).map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`),
    entities: json('/api/catalog/entities.json'),
    graph: json('/api/graph.json'),
    problems: json('/api/problems.json'),
    read,
    has: (path) => existsSync(join(folder, toFile(path))),
  };
}

/** The full, lower-case ref of an entity. */
export function refOf({ kind, metadata }: EntityJson): string {
  return `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase();
}

function toFile(address: string): string {
  return address.endsWith('/') ? `${address}index.html` : address;
}
