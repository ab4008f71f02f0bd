// What is shown of the radar, as the address says it.

/** Keys of the address that filter, in the order in which they are written. */
export const FILTERS = ['q', 'ring', 'moved', 'quadrant', 'status', 'tag', 'owner'] as const;

/** Returns what the address says now. */
export function asked(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Writes the address: a step back for a choice, none for typing. Empty values are left out. */
export function ask(change: Readonly<Record<string, string | null>>, how: 'push' | 'replace' = 'push'): void {
  const params = asked();
  for (const [key, value] of Object.entries(change)) {
    if (value === null) params.delete(key);
    else params.set(key, value);
  }
  const query = params.toString();
  const address = query === '' ? location.pathname : `?${query}`;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
}
