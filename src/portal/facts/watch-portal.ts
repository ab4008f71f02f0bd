// A portal in, the same portal that notes what of it is read, out. Pages see no difference. What pages are given is watched down to the fields of
// entities and docs pages, so that a page is rendered again only if something that it shows is another.
import type { Entity } from '../../catalog/types.ts';
import type { DocsPage, DocsSite } from '../../docs/types.ts';
import type { Technologies, Use } from '../technologies/types.ts';
import type { DocsEntry, DocsPageEntry, Portal } from '../types.ts';
import { DETAILS } from './fact-digests.ts';
import type { Reads } from './reads.ts';
import { behind, watch } from './watch.ts';

const DETAIL: ReadonlySet<string> = new Set(DETAILS);
/** What every list and link says of an entity: whoever has it has read one. */
const IDENTITY = new Set(['ref', 'kind', 'namespace', 'name']);
/** What the list of a site's pages says of each: whoever has the page has read the list. */
const LISTED = new Set(['address', 'canonical', 'title']);

/** Makes the portal that notes in `reads` what of it is read. */
export function watchPortal(portal: Portal, reads: Reads): Portal {
  const note = (name: string) => reads.note(reads.number(name));
  const entities = new Map<Entity, Entity>();
  const entries = new Map<DocsEntry, DocsEntry>();
  const related = new Map<string, ReturnType<Portal['catalog']['related']>>();
  const uses = new Map<readonly Use[], readonly Use[]>();

  function entity(of: Entity): Entity {
    const known = entities.get(of);
    if (known !== undefined) return known;
    const [own, details] = [reads.number(`entity ${of.ref}`), reads.number(`details ${of.ref}`)];
    const watched = watch(of, (field) => {
      if (!IDENTITY.has(field)) reads.note(DETAIL.has(field) ? details : own);
    });
    entities.set(of, watched);
    return watched;
  }

  function page(of: DocsPage): DocsPage {
    const fact = reads.number(`page ${of.address}`);
    return watch(of, (field) => {
      if (!LISTED.has(field)) reads.note(fact);
    });
  }

  function site(of: DocsSite): DocsSite {
    const [own, list] = [reads.number(`site ${of.address}`), reads.number(`pages ${of.address}`)];
    const pages = of.pages.map(page);
    return watch({ ...of, pages }, (field) => {
      if (field !== 'address') reads.note(field === 'pages' ? list : own);
    });
  }

  function entry(of: DocsEntry): DocsEntry {
    const known = entries.get(of);
    if (known !== undefined) return known;
    const fact = reads.number(`entry ${of.site.address}`);
    const whole = { ...of, site: site(of.site), entity: of.entity === null ? null : entity(of.entity) };
    const watched = watch(whole, (field) => {
      if (field !== 'site') reads.note(fact);
    });
    entries.set(of, watched);
    return watched;
  }

  const watchedUses = (of: readonly Use[]): readonly Use[] => {
    const known = uses.get(of) ?? of.map((use) => ({ ...use, entity: entity(use.entity) }));
    uses.set(of, known);
    return known;
  };

  function technologies(of: Technologies): Technologies {
    return {
      get all() {
        note('radars');
        return of.all;
      },
      get radars() {
        note('radars');
        return of.radars;
      },
      get unlisted() {
        note('unlisted');
        return of.unlisted;
      },
      usesOf(ref) {
        note(`uses ${ref}`);
        return watchedUses(of.usesOf(ref));
      },
      usersOf(one) {
        note('users');
        return watchedUses(of.usersOf(one));
      },
      of(one) {
        note('radars');
        return of.of(one);
      },
    };
  }

  /** Notes a fact and hands out what it is about. */
  function read<T>(fact: string, value: T): T {
    note(fact);
    return value;
  }

  const { catalog } = portal;
  const all = catalog.entities.map(entity);
  const docs = portal.docs.map(entry);
  const docsPages = docs.flatMap((one) => behind(behind(one).site).pages.map((it): DocsPageEntry => ({ entry: one, page: it })));
  const watchedTechnologies = portal.technologies === null ? null : technologies(portal.technologies);
  return {
    ...portal,
    catalog: {
      ...catalog,
      get entities() {
        return read('entities', all);
      },
      get(ref) {
        const found = read(`there ${ref.toLowerCase()}`, catalog.get(ref));
        return found === null ? null : entity(found);
      },
      related(ref, type) {
        const key = `${type} of ${ref.toLowerCase()}`;
        note(`related ${key}`);
        const known =
          related.get(key) ??
          catalog.related(ref, type).map((target) => ({ ...target, entity: target.entity === null ? null : entity(target.entity) }));
        related.set(key, known);
        return known;
      },
    },
    get build() {
      return read('build', portal.build);
    },
    get frame() {
      return read('frame', portal.frame);
    },
    get graph() {
      return read('graph', portal.graph);
    },
    get docs() {
      return read('docs', docs);
    },
    get docsPages() {
      return read('docs-pages', docsPages);
    },
    get redirects() {
      return read('redirects', portal.redirects);
    },
    get radar() {
      return read('radars', portal.radar);
    },
    get radars() {
      return read('radars', portal.radars);
    },
    get technologies() {
      return read('has-radar', watchedTechnologies);
    },
    get problems() {
      return read('problems', portal.problems);
    },
    apis: watchMap(portal.apis, note),
    index: () => read('everything', portal.index()),
    docsOf(ref) {
      const found = read(`docs-of ${ref}`, portal.docsOf(ref));
      return found === null ? null : entry(found);
    },
    docsAddressOf: (ref) => read(`docs-of ${ref}`, portal.docsAddressOf(ref)),
    problemsOf: (ref) => read(`problems-of ${ref}`, portal.problemsOf(ref)),
    originOf: (source) => read(`origin ${source}`, portal.originOf(source)),
    changeOf: (source, path) => read(`change ${JSON.stringify([source, path])}`, portal.changeOf(source, path)),
    weeksOf: (source) => read(`weeks ${source}`, portal.weeksOf(source)),
    siteNameOf: (address) => read(`site-name ${address}`, portal.siteNameOf(address)),
    inFileOf: (of) => read(`beside ${of.ref}`, portal.inFileOf(behind(of))).map(entity),
    impactOf: (ref) => read(`impact ${ref}`, portal.impactOf(ref)),
    keep(make) {
      const { value, facts } = reads.during(make);
      return () => {
        for (const fact of facts) reads.note(fact);
        return value;
      };
    },
  };
}

/** A map of definitions; whoever walks through it has read all of them. */
function watchMap(map: Portal['apis'], note: (fact: string) => void): Portal['apis'] {
  const whole = (): Portal['apis'] => {
    note('apis');
    return map;
  };
  return {
    get(ref) {
      note(`api ${ref}`);
      return map.get(ref);
    },
    has(ref) {
      note(`has-api ${ref}`);
      return map.has(ref);
    },
    get size() {
      return whole().size;
    },
    forEach: (use) => whole().forEach(use),
    entries: () => whole().entries(),
    keys: () => whole().keys(),
    values: () => whole().values(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  };
}
