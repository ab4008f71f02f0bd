// What OpenAPI and AsyncAPI say alike: who stands behind an API, where more is told, and groups.
import { get, text, words } from './data.ts';
import type { MakeId } from './ids.ts';
import { fact, webLink } from './pieces.ts';
import type { Fact, Group, Item } from './types.ts';

/** Tells who stands behind an API, and under which terms. */
export function infoFacts(info: unknown): Fact[] {
  const contact = get(info, 'contact');
  const licence = get(info, 'license');
  const address = words(get(contact, 'url'));
  const mail = words(get(contact, 'email'));
  const name = words(get(contact, 'name'));
  const terms = words(get(info, 'termsOfService'));
  const licenceName = words(get(licence, 'name')) ?? words(get(licence, 'identifier'));
  return [
    ...fact('Contact', address === null ? name : [webLink(address, name ?? address)], mail),
    ...fact('Licence', licenceName === null ? null : [webLink(text(get(licence, 'url')) || licenceName, licenceName)]),
    ...fact('Terms', terms === null ? null : [webLink(terms)]),
  ];
}

/** Tells of documentation elsewhere. */
export function documentFacts(value: unknown): Fact[] {
  const docs = get(value, 'externalDocs');
  const address = words(get(docs, 'url'));
  return address === null ? [] : fact('More', [webLink(address, words(get(docs, 'description')) ?? address)]);
}

/** Makes a group; none when it is empty. */
export function groupOf(title: string, description: string, items: readonly Item[], makeId: MakeId): Group[] {
  return items.length === 0 ? [] : [{ id: makeId('part', title), title, description, items }];
}
