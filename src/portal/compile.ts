// The one place where rooms meet: a snapshot in, the portal out. No network, no clock: the same snapshot gives the same portal.
import { buildCatalog } from '../catalog/catalog.ts';
import type { Entity } from '../catalog/types.ts';
import type { Config } from '../config/types.ts';
import { buildDocs } from '../docs/docs.ts';
import { createHighlighter } from '../docs/highlight.ts';
import type { DocsSite } from '../docs/types.ts';
import { buildGraph } from '../graph/graph.ts';
import { indexGraph } from '../graph/indexed.ts';
import type { DrawDiagrams } from '../lib/diagrams.ts';
import { lazy } from '../lib/lazy.ts';
import { type Problem, compareProblems } from '../lib/problem.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import { createAddresses } from './addresses.ts';
import { checkIndex } from './catalog/check-index.ts';
import { type IndexSource, catalogIndex } from './catalog/index-data.ts';
import { openRows } from './catalog/rows.ts';
import { readApis } from './apis.ts';
import { type DocsPlan, planDocs } from './docs-specs.ts';
import { createImpact } from './impact.ts';
import { modelRows } from './model.ts';
import { RAW_LANGUAGES } from './raw-view.ts';
import { createKindRows } from './kinds.ts';
import { buildRadars, checkRadarOwners, radarAddresses } from './radars.ts';
import { PAGE_ADDRESSES, shownSections } from './sections.ts';
import { shareDocs } from './share-docs.ts';
import { nameSites } from './site-names.ts';
import { buildTechnologies } from './technologies/build.ts';
import { createTools } from './tools/tools.ts';
import type { BuildInfo, DocsEntry, Portal, SourceInfo } from './types.ts';
import { VERSION } from './version.ts';

export interface CompileOptions {
  /** Problems found before: by the configuration and by pulling. */
  readonly problems?: readonly Problem[];
  /** Called when a stage begins: for progress and timing. */
  readonly onStage?: (stage: 'catalog' | 'apis' | 'docs' | 'radar' | 'graph') => void;
  /** Worker threads for docs; defaults to what the docs room chooses. */
  readonly threads?: number | undefined;
  /** Folder in which work is kept from build to build; none keeps nothing. */
  readonly cache?: string | undefined;
  /** Draws the diagrams that a server has to draw; without it they are shown as source. */
  readonly draw?: DrawDiagrams | undefined;
}

/** Reads everything a snapshot holds and joins it. Never throws for what is in the files: all faults are in `problems`. */
export async function compilePortal(config: Config, snapshot: Snapshot, options: CompileOptions = {}): Promise<Portal> {
  const addresses = createAddresses(config.base);
  options.onStage?.('catalog');
  const model = modelRows(config);
  const { catalog, problems: catalogProblems, counts } = buildCatalog(snapshot, model.value);

  options.onStage?.('apis');
  const { apis, problems: apiProblems } = await readApis(snapshot, catalog, config.apis.tryHosts);

  options.onStage?.('radar');
  const { value: radars, problems: radarProblems } = buildRadars(snapshot);

  const technologies = buildTechnologies(config, snapshot, catalog, radars);

  options.onStage?.('docs');
  const planned = planDocs(snapshot, catalog.entities, addresses);
  const known = new Set([...PAGE_ADDRESSES, ...catalog.entities.map((entity) => addresses.entity(entity)), ...radarAddresses(radars)]);
  const docs = await buildDocs(
    planned.plans.map((plan) => plan.spec),
    {
      base: config.base,
      known,
      embeds: config.docs.embeds,
      draw: options.draw,
      threads: options.threads,
      cache: options.cache,
    },
  );
  const entries = joinDocs(planned.plans, docs.sites);
  const { byRef, addressOf, redirects, problems: sharedProblems } = shareDocs(entries, planned.plans, planned.shared, catalog, addresses);

  const docsPages = entries.flatMap((entry) => entry.site.pages.map((page) => ({ entry, page })));

  options.onStage?.('graph');
  const graph = indexGraph(buildGraph(catalog));

  const highlighter = createHighlighter();
  await highlighter.load(RAW_LANGUAGES);

  const problems = [
    ...(options.problems ?? []),
    ...model.problems,
    ...catalogProblems,
    ...apiProblems,
    ...planned.problems,
    ...docs.problems,
    ...sharedProblems,
    ...radarProblems,
    ...technologies.problems,
    ...checkRadarOwners(radars, catalog),
    ...checkIndex(config.catalog, catalog),
  ].toSorted(compareProblems);
  const problemsBySubject = Map.groupBy(problems, (problem) => problem.subject ?? '');
  const names = nameSites(entries);
  const files = Map.groupBy(catalog.entities, fileOf);
  const origins = new Map([...snapshot.sources, ...(snapshot.web ? [snapshot.web] : [])].map((source) => [source.id, source.origin]));
  const histories = new Map(snapshot.sources.flatMap(({ id, history }) => (history ? [[id, history] as const] : [])));
  const portal: IndexSource = {
    title: config.title,
    site: config.site?.replace(/\/$/, '') ?? null,
    base: config.base,
    build: buildInfo(snapshot, {
      entities: catalog.entities.length,
      relations: graph.edges.length,
      ...counts,
      docsSites: entries.length,
      docsPages: docsPages.length,
      radarEntries: radars.reduce((sum, { radar }) => sum + radar.entries.length, 0),
      problems: problems.length,
    }),
    catalog,
    indexSettings: config.catalog,
    apis,
    graph,
    docs: entries,
    docsPages,
    redirects,
    radar: radars[0] ?? null,
    radars,
    technologies: technologies.value,
    problems,
    addresses,
    frame: {
      version: VERSION,
      sections: shownSections({ radars, catalog }),
      sources: snapshot.sources.length,
      stale: snapshot.sources.filter(({ stale }) => stale !== null).length,
      hasProblems: problems.some(({ severity }) => severity !== 'info'),
    },
    highlighter,
    kindRow: createKindRows(config.kinds),
    tools: createTools(config),
    docsOf: (ref) => byRef.get(ref) ?? null,
    docsAddressOf: (ref) => addressOf.get(ref) ?? null,
    problemsOf: (ref) => problemsBySubject.get(ref) ?? [],
    originOf: (source) => origins.get(source),
    changeOf: (source, path) => {
      const changed = histories.get(source)?.changed;
      return changed !== undefined && Object.hasOwn(changed, path) ? changed[path] : undefined;
    },
    weeksOf: (source) => histories.get(source)?.weeks ?? [],
    siteNameOf: (address) => names.get(address) ?? '',
    inFileOf: (entity) => (files.get(fileOf(entity)) ?? []).toSorted((a, b) => a.source.startLine - b.source.startLine),
    impactOf: createImpact(graph),
    keep: (make) => {
      const value = make();
      return () => value;
    },
  };
  const index = () => {
    const { data, summaries } = catalogIndex(portal);
    return openRows(data, (row) => summaries[row] ?? '');
  };
  return { ...portal, index: lazy(index) };
}

/** Names the file that an entity is written in. */
function fileOf({ place }: Entity): string {
  return JSON.stringify([place.source, place.path]);
}

/** Puts each built site beside the entities it was planned for. Sites come back in the order of the plans, without those that failed. */
function joinDocs(plans: readonly DocsPlan[], sites: readonly DocsSite[]): DocsEntry[] {
  const byAddress = new Map(sites.map((site) => [site.address, site]));
  return plans.flatMap((plan) => {
    const site = byAddress.get(plan.spec.address);
    return site === undefined ? [] : [{ site, entity: plan.entities[0] ?? null, source: plan.spec.source.id }];
  });
}

function buildInfo(snapshot: Snapshot, counts: Record<string, number>): BuildInfo {
  const sources = snapshot.sources.map(toSourceInfo);
  const commits = sources.flatMap((source) => source.committedAt ?? []).sort();
  return { version: VERSION, sources, counts: { sources: sources.length, ...counts }, newestCommit: commits.at(-1) ?? null };
}

function toSourceInfo({ id, origin, stale }: SourceSnapshot): SourceInfo {
  return {
    id,
    type: origin.type,
    location: origin.type === 'git' ? origin.url : origin.path,
    commit: origin.type === 'git' ? origin.commit : null,
    committedAt: origin.type === 'git' ? origin.committedAt : null,
    staleSince: stale?.since ?? null,
    staleReason: stale?.reason ?? null,
  };
}
