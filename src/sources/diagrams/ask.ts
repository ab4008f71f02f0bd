// One diagram asked for, with patience and bounds: a server and a diagram in; its SVG, what is wrong with it, or why the server failed, out.
import type { DiagramServer } from '../../config/types.ts';
import type { Diagram } from '../../lib/diagrams.ts';
import { type DrawFault, SERVER_KINDS } from './servers.ts';

/** Bounds on what drawing may cost. */
export interface DrawLimits {
  /** Diagrams asked for at the same time. */
  readonly atOnce: number;
  /** Seconds for one answer. */
  readonly answerSeconds: number;
  /** How often a server is asked again after a failure that may pass, and seconds before the first time; each pause is longer. */
  readonly retries: number;
  readonly retrySeconds: number;
  /** Seconds that one diagram may be put off because the server asks for it. */
  readonly waitSeconds: number;
  /** Seconds for all diagrams of a build. */
  readonly allSeconds: number;
  /** Largest drawing, and longest source, in bytes. */
  readonly bytes: number;
  readonly sourceBytes: number;
}

export const DRAW_LIMITS: DrawLimits = {
  atOnce: 6,
  answerSeconds: 30,
  retries: 2,
  retrySeconds: 1,
  waitSeconds: 60,
  allSeconds: 900,
  bytes: 1_000_000,
  sourceBytes: 200_000,
};

export interface Asking {
  readonly limits: DrawLimits;
  readonly wait: (seconds: number, end: AbortSignal) => Promise<void>;
  /** Ends everything. */
  readonly deadline: AbortSignal;
}

/** What came of asking. `gone` says that the server cannot be reached at all. */
export type Answer = { readonly svg: string } | DrawFault | { readonly failure: string; readonly gone: boolean };

/** An answer, and whether and after how many seconds it makes sense to ask again. */
interface Attempt {
  readonly answer: Answer;
  readonly again?: { readonly after: number | null };
}

/** Asks for a diagram, and again after failures that may pass or as long as the server asks for patience. Never throws. */
export async function askForDrawing(server: DiagramServer, diagram: Diagram, asking: Asking): Promise<Answer> {
  const { limits, wait, deadline } = asking;
  if (Buffer.byteLength(diagram.source) > limits.sourceBytes) return { error: 'it is too long', line: null };
  let left = limits.waitSeconds;
  for (let attempt = 0; ; attempt++) {
    if (deadline.aborted) return { failure: 'drawing all diagrams takes too long', gone: true };
    const { answer, again } = await attemptTo(server, diagram, asking);
    const pause = again?.after ?? limits.retrySeconds * 3 ** attempt;
    if (again === undefined || attempt >= limits.retries || pause > left) return answer;
    left -= pause;
    // A pause that is cut short ends in the deadline above.
    await wait(pause, deadline).catch(() => undefined);
  }
}

async function attemptTo(server: DiagramServer, diagram: Diagram, { limits, deadline }: Asking): Promise<Attempt> {
  const kind = SERVER_KINDS[server.kind];
  const { path, method, body } = kind.request(diagram);
  const timeout = AbortSignal.timeout(limits.answerSeconds * 1000);
  try {
    const response = await fetch(server.url + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([timeout, deadline]),
      // Errors as text; what is drawn is said by the path.
      headers: {
        accept: 'text/plain, image/svg+xml;q=0.9, */*;q=0.1',
        ...(body !== undefined && { 'content-type': 'text/plain; charset=utf-8' }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await readBounded(response, limits.bytes);
    if (text === null) return { answer: { error: 'its drawing is too large', line: null } };
    return judge(response, text, () => kind.fault(diagram, response.headers, text));
  } catch {
    if (deadline.aborted) return { answer: { failure: 'drawing all diagrams takes too long', gone: true } };
    if (timeout.aborted) return { answer: { failure: `there was no answer within ${limits.answerSeconds} seconds`, gone: false } };
    return { answer: { failure: 'it cannot be reached', gone: true }, again: { after: null } };
  }
}

/** Statuses that say something of the diagram; all others of their kind say something of the server or its address. */
const OF_THE_DIAGRAM = new Set([400, 413, 414, 422]);
const TOO_MANY = 429;

function judge({ status, headers }: Response, text: string, fault: () => DrawFault): Attempt {
  if (status === 200) {
    return isSvg(text) ? { answer: { svg: text } } : { answer: { failure: 'it answers with something that is no drawing', gone: false } };
  }
  if (status === 413 || status === 414) return { answer: { error: 'it is too long for the server', line: null } };
  if (OF_THE_DIAGRAM.has(status)) return { answer: fault() };
  if (status >= 300 && status < 400) return { answer: { failure: 'it redirects elsewhere', gone: false } };
  const answer = { failure: `it answers with status ${status}`, gone: false };
  return status === TOO_MANY || status >= 500 ? { answer, again: { after: pauseOf(headers) } } : { answer };
}

/** Says whether a text begins as drawings do; what is inside of it is looked at where it is used. */
function isSvg(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE\s+svg\b[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*<svg[\s/>]/i.test(
    text.slice(0, 10_000),
  );
}

/** The seconds for which a server asks. */
function pauseOf(headers: Headers): number | null {
  const after = headers.get('retry-after');
  return after !== null && /^\d{1,9}$/.test(after) ? Number(after) : null;
}

async function readBounded(response: Response, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}
