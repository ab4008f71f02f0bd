// Ids that pages of the portal use themselves, so that no document may take them.

/** Names of elements and globals that the portal's own markup and scripts reach for. */
const RESERVED = new Set(['main', 'search', 'search-dialog', 'search-list', 'toc', 'toc-title', 'Astro', 'pagefind']);

/** Ids that scripts and drawings give: their capital letter keeps them apart from those of headings, which have none. */
const NUMBERED = /^(?:Tab|Option|[di]?Diagram|Drawing|Graph)-\d/;

/** Returns the id under which a document may have a section: reserved names get `_1` behind them, as a second heading would. */
export function allowedId(id: string): string {
  return RESERVED.has(id) || NUMBERED.test(id) ? `${id}_1` : id;
}

/** Returns the reserved ids. */
export function reservedIds(): readonly string[] {
  return [...RESERVED];
}
