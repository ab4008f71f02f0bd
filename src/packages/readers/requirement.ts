// One requirement of Python in, its name and version out. https://peps.python.org/pep-0508/

/** Longest requirement that is read. */
const MAX_LENGTH = 1000;

/** Parses `psycopg[binary]>=3.2 ; python_version < "4"`; null for what is none. */
export function parseRequirement(text: string): { readonly name: string; readonly version: string } | null {
  const [wanted = ''] = text.slice(0, MAX_LENGTH).split(';', 1);
  const [, name, rest = ''] = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(.*)$/s.exec(wanted) ?? [];
  if (name === undefined) return null;
  // Behind `@` stands an address.
  if (rest !== '' && !/^[@(<>=!~]/.test(rest)) return null;
  return { name, version: rest.startsWith('@') ? '' : rest.replace(/^\(|\)\s*$/g, '').trim() };
}
