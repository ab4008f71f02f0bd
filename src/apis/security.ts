// Security of OpenAPI and AsyncAPI: schemes to items, requirements to facts.
import { entries, get, list, text, texts, words } from './data.ts';
import type { MakeId } from './ids.ts';
import { fact, plainField, webLink } from './pieces.ts';
import type { Node, References } from './references.ts';
import type { Fact, Field, Item, Part, Piece } from './types.ts';

/** Makes the item of each scheme. */
export function readSecuritySchemes(node: Node, references: References, makeId: MakeId): { items: Item[]; ids: Map<string, string> } {
  const ids = new Map<string, string>();
  const items = entries(node.value).flatMap(([name]): Item[] => {
    const found = references.follow(references.at(node, name));
    if (found === null) return [];
    const scheme = found.value;
    const id = makeId('security', name);
    ids.set(name, id);
    const header = get(scheme, 'name');
    return [
      {
        id,
        badge: text(get(scheme, 'type')),
        does: false,
        title: name,
        summary: '',
        description: text(get(scheme, 'description')),
        deprecated: get(scheme, 'deprecated') === true ? '' : null,
        facts: [
          ...fact('Scheme', words(get(scheme, 'scheme'))),
          ...fact('Format', words(get(scheme, 'bearerFormat'))),
          ...fact('In', words(get(scheme, 'in'))),
          ...fact('Name', words(header)),
          ...addressFact('OpenID Connect', get(scheme, 'openIdConnectUrl')),
          ...addressFact('Metadata', get(scheme, 'oauth2MetadataUrl')),
        ],
        parts: flowsOf(scheme),
        words: [],
      },
    ];
  });
  return { items, ids };
}

function addressFact(label: string, address: unknown): Fact[] {
  const known = words(address);
  return known === null ? [] : fact(label, [webLink(known)]);
}

/** One part for each OAuth flow; version 2 has a single flow in the scheme itself. */
function flowsOf(scheme: unknown): Part[] {
  const flows: [string, unknown][] =
    typeof get(scheme, 'flow') === 'string' ? [[text(get(scheme, 'flow')), scheme]] : entries(get(scheme, 'flows'));
  return flows.map(([name, flow]) => {
    const scopes = entries(get(flow, 'scopes')).concat(entries(get(flow, 'availableScopes')));
    const addresses = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'].flatMap((key): Field[] => {
      const address = words(get(flow, key));
      return address === null ? [] : [plainField(key, [webLink(address)])];
    });
    return {
      kind: 'fields',
      title: `Flow ${name}`,
      fields: [...addresses, ...scopes.map(([scope, meaning]) => plainField(scope, ['scope'], text(meaning)))],
    };
  });
}

/** Tells what a request has to prove: one value for each alternative. */
export function securityFacts(requirements: unknown, ids: ReadonlyMap<string, string>): Fact[] {
  const alternatives = list(requirements).map((requirement): Piece[] => {
    const schemes = entries(requirement);
    if (schemes.length === 0) return ['none'];
    return schemes.flatMap(([name, scopes], index): Piece[] => {
      const id = ids.get(name);
      const wanted = texts(scopes);
      return [
        ...(index === 0 ? [] : [' and ']),
        id === undefined ? name : { text: name, to: id },
        ...(wanted.length === 0 ? [] : [` (${wanted.join(', ')})`]),
      ];
    });
  });
  return fact('Security', ...alternatives);
}

/** Tells what AsyncAPI 3 wants proved: its lists hold schemes, or references to them, where others hold names. */
export function schemeFacts(schemes: unknown, ids: ReadonlyMap<string, string>): Fact[] {
  const told = list(schemes).map((scheme): Piece[] => {
    const ref = get(scheme, '$ref');
    const name = typeof ref === 'string' ? (ref.split('/').at(-1) ?? ref) : text(get(scheme, 'type'));
    const id = typeof ref === 'string' ? ids.get(name) : undefined;
    const wanted = texts(get(scheme, 'scopes'));
    return [id === undefined ? name : { text: name, to: id }, ...(wanted.length === 0 ? [] : [` (${wanted.join(', ')})`])];
  });
  return fact('Security', ...told);
}
