// What an attack is: a name and the text that an author would write. `@js` in it is a call, `@url` an address on another host; both carry its number.

/** One attack as it stands in a table: its name and its text; `alone` when it swallows what stands behind it on its page. */
export type Row = readonly [name: string, text: string, alone?: 'alone'];

/** Attacks of one sort, by the syntax that they come in. */
export interface Family {
  readonly family: string;
  readonly rows: readonly Row[];
}

/** One attack of the corpus. */
export interface Vector {
  readonly id: number;
  /** Family and name. */
  readonly name: string;
  readonly family: string;
  /** The text with its marks filled in. */
  readonly text: string;
  readonly alone: boolean;
}

/** The function that every attack tries to call, and the host that it tries to reach. */
export const CALL = 'hit';
export const HOST = 'evil.example';

/** Numbers the attacks of all families and fills in their marks. */
export function numberVectors(families: readonly Family[]): Vector[] {
  return families
    .flatMap(({ family, rows }) => rows.map((row) => ({ family, row })))
    .map(({ family, row: [name, text, alone] }, index) => ({
      id: index + 1,
      name: `${family}: ${name}`,
      family,
      text: fill(text, index + 1),
      alone: alone !== undefined,
    }));
}

function fill(text: string, id: number): string {
  return text
    .replaceAll('@js', `${CALL}(${id})`)
    .replaceAll('@url', `https://${HOST}/${id}`)
    .replaceAll('@host', `${HOST}/${id}`)
    .replaceAll('@id', `${id}`);
}
