// A made-up organisation for the tests: its plan, its files, and the entities as they stand in them.
import { load, loadAll } from 'js-yaml';
import { portalFiles } from '../../../scripts/bench/files.ts';
import type { Organisation, Size } from '../../../scripts/bench/model.ts';
import { planOrganisation } from '../../../scripts/bench/plan.ts';

export interface WrittenEntity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** A docs site as it lies there. */
export interface WrittenSite {
  /** Folder of its mkdocs.yml, with a slash at the end. */
  readonly folder: string;
  readonly docs: string;
  readonly nav: unknown;
  /** Paths in the docs folder. */
  readonly pages: readonly string[];
}

export interface Written {
  readonly organisation: Organisation;
  readonly files: ReadonlyMap<string, string>;
  readonly entities: readonly { readonly entity: WrittenEntity; readonly ref: string; readonly file: string }[];
  readonly sites: readonly WrittenSite[];
}

/** Makes an organisation and reads it back. */
export function written(size: Size): Written {
  const organisation = planOrganisation(size);
  const files = new Map([...portalFiles(organisation)].map(({ path, text }) => [path, text]));
  const paths = [...files.keys()];
  const entities = [...files]
    .filter(([path]) => path.startsWith('org/') || path.endsWith('/catalog-info.yaml'))
    .flatMap(([file, text]) => (loadAll(text) as WrittenEntity[]).map((entity) => ({ entity, ref: refOf(entity), file })));
  const sites = [...files]
    .filter(([path]) => path.endsWith('/mkdocs.yml'))
    .map(([path, text]) => {
      const settings = load(text) as { docs_dir?: string; nav?: unknown };
      const folder = path.slice(0, -'mkdocs.yml'.length);
      const docs = `${folder}${settings.docs_dir ?? 'docs'}/`;
      const pages = paths.filter((one) => one.startsWith(docs) && one.endsWith('.md')).map((one) => one.slice(docs.length));
      return { folder, docs, nav: settings.nav, pages };
    });
  return { organisation, files, entities, sites };
}

function refOf({ kind, metadata }: WrittenEntity): string {
  return `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase();
}
