// What schemas are called that have no name of their own: a reference and what it leads to in, a name out.
import { fileName } from '../../lib/paths.ts';
import { get, words } from '../data.ts';
import type { Node } from '../references.ts';

/** Names a schema by the last part of its reference that says something. */
export function titleOf(target: Node, ref: string): string {
  const title = words(get(target.value, 'title'));
  const last = target.path.at(-1);
  if (last === undefined) return title ?? (target.file === null ? 'Root' : stem(target.file));
  return /^(?:\d+|schema|items|payload|properties)$/.test(last) ? (title ?? target.path.slice(-3).join('.')) : nameOfRef(ref) || last;
}

/** Names what a reference points to before it is known. */
export function nameOfRef(ref: string): string {
  const last = ref.split('/').at(-1) ?? ref;
  return (ref.includes('#/') ? last.replaceAll('~1', '/').replaceAll('~0', '~') : stem(last)).slice(0, 200);
}

function stem(path: string): string {
  return fileName(path)
    .replace(/#.*$/, '')
    .replace(/\.(?:json|ya?ml|schema)(?:\.json|\.ya?ml)?$/i, '');
}
