// What the browser keeps of a person, under names that begin with `callboard:`: JSON in, JSON out. Storage may be forbidden, full, or hold
// what somebody else wrote, so whoever reads must check what comes.

const PREFIX = 'callboard:';

/** Reads what is kept under a name; null when there is nothing that can be read. */
export function readMemory(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Keeps data under a name, or forgets it when it is null; and tells this page of it. */
export function writeMemory(name: string, data: unknown): void {
  try {
    if (data === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(data));
  } catch {
    // Not remembered where storage is forbidden or full.
  }
  dispatchEvent(new CustomEvent('callboard:memory', { detail: name }));
}

/** Calls when what is kept under a name changes, on this page or in another window. */
export function onMemory(name: string, changed: () => void): void {
  addEventListener('callboard:memory', (event) => {
    if (event instanceof CustomEvent && event.detail === name) changed();
  });
  addEventListener('storage', ({ key }) => {
    if (key === null || key === PREFIX + name) changed();
  });
}

/** Reads a list of texts that is kept under a name, up to so many. */
export function readList(name: string, most: number): readonly string[] {
  const found = readMemory(name);
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string').slice(0, most) : [];
}
