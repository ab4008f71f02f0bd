// Where the links of a made-up page lead: to its neighbours, to pages of other sites, to pictures.
import type { Component, Page, Site } from './model.ts';
import { toSlug } from './names.ts';
import type { Prose } from './prose.ts';
import type { Random } from './random.ts';

/**
 * What pages are written in: `techdocs` is what people write for Backstage and MkDocs; `common` is what Hugo, VitePress, Docusaurus and
 * Starlight read as well.
 */
export type Dialect = 'techdocs' | 'common';

/** A page while it is written. */
export interface PageContext {
  readonly site: Site;
  readonly page: Page;
  /** All sites of the organisation. */
  readonly sites: readonly Site[];
  readonly company: string;
  /** Says whether components name the sites; else they are known by their repositories. */
  readonly catalog: boolean;
  readonly dialect: Dialect;
  readonly prose: Prose;
  readonly random: Random;
}

export interface Target {
  readonly site: Site;
  readonly page: Page;
}

/** Chooses another page of the site; null when there is none. */
export function neighbour({ site, page, random }: PageContext): Target | null {
  const other = random.pick(site.pages);
  return other === page ? null : { site, page: other };
}

/** Chooses a page of another site; null when there is none. */
export function elsewhere({ site, sites, random }: PageContext): Target | null {
  const other = random.pick(sites);
  return other === site ? null : { site: other, page: random.pick(other.pages) };
}

/**
 * Writes a link: to the file of a page, to the folder it is rendered into, or to its address in the portal. Some name a section. What all
 * programs understand is the file.
 */
export function linkTo({ site, page, random, catalog, dialect }: PageContext, target: Target, form: 'file' | 'folder' | 'site'): string {
  const section = random.chance(0.2) ? `#${toSlug(random.pick(target.page.headings))}` : '';
  if (dialect === 'common') return relative(folderOf(commonPath(site, page)), commonPath(target.site, target.page)) + section;
  if (form === 'site') return siteAddress(target.site.component, catalog) + rendered(target.page) + section;
  return form === 'file'
    ? relative(folderOf(page.path), target.page.path) + section
    : relative(rendered(page), rendered(target.page)) + section;
}

/** Writes the path of a picture of the site; null when it has none. */
export function picture({ site, page, random }: PageContext): string | null {
  return site.pictures.length === 0 ? null : relative(folderOf(page.path), picturePath(random.pick(site.pictures)));
}

/** Returns where a picture lies in the docs folder. */
export function picturePath(name: string): string {
  return `img/${name}.svg`;
}

/** Returns the address of the docs of a component in the portal; where there is no catalog, of the repository of that name. */
function siteAddress({ namespace, name }: Component, catalog: boolean): string {
  return catalog ? `/docs/${namespace}/component/${name}/` : `/docs/${name}/`;
}

/**
 * Returns the path of a page in the tree of all sites. A home page is called `overview`: beside an `index.md` Hugo takes all others for
 * attachments of it.
 */
export function commonPath({ component }: Site, { path }: Page): string {
  return `${component.name}/${path === 'index.md' ? 'overview.md' : path}`;
}

/** The folder that a page is rendered into, with a slash at the end; empty for the home page. */
function rendered({ path }: Page): string {
  return path === 'index.md' ? '' : `${path.slice(0, -'.md'.length)}/`;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Returns a path as seen from a folder; both are empty or relative, folders end with a slash. */
function relative(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  const path = [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
  return path === '' ? './' : path;
}
