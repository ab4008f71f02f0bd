// Whose docs are shown where: built sites and what entities say in; the site of each entity, and addresses that lead to others, out.
import type { Catalog, Entity } from '../catalog/types.ts';
import type { DocsSite } from '../docs/types.ts';
import { didYouMean } from '../lib/nearest.ts';
import { type Problem, compareText } from '../lib/problem.ts';
import type { Addresses } from './addresses.ts';
import type { DocsPlan, SharedDocs } from './docs-specs.ts';
import { report } from './rules.ts';
import type { DocsEntry, Redirect } from './types.ts';

/** Finds the docs of each entity, its own or another's, and lets the addresses of those without an own site lead to the shared one. */
export function shareDocs(
  entries: readonly DocsEntry[],
  plans: readonly DocsPlan[],
  shared: ReadonlyMap<string, SharedDocs>,
  catalog: Catalog,
  addresses: Addresses,
): { byRef: Map<string, DocsEntry>; addressOf: Map<string, string>; redirects: Redirect[]; problems: Problem[] } {
  const byAddress = new Map(entries.map((entry) => [entry.site.address, entry]));
  const byRef = new Map<string, DocsEntry>();
  const redirects: Redirect[] = [];
  const problems: Problem[] = [];
  const addressOf = new Map<string, string>();
  const lead = (entity: Entity, entry: DocsEntry, to = entry.site.address) => {
    byRef.set(entity.ref, entry);
    addressOf.set(entity.ref, to);
    const from = addresses.docs(entity);
    if (!byAddress.has(from)) redirects.push({ from, to, title: entry.site.title });
  };
  for (const { spec, entities } of plans) {
    const entry = byAddress.get(spec.address);
    if (entry !== undefined) for (const entity of entities) lead(entity, entry);
  }
  for (const [ref, { ref: target, path }] of shared) {
    const entity = catalog.get(ref);
    const entry = byRef.get(target);
    if (entity === null || byRef.has(ref)) continue;
    if (entry !== undefined) {
      const page = pageOf(entry.site, path);
      if (page === null) {
        const message = `The page "${path}" of the docs of ${target} is to be shown here, but there is none.`;
        problems.push(
          report('docs/unknown-page', { message, hint: 'Write its path as in its address.', place: entity.place, subject: ref }),
        );
      }
      lead(entity, entry, page ?? entry.site.address);
    } else {
      problems.push(
        report('docs/unknown-entity', {
          message: `The docs of ${target} are to be shown here, but there are none.`,
          hint: didYouMean(target, byRef.keys()),
          place: entity.place,
          subject: ref,
        }),
      );
    }
  }
  const taken = [...entries.flatMap(({ site }) => site.pages.map((page) => page.address)), ...redirects.map(({ from }) => from)];
  redirects.push(...movedPages(entries, taken));
  return { byRef, addressOf, redirects: redirects.sort((a, b) => compareText(a.from, b.from)), problems };
}

/** Finds a page of a site by its path, written as in its address or as its file is called; null if there is none. */
function pageOf({ address, pages }: DocsSite, path: string): string | null {
  const [, inside = '', section = ''] = /^\/*([^#]*?)\/*(#.*)?$/s.exec(path.trim()) ?? [];
  const wanted = inside.replace(/(?:^|\/)index(?:\.(?:md|html))?$|\.(?:md|html)$/, '');
  const found = wanted === '' ? address : pages.find((page) => page.address === `${address}${wanted}/`)?.address;
  return found === undefined ? null : found + section;
}

/** Old addresses of the sites, as far as nothing else stands at them. */
function movedPages(entries: readonly DocsEntry[], taken: Iterable<string>): Redirect[] {
  const seen = new Set(taken);
  return entries
    .flatMap(({ site }) => site.redirects.map((moved) => ({ ...moved, title: site.title })))
    .filter(({ from }) => !seen.has(from) && seen.add(from).has(from));
}
