// Pages as they were rendered last time: a page that says the same and is told the same by everything around it is not rendered again.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { PlannedPage, SitePlan } from './plan.ts';
import type { KeptPage } from './page-result.ts';

/** Where packs of pages are kept between builds. */
export interface PackStore {
  /** Returns the bytes of a pack, or null when there are none that this version of Callboard has written. */
  read(name: string): Uint8Array | null;
  write(name: string, bytes: Uint8Array): void;
  /** Removes all packs but these. */
  keep(names: ReadonlySet<string>): void;
}

/** The pages of earlier builds. */
export interface PageCache {
  /** Returns what is kept of a page, or null. */
  find(plan: SitePlan, page: PlannedPage): KeptPage | null;
  /** Takes the pages of this build, each with its site, and forgets all others. */
  replace(pages: Iterable<readonly [plan: SitePlan, kept: KeptPage]>): void;
}

/** Pages of a site are kept in packs of about so many: few files, and a change writes few pages again. */
const PACK_PAGES = 64;

/** Returns what a page is rendered from, as one short text: its own text, what the plan says of it and its site, and the hosts that it may show. */
export function pageKey({ source, subject, math }: SitePlan, page: PlannedPage, text: string, embeds: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(JSON.stringify([source, subject, math, page, [...embeds]]))
    .update('\0')
    .update(text)
    .digest('base64');
}

/** Opens the pages that a store holds. */
export function openPageCache(store: PackStore): PageCache {
  const packs = new Map<string, ReadonlyMap<string, KeptPage>>();
  const read = (name: string) => {
    const pack = packs.get(name) ?? unpack(store.read(name));
    packs.set(name, pack);
    return pack;
  };
  return {
    find: (plan, { address }) => read(packOf(plan, address)).get(address) ?? null,
    replace(pages) {
      const now = new Map<string, Map<string, KeptPage>>();
      for (const [plan, kept] of pages) {
        const { address } = kept.result.page;
        const name = packOf(plan, address);
        const pack = now.get(name) ?? new Map<string, KeptPage>();
        now.set(name, pack.set(address, kept));
      }
      for (const [name, pack] of now) if (!samePages(pack, read(name))) store.write(name, serialize(pack));
      store.keep(new Set(now.keys()));
    },
  };
}

/** A pack that cannot be read is as good as none. */
function unpack(bytes: Uint8Array | null): ReadonlyMap<string, KeptPage> {
  try {
    return bytes === null ? new Map() : (deserialize(bytes) as ReadonlyMap<string, KeptPage>);
  } catch {
    return new Map();
  }
}

/** A page keeps its pack until its site has twice as many pages. */
function packOf({ address: site, pages }: SitePlan, address: string): string {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, pages.length / PACK_PAGES)));
  const number = createHash('sha256').update(address).digest().readUInt32BE() % count;
  return `${createHash('sha256').update(site).digest('hex').slice(0, 32)}-${count}-${number}`;
}

function samePages(now: ReadonlyMap<string, KeptPage>, before: ReadonlyMap<string, KeptPage>): boolean {
  return now.size === before.size && [...now].every(([address, kept]) => before.get(address) === kept);
}
