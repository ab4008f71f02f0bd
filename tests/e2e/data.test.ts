// The data for other programs: the shapes of Backstage's catalog API, and the marks on pages, all of them saying the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compareText } from '../../src/lib/problem.ts';
import { type EntityEnvelope, entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { type BuiltSite, readBuiltSite, refOf } from '../support/built-site.ts';
import { type HtmlPage, type MarkName, readHtmlPage } from '../support/html-page.ts';

/** Relations come in pairs; the graph draws each pair once, in this direction. */
const PAIRS: Readonly<Record<string, string>> = {
  ownedBy: 'ownerOf',
  providesApi: 'apiProvidedBy',
  consumesApi: 'apiConsumedBy',
  dependsOn: 'dependencyOf',
  childOf: 'parentOf',
  memberOf: 'hasMember',
  partOf: 'hasPart',
};
const REVERSE = Object.fromEntries(Object.entries({ ...PAIRS, runsIn: 'runs' }).map(([forward, backward]) => [backward, forward]));
const FULL_REF = /^[a-z][a-z0-9]*:[^:/A-Z]+\/[^:/A-Z]+$/;

let site: BuiltSite;
let pages: ReadonlyMap<string, HtmlPage>;
let refs: ReadonlySet<string>;

beforeAll(() => {
  site = readBuiltSite(inject('dist'));
  pages = new Map(site.pages.map((address) => [address, readHtmlPage(site.read(address))]));
  refs = new Set(site.entities.map(refOf));
});

describe('/api/catalog/entities.json', () => {
  test('holds each entity once, sorted by ref, in the shape of Backstage', () => {
    const listed = site.entities.map(refOf);
    expect(listed.length).toBeGreaterThan(50);
    expect(listed).toEqual([...refs].sort(compareText));
    const validate = entityEnvelopeSchemaValidator();
    for (const entity of site.entities) {
      expect(() => validate(entity as unknown as EntityEnvelope), refOf(entity)).not.toThrow();
      expect(entity.metadata.namespace).not.toBe('');
    }
  });

  test('names relations by full refs, sorted, and each from both of its ends', () => {
    const relations = new Set(
      site.entities.flatMap((entity) => entity.relations.map(({ type, targetRef }) => `${refOf(entity)} ${type} ${targetRef}`)),
    );
    expect(relations.size).toBeGreaterThan(100);
    for (const entity of site.entities) {
      const words = entity.relations.map(({ type, targetRef }) => `${type} ${targetRef}`);
      expect(words, refOf(entity)).toEqual([...new Set(words)].sort(compareText));
      for (const { type, targetRef } of entity.relations) {
        expect(targetRef).toMatch(FULL_REF);
        const other = PAIRS[type] ?? REVERSE[type];
        if (other !== undefined && refs.has(targetRef)) expect(relations).toContain(`${targetRef} ${other} ${refOf(entity)}`);
      }
    }
  });

  test('has each entity by name, with the same content', () => {
    const folder = 'api/catalog/entities/by-name/';
    const paths = site.entities.map(({ kind, metadata }) => `${folder}${kind.toLowerCase()}/${metadata.namespace}/${metadata.name}.json`);
    expect(site.files.filter((file) => file.startsWith(folder))).toEqual(paths.toSorted());
    expect(paths.map((path) => site.json(`/${path}`))).toEqual(site.entities);
  });
});

describe('/api/graph.json', () => {
  test('has all entities as nodes, with the address of their page, and nothing twice', () => {
    const { nodes } = site.graph;
    expect(nodes.map((node) => node.ref)).toEqual([...new Set(nodes.map((node) => node.ref))].sort(compareText));
    expect(nodes.filter((node) => node.address !== null).map((node) => node.ref)).toEqual([...refs]);
    expect(nodes.filter((node) => node.address !== null && !pages.has(node.address))).toEqual([]);
  });

  test('has an edge for each pair of relations, between nodes that are there', () => {
    const known = new Set(site.graph.nodes.map((node) => node.ref));
    expect(site.graph.edges.filter((edge) => !known.has(edge.source) || !known.has(edge.target))).toEqual([]);
    const expected = site.entities.flatMap((entity) =>
      entity.relations.map(({ type, targetRef }) => {
        const forward = REVERSE[type];
        return forward === undefined ? `${refOf(entity)} ${targetRef} ${type}` : `${targetRef} ${refOf(entity)} ${forward}`;
      }),
    );
    const edges = site.graph.edges.map(({ source, target, type }) => `${source} ${target} ${type}`);
    expect(edges).toEqual([...new Set(expected)].sort(compareText));
  });
});

describe('/api/problems.json', () => {
  test('says of each problem what, how bad and where', () => {
    const sources = new Set(site.json<{ sources: { id: string }[] }>('/api/build.json').sources.map((source) => source.id));
    for (const problem of site.problems) {
      expect(problem.rule).toMatch(/^[a-z]+\/[a-z-]+$/);
      expect(['error', 'warning', 'info']).toContain(problem.severity);
      expect(problem.message).toMatch(/^\S.*[.?!]$/s);
      if (problem.place !== undefined) expect([...sources, 'portal', 'radar']).toContain(problem.place.source);
    }
  });

  test('is what the problems page shows', () => {
    expect(marksOf('/problems/', 'problem').toSorted()).toEqual(site.problems.map((problem) => problem.rule).toSorted());
    const text = decode(site.read('/problems/'));
    for (const { message, hint = '' } of site.problems) {
      expect(text).toContain(message);
      expect(text).toContain(hint);
    }
  });

  test('is what the problems tabs of entities show', () => {
    const byAddress = new Map(site.graph.nodes.map((node) => [`${node.address}problems/`, node.ref]));
    const tabs = [...pages.keys()].filter((address) => byAddress.has(address));
    const subjects = site.problems.flatMap((problem) =>
      problem.subject !== undefined && refs.has(problem.subject) ? problem.subject : [],
    );
    const refsOfTabs = tabs.map((address) => byAddress.get(address) ?? '');
    expect([...new Set(subjects)].filter((ref) => !refsOfTabs.includes(ref))).toEqual([]);
    for (const [index, address] of tabs.entries()) {
      const ref = refsOfTabs[index] ?? '';
      const rules = site.problems.filter((problem) => problem.subject === ref).map((problem) => problem.rule);
      const shown = marksOf(address, 'problem').toSorted();
      // Groups and users have the problems of what they own as well.
      if (/^(?:group|user):/.test(ref)) expect(shown, address).toEqual(expect.arrayContaining(rules));
      else expect(shown, address).toEqual(rules.toSorted());
      expect(shown.length, address).toBeGreaterThan(0);
    }
  });
});

describe('/api/build.json', () => {
  test('counts what is there and says nothing of clocks or of the machine', () => {
    const build = site.json<{
      version: string;
      sources: Record<string, unknown>[];
      counts: Record<string, number>;
      newestCommit: string | null;
    }>('/api/build.json');
    expect(Object.keys(build).toSorted()).toEqual(['counts', 'newestCommit', 'sources', 'title', 'version']);
    expect(build.version).toBe(manifest.version);
    expect(build.counts).toMatchObject({ sources: build.sources.length, entities: site.entities.length, problems: site.problems.length });
    for (const source of build.sources) {
      expect(Object.keys(source).toSorted()).toEqual(['commit', 'committedAt', 'id', 'location', 'staleReason', 'staleSince', 'type']);
      // A folder has no commit, and so no time at all.
      if (source['type'] === 'path') expect([source['commit'], source['committedAt'], source['staleSince']]).toEqual([null, null, null]);
    }
    if (build.sources.every((source) => source['type'] === 'path')) expect(build.newestCommit).toBeNull();
  });
});

describe('marks on pages', () => {
  test('lead from a ref to the page of that entity', () => {
    const addresses = new Map(site.graph.nodes.map((node) => [node.ref, node.address]));
    const base = /data-base="([^"]*)"/.exec(site.read('/'))?.[1] ?? '/';
    const marks = [...pages].flatMap(([page, { marks }]) =>
      marks.filter((mark) => mark.name === 'entity').map((mark) => ({ page, ...mark })),
    );
    const wrong = marks.filter(({ value, href }) => {
      const address = addresses.get(value);
      return address === null ? href !== null : address === undefined || href === null || decodeURI(href) !== base.slice(0, -1) + address;
    });
    expect(marks.length).toBeGreaterThan(1000);
    expect(wrong.map(({ page, value, href }) => `${page}: ${value} leads to ${href}`)).toEqual([]);
  });

  test('name nodes and edges that the graph has, on every page', () => {
    const nodes = new Set(site.graph.nodes.map((node) => node.ref));
    const edges = new Set(site.graph.edges.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]));
    for (const [page, { marks }] of pages) {
      for (const { name, value } of marks) {
        if (name === 'node') expect(nodes, page).toContain(value);
        if (name === 'edge') expect(edges, page).toContain(value);
      }
    }
  });

  test('have a page for each blip of the radar', () => {
    const blips = marksOf('/tech-radar/', 'blip');
    expect(blips.length).toBeGreaterThan(10);
    expect(new Set(blips).size).toBe(blips.length);
    expect(blips.filter((id) => !pages.has(`/tech-radar/${id}/`))).toEqual([]);
  });
});

describe('the folder', () => {
  test('has every docs page and radar entry in the search index, each once, every entity among the names, and nothing that is not there', () => {
    const found = indexedAddresses();
    const names = site.json<{ names: readonly string[] }>('/search/names.json').names;
    expect(names.toSorted()).toEqual(site.entities.map(({ metadata }) => metadata.name).toSorted());
    const { languages } = site.json<{ languages: Record<string, { page_count: number }> }>('/pagefind/pagefind-entry.json');
    expect(Object.values(languages).reduce((sum, language) => sum + language.page_count, 0)).toBe(found.length);
    expect(found.length).toBe(new Set(found).size);
    const docs = site.pages.filter((address) => address.startsWith('/docs/') && site.files.includes(`${address.slice(1)}index.md`));
    const entries = site.pages.filter((address) => /^\/tech-radar\/(?!changes\/|usage\/)[^/]+\/$/.test(address));
    expect(docs.length).toBeGreaterThan(20);
    expect(entries.length).toBeGreaterThan(10);
    const expected = [...docs, ...entries];
    expect(expected.filter((address) => !found.includes(address))).toEqual([]);
    const missing = found.filter((url) => {
      const [address = '', id] = url.split('#');
      return !pages.has(address) || (id !== undefined && !site.read(address).includes(`id="${id}"`));
    });
    expect(missing).toEqual([]);
  });

  test('names no folder of the machine it was built on', () => {
    const texts = site.files.filter((file) => /\.(?:html|json|txt|js|css|svg)$/.test(file));
    expect(texts.filter((file) => site.read(`/${file}`).includes(process.cwd()))).toEqual([]);
  });
});

/** Addresses in the search index: each page, and each part of one that is a result of its own, has a file there. */
function indexedAddresses(): string[] {
  return site.files
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => {
      const text = gunzipSync(readFileSync(join(inject('dist'), file))).toString();
      return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
    });
}

function marksOf(address: string, name: MarkName): string[] {
  return (pages.get(address)?.marks ?? []).filter((mark) => mark.name === name).map((mark) => mark.value);
}

/** Reads back the few characters that text in HTML escapes. */
function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
