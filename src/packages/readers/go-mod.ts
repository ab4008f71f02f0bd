// go.mod in: the modules that are required directly, and the version of Go. https://go.dev/ref/mod#go-mod-file
import type { Declaration, ManifestReader } from '../types.ts';

/** Reads a go.mod. Indirect requirements are the decisions of others. */
export const readGoMod: ManifestReader = (text) => {
  const declarations: Declaration[] = [];
  let self: string | null = null;
  let go: Declaration | null = null;
  let block = '';
  for (const [index, full] of text.split('\n').entries()) {
    const [code = '', comment = ''] = full.split('//', 2);
    const words = code.trim().split(/\s+/);
    const line = index + 1;
    if (words[0] === ')') block = '';
    else if (words[1] === '(' || words[1] === '()') block = words[0] ?? '';
    else {
      const [verb, first = '', second = ''] = block === '' ? words : [block, ...words];
      const name = first.replace(/^["`]|["`]$/g, '');
      if (verb === 'module') {
        self = name;
        go ??= { type: 'generic', name: 'go', version: '', dev: false, line };
      } else if (verb === 'go') go = { type: 'generic', name: 'go', version: name, dev: false, line };
      else if (verb === 'require' && second !== '' && comment.trim() !== 'indirect')
        declarations.push({ type: 'golang', name, version: second, dev: false, line });
    }
  }
  return {
    declarations: go === null ? declarations : [go, ...declarations],
    self: self === null ? null : { type: 'golang', name: self },
    fault: null,
  };
};
