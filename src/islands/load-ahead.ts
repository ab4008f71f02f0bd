// Links that a reader is about to follow in; their pages loaded ahead out: pages of this site alone, and never where data is to be saved.

/** How long a pointer rests on a link, or the keyboard's mark, before it is taken for an intention; in milliseconds. */
const REST = 80;
/** Most pages that one page loads ahead: wandering over a long list is no intention either. */
const MOST = 10;

/** What browsers tell of the connection; not all of them do. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** A link, as far as it matters here. */
export type Link = Pick<HTMLAnchorElement, 'href' | 'rel' | 'download' | 'target'>;

/** Says whether nothing may be loaded that nobody has asked for: the reader saves data, or the connection is slow. */
export function isSparing(connection: Connection | undefined): boolean {
  return connection?.saveData === true || /(?:^|-)2g$/.test(connection?.effectiveType ?? '');
}

/**
 * Returns the address of the page that a link leads to, or null for what is not loaded ahead: other sites, downloads and data, the page
 * itself, and links of which `nofollow` says that few need them.
 */
export function pageAhead({ href, rel, download, target }: Link, here: string, base: string): string | null {
  const [there, now] = [new URL(href, here), new URL(here)];
  const ours = there.origin === now.origin && there.pathname.startsWith(base);
  if (!ours || there.pathname === now.pathname || !there.pathname.endsWith('/')) return null;
  if (download !== '' || target !== '' || /\bnofollow\b/.test(rel)) return null;
  there.hash = '';
  return there.href;
}

/** Begins to watch the links of the page. */
export function loadAhead(): void {
  const base = document.body.dataset['base'] ?? '/';
  const asked = new Set<string>();
  let timer = 0;

  function load(link: HTMLAnchorElement): void {
    const page = pageAhead(link, location.href, base);
    if (page === null || asked.has(page) || asked.size >= MOST) return;
    if (isSparing((navigator as Navigator & { readonly connection?: Connection }).connection)) return;
    asked.add(page);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = page;
    document.head.append(hint);
  }

  const watch = (type: string, rest: number) =>
    document.addEventListener(
      type,
      ({ target }) => {
        clearTimeout(timer);
        const link = target instanceof Element ? target.closest('a[href]') : null;
        if (link instanceof HTMLAnchorElement) timer = window.setTimeout(load, rest, link);
      },
      { passive: true },
    );
  watch('pointerover', REST);
  watch('focusin', REST);
  watch('pointerdown', 0);
}
