// What the index shows comes from here: the data of all entities, loaded once, and what the browser remembers of the person who looks.
import { type IndexData, SUMMARY_ROWS } from '../../portal/catalog/index-shape.ts';
import { type Rows, openRows } from '../../portal/catalog/rows.ts';
import { type Personal, ownersOf } from '../../portal/catalog/select.ts';
import { readMe, writeMe } from '../me.ts';
import { readRecent } from '../recent.ts';
import { readStarred } from '../starred.ts';

/** The index in the browser: its data, and the descriptions as far as they have been loaded. */
export interface Loader {
  /** Loads the index when it is first called, and again when that failed. */
  readonly load: () => Promise<Rows>;
  /** Loads the descriptions of rows; says whether there were any that had not been there. */
  readonly loadSummaries: (rows: readonly number[]) => Promise<boolean>;
}

/** Makes the loader for the index at an address. */
export function createLoader(address: string): Loader {
  const blocks = new Map<number, readonly string[]>();
  const blockOf = (row: number) => Math.floor(row / SUMMARY_ROWS);
  let loading: Promise<Rows> | undefined;

  async function loadBlock(block: number): Promise<void> {
    blocks.set(block, (await fetchJson(new URL(`summaries/${block}.json`, new URL(address, location.href)).href)) as readonly string[]);
  }

  return {
    load() {
      loading ??= fetchJson(address).then((data) =>
        refreshMe(openRows(data as IndexData, (row) => blocks.get(blockOf(row))?.[row % SUMMARY_ROWS] ?? null)),
      );
      loading.catch(() => (loading = undefined));
      return loading;
    },
    async loadSummaries(rows) {
      const missing = [...new Set(rows.map(blockOf))].filter((block) => !blocks.has(block));
      await Promise.all(missing.map(loadBlock));
      return missing.length > 0;
    },
  };
}

async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The catalog could not be loaded: ${answer.status}`);
  return answer.json() as Promise<unknown>;
}

/** People move between teams: whose things are mine is found anew with each catalog. */
function refreshMe(rows: Rows): Rows {
  const me = readMe();
  if (me === null) return rows;
  const owners = [...ownersOf(rows, me.ref)];
  if (owners.join() !== me.owners.join()) writeMe({ ...me, owners });
  return rows;
}

/** Reads what the browser remembers. */
export function readPersonal(): Personal {
  const me = readMe();
  return { owners: me === null ? null : new Set(me.owners), starred: new Set(readStarred()), recent: readRecent() };
}
