// What operations, channels and messages of AsyncAPI have alike: traits and bindings.
import { data, get, list } from '../data.ts';
import type { Node, References } from '../references.ts';
import type { Part } from '../types.ts';

/** Returns a field of an operation or message: its own, or that of the first trait that has it. */
export function withTraits(node: Node, key: string, references: References): Node {
  if (get(node.value, key) !== undefined) return references.at(node, key);
  const traits = references.at(node, 'traits');
  for (const index of list(traits.value).keys()) {
    const trait = references.follow(references.at(traits, String(index)));
    if (trait !== null && get(trait.value, key) !== undefined) return references.at(trait, key);
  }
  return references.at(node, key);
}

/** Makes one part for each protocol that a server, channel, operation or message is bound to. */
export function bindingParts(bindings: Node, references: References): Part[] {
  const found = bindings.value === undefined ? null : references.follow(bindings);
  return Object.entries(data(found?.value)).flatMap(([protocol, binding]): Part[] => {
    const own = Object.entries(data(binding)).filter(([key]) => key !== 'bindingVersion');
    return own.length === 0
      ? []
      : [{ kind: 'code', title: `Binding ${protocol}`, language: 'json', text: JSON.stringify(Object.fromEntries(own), null, 2) }];
  });
}
