// How servers that draw are spoken to: a diagram in; the request for it, and what is wrong with its source by their answer, out.
// Source: https://docs.kroki.io/kroki/setup/http-clients/, https://plantuml.com/text-encoding, PlantUML server's DiagramResponse.java.
import { deflateRawSync } from 'node:zlib';
import type { DiagramServer } from '../../config/types.ts';
import { DIAGRAM_LANGUAGES, type Diagram } from '../../lib/diagrams.ts';

/** One request to a server. */
export interface DrawRequest {
  /** Behind the address of the server. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}

/** What a server says is wrong with a diagram. */
export interface DrawFault {
  readonly error: string;
  readonly line: number | null;
}

/** A kind of server. */
export interface ServerKind {
  readonly draws: (language: string) => boolean;
  readonly request: (diagram: Diagram) => DrawRequest;
  /** Reads the answer to a diagram that is not valid. */
  readonly fault: (diagram: Diagram, headers: Headers, text: string) => DrawFault;
}

const isPlantuml = (language: string): boolean =>
  Object.hasOwn(DIAGRAM_LANGUAGES, language) && DIAGRAM_LANGUAGES[language]?.plantuml === true;

/** The kinds that there are, by their keys in portal.yaml. */
export const SERVER_KINDS: Readonly<Record<DiagramServer['kind'], ServerKind>> = {
  kroki: {
    draws: () => true,
    request: (diagram) => ({ path: `/${diagram.language}/svg`, method: 'POST', body: sourceOf(diagram) }),
    fault: (diagram, _, text) => faultIn(diagram, text.replace(/^Error \d{3}: */, '')),
  },
  plantuml: {
    draws: isPlantuml,
    request(diagram) {
      const source = sourceOf(diagram);
      const encoded = encodePlantuml(source);
      // Servers refuse longer addresses, and take the source itself as well.
      return encoded.length <= MAX_ENCODED ? { path: `/svg/${encoded}`, method: 'GET' } : { path: '/svg', method: 'POST', body: source };
    },
    // The text of its answer is a picture of the error.
    fault(diagram, headers) {
      const error = firstSentence(headers.get('x-plantuml-diagram-error') ?? '');
      const line = headers.get('x-plantuml-diagram-error-line');
      return { error, line: line === null ? null : lineOf(diagram, Number.parseInt(line, 10) + 1) };
    },
  },
};

const MAX_ENCODED = 4000;
const START = '@startuml\n';

/** PlantUML may be written without the lines around it, which not every server adds. */
function sourceOf({ language, source }: Diagram): string {
  return isWrapped({ language, source }) ? `${START}${source}\n@enduml` : source;
}

function isWrapped({ language, source }: Pick<Diagram, 'language' | 'source'>): boolean {
  return isPlantuml(language) && !/^\s*@start/m.test(source);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PLANTUML = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Encodes a text as PlantUML servers want it in addresses: deflated, in an alphabet of its own. */
export function encodePlantuml(source: string): string {
  const bytes = deflateRawSync(source, { level: 9 });
  // Three bytes are four characters; what is missing at the end is filled with zeros.
  const whole = Buffer.concat([bytes, Buffer.alloc((3 - (bytes.length % 3)) % 3)]);
  return whole.toString('base64').replace(/[A-Za-z\d+/]/g, (character) => PLANTUML[BASE64.indexOf(character)] ?? '');
}

/** Where a text of an error names a line: PlantUML's count from 0, D2's from 1. */
const LINES: readonly { readonly pattern: RegExp; readonly from: 0 | 1; readonly drop: boolean }[] = [
  { pattern: /\s*\(line: (\d{1,6})\)/, from: 0, drop: true },
  { pattern: /-:(\d{1,6}):\d{1,6}: /, from: 1, drop: false },
];

function faultIn(diagram: Diagram, text: string): DrawFault {
  for (const { pattern, from, drop } of LINES) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = drop ? text.replace(pattern, '') : text.slice(found.index + found[0].length);
    return { error: firstSentence(rest), line: lineOf(diagram, Number(found[1]) + 1 - from) };
  }
  return { error: firstSentence(text), line: null };
}

/** The line in the source as written, from the one that the server was sent. */
function lineOf(diagram: Diagram, sent: number): number | null {
  const line = sent - (isWrapped(diagram) ? 1 : 0);
  return Number.isInteger(line) && line >= 1 && line <= diagram.source.split('\n').length ? line : null;
}

const MAX_ERROR = 200;

/** The first line that says something, as part of a sentence. */
function firstSentence(text: string): string {
  const line =
    text
      .split(/[\r\n]/)
      .map((one) => one.replace(/\p{Cc}+/gu, ' ').trim())
      .find((one) => /\p{L}/u.test(one)) ?? '';
  if (/^\s*<(?:!doctype|html|svg|\?xml)/i.test(line)) return NO_REASON;
  const short = line.length > MAX_ERROR ? `${line.slice(0, MAX_ERROR).toWellFormed()}…` : line;
  return short.replace(/[\s.?!:,;]+$/, '') || NO_REASON;
}

const NO_REASON = 'the server does not say why';
