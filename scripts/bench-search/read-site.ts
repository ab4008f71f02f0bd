// Reads what can be asked of a built site: its folder in; entities, headings and operations out. Nothing of the search's own data is read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { AskedEntity, AskedSite, AskedText } from './questions.ts';

interface EntityJson {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string; readonly title?: string; readonly tags?: readonly unknown[] };
  readonly spec?: { readonly profile?: { readonly displayName?: unknown } };
  readonly relations: readonly { readonly type: string; readonly targetRef: string }[];
}

/** Reads the site at a base path. */
export function readSite(folder: string): AskedSite {
  const graph = readJson<{ nodes: readonly { ref: string; title: string; address: string | null }[] }>(folder, 'api/graph.json');
  const nodes = new Map(graph.nodes.map((node) => [node.ref, node]));
  const entities = readJson<readonly EntityJson[]>(folder, 'api/catalog/entities.json').flatMap((entity): AskedEntity[] => {
    const { kind, metadata, relations } = entity;
    const ref = `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase();
    const node = nodes.get(ref);
    if (node === undefined || node.address === null) return [];
    const owner = nodes.get(relations.find(({ type }) => type === 'ownedBy')?.targetRef ?? '')?.title ?? null;
    const tags = (metadata.tags ?? []).filter((tag) => typeof tag === 'string');
    return [{ ref, kind, name: metadata.name, title: node.title, tags, owner, address: node.address }];
  });
  return { entities, headings: readHeadings(folder), operations: readOperations(folder) };
}

function readJson<T>(folder: string, path: string): T {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
}

/** Titles of docs pages, and their headings of second to fourth level. */
function readHeadings(folder: string): AskedText[] {
  return globSync('docs/**/index.html', { cwd: folder })
    .sort()
    .flatMap((path) => {
      const html = readFileSync(join(folder, path), 'utf8');
      // The site on one page repeats all others; it is for paper.
      if (html.includes('<meta name="robots" content="noindex')) return [];
      const article = /<article[^>]*>(.*?)<\/article>/s.exec(html)?.[1] ?? '';
      const address = `/${path.replace(/index\.html$/, '')}`;
      return [...article.matchAll(/<h[1234] id="[^"]+"[^>]*>(.*?)<\/h[1234]>/gs)]
        .map(([, inner = '']) => ({ text: plain(inner), address }))
        .filter(({ text }) => text.length >= 4 && text.length <= 80);
    });
}

function plain(html: string): string {
  return html
    .replace(/<a class="anchor".*?<\/a>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Ids of operations in the definitions as written; answered by any page of the reference of that API. */
function readOperations(folder: string): AskedText[] {
  return globSync('api/definitions/**/*.txt', { cwd: folder })
    .sort()
    .flatMap((path) => {
      const [namespace, kind, name] = path.replace(/^api\/definitions\/|\.[a-z0-9]+\.txt$/g, '').split('/');
      const text = readFileSync(join(folder, path), 'utf8');
      return [...text.matchAll(/^\s*"?operationId"?: *["']?([\w.-]+)/gm)].map(([, id = '']) => ({
        text: id,
        address: `/catalog/${namespace}/${kind}/${name}/definition/*`,
      }));
    });
}
