// What the index shows comes from here: the data of all entities, loaded once, and what the browser remembers of the person who looks.
import type { IndexData } from '../../portal/catalog/index-shape.ts';
import { type Rows, openRows } from '../../portal/catalog/rows.ts';
import { type Personal, ownersOf } from '../../portal/catalog/select.ts';
import { readMe, writeMe } from '../me.ts';
import { readRecent } from '../recent.ts';
import { readStarred } from '../starred.ts';

/** Makes the function that loads the index when it is first called, and again when that failed. */
export function createLoader(address: string): () => Promise<Rows> {
  let loading: Promise<Rows> | undefined;
  return () => {
    loading ??= fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`The catalog could not be loaded: ${answer.status}`);
      return refreshMe(openRows((await answer.json()) as IndexData));
    });
    loading.catch(() => (loading = undefined));
    return loading;
  };
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
