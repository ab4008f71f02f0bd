// Gemfile in: gems and Ruby, as far as they stand there as plain text. https://bundler.io/man/gemfile.5.html
import type { Declaration, ManifestReader } from '../types.ts';

const MAX_LINE = 500;
const GEM = /^gem[ (]\s{0,4}["']([\w.-]{1,150})["']((?:\s{0,4},\s{0,4}["'][^"']{1,60}["']){0,5})(.*)$/;
const RUBY = /^ruby[ (]\s{0,4}["']([^"']{1,60})["']/;
const FOR_BUILDING = /\b(?:development|test)\b/;

/** Reads a Gemfile. The program is not run, so what it works out is not known. */
export const readGemfile: ManifestReader = (text) => {
  const declarations: Declaration[] = [];
  /** For each open block whether it is for building and testing alone. */
  const blocks: boolean[] = [];
  let ruby: Declaration | null = null;
  for (const [index, full] of text.split('\n').entries()) {
    const code = full.slice(0, MAX_LINE).trim();
    const line = index + 1;
    if (/\bdo(?:\s*\|[^|]*\|)?\s*$/.test(code) || /^(?:if|unless|case)\b/.test(code))
      blocks.push(code.startsWith('group') && FOR_BUILDING.test(code));
    else if (code === 'end') blocks.pop();
    const [, version] = RUBY.exec(code) ?? [];
    if (version !== undefined) ruby = { type: 'generic', name: 'ruby', version, dev: false, line };
    const [, name, versions = '', options = ''] = GEM.exec(code) ?? [];
    if (name === undefined || /\bpath:/.test(options)) continue;
    const dev = blocks.includes(true) || (/\bgroups?:/.test(options) && FOR_BUILDING.test(options));
    const range = [...versions.matchAll(/["']([^"']+)["']/g)].map((match) => match[1]).join(', ');
    declarations.push({ type: 'gem', name, version: range, dev, line });
  }
  const first = declarations[0];
  ruby ??= first === undefined ? null : { type: 'generic', name: 'ruby', version: '', dev: false, line: first.line };
  return { declarations: ruby === null ? [] : [ruby, ...declarations], self: null, fault: null };
};
