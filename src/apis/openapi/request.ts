// An example request for curl: the method, the path and the parameters of an operation in; a command to copy out.
import { get, text } from '../data.ts';
import type { Node } from '../references.ts';
import type { Part } from '../types.ts';

/** Longest body that is written out. */
const MAX_BODY = 4_000;

/** Writes the command, with what has to be there and the first example of the body. */
export function curlPart(server: string, method: string, path: string, parameters: readonly Node[], request: readonly Part[]): Part {
  const required = parameters.filter((parameter) => get(parameter.value, 'required') === true);
  const named = (place: string) =>
    required.filter((parameter) => get(parameter.value, 'in') === place).map((parameter) => text(get(parameter.value, 'name')));
  const query = named('query').map((name) => `${encodeURIComponent(name)}={${name}}`);
  const lines = [`curl -X ${method} ${quote(`${server}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`)}`];
  for (const name of named('header')) lines.push(`-H ${quote(`${name}: {${name}}`)}`);
  const body = request.find((part) => part.kind === 'body');
  const content = body?.contents.find(({ type }) => type.includes('json')) ?? body?.contents[0];
  if (content !== undefined) {
    const type = content.type.split(',')[0] ?? '';
    if (type !== '') lines.push(`-H ${quote(`Content-Type: ${type}`)}`);
    const example = content.examples[0]?.text;
    if (example !== undefined && example.length <= MAX_BODY) lines.push(`-d ${quote(example)}`);
  }
  return { kind: 'code', title: 'Example request', language: 'bash', text: lines.join(' \\\n  ') };
}

function quote(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
