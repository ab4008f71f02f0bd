// References as people write them: an entity and what it names in, a reference out. Real ones are mostly bare names.
import type { Item } from './model.ts';
import type { Random } from './random.ts';

type Form = 'name' | 'kind' | 'namespace' | 'full';

/** How owners were written in 43 public repositories. */
const FORMS: readonly (readonly [form: Form, weight: number])[] = [
  ['name', 750],
  ['kind', 144],
  ['full', 69],
  ['namespace', 12],
];

/** Writes a reference in one of the forms that fit: the kind where the field has no default, the namespace where it is another one. */
export function writeRef(from: Item, to: Item, random: Random, field: 'with default kind' | 'without' = 'with default kind'): string {
  const form = random.weighted(FORMS);
  const kind = field === 'without' || form === 'kind' || form === 'full' ? `${to.kind.toLowerCase()}:` : '';
  const namespace = to.namespace !== from.namespace || form === 'namespace' || form === 'full' ? `${to.namespace}/` : '';
  return kind + namespace + to.name;
}
